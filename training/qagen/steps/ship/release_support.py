"""Make a release of a model with a support head, from full-precision weights to the calibrated model folder and its card.

    python -m qagen release_support runs/support/latest.safetensors --start ../public/models/ID --version 0.6.0 --data DIR [--runs DIR]

Steps that do not need each other run side by side, one thread each. After a fault the same command goes on: `evaluate` and `evaluate_support`
resume, and `quantise` and `export` are not repeated for the same weights. Each checkpoint has its own folder in --runs. `export` updates version
and size in public/models/index.json. Left for people: the version in package.json, the sentences of the card, the changelog, `npm run examples`
and `npm run pictures`.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ...data.labelled_summaries import CALIBRATION_SETS
from ...data.labelled_summaries import SETS as EVALUATED
from ...evaluation.rows import rows_path, store_rows
from ...onnx.exported_model import fingerprint
from ...onnx.manifest import has_manifest, read_manifest
from ...paths import MODELS, add_data_option, add_runs_option
from ...run_steps import Step, run_steps
from .calibrate_support import SETS

ID = "qagen-smollm2-135m"
PATHS = (60, 20)
PRECISION = "float32"
MARK = "exported"  # file in the release's folder


def quantisation(checkpoint: Path, start: Path, data: Path, runs: Path, folder: Path) -> Step:
    where = ["--start", str(start), "--runs", str(runs)]
    return ["quantise", str(checkpoint), "--out", str(quantised(folder)), "--batches", "8", "--judged", str(data), *where]


def exports(version: str, runs: Path, folder: Path) -> Step:
    return ["export", str(quantised(folder)), "--id", ID, "--version", version, "--tokenizer", str(runs / "tokenizer.json")]


def measurements(model: Path, data: Path, runs: Path, folder: Path) -> tuple[list[Step], list[Step]]:
    """Two lanes of about the same time: the second has QUALS with 60 paths alone."""
    kept = ["--data", str(data), "--runs", str(runs)]
    heads = [
        ["evaluate_support", str(model), "--sets", *SETS, "--sources", "40", "--rows", str(development(folder)), *kept],
        ["evaluate_support", str(model), "--sets", *EVALUATED, "--rows", str(evaluation(folder)), *kept],
        ["measure_dev", str(model), "--examples", "40", "--runs", str(runs)],
    ]
    sample = ["--sets", *CALIBRATION_SETS, "--sample", "30", "--workers", "1", "--precision", PRECISION]
    most, fewer = (["evaluate", str(model), *sample, "--paths", str(paths), *kept] for paths in PATHS)
    return [*heads, fewer], [most]


def calibrations(runs: Path, folder: Path) -> list[Step]:
    rows = [str(development(folder)), "--id", ID]
    return [
        ["calibrate_support", *rows],
        ["calibrate", "--support", *rows, "--runs", str(runs)],
        ["golden", str(quantised(folder)), "--id", ID],
        ["write_card", "--id", ID, "--evaluation", str(evaluation(folder)), "--development", str(development(folder))],
    ]


def folder_of(checkpoint: Path, runs: Path) -> Path:
    """Files of this release. Other weights have another folder, so nothing of them is taken for these."""
    return runs / f"release-{fingerprint(checkpoint)}"


def quantised(folder: Path) -> Path:
    return folder / "quantised.safetensors"


def development(folder: Path) -> Path:
    return folder / "support-development.jsonl"


def evaluation(folder: Path) -> Path:
    return folder / "support-evaluation.jsonl"


def export_mark(version: str, model: Path, folder: Path) -> str:
    """What an export read and wrote. The version alone does not tell whether the model folder has these weights."""
    return f"{version} {fingerprint(quantised(folder))} {fingerprint(model)}\n"


def is_exported(version: str, model: Path, folder: Path) -> bool:
    """Whether the last finished export of this release wrote what the model folder has now. An interrupted export leaves no manifest."""
    mark = folder / MARK
    return mark.exists() and has_manifest(model) and read_manifest(model)["version"] == version and mark.read_text() == export_mark(version, model, folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, help="full-precision checkpoint of train_support")
    parser.add_argument("--start", type=Path, required=True, metavar="MODEL", help="the exported model that training started from")
    parser.add_argument("--version", required=True)
    add_data_option(parser)
    add_runs_option(parser)
    options = parser.parse_args()
    model, data, runs, version = MODELS / ID, options.data, options.runs, options.version
    try:
        folder = folder_of(options.checkpoint, runs)
        folder.mkdir(parents=True, exist_ok=True)
        if not quantised(folder).exists():
            run_steps([quantisation(options.checkpoint, options.start, data, runs, folder)])
        if not is_exported(version, model, folder):
            (folder / MARK).unlink(missing_ok=True)  # an interrupted export may leave half a manifest, which nobody may read
            run_steps([exports(version, runs, folder)])
            (folder / MARK).write_text(export_mark(version, model, folder))
        with ThreadPoolExecutor(2) as lanes:
            list(lanes.map(run_steps, measurements(model, data, runs, folder)))
        run_steps(calibrations(runs, folder))
        names = {"support-development": development(folder), "support-evaluation": evaluation(folder)}
        names |= {f"{paths}-development": rows_path(runs, model, paths, PRECISION, "development") for paths in PATHS}
        for name, rows in names.items():
            print(f"Wrote {store_rows(rows, f'{version}-{name}')}.")
    except (OSError, RuntimeError) as error:
        sys.exit(str(error))
