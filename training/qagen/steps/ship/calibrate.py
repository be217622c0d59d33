"""Write `calibration.json` of a model from rows of `evaluate`. Rows of the sets for evaluation are refused.

    python -m qagen calibrate CHECKPOINT --id ID [--precision float32] [--runs DIR] [--models DIR]
    python -m qagen calibrate --rows evaluation/FILE.jsonl.xz [FILE …] --id ID    # from stored rows
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from ...data.labelled_summaries import without_evaluation_sets
from ...evaluation.calibration import calibrations, support_judgements
from ...evaluation.intervals import source_of
from ...evaluation.rows import development_rows_paths, read_all_rows
from ...model.reference_model import PRECISIONS
from ...onnx.manifest import read_manifest
from ...onnx.support_head import FILE
from ...paths import add_models_option, add_runs_option
from ...support.evaluation.support_table import combination


def support_of(folder: Path, rows: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Of each row the probability that the source supports the text, and whether people say so."""
    claim = json.loads((folder / FILE).read_text())["calibration"]["claim"]
    score = combination(claim["weights"], claim["offset"])
    unsupported = 1 / (1 + np.exp(-np.array([score(row) for row in rows])))
    return 1 - unsupported, np.array([row["label"] == 0 for row in rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, nargs="?", help="read the rows of this checkpoint's development part in the runs folder")
    parser.add_argument("--rows", type=Path, nargs="+", default=[], metavar="FILE", help="read these row files instead")
    parser.add_argument("--support", type=Path, nargs="+", default=[], metavar="FILE", help="rows of evaluate_support: judgements by the head's reading")
    parser.add_argument("--id", required=True)
    parser.add_argument("--precision", choices=PRECISIONS, default="float32")
    add_models_option(parser)
    add_runs_option(parser)
    arguments = parser.parse_args()
    if (arguments.checkpoint is None) == (not arguments.rows):
        parser.error("name a checkpoint, or --rows")
    folder = arguments.models / arguments.id
    try:
        files = arguments.rows or development_rows_paths(arguments.runs, arguments.checkpoint, arguments.precision)
        content = calibrations(without_evaluation_sets(read_all_rows(files)), read_manifest(folder))
        if arguments.support:
            read = without_evaluation_sets(read_all_rows(arguments.support))
            content["support"] = support_judgements(*support_of(folder, read), [source_of(row) for row in read])
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    (folder / "calibration.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")
    for each in content["calibrations"]:
        rated = sum(map(len, each["rated"].values()))
        print(f"{each['protocol']}, {each['paths']} paths: {rated} cases, {len(each['points'])} points.")
    print(f"Wrote {folder / 'calibration.json'}.")

