"""Examples packed end to end into batches of one fixed size, with what each loss reads."""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor

from ...data.batches import SPAN_TOKENS, Span, span_mask
from ...model.tokenizer import START
from .examples import Branch, Example, Gap


@dataclass(frozen=True)
class MixedBatch:
    """`ids`, `positions` int64 [tokens]. Language model: `sources` (places whose next token is learned), `targets`, `weights`,
    `of_pair`, one each a target. Gaps: `gap_sources`, `gap_targets`, `gap_pairs` (number of the pair), one each a token; `gap_means` (mean
    log-probability given the claim), `gap_labels` (1 wrong), `gap_texts` (number of the text), one each a pair. Head: `token_places` and `token_labels` of tokens with a known label; `verdict_places`,
    `verdict_labels`, and `verdict_texts` (number of the text), one each a claim."""

    ids: Tensor
    positions: Tensor
    spans: tuple[Span, ...]
    sources: Tensor
    targets: Tensor
    weights: Tensor
    of_pair: Tensor
    gap_sources: Tensor
    gap_targets: Tensor
    gap_pairs: Tensor
    gap_means: Tensor
    gap_labels: Tensor
    gap_texts: Tensor
    token_places: Tensor
    token_labels: Tensor
    verdict_places: Tensor
    verdict_labels: Tensor
    verdict_texts: Tensor


@dataclass
class _Lists:
    sources: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    of_pair: list[bool] = field(default_factory=list)
    gap_sources: list[int] = field(default_factory=list)
    gap_targets: list[int] = field(default_factory=list)
    gap_pairs: list[int] = field(default_factory=list)
    gap_means: list[float] = field(default_factory=list)
    gap_labels: list[int] = field(default_factory=list)
    gap_texts: list[int] = field(default_factory=list)
    token_places: list[int] = field(default_factory=list)
    token_labels: list[int] = field(default_factory=list)
    verdict_places: list[int] = field(default_factory=list)
    verdict_labels: list[int] = field(default_factory=list)
    verdict_texts: list[int] = field(default_factory=list)

    def add_pair(self, branch: Branch, at: int, start: int) -> None:
        """`start`: the place of START, which predicts the pair's first token."""
        self._learn([start, *range(at, at + len(branch.ids) - 1)], branch.ids, 1.0, True)

    def add_gap(self, branch: Branch, gap: Gap, at: int, start: int, text: int) -> None:
        self.gap_sources += [start, *range(at, at + len(branch.ids) - 1)]
        self.gap_targets += branch.ids
        self.gap_pairs += [len(self.gap_means)] * len(branch.ids)
        self.gap_means.append(gap.summary_mean)
        self.gap_labels.append(int(gap.is_wrong))
        self.gap_texts.append(text)

    def add_claim(self, branch: Branch, at: int, text: int) -> None:
        """Each reading ends with START. The language model learns the first one; the tokens of the others are known."""
        closings = [place for place, token in enumerate(branch.ids) if token == START]
        if branch.learned:
            self._learn(list(range(at, at + closings[0] - 1)), branch.ids[1 : closings[0]], branch.learned, False)
        for place, label in enumerate(branch.labels, at):
            if label >= 0:
                self.token_places.append(place)
                self.token_labels.append(label)
        for reading, place in enumerate(closings):
            self.verdict_places.append(at + place)
            self.verdict_labels.append(branch.verdict)
            self.verdict_texts.append(text * len(closings) + reading)  # the ranking compares equal readings

    def _learn(self, sources: list[int], targets: list[int], weight: float, of_pair: bool) -> None:
        self.sources += sources
        self.targets += targets
        self.weights += [weight] * len(targets)
        self.of_pair += [of_pair] * len(targets)


def pack_mixed(examples: list[Example], size: int) -> MixedBatch:
    """Examples of `size` tokens at most together -> a batch of exactly `size` tokens. The rest is padding that nothing reads."""
    ids, positions, parts = (torch.zeros(size, dtype=torch.long) for _ in range(3))
    owners = torch.full((size,), -1)
    lists, bounds, at = _Lists(), [0], 0
    for owner, example in enumerate(examples):
        begin, length = at, len(example.text)
        owners[begin : begin + len(example)] = owner
        ids[at : at + length] = torch.tensor(example.text)
        positions[at : at + length] = torch.arange(length)
        at += length
        for part, branch in enumerate(example.branches, 1):
            end = at + len(branch.ids)
            ids[at:end] = torch.tensor(branch.ids)
            # Every branch continues the text: its positions start where the text's end.
            positions[at:end] = torch.arange(length, length + end - at)
            parts[at:end] = part
            if branch.gap:
                lists.add_gap(branch, branch.gap, at, begin + length - 1, owner)
            elif branch.is_pair:
                lists.add_pair(branch, at, begin + length - 1)
            else:
                lists.add_claim(branch, at, owner)
            at = end
        if begin > bounds[-1] and at - bounds[-1] > SPAN_TOKENS:
            bounds.append(begin)
    spans = [*zip(bounds, [*bounds[1:], at], strict=True)]
    spans += [(first, min(first + SPAN_TOKENS, size)) for first in range(at, size, SPAN_TOKENS)]
    return MixedBatch(
        ids,
        positions,
        tuple(Span(a, b, span_mask(owners[a:b], parts[a:b])) for a, b in spans if b > a),
        **{name: torch.tensor(values, dtype=KINDS.get(name, torch.long)) for name, values in vars(lists).items()},
    )


KINDS = {"weights": torch.float32, "gap_means": torch.float32, "gap_labels": torch.float32, "of_pair": torch.bool, "token_labels": torch.float32, "verdict_labels": torch.float32}
