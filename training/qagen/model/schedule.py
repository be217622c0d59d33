"""The learning rate: a short warm-up, a long plateau, a linear decay that ends when the run must end.

A plateau has no horizon, so a run can go on for as long as there is time; the decay starts `decay_share` of the run before its end.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Schedule:
    """Rates are Adam's; `warmup_steps` in optimiser steps; `decay_share` of the time of the whole run."""

    peak: float
    warmup_steps: int = 10
    decay_share: float = 0.2
    floor: float = 0.02

    def rate(self, step: int, elapsed: float, budget: float) -> float:
        """`step` counts from 0; `elapsed` and `budget` share one unit (seconds, or steps)."""
        warm = min(1.0, (step + 1) / self.warmup_steps)
        left = max(0.0, 1 - elapsed / budget)
        return self.peak * warm * max(self.floor, min(1.0, left / self.decay_share))
