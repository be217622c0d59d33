"""Labelled summaries: `consistency/*.jsonl` of the data folder for evaluation, the development part of `judged/` for calibration."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

from .judged_texts import is_dev, read_judged_texts

SETS = ("cliff", "summedits-news")
"""For evaluation alone: no step trains on them, calibrates on them or chooses with them."""
EVALUATION_SETS = (*SETS, "ragtruth-test")
"""All of `consistency/`. The last one is for the support head alone."""
DEVELOPMENT_SETS = ("ragtruth-summary", "defacto", "bump", "fib-xsum", "edited-xsum", "summedits-samsum")
"""The development part of judged texts: for calibration and for choices."""
CALIBRATION_SETS = ("ragtruth-summary", "defacto", "bump", "fib-xsum")
"""Of the development sets: those that the calibration of QUALS is fitted on."""


def part_of(sets: Sequence[str]) -> str:
    """"evaluation" or "development". Raises ValueError for sets of both parts."""
    parts = {"evaluation" if name in EVALUATION_SETS else "development" for name in sets}
    if len(parts) > 1:
        raise ValueError(f"{' '.join(sets)}: these are sets for evaluation and development sets. Their rows have files of their own. Name sets of one part.")
    return parts.pop()


def without_evaluation_sets(rows: Sequence[dict]) -> Sequence[dict]:
    """The rows. Raises ValueError if one is of a set for evaluation."""
    found = sorted({row["set"] for row in rows} & {*EVALUATION_SETS})
    if found:
        raise ValueError(f"These rows are of {' and '.join(found)}, for evaluation alone, so no step may fit anything to them. Take rows of development sets, for "
                         f"example `--sets {' '.join(CALIBRATION_SETS)}`.")
    return rows


def read_set(data: Path, name: str) -> list[dict]:
    if name in DEVELOPMENT_SETS:
        return [
            {"id": text.id, "source": text.source, "summary": text.summary, "label": text.label, "origin": name, "set": name}
            for text in read_judged_texts(data, [name])
            if is_dev(text.source)
        ]
    path = data / "consistency" / f"{name}.jsonl"
    if not path.exists():
        raise FileNotFoundError(f"No labelled summaries at {path}. Pass the folder that holds consistency/ with --data DIR.")
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) | {"set": name} for line in file]


def choose_rows(data: Path, sets: list[str], sample: int | None, seed: int) -> list[dict]:
    """`sample` random rows of each set, all for None. With the same seed, a larger sample contains a smaller one."""
    chosen = []
    for name in sets:
        rows = read_set(data, name)
        random.Random(seed).shuffle(rows)
        chosen += rows[:sample]
    return chosen
