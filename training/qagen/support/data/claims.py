"""Judged texts by source: one article and all texts that were judged against it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...data.changed_words import Span
from ...data.judged_texts import JudgedText, read_judged_texts


@dataclass(frozen=True)
class Claim:
    """`label` 1: consistent. `wrong`: character spans of unsupported words; empty in a consistent text, None where unknown."""

    text: str
    label: int
    wrong: tuple[Span, ...] | None


@dataclass(frozen=True)
class JudgedSource:
    """`set_name`: the file that it comes from."""

    set_name: str
    source: str
    claims: tuple[Claim, ...]


def read_sources(data: Path, set_name: str) -> list[JudgedSource]:
    """Sources in the order of the file. A text that another one was edited from (`original`) becomes a consistent claim."""
    by_source: dict[str, dict[str, Claim]] = {}
    for row in read_judged_texts(data, [set_name]):
        claims = by_source.setdefault(row.source, {})
        claims[row.summary] = claim_of(row)
        if row.original:
            claims.setdefault(row.original, Claim(row.original, 1, ()))
    return [JudgedSource(set_name, source, tuple(claims.values())) for source, claims in by_source.items()]


def claim_of(row: JudgedText) -> Claim:
    return Claim(row.summary, row.label, None if row.wrong is None else tuple(row.wrong))
