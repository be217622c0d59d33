"""Losses on the gap of a QA pair: its mean log-probability given the source minus that given the claim (QUALS, paper, section 3.1).

A logistic loss on the gap of each pair, and on the mean gap of the pairs of one claim. The log-probability given the claim is a constant:
training changes only the log-probability given the source.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from ..data.mixed_batch import MixedBatch
from .weighted_token_loss import WeightedTokenLoss

SLOPE = 2.0
MIDDLE = -0.6  # nats; between the gaps of right and wrong pairs


def gap_loss(batch: MixedBatch, hidden: Tensor, embedding: Tensor) -> tuple[Tensor, float]:
    """`hidden` [tokens of the pairs, width], at `gap_sources`. -> a scalar whose gradient is that of the summed loss, and the summed loss."""
    if not len(batch.gap_means):
        return hidden.sum() * 0.0, 0.0
    none = torch.zeros(len(batch.gap_targets))
    _, nats = WeightedTokenLoss.apply(hidden.detach(), batch.gap_targets, none, embedding)
    lengths = torch.bincount(batch.gap_pairs, minlength=len(batch.gap_means)).float()
    sums = torch.zeros(len(lengths)).index_add_(0, batch.gap_pairs, nats)
    gaps = (-sums / lengths - batch.gap_means).requires_grad_()
    loss = logistic_loss(gaps, batch.gap_labels, batch.gap_texts)
    (slope,) = torch.autograd.grad(loss, gaps)
    # The loss moves a token's nats by minus its pair's slope over the pair's length.
    weights = (-slope / lengths)[batch.gap_pairs]
    moved, _ = WeightedTokenLoss.apply(hidden, batch.gap_targets, weights, embedding)
    return moved, loss.item()


def logistic_loss(gaps: Tensor, labels: Tensor, texts: Tensor) -> Tensor:
    """Summed over the pairs, and once more over the texts with the mean gap of their pairs: a text with a wrong pair is wrong."""
    of_pairs = F.binary_cross_entropy_with_logits(SLOPE * (MIDDLE - gaps), labels, reduction="sum")
    _, groups = texts.unique(return_inverse=True)
    counts = torch.bincount(groups).float()
    means = torch.zeros(len(counts)).index_add(0, groups, gaps) / counts
    wrong = torch.zeros(len(counts)).index_add(0, groups, labels).clamp(max=1)
    return of_pairs + F.binary_cross_entropy_with_logits(SLOPE * (MIDDLE / 2 - means), wrong, reduction="sum")
