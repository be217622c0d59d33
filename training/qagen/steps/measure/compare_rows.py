"""Compare two row files on the summaries that both scored: correlation of their scores, and difference of their ROC-AUC.

For two versions of the model, or two numbers of paths. Rows of `evaluate`: QUALS and answer gap. Rows of `evaluate_support`: text + top 3. Intervals:
paired bootstrap over sources, 95 %.

    python -m qagen compare_rows FIRST.jsonl.xz SECOND.jsonl.xz
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Hashable
from pathlib import Path

import numpy as np

from ...evaluation.agreement_table import auc
from ...evaluation.intervals import interval, source_of
from ...evaluation.rows import read_all_rows
from ...support.evaluation.support_table import SCORES

MEASURES: dict[str, Callable[[dict], float | None]] = {
    "quals": lambda row: row["matched"]["quals"] if "matched" in row else None,
    "answerGap": lambda row: row["matched"]["answerGap"] if "matched" in row else None,
    "text + top 3": lambda row: SCORES["text + top 3"](row) if "tokens" in row else None,
}


def shared_values(first: list[dict], second: list[dict], measure: str) -> tuple[np.ndarray, list[Hashable]]:
    """float64 [summaries, 3]: label, value in the first file, value in the second; summaries that are scored in both. And their sources."""
    value = MEASURES[measure]
    others = {(row["set"], row["id"]): value(row) for row in second}
    found = [(row["label"], value(row), others.get((row["set"], row["id"])), source_of(row)) for row in first]
    found = [each for each in found if None not in each[:3]]
    return np.array([each[:3] for each in found], dtype=float).reshape(-1, 3), [each[3] for each in found]


def auc_difference(values: np.ndarray, sources: list[Hashable]) -> tuple[float, float, float, float]:
    """AUC of the first, AUC of the second, lower and upper end of the interval of (second - first)."""

    def difference(chosen: np.ndarray) -> float | None:
        label, a, b = values[chosen].T
        return auc(b, label) - auc(a, label) if 0 < label.sum() < len(label) else None

    label, a, b = values.T
    return auc(a, label), auc(b, label), *interval(difference, sources)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    arguments = parser.parse_args()
    first, second = read_all_rows([arguments.first]), read_all_rows([arguments.second])
    for name in (*sorted({row["set"] for row in first}), "all"):
        for measure in MEASURES:
            values, sources = shared_values([row for row in first if name in (row["set"], "all")], second, measure)
            if len(set(values[:, 0])) < 2:
                continue
            _, a, b = values.T
            one, other, low, high = auc_difference(values, sources)
            print(f"{name} {measure}: {len(values)} summaries of {len(set(sources))} articles, r {np.corrcoef(a, b)[0, 1]:.2f}, mean absolute difference {np.abs(a - b).mean():.2f}, "
                  f"AUC {one:.3f} and {other:.3f}, difference {other - one:+.3f} [{low:+.3f} {high:+.3f}]")
