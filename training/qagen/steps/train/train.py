"""Train the QAGen model: full-precision fine-tuning, then, after `quantise`, quantisation-aware distillation.

    python -m qagen train --run free --free --hours 8
    python -m qagen train --run free --free --steps 500    # length in steps: the same result on every machine
    python -m qagen train --run grid --from runs/quantised.safetensors --teacher runs/free/latest.safetensors --steps 60

The same command with the same --run resumes a killed run. SIGTERM and Ctrl+C save before the run ends. To end a run early, stop it and
resume it with a smaller --hours or --steps: the learning rate then decays at once.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ...data.examples import Examples
from ...model.allocator import keep_memory
from ...model.lanes import Lanes
from ...model.products import FORMATS, products_named
from ...model.provenance import after_run
from ...model.training.schedule import Schedule
from ...model.trainable_model import TrainableModel
from ...model.training.training_run import LANES, Run, train
from ...onnx.exported_model import open_checkpoint
from ...paths import add_runs_option

KEYS = ("moved", "learned_from", "steps", "tokens")
"""Of a run in the provenance; the last two are written with each checkpoint."""


def provenance_of_run(of_start: dict, start: str, moved: str, teacher: Path | None) -> dict:
    return after_run(of_start, start, {"moved": moved, "learned_from": "a teacher" if teacher else "pairs"}, KEYS)


def main() -> None:
    keep_memory("train")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_runs_option(parser)
    parser.add_argument("--run", default="qagen", help="name of the run: its folder in --runs")
    parser.add_argument("--from", dest="start", type=Path, help="checkpoint or model folder to start from (default: RUNS/base.safetensors)")
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--steps", type=int)
    length.add_argument("--hours", type=float)
    parser.add_argument("--free", action="store_true", help="full-precision fine-tuning: train the weights, not codes and their grid")
    parser.add_argument("--teacher", type=Path, help="distil from this checkpoint or model folder instead of learning the tokens of the pairs")
    parser.add_argument("--fixed-codes", action="store_true", help="with a full-precision teacher: train the grid only, not the codes")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="peak learning rate")
    parser.add_argument("--decay", type=float, default=0.5, help="last share of the run, in which the learning rate falls")
    parser.add_argument("--every", type=int, default=10, help="steps between dev losses and checkpoints")
    parser.add_argument("--lanes", type=int, default=LANES, help="batches per optimiser step, one thread each")
    parser.add_argument("--products", choices=("fastest", *FORMATS), default="fastest",
                        help="number format of the matrix products; fix it for the same result on another machine")
    options = parser.parse_args()

    start = options.start or options.runs / "base.safetensors"
    checkpoint = open_checkpoint(start)
    products = products_named(options.products)
    print(f"Matrix products in {products}.")
    taught_by = open_checkpoint(options.teacher) if options.teacher else None
    near = taught_by if taught_by and taught_by.is_free and not options.fixed_codes else None
    teacher = TrainableModel(taught_by, products=products) if taught_by else None
    lanes = Lanes(TrainableModel(checkpoint, options.free, products=products, near=near), options.lanes, teacher)
    run = Run(options.runs / options.run, lanes, Schedule(options.rate, decay_share=options.decay))
    folder = options.runs / "examples"
    moved = "weights" if options.free else "codes and grid" if near else "grid"
    provenance = provenance_of_run(checkpoint.provenance, start.name, moved, options.teacher)
    seconds = options.hours * 3600 if options.hours else None
    train(run, Examples(folder / "train.safetensors"), Examples(folder / "dev.safetensors"), options.steps, seconds, options.every, provenance)
