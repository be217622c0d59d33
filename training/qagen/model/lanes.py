"""Batches computed side by side, one thread each.

If all cores share one batch, each of some thousand small operations waits for the slowest core: next to any other load this costs a
factor of five. With one batch per core, the threads meet once per optimiser step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import torch
from torch import Tensor

from ..data.batches import Batch
from .trainable_model import TrainableModel

Result = TypeVar("Result")


class Lanes:
    def __init__(self, model: TrainableModel, count: int, teacher: TrainableModel | None = None) -> None:
        """`teacher`: distil its distribution instead of learning the tokens."""
        self.model, self.count, self.teacher = model, count, teacher
        torch.set_num_threads(1)
        self._pool = ThreadPoolExecutor(count, initializer=torch.set_num_threads, initargs=(1,))
        self._compiled: set[str] = set()

    def gradients(self, batches: Sequence[Batch]) -> tuple[float, float]:
        """Sets the gradients of the mean loss per target, clipped to norm 1; returns this loss and the norm before clipping."""
        results = self._map(self._gradients_of, batches)
        targets = sum(len(batch.targets) for batch in batches)
        # Summed in the order of the batches, so that each run gives the same sum.
        summed = [torch.stack([part.float() for part in parts]).sum(0).div_(targets) if len(parts) > 1
                  else parts[0].float().div_(targets)
                  for parts in zip(*(gradients for _, gradients in results), strict=True)]
        self.model.set_gradients(summed)
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        return sum(loss for loss, _ in results) / targets, norm.item()

    def losses(self, batches: Sequence[Batch]) -> list[float]:
        """Summed loss of each batch in nats, against its tokens."""
        return self._map(self._loss_of, batches)

    def _gradients_of(self, batch: Batch) -> tuple[float, list[Tensor]]:
        if self.teacher is None:
            return self.model.gradients(batch)
        with torch.no_grad():
            taught = self.teacher.hidden(batch)
        return self.model.gradients(batch, taught)

    @torch.no_grad()
    def _loss_of(self, batch: Batch) -> float:
        return self.model.loss(batch).item()

    def _map(self, work: Callable[[Batch], Result], batches: Sequence[Batch]) -> list[Result]:
        if not batches or work.__name__ in self._compiled:
            return list(self._pool.map(work, batches))
        # The first call compiles kernels; the compiler is not thread-safe.
        first = self._pool.submit(work, batches[0]).result()
        self._compiled.add(work.__name__)
        return [first, *self._pool.map(work, batches[1:])]
