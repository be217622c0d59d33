"""Rows of `evaluate` in a file: JSON lines, one for each labelled summary."""

from __future__ import annotations

import json
import lzma
from collections.abc import Sequence
from pathlib import Path


def read_all_rows(files: Sequence[Path]) -> list[dict]:
    """Of files that must be there. Raises FileNotFoundError, naming it, for one that is missing or empty."""
    rows = []
    for file in files:
        found = read_rows(file)
        if not found:
            raise FileNotFoundError(f"No rows in {file}. `python -m qagen evaluate` writes such a file and names it.")
        rows += found
    return rows


def read_rows(path: Path) -> list[dict]:
    """Whole lines alone: the last may be half-written after a kill. `.xz`: rows that were put away."""
    if not path.exists():
        return []
    if path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8") as put_away:
            return [json.loads(line) for line in put_away]
    *lines, rest = path.read_text(encoding="utf-8").split("\n")
    if rest:
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return [json.loads(line) for line in lines]
