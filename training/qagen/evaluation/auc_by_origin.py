"""ROC-AUC of a set, split by the origins of its summaries.

ROC-AUC is the share of couples (consistent, inconsistent) that are in the right order. Couples are grouped by the origins of their two
summaries; the AUC of the set is the mean over the groups, weighted by size. If one origin copies and is mostly consistent, and another
is not, most couples only tell the origins apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np


@dataclass(frozen=True)
class Couples:
    """`share`: part of all couples of the set. `ordered`: part of these in the right order; ties count half."""

    consistent: str
    inconsistent: str
    share: float
    ordered: float


def auc_by_origin(rows: Sequence[tuple[str, bool, float]]) -> list[Couples]:
    """`rows`: origin, consistent, score. By falling share; origins without couples are left out."""
    of: dict[tuple[str, bool], list[float]] = {}
    for origin, consistent, score in rows:
        of.setdefault((origin, consistent), []).append(score)
    origins = sorted({origin for origin, _, _ in rows})
    found = []
    for better, worse in product(origins, repeat=2):
        higher, lower = np.array(of.get((better, True), [])), np.array(of.get((worse, False), []))
        if len(higher) and len(lower):
            difference = higher[:, None] - lower[None, :]
            found.append((better, worse, difference.size, float(((difference > 0) + (difference == 0) / 2).mean())))
    couples = sum(size for _, _, size, _ in found)
    return sorted((Couples(better, worse, size / couples, ordered) for better, worse, size, ordered in found), key=lambda each: -each.share)


def auc_of(couples: Sequence[Couples]) -> float:
    """ROC-AUC of the set."""
    return sum(each.share * each.ordered for each in couples)


def within_needed(couples: Sequence[Couples], aim: float) -> float:
    """The AUC that each origin needs on its own for a set AUC of `aim`, if couples of two origins stay as they are."""
    across = sum(each.share * each.ordered for each in couples if each.consistent != each.inconsistent)
    return (aim - across) / sum(each.share for each in couples if each.consistent == each.inconsistent)
