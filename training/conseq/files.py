"""The files of a run, and the option that names its folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from qagen.paths import RUNS

MLE = "mle"
CHOICES = ("quals", "rouge")  # names of the choices, and of the summarisers that are trained on them
SUMMARISERS = (MLE, *CHOICES)
PARTS = ("pool", "test")


def add_run_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--run", type=Path, default=RUNS / "conseq", metavar="DIR", help="folder of the run; default: runs/conseq")


def checkpoint_of(run: Path, summariser: str) -> Path:
    """Raises FileNotFoundError with the remedy if the summariser is not trained yet."""
    path = run / summariser / "latest.safetensors"
    if not path.exists():
        step = "train_mle" if summariser == MLE else f"train_contrast --by {summariser}"
        raise FileNotFoundError(f"No summariser at {path}. Run `python -m conseq {step}` first.")
    return path


def tokenizer_of(run: Path) -> Path:
    return run / "tokenizer.json"


def summaries_of(run: Path, part: str, summariser: str) -> Path:
    return run / f"{part}-{summariser}.jsonl"


def scores_of(run: Path, part: str, summariser: str) -> Path:
    return run / f"{part}-{summariser}-scores.jsonl"
