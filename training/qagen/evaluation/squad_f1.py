"""SQuAD's comparison of two answers (Rajpurkar et al. 2018): lower case, no punctuation, no articles; F1 of the tokens."""

from __future__ import annotations

import re
import string
from collections import Counter


def tokens(answer: str) -> list[str]:
    kept = "".join(character for character in answer.lower() if character not in string.punctuation)
    return re.sub(r"\b(?:a|an|the)\b", " ", kept).split()


def exact(answer: str, other: str) -> bool:
    return tokens(answer) == tokens(other)


def f1(answer: str, other: str) -> float:
    own, others = tokens(answer), tokens(other)
    if not own or not others:
        return float(own == others)
    shared = (Counter(own) & Counter(others)).total()
    return 2 * shared / (len(own) + len(others))
