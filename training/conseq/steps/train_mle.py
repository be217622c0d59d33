"""Train the summariser by maximum likelihood on articles with reference summaries.

    python -m conseq train_mle --data DIR --from ../public/models/ID --articles 200 [--epochs 1] [--run DIR]

Writes RUN/mle/. A killed run resumes with the same command. SIGTERM and Ctrl+C finish the step, save and exit.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

import torch
from qagen.model.allocator import keep_memory
from qagen.model.products import FORMATS, products_named
from qagen.model.tokenizer import load_tokenizer
from qagen.onnx.exported_model import open_checkpoint
from qagen.paths import add_data_option

from ..data.articles import SET, TRAIN, read_articles, sample
from ..data.examples import encode_example
from ..files import MLE, add_run_option, tokenizer_of
from ..model.summariser import Summariser
from ..model.training_run import Settings, TrainingRun

WARMUP_STEPS, DECAY_SHARE = 2, 0.5


def main() -> None:
    keep_memory("train_mle", "conseq")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="start", type=Path, required=True, metavar="MODEL", help="folder of an exported QAGen model")
    parser.add_argument("--articles", type=int, required=True, help="number of training articles")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--step-examples", type=int, default=8, help="articles of an optimiser step")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--products", choices=("fastest", *FORMATS), default="fastest")
    add_data_option(parser)
    add_run_option(parser)
    options = parser.parse_args()
    torch.set_num_threads(1)
    checkpoint = open_checkpoint(options.start)
    options.run.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(options.start / "tokenizer.json", tokenizer_of(options.run))
    tokenizer = load_tokenizer(tokenizer_of(options.run))
    articles = sample(read_articles(options.data, TRAIN), options.articles, options.seed)
    examples = [encode_example(article.source, article.references[:1], [], tokenizer) for article in articles]
    settings = Settings(options.epochs, options.rate, WARMUP_STEPS, DECAY_SHARE, step_examples=options.step_examples, seed=options.seed)
    provenance = {"base": checkpoint.provenance.get("base"), "started_from": options.start.name, "data": f"{SET}, {len(articles)} articles"}
    run = TrainingRun(options.run / MLE, Summariser(checkpoint, products_named(options.products)), examples, settings, provenance)
    if not run.train():
        sys.exit("Stopped. The same command goes on.")
    print(f"{run.folder}: {run.steps} steps.")
