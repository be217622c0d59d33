"""Print the tables of the model card from rows of `evaluate`, of one model.

    python -m qagen evaluate_table evaluation/FILE.jsonl.xz [FILE …]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ...evaluation.agreement_table import table
from ...evaluation.rows import read_rows_to_show


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path, nargs="+", metavar="FILE")
    try:
        print(table(read_rows_to_show(parser.parse_args().rows)))
    except (OSError, ValueError) as error:
        sys.exit(str(error))
