"""Default folders of the steps, and the options that change them."""

from __future__ import annotations

import argparse
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
RUNS = PROJECT / "training" / "runs"
MODELS = PROJECT / "public" / "models"
GOLDEN = PROJECT / "training" / "golden"


def add_data_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="data folder; training/README.md describes its layout")


def add_runs_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--runs", type=Path, default=RUNS, metavar="DIR", help="folder for checkpoints and runs")


def add_models_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--models", type=Path, default=MODELS, metavar="DIR", help="folder of the exported models")
