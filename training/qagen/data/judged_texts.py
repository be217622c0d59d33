"""Texts that people or programs judged against a source: `judged/*.jsonl.xz` of the data folder.

A row is `{id, source, summary, label, original?, spans?}`. `label` 1: the source supports all of the summary. `original`: the
consistent text that the summary was edited from. `spans`: `[start, end, kind]` in characters of the summary, marked by people.
"""

from __future__ import annotations

import hashlib
import json
import lzma
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


def split_by_source(texts: Iterable[JudgedText], share: float, seed: int) -> tuple[list[JudgedText], list[JudgedText]]:
    """Train and dev texts, with about `share` (0 to 1) of the sources in dev. All texts of a source go to the same side, whatever
    other texts are given: a hash of seed and source decides. Sources that differ in case and white space alone count as one."""
    train: list[JudgedText] = []
    dev: list[JudgedText] = []
    for text in texts:
        (dev if _place_of(text.source, seed) < share else train).append(text)
    return train, dev


def _place_of(source: str, seed: int) -> float:
    """0 to 1, spread evenly over sources."""
    content = " ".join(normalise_text(source).casefold().split())
    digest = hashlib.sha256(f"{seed}\n{content}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8]) / 2**64
