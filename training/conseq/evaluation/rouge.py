"""ROUGE-1, -2 and -L by Google's rouge-score with stemming: the numbers of `quals score --compare`, from Python."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rouge_score.rouge_scorer import RougeScorer

NAMES = ("rouge1", "rouge2", "rougeL")


@cache
def _scorer() -> RougeScorer:
    return RougeScorer(list(NAMES), use_stemmer=True)


def rouge(targets: Sequence[str], summary: str) -> dict[str, float]:
    """F1 of each measure against the target for which it is highest, as SciTLDR's evaluation counts several references."""
    return {name: score.fmeasure for name, score in _scorer().score_multi(targets, summary).items()}


def ensemble(source: str, summary: str) -> float:
    """Mean of the three against the article: the paper's second baseline, as `quals choose --by rouge` computes it."""
    return sum(rouge([source], summary).values()) / len(NAMES)
