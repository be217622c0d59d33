"""The round-trip filter: which generated pairs are kept. `released` is the rule of the released code; `matched` demands whole words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model.tokenizer import END, SEPARATOR
from .search import Hypothesis

SOFT_CAP = 10


@dataclass(frozen=True)
class Pair:
    question: str
    answer: str
    hypothesis: Hypothesis


def split_pair(tokens: Sequence[int]) -> tuple[list[int], list[int]] | None:
    """Question and answer, without separator and end token; None unless there is exactly one separator."""
    if list(tokens).count(SEPARATOR) != 1:
        return None
    place = list(tokens).index(SEPARATOR)
    return list(tokens[:place]), [token for token in tokens[place + 1 :] if token != END]


def fold(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def is_outer(character: str) -> bool:
    return character.isspace() or unicodedata.category(character)[0] in "PZ"


def trim(text: str) -> str:
    while text and is_outer(text[0]):
        text = text[1:]
    while text and is_outer(text[-1]):
        text = text[:-1]
    return text


def is_word_character(character: str) -> bool:
    return character == "_" or unicodedata.category(character)[0] in "LNM"


def is_number_joint(text: str) -> bool:
    """Whether three characters are digit, point or comma, digit, as in 90,000 or 1.5: no word ends there."""
    digits = len(text) == 3 and all(unicodedata.category(c)[0] == "N" for c in (text[0], text[2]))
    return digits and text[1] in ".,"


def is_boundary(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else " ", text[at : at + 1] or " "
    if is_word_character(before) and is_word_character(after):
        return False
    around = [text[begin : begin + 3] for begin in (at - 2, at - 1) if begin >= 0]
    return not any(is_number_joint(part) for part in around)


def has_whole_words(answer: str, text: str) -> bool:
    sought, text = trim(fold(answer)), fold(text)
    if not sought:
        return False
    at = text.find(sought)
    while at >= 0:
        if is_boundary(text, at) and is_boundary(text, at + len(sought)):
            return True
        at = text.find(sought, at + 1)
    return False


def is_answer_in(answer: str, summary: str, protocol: str) -> bool:
    if protocol == "released":
        return answer.lower() in summary.lower()
    return has_whole_words(answer, summary)


def answered_pairs(
    hypotheses: Sequence[Hypothesis], summary: str, protocol: str, decode: Callable[[list[int]], str]
) -> list[Pair]:
    """Pairs with exactly one separator whose answer occurs in the summary, by falling `uns` (stable)."""
    pairs = []
    for hypothesis in hypotheses:
        parts = split_pair(hypothesis.tokens)
        if parts and is_answer_in(decode(parts[1]), summary, protocol):
            pairs.append(Pair(decode(parts[0]), decode(parts[1]), hypothesis))
    return sorted(pairs, key=lambda pair: -pair.hypothesis.uns)


def keep_in_rounds(pairs: Sequence[Pair], soft_cap: int = SOFT_CAP) -> list[Pair]:
    """Each round keeps one pair of each answer. Rounds end when `soft_cap` pairs are kept or a round keeps none."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(pair.answer.lower(), []).append(pair)
    kept: list[Pair] = []
    asked: set[tuple[str, str]] = set()
    kept_some = True
    while kept_some and len(kept) < soft_cap:
        kept_some = False
        for answer, group in groups.items():
            if not group:
                continue
            pair = group.pop(0)
            key = (answer, pair.question.lower())
            if key not in asked:
                asked.add(key)
                kept.append(pair)
                kept_some = True
    return kept
