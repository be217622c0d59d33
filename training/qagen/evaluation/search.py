"""Diverse beam search as in the released QUALS code: each slot of the beam is penalised by the choices of the slots before it.

At step t, for slots g in order: s_g(v) = log p(v | prefix_g) - strength * C_g(v). C_g(v) is how often v was among the best two
candidates of the slots before g at this step. A slot whose first candidate is the end token is finished. The first candidates of the
others, then the second candidates, become the next slots. (Nan et al., ACL 2021;
amazon-research/fact-check-summarization, commit 31ebb6d.)
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Protocol

import torch

from ..model.reference_model import KeysValues, LanguageModel, Prefix
from ..model.tokenizer import END, START


@dataclass(frozen=True)
class SearchSettings:
    """Defaults are those of the paper and the released code. Lengths do not count the end token."""

    paths: int = 60
    diversity_strength: float = 0.5
    min_length: int = 8
    max_length: int = 60


@dataclass(frozen=True)
class Hypothesis:
    """A finished path. `uns`: sum of its scores, penalties included."""

    tokens: tuple[int, ...]
    uns: float

    @property
    def ns(self) -> float:
        return self.uns / len(self.tokens)


class Continuations(Protocol):
    """What the search needs from a model. Rows are the paths of the previous step."""

    def first(self) -> torch.Tensor:
        """Log-probabilities float64 [1, vocabulary] of the first token."""

    def advance(self, parents: list[int], tokens: list[int]) -> torch.Tensor:
        """New row i continues row parents[i] with tokens[i] -> [rows, vocabulary]."""


@dataclass(frozen=True)
class Slot:
    row: int
    tokens: tuple[int, ...]
    cumulative: float


@dataclass(frozen=True)
class Candidate:
    slot: int
    token: int
    cumulative: float


def allowed_log_probs(log_probs: torch.Tensor, step: int, settings: SearchSettings) -> torch.Tensor:
    """[rows, vocabulary]: -inf for tokens that are not allowed at this step."""
    allowed = log_probs.clone()
    allowed[:, START] = float("-inf")
    if step < settings.min_length:
        allowed[:, END] = float("-inf")
    if step >= settings.max_length:
        only_end = torch.full_like(allowed, float("-inf"))
        only_end[:, END] = allowed[:, END]
        return only_end
    return allowed


def choose_candidates(
    log_probs: torch.Tensor, slots: list[Slot], settings: SearchSettings
) -> list[tuple[Candidate, Candidate]]:
    """The best two of each slot, in order, with the penalties of the slots before it."""
    # Each slot penalises at most two tokens, so the best two after the penalty are among these.
    known = min(2 * settings.paths + 2, log_probs.shape[1])
    best = log_probs.topk(known)
    rows = [list(zip(t, p, strict=True)) for t, p in zip(best.indices.tolist(), best.values.tolist(), strict=True)]
    counts: Counter[int] = Counter()
    choices = []
    for number, slot in enumerate(slots):
        scored = [(p - settings.diversity_strength * counts[token], token) for token, p in rows[slot.row]]
        # Equal scores: the smaller id first.
        first, second = sorted(scored, key=lambda pair: (-pair[0], pair[1]))[:2]
        pair = tuple(Candidate(number, token, slot.cumulative + score) for score, token in (first, second))
        counts.update(candidate.token for candidate in pair)
        choices.append(pair)
    return choices


def diverse_beam_search(model: Continuations, settings: SearchSettings) -> list[Hypothesis]:
    """Hypotheses sorted by `ns`, best first (stable: earlier finished first)."""
    finished: list[Hypothesis] = []
    slots = [Slot(0, (), 0.0)] * settings.paths
    log_probs = model.first()
    step = 0
    while True:
        choices = choose_candidates(allowed_log_probs(log_probs, step, settings), slots, settings)
        for first, _ in choices:
            if first.token == END and len(finished) < settings.paths:
                finished.append(Hypothesis((*slots[first.slot].tokens, END), first.cumulative))
        if len(finished) == settings.paths:
            return sorted(finished, key=lambda hypothesis: -hypothesis.ns)
        in_order = [first for first, _ in choices] + [second for _, second in choices]
        going = [candidate for candidate in in_order if candidate.token != END][: settings.paths]
        # Slots with the same tokens share a row of the model, whatever their penalties were.
        steps = [(slots[candidate.slot].row, candidate.token) for candidate in going]
        rows = {each: row for row, each in enumerate(dict.fromkeys(steps))}
        slots = [
            Slot(rows[each], (*slots[candidate.slot].tokens, candidate.token), candidate.cumulative)
            for each, candidate in zip(steps, going, strict=True)
        ]
        log_probs = model.advance([parent for parent, _ in rows], [token for _, token in rows])
        step += 1


class PrefixContinuations:
    """Continuations of a text whose prefill is done once."""

    def __init__(self, model: LanguageModel, prefix: Prefix) -> None:
        self._model, self._prefix = model, prefix
        self._past: KeysValues | None = None

    def first(self) -> torch.Tensor:
        return self._model.log_probs(self._prefix.hidden).unsqueeze(0)

    @torch.inference_mode()
    def advance(self, parents: list[int], tokens: list[int]) -> torch.Tensor:
        past = [(k[parents], v[parents]) for k, v in self._past] if self._past else None
        hidden, self._past = self._model.forward(torch.tensor(tokens).unsqueeze(1), self._prefix, past)
        return self._model.log_probs(hidden[:, -1])
