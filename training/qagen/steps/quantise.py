"""Quantise a full-precision checkpoint to 4-bit codes in blocks of 32 with GPTQ, layer after layer.

Each layer gets the outputs of the quantised layers before it, so it compensates their errors too. This costs some hundredths of a nat per
token; `train --teacher` then recovers most of them.

    python -m qagen quantise runs/free/latest.safetensors --out runs/quantised.safetensors [--batches 16] [--runs DIR]
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

import torch
from torch import Tensor
from tqdm import tqdm

from ..data.batches import Batch, take_batch
from ..data.examples import Examples
from ..model.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from ..model.gptq import quantise_linear
from ..model.joined_weights import JOINED
from ..model.trainable_model import TrainableModel
from ..model.training_run import BATCH_TOKENS
from ..paths import add_runs_option


@torch.no_grad()
def quantise(checkpoint: Checkpoint, batches: list[Batch]) -> Checkpoint:
    """`batches`: calibration data; the inputs of each layer weight its errors. Raises ValueError for a checkpoint that is quantised
    already."""
    if not checkpoint.is_free:
        raise ValueError("This checkpoint has 4-bit codes already: quantise a full-precision one, from `train --free`.")
    model = TrainableModel(checkpoint, compiled=False)
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


def input_moments(model: TrainableModel, layer: int, states: list[Tensor], batches: list[Batch]) -> dict[str, Tensor]:
    """Sum of x xᵀ, float32 [in, in], over the inputs x of each linear of the layer."""
    moments: dict[str, Tensor] = defaultdict(lambda: torch.zeros(()))

    def observe(key: str, x: Tensor) -> None:
        moments[key] = moments[key] + x.float().t() @ x.float()

    model.observer = observe
    for state, batch in zip(states, batches, strict=True):
        run_layer(model, layer, state, batch)
    model.observer = None
    return moments


def run_layer(model: TrainableModel, layer: int, state: Tensor, batch: Batch) -> Tensor:
    return model.layer(layer, state, model.rotary(batch.positions), batch.spans)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--batches", type=int, default=16, help=f"number of batches of {BATCH_TOKENS} tokens from the training examples")
    add_runs_option(parser)
    options = parser.parse_args()
    try:
        checkpoint = load_checkpoint(options.checkpoint)
        examples = Examples(options.runs / "examples" / "train.safetensors")
        batches, position = [], 0
        for _ in range(options.batches):
            batch, position = take_batch(examples, position, BATCH_TOKENS)
            batches.append(batch)
        save_checkpoint(quantise(checkpoint, batches), options.out)
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    print(f"Wrote {options.out}.")
