"""Compare two row files on the summaries that both scored: correlation of their QUALS, and difference of their ROC-AUC.

For two versions of the model, or two numbers of paths. Intervals: paired bootstrap over summaries, 95 %.

    python -m qagen compare_rows runs/evaluation/FIRST.jsonl runs/evaluation/SECOND.jsonl
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from ...evaluation.agreement_table import auc
from ...evaluation.rows import read_all_rows

MEASURES = ("quals", "answerGap")
PROTOCOL = "matched"
RESAMPLES = 2000


def shared_values(first: list[dict], second: list[dict], measure: str) -> np.ndarray:
    """float64 [summaries, 3]: label, value in the first file, value in the second; summaries that are scored in both."""
    others = {(row["set"], row["id"]): row[PROTOCOL][measure] for row in second}
    pairs = ((row["label"], row[PROTOCOL][measure], others.get((row["set"], row["id"]))) for row in first)
    return np.array([pair for pair in pairs if None not in pair], dtype=float).reshape(-1, 3)


def auc_difference(values: np.ndarray) -> tuple[float, float, float, float]:
    """AUC of the first, AUC of the second, lower and upper end of the interval of (second - first)."""
    draw = np.random.default_rng(0)
    differences = []
    while len(differences) < RESAMPLES:
        label, a, b = values[draw.integers(0, len(values), len(values))].T
        if 0 < label.sum() < len(label):
            differences.append(auc(b, label) - auc(a, label))
    label, a, b = values.T
    low, high = np.percentile(differences, [2.5, 97.5])
    return auc(a, label), auc(b, label), low, high


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    arguments = parser.parse_args()
    first, second = read_all_rows([arguments.first]), read_all_rows([arguments.second])
    for name in (*sorted({row["set"] for row in first}), "all"):
        for measure in MEASURES:
            values = shared_values([row for row in first if name in (row["set"], "all")], second, measure)
            if len(set(values[:, 0])) < 2:
                continue
            _, a, b = values.T
            one, other, low, high = auc_difference(values)
            print(f"{name} {measure}: {len(values)} summaries, r {np.corrcoef(a, b)[0, 1]:.2f}, mean absolute difference {np.abs(a - b).mean():.2f}, "
                  f"AUC {one:.3f} and {other:.3f}, difference {other - one:+.3f} [{low:+.2f} {high:+.2f}]")
