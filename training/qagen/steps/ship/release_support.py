"""Make a release of a model with a support head, from full-precision weights to the calibrated model folder and its card.

    python -m qagen release_support runs/support/latest.safetensors --start ../public/models/ID --version 0.6.0 --data DIR [--runs DIR]

Steps that do not need each other run side by side, one thread each. `evaluate` and `evaluate_support` resume, so after a fault the same
command goes on; `quantise` and `export` are not repeated. Take another --runs for other weights. Left for people: version and size in
public/models/index.json and package.json, the sentences of the card, the changelog, `npm run examples` and `npm run pictures`.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ...evaluation.rows import rows_path, store_rows
from ...onnx.manifest import read_manifest
from ...paths import MODELS, add_data_option, add_runs_option
from ...run_steps import Step, run_steps
from .calibrate_support import SETS

ID = "qagen-smollm2-135m"
QUALS_SETS = ("ragtruth-summary", "defacto", "bump", "fib-xsum")
PATHS = (60, 20)
PRECISION = "float32"

def quantisation(checkpoint: Path, start: Path, data: Path, runs: Path) -> Step:
    where = ["--start", str(start), "--runs", str(runs)]
    return ["quantise", str(checkpoint), "--out", str(quantised(runs)), "--batches", "8", "--judged", str(data), *where]


def exports(version: str, runs: Path) -> Step:
    return ["export", str(quantised(runs)), "--id", ID, "--version", version, "--tokenizer", str(runs / "tokenizer.json")]


def measurements(model: Path, data: Path, runs: Path) -> tuple[list[Step], list[Step]]:
    """Two lanes of about the same time: the second has QUALS with 60 paths alone."""
    kept = ["--data", str(data), "--runs", str(runs)]
    heads = [
        ["evaluate_support", str(model), "--sets", *SETS, "--sources", "40", "--rows", str(development(runs)), *kept],
        ["evaluate_support", str(model), "--sets", "cliff", "summedits-news", "--rows", str(evaluation(runs)), *kept],
        ["measure_dev", str(model), "--examples", "40", "--runs", str(runs)],
    ]
    sample = ["--sets", *QUALS_SETS, "--sample", "30", "--workers", "1", "--precision", PRECISION]
    most, fewer = (["evaluate", str(model), *sample, "--paths", str(paths), *kept] for paths in PATHS)
    return [*heads, fewer], [most]


def calibrations(model: Path, runs: Path) -> list[Step]:
    rows = [str(development(runs)), "--id", ID]
    return [
        ["calibrate_support", *rows],
        ["calibrate", str(model), "--support", *rows, "--runs", str(runs)],
        ["golden", str(quantised(runs)), "--id", ID],
        ["write_card", "--id", ID, "--evaluation", str(evaluation(runs)), "--development", str(development(runs))],
    ]


def quantised(runs: Path) -> Path:
    return runs / "quantised.safetensors"


def development(runs: Path) -> Path:
    return runs / "support-development.jsonl"


def evaluation(runs: Path) -> Path:
    return runs / "support-evaluation.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, help="full-precision checkpoint of train_support")
    parser.add_argument("--start", type=Path, required=True, metavar="MODEL", help="the exported model that training started from")
    parser.add_argument("--version", required=True)
    add_data_option(parser)
    add_runs_option(parser)
    options = parser.parse_args()
    model, runs = MODELS / ID, options.runs
    try:
        if not quantised(runs).exists():
            run_steps([quantisation(options.checkpoint, options.start, options.data, runs)])
        if read_manifest(model)["version"] != options.version:
            run_steps([exports(options.version, runs)])
        with ThreadPoolExecutor(2) as lanes:
            list(lanes.map(run_steps, measurements(model, options.data, runs)))
        run_steps(calibrations(model, runs))
        names = {"support-development": development(runs), "support-evaluation": evaluation(runs)}
        names |= {f"{paths}-development": rows_path(runs, model, paths, PRECISION) for paths in PATHS}
        for name, rows in names.items():
            print(f"Wrote {store_rows(rows, f'{options.version}-{name}')}.")
    except (OSError, RuntimeError) as error:
        sys.exit(str(error))
