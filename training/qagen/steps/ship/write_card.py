"""Write the support head's tables into the model card.

    python -m qagen write_card --id ID --evaluation evaluation/FILE.jsonl.xz --development evaluation/FILE.jsonl.xz [--check]

Rows of other weights than the model's are refused. With --check it changes nothing and ends with status 1 if the card has other numbers.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ...data.labelled_summaries import without_evaluation_sets
from ...evaluation.rows import read_rows_to_show
from ...onnx.exported_model import fingerprint
from ...onnx.support_head import FILE
from ...paths import add_models_option
from ...support.evaluation.card_tables import DEVELOPMENT, EVALUATION, development_tables, evaluation_tables, with_tables

CARD = "README.md"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--id", required=True)
    parser.add_argument("--evaluation", type=Path, nargs="+", required=True, metavar="FILE", help="rows of the sets for evaluation")
    parser.add_argument("--development", type=Path, nargs="+", required=True, metavar="FILE", help="rows of the development part")
    parser.add_argument("--check", action="store_true", help="only compare")
    add_models_option(parser)
    options = parser.parse_args()
    card = options.models / options.id / CARD
    try:
        before = card.read_text()
        calibration = json.loads((card.parent / FILE).read_text())["calibration"]
        weights = fingerprint(card.parent)
        evaluation = read_rows_to_show(options.evaluation, weights)
        development = without_evaluation_sets(read_rows_to_show(options.development, weights))
        after = with_tables(before, EVALUATION, evaluation_tables(evaluation, calibration))
        after = with_tables(after, DEVELOPMENT, development_tables(development, calibration))
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    if not options.check:
        card.write_text(after)
        print(f"Wrote the tables of {card}.")
    elif after != before:
        other = [line for line in before.split("\n") if line not in after.split("\n")]
        sys.exit("\n".join([f"{card} has other numbers than the rows give, in these lines:", *other]))
