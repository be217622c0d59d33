"""Texts that people or programs judged against a source: `judged/*.jsonl.xz` of the data folder.

A row is `{id, source, summary, label, original?, spans?}`. `label` 1: the source supports all of the summary. `original`: the
consistent text that the summary was edited from. `spans`: `[start, end, kind]` in characters of the summary, marked by people.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .changed_words import Span, changed_words
from .normalise_text import normalise_text, normalise_with_map


@dataclass(frozen=True)
class JudgedText:
    """`source` and `summary` are normalised. `label`: 1 consistent, 0 not. `wrong`: character spans of unsupported words in
    `summary`, ascending without overlap; [] for a consistent summary, None where the words are not known. `original`: the
    consistent text that an inconsistent summary was edited from, normalised; '' where there is none."""

    id: str
    set: str
    source: str
    summary: str
    label: int
    wrong: list[Span] | None
    original: str = ""


def read_judged_texts(data: Path, sets: Sequence[str] | None = None) -> list[JudgedText]:
    """All rows of the named sets, or of every set in the folder. Raises FileNotFoundError for a missing set, and ValueError,
    naming file and line, for a row that cannot be read."""
    folder = data / "judged"
    files = [folder / f"{name}.jsonl.xz" for name in sets] if sets is not None else sorted(folder.glob("*.jsonl.xz")) or [folder]
    for file in files:
        if not file.is_file():
            raise FileNotFoundError(f"No judged texts at {file}. Pass the folder that holds judged/ with --data DIR.")
    return [text for file in files for text in _read_set(file)]


def _read_set(file: Path) -> list[JudgedText]:
    name = file.name.removesuffix(".jsonl.xz")
    texts = []
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                texts.append(judged_text(json.loads(line), name))
            except (KeyError, ValueError) as error:
                raise ValueError(f"{file.name}, line {number} is not a judged text: {error!r}") from error
    return texts


def judged_text(row: dict, set_name: str) -> JudgedText:
    """Raises KeyError for a missing key, ValueError for a label other than 0 and 1 or a span outside the summary."""
    if row["label"] not in (0, 1):
        raise ValueError(f"label {row['label']!r} is neither 0 nor 1")
    label = int(row["label"])
    summary = normalise_text(row["summary"])
    wrong = [] if label else _wrong_words(row, summary)
    original = normalise_text(row.get("original") or "")
    return JudgedText(str(row["id"]), set_name, normalise_text(row["source"]), summary, label, wrong, original)


def _wrong_words(row: dict, summary: str) -> list[Span] | None:
    if row.get("spans"):
        return _marked_words(row["summary"], [(start, end) for start, end, *_ in row["spans"]]) or None
    if row.get("original"):
        return changed_words(summary, normalise_text(row["original"])) or None
    return None


def _marked_words(summary: str, spans: Iterable[Span]) -> list[Span]:
    """Spans of the summary as it was marked, in the normalised one; spans that touch or overlap become one."""
    mapped = normalise_with_map(summary)
    joined: list[Span] = []
    for start, end in sorted(spans):
        if not 0 <= start < end <= len(summary):
            raise ValueError(f"span {start} to {end} is outside a summary of {len(summary)} characters")
        moved = mapped.moved(start, end)
        if moved and joined and moved[0] <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], moved[1]))
        elif moved:
            joined.append(moved)
    return joined


DEV_SHARE = 0.12


def is_dev(source: str) -> bool:
    """Whether a source is in the development part. A hash of its words decides, whatever set it is in: all texts of a source are on
    one side, and no change of the sets moves a source to the other."""
    digest = hashlib.sha256(re.sub(r"\W+", " ", source).lower().encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4]) / 2**32 < DEV_SHARE
