"""Print how well QUALS, ROUGE, agreement and log p agree with people, over all and within each origin, with 95 % intervals.

    npx quals score --input DIR/consistency/cliff.jsonl --compare --output cliff.jsonl
    python -m qagen compare_measures cliff.jsonl --data DIR --set cliff

`npx quals score --first-look --compare` is enough for ROUGE, log p and the support head; it takes a fraction of the time. Stored rows of
`evaluate_support` have the same three (with `pip install -e '.[measures]'`):

    python -m qagen compare_measures evaluation/FILE.jsonl.xz --data DIR --set cliff
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ...data.labelled_summaries import DEVELOPMENT_SETS, SETS, read_set
from ...evaluation.measure_table import join, table
from ...evaluation.rows import read_all_rows
from ...paths import add_data_option
from ...support.evaluation.stored_looks import as_command_rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path, nargs="+", metavar="FILE", help="output of `npx quals score --compare`, or of evaluate_support")
    parser.add_argument("--set", required=True, choices=(*SETS, *DEVELOPMENT_SETS))
    add_data_option(parser)
    arguments = parser.parse_args()
    try:
        labelled = read_set(arguments.data, arguments.set)
        rows = join(labelled, as_command_rows(labelled, read_all_rows(arguments.rows)))
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    if not rows:
        sys.exit(f"No id of {arguments.set} is in these rows.")
    print(table(rows))
