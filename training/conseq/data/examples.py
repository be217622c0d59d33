"""A training example: one article with the summaries that are learned or unlearned behind it.

The summariser reads and writes `article <|im_start|> MARKER summary <|im_start|>`, the format in which the QAGen model reads a claim. The
closing token ends a summary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qagen.model.tokenizer import MARKER, START
from tokenizers import Tokenizer

MOST_ARTICLE_TOKENS = 1022  # as in the released code
MOST_SUMMARY_TOKENS = 100


@dataclass(frozen=True)
class Ending:
    """Token ids from MARKER to the closing START. `is_negative`: its tokens are unlearned."""

    ids: list[int]
    is_negative: bool = False


@dataclass(frozen=True)
class Example:
    """`text` ends with START. Each ending sees the text and itself."""

    text: list[int]
    endings: list[Ending]

    def __len__(self) -> int:
        return len(self.text) + sum(len(ending.ids) for ending in self.endings)


def encode_article(source: str, tokenizer: Tokenizer) -> list[int]:
    """Without START. Longer articles are cut."""
    return tokenizer.encode(source).ids[:MOST_ARTICLE_TOKENS]


def encode_ending(summary: str, tokenizer: Tokenizer, is_negative: bool = False) -> Ending:
    return Ending([MARKER, *tokenizer.encode(summary).ids[:MOST_SUMMARY_TOKENS], START], is_negative)


def encode_example(source: str, positive: Sequence[str], negative: Sequence[str], tokenizer: Tokenizer) -> Example:
    endings = [encode_ending(summary, tokenizer) for summary in positive]
    endings += [encode_ending(summary, tokenizer, is_negative=True) for summary in negative]
    return Example([*encode_article(source, tokenizer), START], endings)
