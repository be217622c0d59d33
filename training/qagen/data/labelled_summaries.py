"""Labelled summaries for evaluation: `consistency/*.jsonl` of the data folder."""

from __future__ import annotations

import json
import random
from pathlib import Path

SETS = ("cliff", "summedits-news")


def read_set(data: Path, name: str) -> list[dict]:
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
