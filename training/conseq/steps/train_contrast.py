"""Go on from the MLE summariser: maximum likelihood of S+, unlikelihood of S-.

    python -m conseq train_contrast --by quals [--epochs 2] [--rate 3e-6] [--run DIR]

Reads RUN/mle/ and the two sets of `choose`, writes RUN/BY/. Defaults are the released settings: 2 epochs, linear decay from 3e-6, no
warm-up. A killed run resumes with the same command.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch
from qagen.evaluation.rows import read_all_rows
from qagen.model.allocator import keep_memory
from qagen.model.checkpoint import load_checkpoint
from qagen.model.products import FORMATS, products_named
from qagen.model.tokenizer import load_tokenizer
from tokenizers import Tokenizer

from ..data.examples import Example, encode_example
from ..files import CHOICES, MLE, add_run_option, checkpoint_of, tokenizer_of
from ..model.summariser import Summariser
from ..model.training_run import Settings, TrainingRun


def read_examples(folder: Path, tokenizer: Tokenizer) -> list[Example]:
    """One example for each article: its texts in S+ and in S-. Raises FileNotFoundError if nothing was chosen."""
    files = [folder / f"{name}.jsonl" for name in ("positive", "negative")]
    try:
        positive, negative = (read_all_rows([file]) for file in files)
    except FileNotFoundError as error:
        raise FileNotFoundError(f"No chosen texts in {folder}. Run `python -m conseq choose --by {folder.name}` first.") from error
    sources = dict.fromkeys(row["source"] for row in positive)
    sides = [[[row["summary"] for row in rows if row["source"] == source] for source in sources] for rows in (positive, negative)]
    return [encode_example(source, *summaries, tokenizer) for source, *summaries in zip(sources, *sides, strict=True)]


def main() -> None:
    keep_memory("train_contrast", "conseq")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--by", choices=CHOICES, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=3e-6)
    parser.add_argument("--step-examples", type=int, default=4, help="articles of an optimiser step")
    parser.add_argument("--products", choices=("fastest", *FORMATS), default="fastest")
    add_run_option(parser)
    options = parser.parse_args()
    torch.set_num_threads(1)
    checkpoint = load_checkpoint(checkpoint_of(options.run, MLE))
    examples = read_examples(options.run / options.by, load_tokenizer(tokenizer_of(options.run)))
    settings = Settings(options.epochs, options.rate, 1, 1.0, step_examples=options.step_examples)
    provenance = {**checkpoint.provenance, "contrast": f"{len(examples)} articles, chosen by {options.by}"}
    run = TrainingRun(options.run / options.by, Summariser(checkpoint, products_named(options.products)), examples, settings, provenance)
    if not run.train():
        sys.exit("Stopped. The same command goes on.")
    print(f"{run.folder}: {run.steps} steps.")
