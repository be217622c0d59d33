"""Step 7. What a QUALS value means: the share of summaries like it that people judged consistent.

Isotonic regression over the labelled summaries that `evaluate` scored; intervals by bootstrap over summaries. One calibration for
each protocol and each number of paths that was evaluated: their values do not compare.

    python -m qagen calibrate CHECKPOINT --id ID [--precision float32] [--runs DIR] [--models DIR]
    python -m qagen calibrate --rows evaluation/FILE.jsonl.xz [FILE …] --id ID    # from rows that were put away
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from itertools import groupby
from pathlib import Path

import numpy as np
from sklearn.isotonic import IsotonicRegression

from ..evaluation.quals import PROTOCOLS
from ..evaluation.rows import read_all_rows
from ..onnx.manifest import read_manifest
from ..paths import add_runs_option
from .evaluate import PRECISIONS, all_rows_paths
from .export import MODELS

FORMAT = 2
POINTS = 41
RESAMPLES = 1000
# A case is near a point when its QUALS value is among this share of all cases, around the point.
NEAR_SHARE = 0.1
# One odd summary at either end would make a share of 0 or 1: the ends speak for this share of all cases together.
END_SHARE = 0.05


def fit_share(values: np.ndarray, consistent: np.ndarray, at: np.ndarray) -> np.ndarray:
    regression = IsotonicRegression(y_min=0, y_max=1, increasing=True, out_of_bounds="clip")
    order = np.argsort(values, kind="stable")
    pooled = consistent[order].astype(float)
    end = math.ceil(END_SHARE * len(values))
    pooled[:end], pooled[-end:] = pooled[:end].mean(), pooled[-end:].mean()
    return regression.fit(values[order], pooled).predict(at)


def nearest(values: np.ndarray, point: float) -> np.ndarray:
    """Indices of the cases nearest to a point."""
    count = max(1, round(NEAR_SHARE * len(values)))
    return np.argsort(np.abs(values - point), kind="stable")[:count]


def calibration_points(values: np.ndarray, consistent: np.ndarray) -> list[dict]:
    """Points at quantiles of the values, so that each stands where there are cases; ascending."""
    at = np.unique(np.quantile(values, np.linspace(0, 1, POINTS)).round(3))
    share = fit_share(values, consistent, at)
    draw = np.random.default_rng(0)
    fits = []
    for _ in range(RESAMPLES):
        chosen = draw.integers(0, len(values), len(values))
        fits.append(fit_share(values[chosen], consistent[chosen], at))
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
    """`rows` as `evaluate` wrote them with so many paths; unscorable ones have no value and are left out."""
    scored = sorted((row[protocol]["quals"], row["label"] == 1) for row in rows if row[protocol]["quals"] is not None)
    if len({consistent for _, consistent in scored}) < 2:
        raise ValueError("Calibration needs scored summaries of both kinds. Run `python -m qagen evaluate` first.")
    values, consistent = np.array([v for v, _ in scored]), np.array([c for _, c in scored], dtype=float)
    of_kind = {kind: [round(value, 3) for value, is_consistent in scored if is_consistent == wanted]
               for kind, wanted in (("consistent", True), ("inconsistent", False))}
    return {"protocol": protocol, "paths": paths, "points": calibration_points(values, consistent), "rated": of_kind}


def normalisation_of(rows: list[dict]) -> int:
    """Version of the recipe that normalised the rated texts; rows from before there was one do not name it: 0."""
    versions = {row.get("normalisation", 0) for row in rows}
    if len(versions) > 1:
        raise ValueError(f"These rows mix text normalisations {sorted(versions)}. Evaluate all sets with one.")
    return versions.pop() if versions else 0


def calibrations(rows: list[dict], manifest: dict) -> dict:
    """The content of calibration.json: most paths first."""
    def paths_of(row: dict) -> int:
        return row["paths"]

    by_paths = [(paths, list(some)) for paths, some in groupby(sorted(rows, key=paths_of, reverse=True), paths_of)]
    return {
        "format": FORMAT,
        "model": {"id": manifest["id"], "version": manifest["version"]},
        "normalisation": normalisation_of(rows),
        "sets": sorted({row["set"] for row in rows}),
        "calibrations": [calibration(some, protocol, paths) for paths, some in by_paths for protocol in PROTOCOLS],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, nargs="?", help="whose rows in the runs folder to read")
    parser.add_argument("--rows", type=Path, nargs="+", default=[], metavar="FILE", help="rows to read instead")
    parser.add_argument("--id", required=True)
    parser.add_argument("--precision", choices=PRECISIONS, default="float32")
    parser.add_argument("--models", type=Path, default=MODELS, metavar="DIR")
    add_runs_option(parser)
    arguments = parser.parse_args()
    if (arguments.checkpoint is None) == (not arguments.rows):
        parser.error("name a checkpoint, or --rows")
    folder = arguments.models / arguments.id
    try:
        files = arguments.rows or all_rows_paths(arguments.runs, arguments.checkpoint, arguments.precision)
        content = calibrations(read_all_rows(files), read_manifest(folder))
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    (folder / "calibration.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")
    for each in content["calibrations"]:
        rated = sum(map(len, each["rated"].values()))
        print(f"{each['protocol']}, {each['paths']} paths: {rated} cases, {len(each['points'])} points.")
    print(f"Wrote {folder / 'calibration.json'}.")
