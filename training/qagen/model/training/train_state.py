"""The saved state of a training run: weights, optimiser, position in the data, time spent."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import torch


@dataclass
class Progress:
    """`step`: optimiser steps done. `position`: next example. `tokens`: trained on so far. `elapsed`: seconds, all sessions together. `place`: of the
    support head's training mix, which has more than one position; empty in other runs and in states of older versions."""

    step: int = 0
    position: int = 0
    tokens: int = 0
    elapsed: float = 0.0
    place: dict = field(default_factory=dict)

    def numbers(self) -> dict[str, float]:
        """Without the place: columns of a log."""
        return {key: value for key, value in vars(self).items() if key != "place"}


def save_state(path: Path, model: torch.nn.Module, optimiser: torch.optim.Optimizer, progress: Progress) -> None:
    """Writes another file first and renames it, so that `path` is never incomplete."""
    unfinished = path.with_name(path.name + ".unfinished")
    state = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "progress": vars(progress)}
    torch.save(state, unfinished)
    os.replace(unfinished, path)


def load_state(path: Path, model: torch.nn.Module, optimiser: torch.optim.Optimizer) -> Progress:
    """Raises RuntimeError with file and remedy if it cannot be read."""
    try:
        state = torch.load(path, weights_only=True)
    except Exception as error:
        raise RuntimeError(f"{path} cannot be read ({error}). Delete it to start the run again.") from error
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    return Progress(**state["progress"])
