"""Quantise a full-precision checkpoint to 4-bit codes in blocks of 32 with GPTQ, layer after layer.

Each layer gets the outputs of the quantised layers before it, so it compensates their errors too. This costs some hundredths of a nat per
token; `train --teacher` then recovers most of them.

    python -m qagen quantise runs/free/latest.safetensors --out runs/quantised.safetensors [--batches 16] [--runs DIR]
    python -m qagen quantise … --judged DIR    # for a model with a support head: calibration data of its training mix
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor
from tqdm import tqdm

from ...data.batches import Batch, take_batch
from ...data.examples import Examples
from ...model.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from ...model.gptq import quantise_linear
from ...model.joined_weights import JOINED
from ...model.products import products_named
from ...model.tokenizer import load_tokenizer
from ...model.trainable_model import TrainableModel
from ...model.training_run import BATCH_TOKENS
from ...paths import add_runs_option
from ...support.data.mix import Mix
from ...support.data.mixed_batch import MixedBatch, pack_mixed


@torch.no_grad()
def quantise(checkpoint: Checkpoint, batches: Sequence[Batch | MixedBatch], products: torch.dtype = torch.bfloat16) -> Checkpoint:
    """`batches`: calibration data; the inputs of each layer weight its errors. Raises ValueError for a checkpoint that is quantised
    already."""
    if not checkpoint.is_free:
        raise ValueError("This checkpoint has 4-bit codes already: quantise a full-precision one, from `train --free`.")
    model = TrainableModel(checkpoint, compiled=False, products=products)
    states = [model.embed(batch) for batch in batches]
    tensors = {name: tensor for name, tensor in checkpoint.tensors.items() if "_proj." not in name}
    for layer in tqdm(range(checkpoint.architecture.layers), unit="layer"):
        moments = input_moments(model, layer, states, batches)
        for part in JOINED:
            key = f"{layer}_{part}"
            codes, scale, offset = quantise_linear(model.linears.masters[key].detach(), moments[key])
            rounded = {"codes": codes, "scale": scale, "offset": offset}
            for suffix, whole in rounded.items():
                for name, rows in zip(model.linears.names[key], whole.split(model.linears.rows[key]), strict=True):
                    tensors[f"{name}.{suffix}"] = rows.clone()
            quantised = Checkpoint(checkpoint.architecture, tensors, {})
            model.weights[key] = torch.cat([quantised.linear(name) for name in model.linears.names[key]]).to(model.products)
        states = [run_layer(model, layer, state, batch) for state, batch in zip(states, batches, strict=True)]
    return Checkpoint(checkpoint.architecture, tensors, checkpoint.provenance | {"quantised": "GPTQ"})


def input_moments(model: TrainableModel, layer: int, states: list[Tensor], batches: Sequence[Batch | MixedBatch]) -> dict[str, Tensor]:
    """Sum of x xᵀ, float32 [in, in], over the inputs x of each linear of the layer."""
    moments: dict[str, Tensor] = defaultdict(lambda: torch.zeros(()))

    def observe(key: str, x: Tensor) -> None:
        moments[key] = moments[key] + x.float().t() @ x.float()

    model.observer = observe
    for state, batch in zip(states, batches, strict=True):
        run_layer(model, layer, state, batch)
    model.observer = None
    return moments


def run_layer(model: TrainableModel, layer: int, state: Tensor, batch: Batch | MixedBatch) -> Tensor:
    return model.layer(layer, state, model.rotary(batch.positions), batch.spans)


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
        save_checkpoint(quantise(checkpoint, batches, products_named("fastest")), options.out)
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    print(f"Wrote {options.out}.")
