"""Tables of the model card: agreement with human labels, and statistics of the search."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from scipy.stats import rankdata

from ..support.evaluation.head_numbers import text_and_top_three
from .auc_by_origin import auc_by_origin, auc_of, within_needed
from .intervals import cell, interval, source_of, with_interval

AIMED = 0.87  # target ROC-AUC of a set with several origins
MEASURES: dict[str, Callable[[dict], float | None]] = {
    "QUALS, matched": lambda row: row["matched"]["quals"],
    "answer gap, matched": lambda row: row["matched"]["answerGap"],
    "worst pair, matched": lambda row: row["matched"]["worst"],
    "worst answer gap, matched": lambda row: min((gap for _, gap in row["matched"]["pairs"]), default=None),
    "QUALS, released": lambda row: row["released"]["quals"],
    "answer gap, released": lambda row: row["released"]["answerGap"],
    "log p(summary given source)": lambda row: row["summaryGivenSource"],
    "ROUGE-2 with the source": lambda row: row["rouge2"],
    "copied 2-grams": lambda row: row["copied2"],
    "copied 3-grams": lambda row: row["copied3"],
    "support head": lambda row: -text_and_top_three(row["support"]["claim"], row["support"]["tokens"]) if "support" in row else None,
}


# Written out, because an interval takes each 2,000 times: scikit-learn and SciPy check their input and compute p-values each time.


def auc(scores: np.ndarray, labels: np.ndarray) -> float:
    """ROC-AUC from the sum of the ranks of the texts with label 1 (Mann and Whitney, 1947)."""
    positive = labels == 1
    count, others = int(positive.sum()), int((~positive).sum())
    return float((rankdata(scores)[positive].sum() - count * (count + 1) / 2) / (count * others))


def auc_within(scores: np.ndarray, labels: np.ndarray, groups: np.ndarray) -> float | None:
    """ROC-AUC over the couples of one group alone; None without any."""
    ordered = couples = 0.0
    for group in np.unique(groups):
        own = labels[groups == group] == 1
        count = int(own.sum()) * int((~own).sum())
        if count:
            ordered += count * auc(scores[groups == group], labels[groups == group])
            couples += count
    return ordered / couples if couples else None


def pearson(scores: np.ndarray, labels: np.ndarray) -> float:
    return float(np.corrcoef(scores, labels)[0, 1])


def spearman(scores: np.ndarray, labels: np.ndarray) -> float:
    return pearson(rankdata(scores), rankdata(labels))


def agreement_line(name: str, measure: Callable[[dict], float | None], rows: Sequence[dict]) -> str:
    found = [(value, row["label"], source_of(row)) for row in rows if (value := measure(row)) is not None]
    scores, labels = np.array([value for value, _, _ in found]), np.array([label for _, label, _ in found])
    if len(set(labels)) < 2 or len(set(scores)) < 2:
        return f"| {name} | {len(found)} | – | – | – |"
    cells = [cell(*with_interval(statistic, scores, labels, [source for *_, source in found])) for statistic in (auc, pearson, spearman)]
    return f"| {name} | {len(found)} | {' | '.join(cells)} |"


def search_line(rows: Sequence[dict], protocol: str) -> str:
    """Shares are of all generated pairs. Unscorable: no pair was kept."""
    written = sum(row["written"] for row in rows)
    answered = sum(row["answered"][protocol] for row in rows) / written
    distinct = sum(row["distinctQuestions"] for row in rows) / written
    kept = sum(row[protocol]["kept"] for row in rows) / len(rows)
    none = sum(row[protocol]["quals"] is None for row in rows)
    return f"| {protocol} | {answered:.1%} | {distinct:.1%} | {kept:.1f} | {none} ({none / len(rows):.1%}) |"


def agreement_table(title: str, rows: Sequence[dict]) -> list[str]:
    consistent = sum(row["label"] == 1 for row in rows)
    return [
        f"### {title}: {len(rows)} summaries of {len({source_of(row) for row in rows})} articles, {consistent} consistent",
        "",
        "| measure | summaries | ROC-AUC | Pearson r | Spearman ρ |",
        "|---|---|---|---|---|",
        *(agreement_line(name, measure, rows) for name, measure in MEASURES.items() if any(measure(row) is not None for row in rows)),
        "",
    ]


def couples_table(name: str, rows: Sequence[dict]) -> list[str]:
    """AUC of QUALS by the origins of couples, and the AUC within origins that the target needs; [] without couples within an origin."""
    scored = [(row["origin"], row["label"] == 1, row["matched"]["quals"]) for row in rows if row["matched"]["quals"] is not None]
    couples = auc_by_origin(scored)
    if not any(each.consistent == each.inconsistent for each in couples):
        return []
    return [
        f"{name}, QUALS, matched: ROC-AUC {auc_of(couples):.3f}, by the origins of the two summaries",
        "",
        "| consistent one | inconsistent one | share of couples | in the right order |",
        "|---|---|---|---|",
        *(f"| {each.consistent} | {each.inconsistent} | {each.share:.1%} | {each.ordered:.3f} |" for each in couples),
        "",
        f"For {AIMED:.2f}, if couples of two origins stay as they are, each origin needs {within_needed(couples, AIMED):.2f} on its own.",
        "",
    ]


def sets_table(rows: Sequence[dict]) -> list[str]:
    """Of several sets: ROC-AUC within them, from the couples of one set alone. Sets differ in their share of consistent texts, so over all couples
    a measure also ranks well if it tells the sets apart."""
    lines = ["### All sets", "", "| measure | summaries | ROC-AUC within the sets | over all couples |", "|---|--:|---|--:|"]
    for name, measure in MEASURES.items():
        found = [row for row in rows if measure(row) is not None]
        scores, labels, sets = (np.array([of(row) for row in found]) for of in (measure, lambda row: row["label"], lambda row: row["set"]))
        own = auc_within(scores, labels, sets)
        if own is not None:
            low, high = interval(lambda chosen: auc_within(scores[chosen], labels[chosen], sets[chosen]), [source_of(row) for row in found])
            lines.append(f"| {name} | {len(found)} | {cell(own, low, high)} | {auc(scores, labels):.3f} |")
    return [*lines, ""]


def table(rows: Sequence[dict]) -> str:
    """Markdown. A set with several origins is shown as a whole and by origin: the amount of copying alone tells origins apart."""
    lines = []
    sets = sorted({row["set"] for row in rows})
    for name in sets:
        of_set = [row for row in rows if row["set"] == name]
        origins = sorted({row["origin"] for row in of_set})
        lines += agreement_table(name, of_set)
        for origin in origins if len(origins) > 1 else []:
            lines += agreement_table(f"{name}, {origin} alone", [row for row in of_set if row["origin"] == origin])
        if len(origins) > 1:
            lines += couples_table(name, of_set)
        seconds = sum(row["seconds"] for row in of_set) / len(of_set)
        lines += [
            f"{name}, the search; {seconds:.1f} s per summary:",
            "",
            "| protocol | answer in the summary | distinct questions | pairs kept | unscorable |",
            "|---|---|---|---|---|",
            *(search_line(of_set, protocol) for protocol in ("matched", "released")),
            "",
        ]
    if len(sets) > 1:
        lines += sets_table(rows)
    return "\n".join(lines)
