"""Greedy decoding of a summary. A token that would repeat three tokens in a row is not allowed, as in the released code's decoding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from qagen.evaluation.search import PrefixContinuations
from qagen.model.reference_model import LanguageModel
from qagen.model.tokenizer import END, MARKER, SEPARATOR, START

NEVER = (END, SEPARATOR)  # tokens of QA pairs, which the start model writes


@dataclass(frozen=True)
class DecodeSettings:
    """Lengths in tokens, without the closing START; those of the released code for XSum."""

    min_length: int = 10
    max_length: int = 60
    no_repeat: int = 3


def repeated_tokens(tokens: Sequence[int], size: int) -> set[int]:
    """The tokens that would complete an n-gram of `size` tokens for the second time."""
    begun = tuple(tokens[len(tokens) - size + 1 :])
    starts = range(len(tokens) - size + 1)
    return {tokens[at + size - 1] for at in starts if tuple(tokens[at : at + size - 1]) == begun}


def write_summary(model: LanguageModel, article: Sequence[int], settings: DecodeSettings) -> list[int]:
    """Token ids of the article without START -> token ids of the summary without MARKER and closing START."""
    continuations = PrefixContinuations(model, model.read_text(article))
    log_probs = continuations.advance([0], [MARKER])[0]
    tokens: list[int] = []
    while len(tokens) < settings.max_length:
        allowed = log_probs.clone()
        forbidden = [*NEVER, MARKER, *repeated_tokens(tokens, settings.no_repeat)]
        if len(tokens) < settings.min_length:
            forbidden.append(START)
        allowed[torch.tensor(forbidden)] = float("-inf")
        token = int(allowed.argmax())
        if token == START:
            break
        tokens.append(token)
        log_probs = continuations.advance([0], [token])[0]
    return tokens
