"""The trained summariser: the trainable QAGen model with the contrastive loss. Without negative targets this is maximum likelihood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from qagen.model.checkpoint import Checkpoint
from qagen.model.trainable_model import TrainableModel
from torch import Tensor

from ..data.batches import ContrastBatch
from .contrast_loss import token_losses

MOST_NORM = 1.0


@dataclass(frozen=True)
class StepLosses:
    """Mean loss over the targets of S+ and of S-, None without any; norm of the gradient before clipping."""

    positive: float | None
    negative: float | None
    gradient_norm: float


class Summariser(TrainableModel):
    """Trains all linear weights and norms in full precision. The embedding stays."""

    def __init__(self, checkpoint: Checkpoint, products: torch.dtype = torch.float32) -> None:
        # Batches have changing lengths: the compiler would compile each length anew.
        super().__init__(checkpoint, free=True, compiled=False, products=products)

    def target_losses(self, batch: ContrastBatch) -> Tensor:
        """float32 [targets]."""
        log_probs = F.linear(self.hidden(batch), self.embedding).float().log_softmax(-1)
        return token_losses(log_probs.gather(-1, batch.targets.unsqueeze(-1)).squeeze(-1), batch.is_negative)

    def set_step_gradients(self, batches: Sequence[ContrastBatch]) -> StepLosses:
        """Sets the gradients of the mean loss per target, clipped to norm 1."""
        sums: list[Tensor] = []
        losses, negative = [], torch.cat([batch.is_negative for batch in batches])
        for batch in batches:
            of_targets = self.target_losses(batch)
            found = torch.autograd.grad(of_targets.sum(), [*self.weights.values(), *self.norms.values()])
            sums = [total.add_(one) for total, one in zip(sums, found, strict=True)] if sums else [one.float() for one in found]
            losses.append(of_targets.detach())
        of_all = torch.cat(losses)
        self.set_gradients([total.div_(len(of_all)) for total in sums])
        norm = torch.nn.utils.clip_grad_norm_(self.parameters(), MOST_NORM).item()
        return StepLosses(mean_of(of_all[~negative]), mean_of(of_all[negative]), norm)


def mean_of(values: Tensor) -> float | None:
    return values.mean().item() if len(values) else None
