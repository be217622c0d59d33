"""Calibration: the share of summaries with a similar QUALS value that are labelled consistent.

Isotonic regression over labelled summaries; 95 % intervals by bootstrap over sources. Each protocol and each number of paths has its
own calibration, because their values are not comparable.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from itertools import groupby

import numpy as np
from sklearn.isotonic import IsotonicRegression

from .intervals import resampled, source_of
from .quals import PROTOCOLS

FORMAT = 2
POINTS = 41
# The cases near a point: this share of all cases, those with the nearest QUALS values. With few cases in all, at least so many: the share
# of a dozen is far from the fitted one by chance, and a reader sees both side by side.
NEAR_SHARE = 0.1
LEAST_NEAR = 30
# The lowest and the highest cases are pooled, this share of all cases each: else one odd summary at an end gives a share of 0 or 1.
END_SHARE = 0.05


def fit_share(values: np.ndarray, consistent: np.ndarray, at: np.ndarray) -> np.ndarray:
    regression = IsotonicRegression(y_min=0, y_max=1, increasing=True, out_of_bounds="clip")
    order = np.argsort(values, kind="stable")
    pooled = consistent[order].astype(float)
    end = math.ceil(END_SHARE * len(values))
    pooled[:end], pooled[-end:] = pooled[:end].mean(), pooled[-end:].mean()
    return regression.fit(values[order], pooled).predict(at)


def nearest(values: np.ndarray, point: float) -> np.ndarray:
    """Indices of the cases nearest to a point, nearest first."""
    count = min(len(values), max(LEAST_NEAR, round(NEAR_SHARE * len(values))))
    return np.argsort(np.abs(values - point), kind="stable")[:count]


def calibration_points(values: np.ndarray, consistent: np.ndarray, sources: Sequence[Hashable]) -> list[dict]:
    """Points at quantiles of the values, ascending: there are more points where there are more cases. `sources`: of each case."""
    at = np.unique(np.quantile(values, np.linspace(0, 1, POINTS)).round(3))
    share = fit_share(values, consistent, at)
    fits = [fit_share(values[chosen], consistent[chosen], at) for chosen in resampled(sources)]
    low, high = np.percentile(fits, [2.5, 97.5], axis=0)
    points = []
    for index, point in enumerate(at):
        near = nearest(values, point)
        points.append(
            {
                "quals": float(point),
                "share": round(float(share[index]), 3),
                "low": round(float(min(low[index], share[index])), 3),
                "high": round(float(max(high[index], share[index])), 3),
                "near": len(near),
                "nearConsistent": int(consistent[near].sum()),
            }
        )
    return points


def calibration(rows: list[dict], protocol: str, paths: int) -> dict:
    """One entry of calibration.json. `rows`: of `evaluate`, with so many paths; unscorable summaries are left out. Raises ValueError
    unless there are consistent and inconsistent ones."""
    found = ((row[protocol]["quals"], row["label"] == 1, source_of(row)) for row in rows if row[protocol]["quals"] is not None)
    scored = sorted(found, key=lambda each: each[:2])
    if len({consistent for _, consistent, _ in scored}) < 2:
        raise ValueError("Calibration needs scored summaries of both labels. Run `python -m qagen evaluate` first.")
    values, consistent = np.array([v for v, _, _ in scored]), np.array([c for _, c, _ in scored], dtype=float)
    of_kind = {kind: [round(value, 3) for value, is_consistent, _ in scored if is_consistent == wanted]
               for kind, wanted in (("consistent", True), ("inconsistent", False))}
    return {"protocol": protocol, "paths": paths, "points": calibration_points(values, consistent, [source for *_, source in scored]), "rated": of_kind}


def support_judgements(supported: np.ndarray, consistent: np.ndarray, sources: Sequence[Hashable]) -> dict:
    """The entry `support` of calibration.json. `supported` [texts]: the support head's probability that the source supports the text.
    `consistent` [texts]: 1 where people judged it so. `sources`: of each text."""
    points = calibration_points(supported, consistent.astype(float), sources)
    return {"points": [{"supported" if key == "quals" else key: value for key, value in point.items()} for point in points]}


def normalisation_of(rows: list[dict]) -> int:
    """Version of the recipe that normalised the rated texts. Rows from before there was one do not name it: 0."""
    versions = {row.get("normalisation", 0) for row in rows}
    if len(versions) > 1:
        raise ValueError(f"These rows mix text normalisations {sorted(versions)}. Evaluate all sets with one.")
    return versions.pop() if versions else 0


def calibrations(rows: list[dict], manifest: dict) -> dict:
    """The content of calibration.json, by falling number of paths. Raises ValueError if two numbers of paths have rows of different texts."""
    def paths_of(row: dict) -> int:
        return row["paths"]

    by_paths = [(paths, list(some)) for paths, some in groupby(sorted(rows, key=paths_of, reverse=True), paths_of)]
    if len({frozenset((row["set"], row["id"]) for row in some) for _, some in by_paths}) > 1:
        raise ValueError(f"The rows of {' and '.join(str(paths) for paths, _ in by_paths)} paths are of different texts. Evaluate the same texts with each "
                         "number of paths, or name files with --rows.")
    return {
        "format": FORMAT,
        "model": {"id": manifest["id"], "version": manifest["version"]},
        "normalisation": normalisation_of(rows),
        "sets": sorted({row["set"] for row in rows}),
        "calibrations": [calibration(some, protocol, paths) for paths, some in by_paths for protocol in PROTOCOLS],
    }
