"""Cross-entropy with a weight for each target, over the tied, frozen embedding."""

from __future__ import annotations

import torch
from torch import Tensor

from ...model.trainable_model import LOSS_ROWS


class WeightedTokenLoss(torch.autograd.Function):
    """-> the weighted sum, float32 [], and the nats of each target, float32 [targets], without a gradient. At most LOSS_ROWS
    rows of logits are in memory at a time."""

    @staticmethod
    def forward(ctx, hidden: Tensor, targets: Tensor, weights: Tensor, embedding: Tensor) -> tuple[Tensor, Tensor]:
        nats = torch.zeros(len(targets))
        gradient = torch.empty_like(hidden)
        for rows in torch.arange(len(targets)).split(LOSS_ROWS):
            log_probs = (hidden[rows] @ embedding.t()).float().log_softmax(-1)
            target = targets[rows].unsqueeze(-1)
            nats[rows] = -log_probs.gather(-1, target).squeeze(-1)
            slope = log_probs.exp_().scatter_add_(-1, target, torch.full_like(target, -1, dtype=torch.float32))
            gradient[rows] = (slope * weights[rows].unsqueeze(-1)).to(embedding.dtype) @ embedding
        ctx.save_for_backward(gradient)
        ctx.mark_non_differentiable(nats)
        return (nats * weights).sum(), nats

    @staticmethod
    def backward(ctx, outer: Tensor, _: Tensor):
        (gradient,) = ctx.saved_tensors
        return gradient * outer, None, None, None
