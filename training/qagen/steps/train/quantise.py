"""Quantise a full-precision checkpoint to 4-bit codes in blocks of 32, layer after layer (`quantisation/layerwise_quantisation.py`).

    python -m qagen quantise runs/free/latest.safetensors --out runs/quantised.safetensors [--batches 16] [--runs DIR]
    python -m qagen quantise … --judged DIR    # for a model with a support head: calibration data of its training mix
"""

from __future__ import annotations

import argparse
import sys
from itertools import islice
from pathlib import Path

from ...data.batches import Batch, take_batch
from ...data.examples import Examples
from ...model.checkpoint import load_checkpoint, save_checkpoint
from ...model.products import products_named
from ...model.tokenizer import load_tokenizer
from ...model.training.training_run import BATCH_TOKENS
from ...onnx.exported_model import open_checkpoint
from ...paths import add_runs_option
from ...quantisation.layerwise_quantisation import quantise
from ...support.data.mix import Mix
from ...support.data.mixed_batch import pack_mixed


def pair_batches(examples: Examples, count: int) -> list[Batch]:
    batches, position = [], 0
    for _ in range(count):
        batch, position = take_batch(examples, position, BATCH_TOKENS)
        batches.append(batch)
    return batches


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--batches", type=int, default=16, help=f"number of batches of {BATCH_TOKENS} tokens from the training examples")
    parser.add_argument("--judged", type=Path, metavar="DIR", help="data folder with judged/: take the batches from the training mix")
    parser.add_argument("--start", type=Path, metavar="MODEL", help="what training started from: layers that did not move keep its codes")
    add_runs_option(parser)
    options = parser.parse_args()
    try:
        checkpoint = load_checkpoint(options.checkpoint)
        examples = options.runs / "examples" / "train.safetensors"
        if options.judged:
            mix = Mix(options.judged, examples, load_tokenizer(options.runs / "tokenizer.json"), BATCH_TOKENS, seed=2)
            batches = [pack_mixed(taken, BATCH_TOKENS) for taken in islice(mix.batches(), options.batches)]
        else:
            batches = pair_batches(Examples(examples), options.batches)
        start = open_checkpoint(options.start) if options.start else None
        save_checkpoint(quantise(checkpoint, batches, products_named("fastest"), start), options.out)
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    print(f"Wrote {options.out}.")
