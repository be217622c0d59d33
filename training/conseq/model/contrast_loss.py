"""The loss of ConSeq (Nan et al., section 4): -log p of each token of S+, -log(1 - p) of each token of S-.

As in the released code, 1 - p is at least 1e-20, both sums have the same weight, and their sum is divided by the tokens of both
(amazon-research/fact-check-summarization, label_smoothed_cross_entropy_with_unlikelihood). Its label smoothing of 0.1 is left out.
"""

from __future__ import annotations

import torch
from torch import Tensor

LEAST_REST = 1e-20


def token_losses(log_probs: Tensor, is_negative: Tensor) -> Tensor:
    """Natural-log probability float32 [targets], bool [targets] -> loss of each target, float32 [targets]."""
    rest = torch.clamp(1 - log_probs.exp(), min=LEAST_REST)
    return torch.where(is_negative, -rest.log(), -log_probs)
