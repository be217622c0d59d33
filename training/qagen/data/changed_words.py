"""The words that an edit changed, by a word diff."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

Span = tuple[int, int]

# A number with its points and commas, a word with its apostrophes, or one punctuation mark.
WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:['’]\w+)*|[^\w\s]")


def changed_words(edited: str, original: str) -> list[Span]:
    """Character spans of `edited`, ascending, where it differs from `original`; changes of case or punctuation alone do not count.
    Where words were only deleted, the nearest word on each side of the gap is marked."""
    words = [(match[0].casefold(), match.span()) for match in WORD.finditer(edited)]
    before = [match[0].casefold() for match in WORD.finditer(original)]
    marked: set[int] = set()
    matcher = SequenceMatcher(None, before, [word for word, _ in words], autojunk=False)
    for change, old_start, old_end, start, end in matcher.get_opcodes():
        if change == "equal":
            continue
        changed = [at for at in range(start, end) if _has_letters(words[at][0])]
        if changed:
            # Punctuation between changed words belongs to the change.
            marked |= set(range(changed[0], changed[-1] + 1))
        elif any(map(_has_letters, before[old_start:old_end])):
            marked |= _neighbours([word for word, _ in words], start, end)
    return _joined([words[at][1] for at in sorted(marked)], sorted(marked))


def _has_letters(word: str) -> bool:
    return any(map(str.isalnum, word))


def _neighbours(words: Sequence[str], start: int, end: int) -> set[int]:
    left = next((at for at in range(start - 1, -1, -1) if _has_letters(words[at])), None)
    right = next((at for at in range(end, len(words)) if _has_letters(words[at])), None)
    return {at for at in (left, right) if at is not None}


def _joined(spans: Sequence[Span], places: Sequence[int]) -> list[Span]:
    """Spans of neighbouring words become one."""
    joined: list[Span] = []
    for index, (start, end) in enumerate(spans):
        if index and places[index] == places[index - 1] + 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
