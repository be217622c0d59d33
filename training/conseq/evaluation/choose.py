"""The choice of S+ and S- by the released rule of ConSeq; the same as `quals choose` (src/batch/contrast/choose-texts.ts).

S+ has the references with the highest scores, S- the generated summaries with the lowest. An article is used only if it has a text in
both.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .rouge import ensemble

RELEASED_SHARE = 0.3
ROUNDING = 1e-9  # 0.3 of 10 is 3, although the product in binary may be a little less


@dataclass(frozen=True)
class ScoredText:
    """`kind`: reference or generated. `value`: higher is better."""

    id: str
    source: str
    summary: str
    kind: str
    value: float


@dataclass(frozen=True)
class Choice:
    positive: list[ScoredText]
    negative: list[ScoredText]


def choose(texts: Sequence[ScoredText], references: float = RELEASED_SHARE, generated: float = RELEASED_SHARE) -> Choice:
    """Both sets in the order of `texts`. A share is rounded down to whole texts; of equal values the first comes first. Raises
    ValueError for a share outside 0 to 1."""
    best = _leading(texts, "reference", references, lambda text: -text.value)
    worst = _leading(texts, "generated", generated, lambda text: text.value)
    articles = {text.source for text in best} & {text.source for text in worst}
    return Choice(*([text for text in texts if text in chosen and text.source in articles] for chosen in (best, worst)))


def _leading(texts: Sequence[ScoredText], kind: str, share: float, order: Callable[[ScoredText], float]) -> set[ScoredText]:
    if not 0 <= share <= 1:
        raise ValueError(f"A share of {share} is not between 0 and 1.")
    of_kind = sorted((text for text in texts if text.kind == kind), key=order)
    return set(of_kind[: math.floor(len(of_kind) * share + ROUNDING)])


def by_quals(rows: Sequence[dict], scores: Sequence[dict]) -> list[ScoredText]:
    """Rows of `generate` with rows of `quals score`. Unscorable texts take no part. Raises ValueError if a row is not in the scores."""
    quals = {str(score["id"]): score.get("quals") for score in scores}
    if missing := [row["id"] for row in rows if row["id"] not in quals]:
        raise ValueError(f"{len(missing)} rows are not scored, {missing[0]} among them. Run `python -m conseq score --part pool` first.")
    return [text_of(row, quals[row["id"]]) for row in rows if quals[row["id"]] is not None]


def by_rouge(rows: Sequence[dict]) -> list[ScoredText]:
    """Rows of `generate`, each with its ROUGE against the article."""
    return [text_of(row, ensemble(row["source"], row["summary"])) for row in rows]


def text_of(row: dict, value: float) -> ScoredText:
    return ScoredText(row["id"], row["source"], row["summary"], row["kind"], value)
