"""QA pairs that the model itself writes for a claim, each labelled by whether it contains a wrong word of the claim.

The training moves their log-probability given the source: up for pairs of supported words, down for pairs of wrong ones. This trains
the gap of QUALS (paper, section 3.1) to classify pairs.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer

from ...data.changed_words import Span
from ...evaluation.keep_pairs import has_whole_words, split_pair, trim
from ...model.checkpoint import Checkpoint
from ...model.reference_model import LanguageModel, Prefix
from ...model.tokenizer import END
from .claims import Claim
from .examples import Branch, Gap

SAMPLES = 12
MOST_PAIRS = 6
MOST_PAIR_TOKENS = 36
MOST_TEXT_TOKENS = 160
TEMPERATURE = 0.8
RENEW_AFTER = 60  # claims; the copy that writes the pairs is then renewed


@dataclass(frozen=True)
class SampledPair:
    """`tokens` without START, with END. `summary_mean`: mean log-probability given the claim, of all tokens."""

    tokens: tuple[int, ...]
    summary_mean: float


class SampledPairs:
    def __init__(self, checkpoint: Callable[[], Checkpoint], tokenizer: Tokenizer) -> None:
        """`checkpoint`: of the model as it is now."""
        self.checkpoint, self.tokenizer = checkpoint, tokenizer
        self.model: LanguageModel | None = None
        self.claims = 0

    def branches(self, claim: Claim, draw: random.Random) -> list[Branch]:
        """At most MOST_PAIRS different pairs whose answers occur in the claim."""
        if claim.label == 0 and claim.wrong is None:
            return []
        if self.claims % RENEW_AFTER == 0:
            self.model = LanguageModel(self.checkpoint())
        self.claims += 1
        ids = self.tokenizer.encode(claim.text).ids[:MOST_TEXT_TOKENS]
        found: dict[tuple[int, ...], Branch] = {}
        for pair in sample_pairs(self.model, self.model.read_text(ids), torch.Generator().manual_seed(draw.getrandbits(40))):
            wrong = self._is_wrong(claim, pair.tokens)
            if wrong is not None:
                found.setdefault(pair.tokens, Branch(list(pair.tokens), True, gap=Gap(pair.summary_mean, wrong)))
        return list(found.values())[:MOST_PAIRS]

    def _is_wrong(self, claim: Claim, tokens: tuple[int, ...]) -> bool | None:
        """None for a pair that would be dropped: its answer does not occur in the claim."""
        parts = split_pair(tokens)
        if parts is None:
            return None
        question, answer = (self.tokenizer.decode(part) for part in parts)
        if not has_whole_words(answer, claim.text):
            return None
        return contains_wrong(claim, question, occurrences(trim(answer), claim.text))


def occurrences(sought: str, text: str) -> list[Span]:
    return [found.span() for found in re.finditer(re.escape(sought), text, re.IGNORECASE)]


def contains_wrong(claim: Claim, question: str, answers: list[Span]) -> bool:
    """Whether an occurrence of the answer overlaps a wrong word, or the question has one."""
    asked = set(question.lower().replace("?", " ").split())
    for start, end in claim.wrong or ():
        if any(first < end and start < last for first, last in answers):
            return True
        words = [word.strip(".,;:!?\"'()") for word in claim.text[start:end].lower().split()]
        if any(len(word) > 3 or word.isdigit() for word in words) and asked.issuperset(words):
            return True
    return False


@torch.inference_mode()
def sample_pairs(model: LanguageModel, claim: Prefix, generator: torch.Generator) -> list[SampledPair]:
    """Finished pairs among SAMPLES rows that are sampled side by side."""
    log_probs = model.log_probs(claim.hidden).expand(SAMPLES, -1)
    rows: list[list[int]] = [[] for _ in range(SAMPLES)]
    sums, ended, past = torch.zeros(SAMPLES, dtype=torch.float64), torch.zeros(SAMPLES, dtype=torch.bool), None
    for _ in range(MOST_PAIR_TOKENS):
        tokens = torch.multinomial((log_probs / TEMPERATURE).softmax(-1), 1, generator=generator)
        said = log_probs.gather(-1, tokens).squeeze(-1)
        for row, token in enumerate(tokens.squeeze(-1).tolist()):
            if not ended[row]:
                rows[row].append(token)
                sums[row] += said[row]
        ended |= tokens.squeeze(-1) == END
        if ended.all():
            break
        hidden, past = model.forward(tokens, claim, past)
        log_probs = model.log_probs(hidden[:, -1])
    return [SampledPair(tuple(row), float(total) / len(row)) for row, total, done in zip(rows, sums, ended, strict=True) if done]
