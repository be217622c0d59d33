"""Run all steps, one after another. A stopped run goes on with the same command: each step keeps what is done.

    python -m conseq all_steps --data DIR --from ../public/models/ID [--articles 200 --pool 80 --test 30] [--run DIR]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from qagen.model.allocator import keep_memory
from qagen.paths import add_data_option

from ..files import CHOICES, SUMMARISERS, add_run_option
from ..run_step import run_step


def steps(options: argparse.Namespace) -> Iterator[list[str]]:
    """The arguments of each step, with its name first."""
    run, data = ["--run", str(options.run)], ["--data", str(options.data)]
    paths, products = ["--paths", str(options.paths), "--model", str(options.scorer or options.start)], ["--products", "float32"]
    start = ["--from", str(options.start), "--articles", str(options.articles)]
    yield ["train_mle", *run, *data, *start, "--rate", str(options.mle_rate), "--step-examples", str(options.step_examples), *products]
    yield ["generate", *run, *data, "--part", "pool", "--articles", str(options.pool)]
    yield ["score", *run, "--part", "pool", *paths]
    for by in CHOICES:
        yield ["choose", *run, "--by", by, "--references", str(options.share), "--generated", str(options.share)]
        yield ["train_contrast", *run, "--by", by, "--rate", str(options.rate), "--epochs", str(options.epochs), "--step-examples", "2", *products]
    for summariser in SUMMARISERS:
        yield ["generate", *run, *data, "--part", "test", "--articles", str(options.test), "--summariser", summariser]
    for summariser in SUMMARISERS:
        yield ["score", *run, "--part", "test", "--summariser", summariser, *paths]
    yield ["report", *run]


def main() -> None:
    keep_memory("all_steps", "conseq")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="start", type=Path, required=True, metavar="MODEL", help="folder of an exported QAGen model")
    parser.add_argument("--scorer", type=Path, metavar="MODEL", help="QAGen model that scores; default: the one of --from")
    parser.add_argument("--articles", type=int, default=200, help="training articles of the MLE start")
    parser.add_argument("--pool", type=int, default=80, help="training articles to choose from")
    parser.add_argument("--test", type=int, default=30, help="test articles")
    parser.add_argument("--share", type=float, default=0.3, help="share of the references, and of the generated summaries, that is chosen from")
    parser.add_argument("--paths", type=int, default=20, help="paths of the search for QA pairs")
    parser.add_argument("--mle-rate", type=float, default=1e-4)
    parser.add_argument("--step-examples", type=int, default=8, help="articles of an optimiser step of the MLE start")
    parser.add_argument("--rate", type=float, default=3e-6, help="of the contrastive training")
    parser.add_argument("--epochs", type=int, default=2, help="of the contrastive training")
    add_data_option(parser)
    add_run_option(parser)
    for step, *arguments in steps(parser.parse_args()):
        print(f"== {step} {' '.join(arguments)}", flush=True)
        run_step(step, arguments)
