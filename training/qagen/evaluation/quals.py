"""QUALS of a summary: generate pairs, filter them, score them under both texts with teacher forcing, average the differences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.reference_model import Prefix, force_score
from ..model.tokenizer import SEPARATOR
from .expected_values import Reference
from .keep_pairs import Pair, answered_pairs, keep_in_rounds, split_pair
from .search import Hypothesis, PrefixContinuations, SearchSettings, diverse_beam_search

PROTOCOLS = ("matched", "released")


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


@dataclass(frozen=True)
class ScoredPair:
    """Natural-log probability of each token of the pair given the summary, and given the source."""

    pair: Pair
    summary: list[float]
    source: list[float]

    def quals(self, protocol: str) -> float:
        return mean(self.source) - (mean(self.summary) if protocol == "matched" else self.pair.hypothesis.ns)

    def answer_gap(self) -> float:
        """Mean difference over the answer tokens, without separator and end token; 0 for an empty answer."""
        tokens = self.pair.hypothesis.tokens
        answer = slice(tokens.index(SEPARATOR) + 1, len(tokens) - 1)
        gaps = [a - b for a, b in zip(self.source[answer], self.summary[answer], strict=True)]
        return mean(gaps) if gaps else 0.0


def write_pairs(reference: Reference, summary: Prefix, settings: SearchSettings) -> list[Hypothesis]:
    return diverse_beam_search(PrefixContinuations(reference.model, summary), settings)


def keep(reference: Reference, hypotheses: Sequence[Hypothesis], summary: str, protocol: str) -> list[Pair]:
    return keep_in_rounds(answered_pairs(hypotheses, summary, protocol, reference.tokenizer.decode))


def score_pairs(reference: Reference, pairs: Sequence[Pair], summary: Prefix, source: Prefix) -> list[ScoredPair]:
    sequences = [pair.hypothesis.tokens for pair in pairs]
    under_summary = force_score(reference.model, summary, sequences)
    under_source = force_score(reference.model, source, sequences)
    return [ScoredPair(*each) for each in zip(pairs, under_summary, under_source, strict=True)]


def quals(pairs: Sequence[ScoredPair], protocol: str) -> float | None:
    """None if no pair was kept (unscorable)."""
    return mean([pair.quals(protocol) for pair in pairs]) if pairs else None


def answer_gap(pairs: Sequence[ScoredPair]) -> float | None:
    return mean([pair.answer_gap() for pair in pairs]) if pairs else None


def distinct_questions(reference: Reference, hypotheses: Sequence[Hypothesis]) -> int:
    parts = [split_pair(hypothesis.tokens) for hypothesis in hypotheses]
    return len({reference.tokenizer.decode(part[0]).lower() for part in parts if part})
