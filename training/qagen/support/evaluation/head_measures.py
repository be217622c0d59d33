"""How well the head's scores rank and point: ROC-AUC, pair accuracy, pointing accuracy, ROC-AUC over tokens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import roc_auc_score

from .head_numbers import text_and_top_three, top_three


@dataclass(frozen=True)
class ClaimScores:
    """Of one claim. `text`: number of its source. `label` 1: unsupported. `tokens`, `log_probs` float [tokens]; `token_labels` 1, 0, or -1
    where unknown."""

    set_name: str
    text: int
    label: int
    claim: float
    tokens: np.ndarray
    token_labels: np.ndarray
    log_probs: np.ndarray


# All rise with how little the source supports the claim.
SCORES = {
    "claim": lambda row: row.claim,
    "largest": lambda row: float(row.tokens.max()),
    "top 3": lambda row: top_three(row.tokens),
    "claim+top 3": lambda row: text_and_top_three(row.claim, row.tokens),
    "mean": lambda row: float(row.tokens.mean()),
    "-log p": lambda row: -float(row.log_probs.mean()),
}


def measures(rows: list[ClaimScores]) -> dict[str, float]:
    """Measures that the rows allow: of one kind of label alone there is no ranking. `auc`: over all rows. `pair`: share of the couples of an
    unsupported and a supported claim of one text that are in the right order; ties count a half. `pointing`: share of the unsupported claims
    with known words whose largest token is unsupported; `chance`: the share of their tokens that is."""
    found: dict[str, float] = {"n": len(rows)}
    labels = [row.label for row in rows]
    for name, score in SCORES.items():
        values = [score(row) for row in rows]
        if len(set(labels)) == 2:
            found[f"auc {name}"] = roc_auc_score(labels, values)
        couples = list(_couples(rows, values))
        if couples:
            found[f"pair {name}"] = float(np.mean(couples))
    known = [row for row in rows if row.label == 1 and (row.token_labels == 1).any()]
    if known:
        found["pointing"] = float(np.mean([row.token_labels[row.tokens.argmax()] == 1 for row in known]))
        found["chance"] = float(np.mean([(row.token_labels == 1).mean() for row in known]))
    token_labels = np.concatenate([row.token_labels for row in rows])
    tokens = np.concatenate([row.tokens for row in rows])[token_labels >= 0]
    token_labels = token_labels[token_labels >= 0]
    if len(np.unique(token_labels)) == 2:
        found["auc tokens"] = roc_auc_score(token_labels, tokens)
    return found


def _couples(rows: list[ClaimScores], values: list[float]) -> Iterable[float]:
    of_text: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        of_text.setdefault(row.text, []).append(at)
    for members in of_text.values():
        for wrong in members:
            for right in members:
                if rows[wrong].label > rows[right].label:
                    yield (values[wrong] > values[right]) + 0.5 * (values[wrong] == values[right])


def table(by_set: dict[str, dict[str, float]]) -> str:
    """Markdown: a row for each set, a column for each measure that any set has."""
    columns = list(dict.fromkeys(column for found in by_set.values() for column in found))
    lines = ["| set | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for name, found in by_set.items():
        cells = [f"{found[column]:.3f}" if column in found and column != "n" else str(found.get(column, "–")) for column in columns]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
