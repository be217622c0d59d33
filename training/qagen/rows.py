"""Rows of `evaluate` in a file: JSON lines, one for each labelled summary."""

from __future__ import annotations

import json
import lzma
from pathlib import Path


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
