"""Tables of the model card: how the support head ranks texts, points at wrong words and finds them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

import numpy as np
from sklearn.metrics import f1_score, precision_recall_curve, roc_auc_score

from ...evaluation.agreement_table import auc
from ...evaluation.intervals import cell, interval, source_of, with_interval
from .claim_calibration import FEATURES, Row
from .head_numbers import text_and_top_three

Score = Callable[[Row], float]

Marks = Callable[[Row], np.ndarray]
"""A number for each token of a text; it rises with how little the source supports the token."""

SCORES: dict[str, Score] = {
    "text": FEATURES["claim"],
    "largest token": lambda row: max(row["tokens"]),
    "top 3 tokens": FEATURES["topThree"],
    "text + top 3": lambda row: text_and_top_three(row["claim"], row["tokens"]),
    "mean token": FEATURES["mean"],
    "−log p": lambda row: -FEATURES["logProb"](row),
    "mean token − log p": lambda row: FEATURES["mean"](row) - FEATURES["logProb"](row),
}
"""All rise with how little the source supports the text."""


def combination(weights: Mapping[str, float], offset: float) -> Score:
    """The calibrated logit of support-head.json: that the text is unsupported."""
    return lambda row: offset + sum(weight * FEATURES[name](row) for name, weight in weights.items())


def ranking_table(rows: Sequence[Row], scores: Mapping[str, Score]) -> str:
    """ROC-AUC with 95 % bootstrap intervals over articles; a line for each set, and for each of its origins where it has several."""
    lines = ["| texts | articles | n | unsupported | " + " | ".join(scores) + " |", "|---|--:|--:|--:" + "|---" * len(scores) + "|"]
    for name, part in _parts(rows):
        labels, sources = np.array([row["label"] for row in part]), [source_of(row) for row in part]
        cells = [_auc_cell(np.array([score(row) for row in part]), labels, sources) for score in scores.values()]
        lines.append(f"| {name} | {len(set(sources))} | {len(part)} | {labels.sum()} | {' | '.join(cells)} |")
    return "\n".join(lines)


def pair_table(rows: Sequence[Row], scores: Mapping[str, Score]) -> str:
    """Pair accuracy within a source: the share of the couples of an unsupported and a supported text that are in the right order; ties count a
    half. 95 % bootstrap intervals over sources."""
    lines = ["| texts | couples | " + " | ".join(scores) + " |", "|---|--:" + "|---" * len(scores) + "|"]
    for name, part in _parts(rows):
        found = {measure: _couples(part, score) for measure, score in scores.items()}
        count = sum(map(len, next(iter(found.values()))))
        if count:
            lines.append(f"| {name} | {count} | {' | '.join(map(_pair_cell, found.values()))} |")
    return "\n".join(lines)


def _couples(rows: Sequence[Row], score: Score) -> list[list[float]]:
    """Of each source with couples: 1 where one is in the right order, 0.5 for a tie, else 0."""
    of_source: dict[int, tuple[list[float], list[float]]] = {}
    for row in rows:
        of_source.setdefault(row["text"], ([], []))[row["label"]].append(score(row))
    found = [[(w > r) + 0.5 * (w == r) for w in wrong for r in right] for right, wrong in of_source.values()]
    return [of_one for of_one in found if of_one]


def _pair_cell(couples: list[list[float]]) -> str:
    sums, sizes = np.array([sum(each) for each in couples]), np.array([len(each) for each in couples])
    return cell(sums.sum() / sizes.sum(), *interval(lambda chosen: float(sums[chosen].sum() / sizes[chosen].sum()), range(len(couples))))


def _auc_cell(scores: np.ndarray, labels: np.ndarray, sources: Sequence[Hashable]) -> str:
    """A dash where all labels or all scores are equal: nothing is ranked then."""
    if len(set(labels)) < 2 or len(set(scores)) < 2:
        return "–"
    return cell(*with_interval(auc, scores, labels, sources))


def pointing_table(rows: Sequence[Row], marks: Marks) -> str:
    """Over unsupported texts with known words: the share whose strongest mark is on a wrong token, with the share of wrong tokens as chance.
    95 % bootstrap intervals over articles. ROC-AUC over tokens: of all texts with known words."""
    lines = ["| texts | n | strongest mark on a wrong word | chance | n tokens | ROC-AUC over tokens |", "|---|--:|---|--:|--:|--:|"]
    for name, part in _parts(rows):
        known = [row for row in part if row["label"] == 1 and 1 in row["tokenLabels"]]
        if not known:
            continue
        hits = np.array([row["tokenLabels"][int(np.argmax(marks(row)))] == 1 for row in known], float)
        pointing = cell(hits.mean(), *interval(lambda chosen: float(hits[chosen].mean()), [source_of(row) for row in known]))
        chance = np.mean([np.mean(np.array(row["tokenLabels"]) == 1) for row in known])
        labels = np.concatenate([row["tokenLabels"] for row in part])
        logits = np.concatenate([marks(row) for row in part])[labels >= 0]
        labels = labels[labels >= 0]
        of_tokens = f"{roc_auc_score(labels, logits):.3f}" if len(set(labels)) == 2 else "–"
        lines.append(f"| {name} | {len(known)} | {pointing} | {chance:.3f} | {len(labels)} | {of_tokens} |")
    return "\n".join(lines)


def detection_table(rows: Sequence[Row], development: Sequence[Row], score: Score, marks: Marks) -> str:
    """F1 of "the text has unsupported words", beside that of calling every text so, and F1 over characters where people marked some. Both limits
    are those that are best on the development rows of the same origin. One line for each origin that both have."""
    lines = ["| texts | n | F1 of texts | if all are called wrong | F1 over characters | limits |", "|---|--:|--:|--:|--:|---|"]
    for origin in sorted({row["origin"] for row in rows} & {row["origin"] for row in development}):
        part, fitted = ([row for row in each if row["origin"] == origin] for each in (rows, development))
        labels, fitted_labels = ([row["label"] for row in each] for each in (part, fitted))
        limit = best_limit(np.array(fitted_labels), np.array([score(row) for row in fitted]))
        of_texts, of_all = f1_score(labels, [score(row) >= limit for row in part]), f1_score(labels, [True] * len(part))
        of_characters, limits = "–", f"{limit:.2f}"
        if any(any(row["wrongChars"]) for row in fitted):
            token_limit = _best_token_limit(fitted, marks)
            of_characters, limits = f"{character_f1(part, token_limit, marks):.3f}", f"{limit:.2f}, {token_limit:.2f}"
        lines.append(f"| {origin} | {len(part)} | {of_texts:.3f} | {of_all:.3f} | {of_characters} | {limits} |")
    return "\n".join(lines)


def best_limit(labels: np.ndarray, scores: np.ndarray, weights: np.ndarray | None = None) -> float:
    """The lowest score that counts as found, so that F1 is largest."""
    precision, recall, limits = precision_recall_curve(labels, scores, sample_weight=weights)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
    return float(limits[int(np.argmax(f1[:-1]))])


def character_f1(rows: Sequence[Row], limit: float, marks: Marks) -> float:
    """Characters of tokens from `limit` on, against those that people marked; blanks do not count. As RAGTruth measures spans."""
    found = marked = both = 0
    for row in rows:
        for logit, chars, wrong in zip(marks(row), row["chars"], row["wrongChars"], strict=True):
            marked += wrong
            if logit >= limit:
                found += chars
                both += wrong
    return 2 * both / max(1, found + marked)


def _best_token_limit(rows: Sequence[Row], marks: Marks) -> float:
    limits = np.quantile(np.concatenate([marks(row) for row in rows]), np.linspace(0.5, 0.995, 100))
    return float(max(limits, key=lambda limit: character_f1(rows, limit, marks)))


def _parts(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    parts = []
    for name in dict.fromkeys(row["set"] for row in rows):
        of_set = [row for row in rows if row["set"] == name]
        origins = sorted({row["origin"] for row in of_set})
        parts.append((name, of_set))
        if len(origins) > 1:
            parts += [(f"{name}, {origin}", [row for row in of_set if row["origin"] == origin]) for origin in origins]
    return parts
