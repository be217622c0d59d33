"""From the head's logits to probabilities: logistic regression on the development part (Platt, 1999)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from .head_numbers import top_three

Row = dict
"""As `evaluate_support` writes it."""

FEATURES: dict[str, Callable[[Row], float]] = {
    "claim": lambda row: row["claim"],
    "topThree": lambda row: top_three(row["tokens"]),
    "mean": lambda row: float(np.mean(row["tokens"])),
    "logProb": lambda row: row["logProb"],
}
"""The same names and order as in src/core/first-look: the claim's logit, the mean of the three largest token logits, the mean of all, and
mean log p(claim | source)."""

COMBINED = ("claim", "topThree")
"""The calibrated number is their plain sum. On the development part of version 0.4.0 it ranks better (mean ROC-AUC 0.696 over eight sets) than
the sum with the largest token logit (0.683) and than fitted weights of four features (0.654, cross-validated): a
fit learns what tells the texts of one set apart, for example that the inconsistent texts of FIB are the likelier ones."""

TOKEN_FEATURES = {"logit": "tokens", "logProb": "logProbs", "priorLogProb": "priorLogProbs"}
"""Names in support-head.json, and the columns of a row."""

BINS = 10

LEVELS = {"weak": 0.3, "strong": 0.6}
"""Of the marks on a word: the share of tokens that must be wrong from the level's lowest probability on. A claim about a word needs
more than a half (`confidentWords` in src/core/first-look)."""

LEAST_TOKENS = 100
"""With fewer tokens above it, a limit is not measured."""


def set_weights(rows: list[Row]) -> np.ndarray:
    """All sets have equal weight, and so have both labels of a set: the probability assumes even odds."""
    keys = [(row["set"], row["label"]) for row in rows]
    return np.array([1 / keys.count(key) for key in keys]) * len(rows)


def calibrate_claims(rows: list[Row]) -> dict:
    """The weights of the features, the offset, and how the cross-validated probabilities rank and agree, by set. All texts of one
    source are in one fold."""
    x = np.array([[sum(FEATURES[name](row) for name in COMBINED)] for row in rows])
    y = np.array([row["label"] for row in rows])
    groups = np.array([f"{row['set']} {row['text']}" for row in rows])
    scale = x.std(0)
    model = LogisticRegression(C=1.0, max_iter=1000)
    weights = set_weights(rows)
    held_out = cross_val_predict(
        model, x / scale, y, groups=groups, cv=GroupKFold(5), method="predict_proba", params={"sample_weight": weights}
    )[:, 1]
    model.fit(x / scale, y, sample_weight=weights)
    return {
        "weights": {name: round(float(model.coef_[0, 0] / scale[0]), 5) if name in COMBINED else 0 for name in FEATURES},
        "offset": round(float(model.intercept_[0]), 5),
        "auc": {name: _auc(held_out, y, rows, name) for name in dict.fromkeys(row["set"] for row in rows)},
        "reliability": reliability(held_out, y, weights),
    }


def calibrate_tokens(rows: list[Row]) -> dict:
    """Weights of a token's features and the offset, from tokens with a known label. The proportions of the weights come from a fit in which
    all sets, and both labels of each, count the same: they rank tokens in every kind of text. Their common scale and the offset come from
    the tokens as they are, so that the result is a probability."""
    known = [known_tokens(row) for row in rows]
    x, y = np.concatenate([features for features, _ in known]), np.concatenate([labels for _, labels in known])
    sets = np.concatenate([[row["set"]] * len(labels) for row, (_, labels) in zip(rows, known, strict=True)])
    weights = np.zeros(len(y))
    for chosen in ((sets == name) & (y == label) for name in set(sets) for label in (0, 1)):
        weights[chosen] = 1 / max(1, chosen.sum())
    # A feature that never changes gets no weight.
    spread = x.std(0)
    scaled = (x - x.mean(0)) / np.where(spread > 0, spread, 1)
    fit = LogisticRegression(C=1e6, max_iter=1000).fit(scaled, y, sample_weight=weights * len(y))
    direction = np.where(spread > 0, fit.coef_[0] / np.where(spread > 0, spread, 1), 0)
    fitted = LogisticRegression(C=1e6, max_iter=1000).fit((x @ direction)[:, None], y)
    proportions = direction * fitted.coef_[0, 0]
    return {
        "weights": {name: round(float(weight), 5) for name, weight in zip(TOKEN_FEATURES, proportions, strict=True)},
        "offset": round(float(fitted.intercept_[0]), 5),
    }


def token_logits(row: Row, tokens: dict) -> np.ndarray:
    """[tokens]: calibrated logit that each token is unsupported. `tokens`: weights and offset of `calibrate_tokens`."""
    return tokens["offset"] + sum(tokens["weights"][name] * np.array(row[key], float) for name, key in TOKEN_FEATURES.items())


def known_tokens(row: Row) -> tuple[np.ndarray, np.ndarray]:
    """Features [tokens, 3] and labels (1: wrong) [tokens] of the tokens with a known label."""
    labels = np.array(row["tokenLabels"])
    return np.stack([np.array(row[key], float) for key in TOKEN_FEATURES.values()], 1)[labels >= 0], labels[labels >= 0]


def mark_levels(rows: list[Row], tokens: dict) -> dict:
    """For each level the lowest probability from which on its share of the tokens is wrong. A level that no probability reaches is
    left out. `tokens`: weights and offset of `calibrate_tokens`."""
    labels = np.concatenate([row["tokenLabels"] for row in rows])
    logits = np.concatenate([token_logits(row, tokens) for row in rows])[labels >= 0]
    labels = labels[labels >= 0]
    probabilities = 1 / (1 + np.exp(-logits))
    order = np.argsort(-probabilities, kind="stable")
    wrong = np.cumsum(labels[order]) / np.arange(1, len(order) + 1)
    levels = {}
    for name, least in LEVELS.items():
        reached = np.flatnonzero(wrong[LEAST_TOKENS - 1 :] >= least)
        if len(reached) == 0:
            continue
        last = reached[-1] + LEAST_TOKENS - 1
        levels[name] = {"from": round(float(probabilities[order][last]), 4), "wrong": round(float(wrong[last]), 3)}
    return levels


def reliability(probabilities: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> list[dict]:
    """Of tenths of the probability: how many claims, the mean probability, and the weighted share that is unsupported."""
    bins = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    return [
        {
            "claims": int((bins == each).sum()),
            "said": round(float(np.average(probabilities[bins == each], weights=weights[bins == each])), 3),
            "unsupported": round(float(np.average(labels[bins == each], weights=weights[bins == each])), 3),
        }
        for each in range(BINS)
        if (bins == each).any()
    ]


def _auc(scores: np.ndarray, labels: np.ndarray, rows: list[Row], name: str) -> float | None:
    chosen = np.array([row["set"] == name for row in rows])
    return round(float(roc_auc_score(labels[chosen], scores[chosen])), 3) if len(set(labels[chosen])) == 2 else None
