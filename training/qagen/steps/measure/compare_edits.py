"""Compare edited summaries with their originals: how often does the edited one score lower?

    python -m qagen compare_edits evaluation/0.3.0-60-float32.jsonl.xz --data DIR
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ...data.labelled_summaries import read_set
from ...evaluation.rows import read_all_rows
from ...paths import add_data_option

EDITED_SET = "summedits-news"
PROTOCOL = "matched"
MEASURES = ("quals", "answerGap")


def scored_lower(rows: list[dict], summaries: list[dict], measure: str) -> dict[int, tuple[int, int]]:
    """By label (1: still consistent, 0: made inconsistent): number of edited summaries below their original, number of all. Without those
    whose original has no row, and without unscorable ones."""
    values = {row["id"]: row[PROTOCOL][measure] for row in rows if row["set"] == EDITED_SET}
    originals = {summary["summary"]: summary["id"] for summary in summaries}
    counts = {0: (0, 0), 1: (0, 0)}
    for summary in summaries:
        original = originals.get(summary["original"])
        before, after = values.get(original), values.get(summary["id"])
        if original == summary["id"] or before is None or after is None:
            continue
        lower, all_of_them = counts[int(summary["label"])]
        counts[int(summary["label"])] = (lower + (after < before), all_of_them + 1)
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    add_data_option(parser)
    arguments = parser.parse_args()
    rows, summaries = read_all_rows([arguments.rows]), read_set(arguments.data, EDITED_SET)
    for measure in MEASURES:
        for label, (lower, count) in scored_lower(rows, summaries, measure).items():
            kind = "still consistent" if label else "made inconsistent"
            print(f"{measure}, {kind}: {lower} of {count} below the original ({lower / max(1, count):.0%})")
