"""95 % bootstrap intervals over sources. Texts of one source are not independent: SummEdits news has 390 texts of 12 articles.

With few sources an interval is too narrow, so tables give their number.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

import numpy as np

RESAMPLES = 2000


def source_of(row: dict) -> Hashable:
    """The source of a row of `evaluate` (`source`) or of `evaluate_support` (`text`, its number in the set). Rows of `evaluate` that name none: each
    text counts as a source."""
    return row.get("set"), row.get("source", row.get("text", row.get("id")))


def names_source(row: dict) -> bool:
    return "source" in row or "text" in row


def resampled(sources: Sequence[Hashable]) -> Iterator[np.ndarray]:
    """RESAMPLES times: the places of all texts of as many sources, drawn with replacement. `sources`: of each text."""
    places: dict[Hashable, list[int]] = {}
    for place, source in enumerate(sources):
        places.setdefault(source, []).append(place)
    of_source = [np.array(each) for each in places.values()]
    draw = np.random.default_rng(0)
    for _ in range(RESAMPLES):
        yield np.concatenate([of_source[source] for source in draw.integers(0, len(of_source), len(of_source))])


def interval(statistic: Callable[[np.ndarray], float | None], sources: Sequence[Hashable]) -> tuple[float, float]:
    """Percentile interval of a statistic of chosen places; None where it is not defined, as ROC-AUC for texts of one label."""
    values = [value for chosen in resampled(sources) if (value := statistic(chosen)) is not None]
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def with_interval(
    statistic: Callable[[np.ndarray, np.ndarray], float], scores: np.ndarray, labels: np.ndarray, sources: Sequence[Hashable]
) -> tuple[float, float, float]:
    """The statistic of scores and labels, and its interval."""

    def of(chosen: np.ndarray) -> float | None:
        some, their_labels = scores[chosen], labels[chosen]
        return statistic(some, their_labels) if len(set(their_labels)) > 1 and len(set(some)) > 1 else None

    return statistic(scores, labels), *interval(of, sources)


def cell(value: float, low: float, high: float) -> str:
    return f"{value:.3f} [{low:.2f} {high:.2f}]"
