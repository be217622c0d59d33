"""Packs examples into batches of one fixed size: no padding between them, and compiled kernels see one shape.

Attention is computed in spans. Short neighbours share a span under a block mask, so that each matrix product is large enough.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch

from ..model.tokenizer import END, START
from .examples import Examples

SPAN_TOKENS = 192
HIDDEN = -1e30  # mask value; finite, so that a row with nothing but padding does not become NaN


@dataclass(frozen=True)
class Span:
    """Tokens `first` to `last` (exclusive) of a batch. `mask`: bfloat16 [length, length], 0 or HIDDEN."""

    first: int
    last: int
    mask: torch.Tensor


@dataclass(frozen=True)
class Batch:
    """`ids`, `positions` int64 [tokens]; `sources` int64 [targets]: positions in the batch from which a token is predicted;
    `targets` int64 [targets]: these tokens."""

    ids: torch.Tensor
    positions: torch.Tensor
    sources: torch.Tensor
    targets: torch.Tensor
    spans: tuple[Span, ...]


def parts_of(ids: torch.Tensor) -> torch.Tensor:
    """Token ids of an example -> int64 [tokens]: 0 for the text and START, then 1, 2, … for the pairs."""
    text_length = int((ids == START).nonzero()[0]) + 1
    ends_before = (ids == END).long().cumsum(0) - (ids == END).long()
    parts = ends_before + 1
    parts[:text_length] = 0
    return parts


def pack(examples: list[torch.Tensor], size: int) -> Batch:
    """Examples of at most `size` tokens together -> a batch of exactly `size`. The rest is padding without targets."""
    ids = torch.zeros(size, dtype=torch.long)
    positions = torch.zeros(size, dtype=torch.long)
    parts = torch.zeros(size, dtype=torch.long)
    owners = torch.full((size,), -1)
    sources: list[torch.Tensor] = []
    targets: list[torch.Tensor] = []
    bounds: list[int] = [0]
    at = 0
    for owner, example in enumerate(examples):
        end = at + len(example)
        part = parts_of(example)
        text_length = int((part == 0).sum())
        place = torch.arange(len(example))
        # Each pair continues the text: its positions start after the last one of the text.
        first_of_part = torch.zeros(int(part.max()) + 1, dtype=torch.long)
        first_of_part.scatter_reduce_(0, part, place, reduce="amin", include_self=False)
        ids[at:end], parts[at:end], owners[at:end] = example, part, owner
        positions[at:end] = torch.where(part == 0, place, place - first_of_part[part] + text_length)
        # The first token of a pair is predicted from START, each other token from the one before it.
        learned = place[text_length:]
        before = torch.where(first_of_part[part[learned]] == learned, text_length - 1, learned - 1)
        sources.append(before + at)
        targets.append(example[text_length:])
        if end - bounds[-1] > SPAN_TOKENS and at > bounds[-1]:
            bounds.append(at)
        at = end
    bounds.append(at)
    while bounds[-1] < size:
        bounds.append(min(bounds[-1] + SPAN_TOKENS, size))
    spans = tuple(
        Span(first, last, span_mask(owners[first:last], parts[first:last]))
        for first, last in zip(bounds, bounds[1:], strict=False)
        if last > first
    )
    return Batch(ids, positions, torch.cat(sources), torch.cat(targets), spans)


def span_mask(owners: torch.Tensor, parts: torch.Tensor) -> torch.Tensor:
    """int64 [length] twice -> bfloat16 [length, length]: a pair attends to its text and to itself, not to other pairs."""
    visible = (owners[:, None] == owners[None, :]) & ((parts[None, :] == 0) | (parts[:, None] == parts[None, :]))
    return torch.full(visible.shape, HIDDEN, dtype=torch.bfloat16).masked_fill_(visible.tril(), 0.0)


def take_batch(examples: Examples, position: int, size: int) -> tuple[Batch, int]:
    """The batch that starts at example `position`, and the position after it. Examples repeat without end. Raises ValueError for an
    example that is longer than a batch."""
    taken: list[torch.Tensor] = []
    room = size
    while len(example := examples[position % len(examples)]) <= room:
        taken.append(example)
        room -= len(example)
        position += 1
    if not taken:
        raise ValueError(f"Example {position} has {len(example)} tokens: more than a batch of {size}.")
    return pack(taken, size), position
