"""The learning rate: short linear warm-up, constant, linear decay at the end of the run.

The constant part needs no horizon, so a run can be extended. The decay covers the last `decay_share` of the run.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Schedule:
    """`peak`: highest learning rate of Adam. `warmup_steps`: optimiser steps. `decay_share` and `floor`: shares of the run and of `peak`."""

    peak: float
    warmup_steps: int = 10
    decay_share: float = 0.2
    floor: float = 0.02

    def rate(self, step: int, elapsed: float, budget: float) -> float:
        """`step` counts from 0; `elapsed` and `budget` have the same unit (seconds or steps)."""
        warm = min(1.0, (step + 1) / self.warmup_steps)
        left = max(0.0, 1 - elapsed / budget)
        return self.peak * warm * max(self.floor, min(1.0, left / self.decay_share))
