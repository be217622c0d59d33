"""Packs examples end to end: no padding, one attention span for each example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from qagen.data.batches import Batch, Span, span_mask

from .examples import Example


@dataclass(frozen=True)
class ContrastBatch(Batch):
    """`is_negative` bool [targets]: whether a target is unlearned."""

    is_negative: torch.Tensor


def pack(examples: Sequence[Example]) -> ContrastBatch:
    """Every token of a summary and the closing START are targets. MARKER is not: generation feeds it."""
    ids: list[int] = []
    positions: list[int] = []
    sources: list[int] = []
    targets: list[int] = []
    is_negative: list[bool] = []
    spans = []
    for example in examples:
        first, length = len(ids), len(example.text)
        ids += example.text
        positions += range(length)
        parts = [0] * length
        for part, ending in enumerate(example.endings, 1):
            at = len(ids)
            ids += ending.ids
            # Every ending continues the text: its positions start after the last one of the text.
            positions += range(length, length + len(ending.ids))
            parts += [part] * len(ending.ids)
            sources += range(at, at + len(ending.ids) - 1)
            targets += ending.ids[1:]
            is_negative += [ending.is_negative] * (len(ending.ids) - 1)
        own = torch.tensor(parts)
        spans.append(Span(first, len(ids), span_mask(torch.zeros_like(own), own)))
    return ContrastBatch(
        *(torch.tensor(values, dtype=torch.long) for values in (ids, positions, sources, targets)), tuple(spans), torch.tensor(is_negative)
    )


def batches_of(examples: Sequence[Example], tokens: int) -> list[ContrastBatch]:
    """Batches of at most `tokens` tokens, in the order of the examples. A longer example has a batch for itself."""
    groups: list[list[Example]] = []
    room = 0
    for example in examples:
        if not groups or len(example) > room:
            groups.append([])
            room = tokens
        groups[-1].append(example)
        room -= len(example)
    return [pack(group) for group in groups]
