"""The table of the report: each summariser on the same test articles, and its change against the MLE start."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import bootstrap

from .rouge import rouge

RESAMPLES = 2000
LEAST_ARTICLES = 2  # for an interval


@dataclass(frozen=True)
class Measured:
    """One summary of a test article: its row of `generate` and its row of `quals score --compare`."""

    row: dict
    score: dict


def rouge_f1(name: str) -> Callable[[Measured], float]:
    return lambda one: rouge(one.row["references"], one.row["summary"])[name]


MEASURES: dict[str, Callable[[Measured], float | None]] = {
    "QUALS": lambda one: one.score.get("quals"),
    "agreement (QAGS, one model)": lambda one: one.score.get("agreement"),
    "second judge (support head)": lambda one: one.score.get("supported"),
    "ROUGE-1": rouge_f1("rouge1"),
    "ROUGE-2": rouge_f1("rouge2"),
    "ROUGE-L": rouge_f1("rougeL"),
    "log p(summary given source)": lambda one: one.score.get("sourceLogProb"),
    "words": lambda one: float(len(one.row["summary"].split())),
}


def join(rows: Sequence[dict], scores: Sequence[dict]) -> dict[str, Measured]:
    """By article. Raises ValueError if a row has no score."""
    of = {str(score["id"]): score for score in scores}
    if missing := [row["id"] for row in rows if row["id"] not in of]:
        raise ValueError(f"{len(missing)} rows are not scored, {missing[0]} among them. Run `python -m conseq score` first.")
    return {row["article"]: Measured(row, of[row["id"]]) for row in rows}


def change(before: Sequence[float], after: Sequence[float]) -> tuple[float, float, float]:
    """Mean of after - before, and its 95 % percentile bootstrap interval over articles (paired)."""
    differences = np.subtract(after, before)
    if not differences.any():
        return 0.0, 0.0, 0.0
    found = bootstrap((differences,), np.mean, n_resamples=RESAMPLES, method="percentile", rng=np.random.default_rng(0))
    return float(differences.mean()), float(found.confidence_interval.low), float(found.confidence_interval.high)


def measure_line(name: str, of: Callable[[Measured], float | None], summarisers: Mapping[str, Mapping[str, Measured]]) -> str:
    """Over the articles for which every summariser has a value. The first summariser is the start."""
    values = [{article: of(one) for article, one in measured.items()} for measured in summarisers.values()]
    shared = [article for article in values[0] if all(of_one.get(article) is not None for of_one in values)]
    if len(shared) < LEAST_ARTICLES:
        return f"| {name} | {len(shared)} |" + " – |" * (2 * len(values) - 1)
    start, *others = ([of_one[article] for article in shared] for of_one in values)
    cells = [f"{np.mean(start):.3f}"]
    for other in others:
        mean, low, high = change(start, other)
        cells += [f"{np.mean(other):.3f}", f"{mean:+.3f} [{low:+.3f} {high:+.3f}]"]
    return f"| {name} | {len(shared)} | {' | '.join(cells)} |"


def table(summarisers: Mapping[str, Mapping[str, Measured]]) -> str:
    """Markdown. Below it: unscorable summaries, and summaries that are the same as before."""
    start, *others = summarisers
    head = ["measure", "articles", start, *(cell for name in others for cell in (name, "change"))]
    lines = [f"| {' | '.join(head)} |", "|---|--:|" + "--:|" * (len(head) - 2)]
    lines += [measure_line(name, of, summarisers) for name, of in MEASURES.items()]
    lines.append("")
    for name, measured in summarisers.items():
        unscorable = sum(one.score.get("quals") is None for one in measured.values())
        first = summarisers[start]
        same = sum(article in first and one.row["summary"] == first[article].row["summary"] for article, one in measured.items())
        more = "" if name == start else f", {same} the same as {start}'s"
        lines.append(f"{name}: {len(measured)} summaries, {unscorable} unscorable{more}.")
    return "\n".join(lines)
