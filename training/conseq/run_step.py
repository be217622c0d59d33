"""Runs one step in this process."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module


def run_step(step: str, arguments: Sequence[str]) -> None:
    sys.argv = [f"python -m conseq {step}", *arguments]
    import_module(f"conseq.steps.{step}").main()
