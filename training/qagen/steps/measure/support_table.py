"""Print the support head's tables of the model card from rows of `evaluate_support`.

    python -m qagen support_table evaluation/FILE.jsonl.xz --id ID [--development evaluation/DEVELOPMENT.jsonl.xz]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from ...data.labelled_summaries import without_evaluation_sets
from ...evaluation.rows import read_rows_to_show
from ...onnx.exported_model import fingerprint
from ...onnx.support_head import FILE
from ...paths import MODELS
from ...support.evaluation.card_tables import marks_of
from ...support.evaluation.support_table import SCORES, combination, detection_table, pair_table, pointing_table, ranking_table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--id", required=True, help="model that wrote the rows; its calibration combines the measures")
    parser.add_argument("--models", type=Path, default=MODELS, metavar="DIR", help="folder of the exported models")
    parser.add_argument("--development", type=Path, nargs="+", default=[], metavar="FILE", help="rows that the limits of F1 are chosen on")
    options = parser.parse_args()
    try:
        folder = options.models / options.id
        rows = read_rows_to_show(options.rows, fingerprint(folder))
        development = without_evaluation_sets(read_rows_to_show(options.development, fingerprint(folder)))
        calibration = json.loads((folder / FILE).read_text())["calibration"]
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    combined = combination(calibration["claim"]["weights"], calibration["claim"]["offset"])
    marks = marks_of(calibration)
    print(ranking_table(rows, {**SCORES, "combined": combined}), end="\n\n")
    print(pair_table(rows, {**SCORES, "combined": combined}), end="\n\n")
    print(pointing_table(rows, marks), end="\n\n")
    print("With the head's logit alone:\n")
    print(pointing_table(rows, lambda row: np.array(row["tokens"])), end="\n\n")
    if development:
        print(detection_table(rows, development, combined, marks))
