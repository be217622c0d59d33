"""A data folder of toy articles, with the layout of SciTLDR."""

from __future__ import annotations

import json
import lzma
import random
from pathlib import Path

from qagen.tiny.toy_language import make_example


def write_articles(data: Path, part: str, count: int, seed: int) -> None:
    """Each article has three sentences; its two references are the first and the second of them."""
    draw = random.Random(seed)
    rows = []
    for number in range(count):
        text = make_example(draw, 3).text
        first, second, _ = text.split(". ")
        rows.append({"id": f"{part}{number}", "source": text, "summaries": [f"{first}.", f"{second}."]})
    path = data / "summaries" / f"scitldr-{part}.jsonl.xz"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
