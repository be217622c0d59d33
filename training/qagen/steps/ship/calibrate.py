"""Write `calibration.json` of a model from rows of `evaluate`, for each number of paths that they have.

    python -m qagen calibrate --id ID [--precision float32] [--runs DIR] [--models DIR]    # from the model's rows in the runs folder
    python -m qagen calibrate --rows evaluation/FILE.jsonl.xz [FILE …] --id ID             # from stored rows

Rows of other sets are left out. The sets for evaluation are refused, and so are rows of other weights than the model's.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from ...data.labelled_summaries import CALIBRATION_SETS
from ...evaluation.calibration import calibrations, support_judgements
from ...evaluation.intervals import source_of
from ...evaluation.rows import development_rows_paths, read_rows_to_fit
from ...model.reference_model import PRECISIONS
from ...onnx.exported_model import fingerprint
from ...onnx.manifest import read_manifest
from ...onnx.support_head import FILE
from ...paths import add_models_option, add_runs_option
from ...support.evaluation.support_table import combination
from .calibrate_support import SETS


def support_of(folder: Path, rows: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Of each row the probability that the source supports the text, and whether people say so."""
    claim = json.loads((folder / FILE).read_text())["calibration"]["claim"]
    score = combination(claim["weights"], claim["offset"])
    unsupported = 1 / (1 + np.exp(-np.array([score(row) for row in rows])))
    return 1 - unsupported, np.array([row["label"] == 0 for row in rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--id", required=True)
    parser.add_argument("--rows", type=Path, nargs="+", default=[], metavar="FILE", help="default: the model's development rows in the runs folder")
    parser.add_argument("--sets", nargs="+", default=list(CALIBRATION_SETS))
    parser.add_argument("--support", type=Path, nargs="+", default=[], metavar="FILE", help="rows of evaluate_support: judgements by the head's reading")
    parser.add_argument("--support-sets", nargs="+", default=list(SETS))
    parser.add_argument("--precision", choices=PRECISIONS, default="float32")
    add_models_option(parser)
    add_runs_option(parser)
    arguments = parser.parse_args()
    folder = arguments.models / arguments.id
    try:
        weights = fingerprint(folder)
        files = arguments.rows or development_rows_paths(arguments.runs, folder, arguments.precision)
        content = calibrations(read_rows_to_fit(files, arguments.sets, weights), read_manifest(folder))
        if arguments.support:
            read = read_rows_to_fit(arguments.support, arguments.support_sets, weights)
            content["support"] = support_judgements(*support_of(folder, read), [source_of(row) for row in read])
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    (folder / "calibration.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")
    for each in content["calibrations"]:
        rated = sum(map(len, each["rated"].values()))
        print(f"{each['protocol']}, {each['paths']} paths: {rated} cases, {len(each['points'])} points.")
    print(f"Wrote {folder / 'calibration.json'}.")
