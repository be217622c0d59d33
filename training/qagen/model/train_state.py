"""What a run must remember to go on after a kill as if nothing had happened: masters, optimiser, place in the data, time spent."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import torch


@dataclass
class Progress:
    """`step` optimiser steps done, `position` the next example, `tokens` trained on, `elapsed` seconds in all sittings."""

    step: int = 0
    position: int = 0
    tokens: int = 0
    elapsed: float = 0.0


def save_state(path: Path, model: torch.nn.Module, optimiser: torch.optim.Optimizer, progress: Progress) -> None:
    """Written beside `path`, then renamed: never half-written."""
    unfinished = path.with_name(path.name + ".unfinished")
    state = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "progress": vars(progress)}
    torch.save(state, unfinished)
    os.replace(unfinished, path)


def load_state(path: Path, model: torch.nn.Module, optimiser: torch.optim.Optimizer) -> Progress:
    """Raises RuntimeError, naming the file and the remedy, where it cannot be read."""
    try:
        state = torch.load(path, weights_only=True)
    except Exception as error:
        raise RuntimeError(f"{path} cannot be read ({error}). Delete it to start the run afresh.") from error
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    return Progress(**state["progress"])
