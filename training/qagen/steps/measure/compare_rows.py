"""Compare two row files on the summaries that both scored: correlation of their scores, and difference of their ROC-AUC.

For two versions of the model, or two numbers of paths. Rows of `evaluate`: QUALS and answer gap. Rows of `evaluate_support`: text + top 3. Intervals:
paired bootstrap over sources, 95 %.

    python -m qagen compare_rows FIRST.jsonl.xz SECOND.jsonl.xz
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

import numpy as np

from ...evaluation.agreement_table import auc_within
from ...evaluation.intervals import interval, names_source, source_of
from ...evaluation.rows import read_rows_to_show
from ...support.evaluation.support_table import SCORES

WITHIN, POOLED = "within the sets", "over all couples"

MEASURES: dict[str, Callable[[dict], float | None]] = {
    "quals": lambda row: row["matched"]["quals"] if "matched" in row else None,
    "answerGap": lambda row: row["matched"]["answerGap"] if "matched" in row else None,
    "text + top 3": lambda row: SCORES["text + top 3"](row) if "tokens" in row else None,
}


def shared_values(first: list[dict], second: list[dict], measure: str) -> tuple[np.ndarray, list[dict]]:
    """float64 [summaries, 3]: label, value in the first file, value in the second; summaries that are scored in both. And of each the row that names
    its source, if one does."""
    value = MEASURES[measure]
    others = {(row["set"], row["id"]): row for row in second}
    both = [(row, others[row["set"], row["id"]]) for row in first if (row["set"], row["id"]) in others]
    # Older rows do not name their sources.
    found = [(row["label"], value(row), value(other), row if names_source(row) else other) for row, other in both]
    found = [each for each in found if None not in each[:3]]
    return np.array([each[:3] for each in found], dtype=float).reshape(-1, 3), [each[3] for each in found]


def auc_difference(values: np.ndarray, sources: Sequence[Hashable], groups: np.ndarray) -> tuple[float, float, float, float] | None:
    """Over the couples of one group alone: AUC of the first, AUC of the second, lower and upper end of the interval of (second - first). None without
    any couple."""

    def aucs(chosen: np.ndarray) -> tuple[float, float] | None:
        label, a, b = values[chosen].T
        one, other = auc_within(a, label, groups[chosen]), auc_within(b, label, groups[chosen])
        return None if one is None or other is None else (one, other)

    def difference(chosen: np.ndarray) -> float | None:
        found = aucs(chosen)
        return found and found[1] - found[0]

    whole = aucs(np.arange(len(values)))
    return whole and (*whole, *interval(difference, sources))


def comparison(name: str, measure: str, first: list[dict], second: list[dict]) -> str | None:
    """`name`: of a set, or one of WITHIN and POOLED. None if there is nothing to compare."""
    rows = [row for row in first if name in (row["set"], WITHIN, POOLED)]
    values, compared = shared_values(rows, second, measure)
    sources = [source_of(row) for row in compared]
    groups = np.array([row["set"] if name == WITHIN else "" for row in compared])
    found = auc_difference(values, sources, groups)
    if found is None:
        return None
    _, a, b = values.T
    one, other, low, high = found
    # A row that names no source counts as one of its own, so the number is that of articles only if all rows name theirs.
    unit = "articles" if all(map(names_source, compared)) else "texts, whose articles are unknown"
    return (f"{name} {measure}: {len(values)} summaries of {len(set(sources))} {unit}, r {np.corrcoef(a, b)[0, 1]:.2f}, mean absolute difference "
            f"{np.abs(a - b).mean():.2f}, AUC {one:.3f} and {other:.3f}, difference {other - one:+.3f} [{low:+.3f} {high:+.3f}]")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    arguments = parser.parse_args()
    try:
        first, second = (labelled_rows(file) for file in (arguments.first, arguments.second))
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    sets = sorted({row["set"] for row in first})
    for name in (*sets, WITHIN, POOLED) if len(sets) > 1 else sets:
        for measure in MEASURES:
            if line := comparison(name, measure, first, second):
                print(line)


def labelled_rows(file: Path) -> list[dict]:
    """Of one model. Raises ValueError for other rows."""
    rows = read_rows_to_show([file])
    if any("set" not in row or "label" not in row for row in rows):
        raise ValueError(f"{file} has rows without set and label. Compare rows of `evaluate` or `evaluate_support`.")
    return rows
