"""Runs steps one after another, each in a process of its own."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterable

Step = list[str]
"""Name and arguments."""


def run_steps(steps: Iterable[Step]) -> None:
    """Prints each step before it runs. Raises RuntimeError if one fails; those after it do not run."""
    for step in steps:
        print("$ python -m qagen " + shlex.join(step), flush=True)
        if subprocess.run([sys.executable, "-m", "qagen", *step]).returncode:
            raise RuntimeError(f"{step[0]} failed. Files of earlier steps are complete. Correct the error and start again.")
