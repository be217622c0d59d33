"""Runs a step as the command does, in this process."""

from __future__ import annotations

import sys
from importlib import import_module

import pytest


def run(monkeypatch: pytest.MonkeyPatch, step: str, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", [step, *map(str, arguments)])
    import_module(f"qagen.steps.{step}").main()
