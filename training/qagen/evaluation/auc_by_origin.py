"""Of what a set's ROC-AUC is made: a set that mixes origins asks two questions at once.

ROC-AUC is the share of (consistent, inconsistent) summaries that stand in the right order. Each such couple has an origin at either
side, so it is the mean of the shares of the kinds of couples, weighted by how many there are: for a set of two origins, one that copies
and is mostly consistent and one that does not, most couples ask only which origin a summary has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np


@dataclass(frozen=True)
class Couples:
    """`share` of all couples of the set, and the share of these in the right order (ties count half)."""

    consistent: str
    inconsistent: str
    share: float
    ordered: float


def auc_by_origin(rows: Sequence[tuple[str, bool, float]]) -> list[Couples]:
    """`rows`: origin, consistent, score. Most frequent couples first; origins without couples are left out."""
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
    """The set's ROC-AUC."""
    return sum(each.share * each.ordered for each in couples)


def within_needed(couples: Sequence[Couples], aim: float) -> float:
    """What every origin's own AUC would have to be for the set's to be `aim`, the couples of two origins ordered as they are."""
    across = sum(each.share * each.ordered for each in couples if each.consistent != each.inconsistent)
    return (aim - across) / sum(each.share for each in couples if each.consistent == each.inconsistent)
