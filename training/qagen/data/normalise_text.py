"""Text normalisation: the recipe of the page and the command (src/core/text/normalise-text.ts), so that the model is trained on
the texts that it reads later.

Soft hyphens and zero-width characters are dropped. The rest becomes NFC. Each run of white space becomes one blank, or one line
break where the run has any. Both ends are stripped. Change NORMALISATION, here and there, with this recipe.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

NORMALISATION = 1

DROPPED = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte-order mark."""
LINE_BREAKS = "\n\v\f\r\u0085\u2028\u2029"
BLANKS = LINE_BREAKS + "\t \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

_DROPPED = re.compile(f"[{DROPPED}]")
_BLANK_RUN = re.compile(f"[{BLANKS}]+")
_HAS_LINE_BREAK = re.compile(f"[{LINE_BREAKS}]")

Piece = tuple[str, int, int]
"""A character of the result, and the span of the original text that it comes from."""


def normalise_text(text: str) -> str:
    composed = unicodedata.normalize("NFC", _DROPPED.sub("", text))
    return _BLANK_RUN.sub(lambda run: "\n" if _HAS_LINE_BREAK.search(run[0]) else " ", composed).strip(" \n")


@dataclass(frozen=True)
class MappedText:
    """A normalised text. `starts` and `ends`: for each of its characters, the span of the original text that it comes from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def moved(self, start: int, end: int) -> tuple[int, int] | None:
        """A span of the original text in the normalised one; None if none of its characters is left."""
        touched = [at for at, (first, last) in enumerate(zip(self.starts, self.ends, strict=True)) if first < end and last > start]
        return (touched[0], touched[-1] + 1) if touched else None


def normalise_with_map(text: str) -> MappedText:
    """The same text as `normalise_text`, with the places that its characters come from."""
    kept = [(character, at, at + 1) for at, character in enumerate(text) if character not in DROPPED]
    pieces = list(_collapse_blanks(_compose(kept)))
    while pieces and pieces[0][0] in " \n":
        pieces.pop(0)
    while pieces and pieces[-1][0] in " \n":
        pieces.pop()
    characters, starts, ends = zip(*pieces, strict=True) if pieces else ((), (), ())
    return MappedText("".join(characters), starts, ends)


def _compose(pieces: list[Piece]) -> Iterator[Piece]:
    """NFC. Characters that combine with one another share the span of all of them."""
    group: list[Piece] = []
    for piece in pieces:
        if group and _is_apart("".join(character for character, _, _ in group), piece[0]):
            yield from _compose_group(group)
            group = []
        group.append(piece)
    yield from _compose_group(group)


def _is_apart(before: str, character: str) -> bool:
    """Whether NFC of both together is NFC of each, and stays so whatever follows."""
    if unicodedata.combining(character):
        return False
    return unicodedata.normalize("NFC", before + character) == unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)


def _compose_group(group: list[Piece]) -> Iterator[Piece]:
    before = "".join(character for character, _, _ in group)
    composed = unicodedata.normalize("NFC", before)
    if composed == before:
        yield from group
        return
    for character in composed:
        yield character, group[0][1], group[-1][2]


def _collapse_blanks(pieces: Iterator[Piece]) -> Iterator[Piece]:
    run: list[Piece] = []
    for piece in pieces:
        if piece[0] in BLANKS:
            run.append(piece)
            continue
        if run:
            yield _one_blank(run)
            run = []
        yield piece
    if run:
        yield _one_blank(run)


def _one_blank(run: list[Piece]) -> Piece:
    return "\n" if any(character in LINE_BREAKS for character, _, _ in run) else " ", run[0][1], run[-1][2]
