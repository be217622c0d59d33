"""Paragraphs with question-answer pairs, read from `qa/*.jsonl.xz` and cleaned."""

from __future__ import annotations

import json
import lzma
import re
from dataclasses import dataclass
from pathlib import Path

from .normalise_text import normalise_text

MOST_ANSWER_WORDS = 12

Pair = tuple[str, str]
"""Question and answer."""


@dataclass(frozen=True)
class Paragraph:
    text: str
    pairs: tuple[Pair, ...]


def occurs_as_words(answer: str, text: str) -> bool:
    """Whole words only, as the round-trip filter of the page demands."""
    return re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", text) is not None


def clean_pairs(row: dict, well_formed_only: bool) -> tuple[Pair, ...]:
    """The row's pairs, normalised, without repeated questions and without answers that are long or not in the text."""
    text = normalise_text(row["context"])
    pairs: list[Pair] = []
    seen: set[str] = set()
    for item in row["qas"]:
        question, answer = " ".join(normalise_text(item["q"]).split()), normalise_text(item["a"])
        if question.casefold() in seen or len(question) < 8 or not answer:
            continue
        if len(answer.split()) > MOST_ANSWER_WORDS or not occurs_as_words(answer, text):
            continue
        if well_formed_only and not (question[0].isupper() and question.endswith("?") and len(question.split()) >= 4):
            continue
        seen.add(question.casefold())
        pairs.append((question, answer))
    return tuple(pairs)


def read_paragraphs(path: Path, well_formed_only: bool) -> list[Paragraph]:
    """Those with at least one pair. Raises FileNotFoundError with the remedy if the file is missing."""
    if not path.exists():
        raise FileNotFoundError(f"No data at {path}. Pass the folder that holds qa/ with --data DIR.")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    paragraphs = [Paragraph(normalise_text(row["context"]), clean_pairs(row, well_formed_only)) for row in rows]
    return [paragraph for paragraph in paragraphs if paragraph.pairs]
