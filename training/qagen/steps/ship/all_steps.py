"""Run all steps of a release, from the base model to the calibrated model folder.

    python -m qagen all_steps --version 1.0.0 --hours 8 --data DIR [--runs DIR]

Prints each step (training/README.md) before it runs. A failed step ends the run. When the command is started again, all steps run again;
`train` and `evaluate` resume.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ...data.labelled_summaries import CALIBRATION_SETS
from ...paths import MODELS, add_data_option, add_runs_option
from ...run_steps import Step, run_steps

ID = "qagen-smollm2-135m"
GRID_SHARE = 0.15  # of the hours


def steps(version: str, hours: float, data: Path, runs: Path) -> list[Step]:
    free, quantised, final = runs / "free/latest.safetensors", runs / "quantised.safetensors", runs / "grid/latest.safetensors"
    kept, sets = ["--runs", str(runs)], ["--sets", *CALIBRATION_SETS]
    return [
        ["fetch_base", *kept],
        ["check_data", "--data", str(data), "--only", "qa", "judged"],
        ["prepare_data", "--data", str(data), *kept],
        ["train", "--run", "free", "--free", "--hours", str(hours * (1 - GRID_SHARE)), *kept],
        ["quantise", str(free), "--out", str(quantised), *kept],
        ["train", "--run", "grid", "--from", str(quantised), "--teacher", str(free), "--rate", "1e-4",
         "--hours", str(hours * GRID_SHARE), *kept],
        ["export", str(final), "--id", ID, "--version", version, "--tokenizer", str(runs / "tokenizer.json")],
        ["golden", str(final), "--id", ID],
        # The model folder, not the checkpoint: rows name the weights that wrote them, and `calibrate` takes those of the model alone.
        ["evaluate", str(MODELS / ID), "--data", str(data), *sets, *kept],
        ["evaluate", str(MODELS / ID), "--data", str(data), *sets, "--paths", "20", *kept],
        ["calibrate", "--id", ID, *kept],
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", required=True)
    parser.add_argument("--hours", type=float, required=True, help="hours of training; evaluation takes about three more")
    add_data_option(parser)
    add_runs_option(parser)
    options = parser.parse_args()
    try:
        run_steps(steps(options.version, options.hours, options.data, options.runs))
    except RuntimeError as error:
        sys.exit(str(error))
