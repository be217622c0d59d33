"""Quantises a model one linear after another, in the order of the computation.

Two models run side by side on the calibration data: the full-precision one, and the one that is quantised up to the current linear. GPTQ
quantises the compensated weight; then codes and grid are refined.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import torch
from torch import Tensor
from tqdm import tqdm

from ..data.batches import Span
from ..model.checkpoint import Checkpoint, dequantise_linear
from ..model.joined_weights import JOINED
from ..model.trainable_model import TrainableModel
from .compensated_weight import compensated_weight
from .gptq import quantise_linear
from .refined_codes import refine


SUFFIXES = ("codes", "scale", "offset")


class CalibrationBatch(Protocol):
    ids: Tensor
    positions: Tensor
    spans: tuple[Span, ...]


class Side:
    """One of the two models, with its residual stream of each batch, float32 [tokens, width], before the current layer."""

    def __init__(self, checkpoint: Checkpoint, batches: Sequence[CalibrationBatch], products: torch.dtype) -> None:
        self.model, self.batches = TrainableModel(checkpoint, compiled=False, products=products), batches
        self.states = [self.model.embed(batch) for batch in batches]

    def run(self, layer: int) -> list[Tensor]:
        """The residual stream of each batch behind the layer."""
        model = self.model
        return [model.layer(layer, state, model.rotary(each.positions), each.spans) for state, each in zip(self.states, self.batches, strict=True)]

    def inputs(self, layer: int) -> dict[str, Tensor]:
        """Of each joined linear of the layer, over all batches: [tokens, in]."""
        seen: dict[str, list[Tensor]] = {part: [] for part in JOINED}
        self.model.observer = lambda key, x: seen[key.removeprefix(f"{layer}_")].append(x)
        self.run(layer)
        self.model.observer = None
        return {part: torch.cat(each).float() for part, each in seen.items()}

    def residual(self, layer: int, part: str, inputs: dict[str, Tensor]) -> Tensor | None:
        """The stream to which the linear's outputs are added, [tokens, width]; None for a linear whose outputs are not."""
        if part == "out":
            return torch.cat(self.states)
        if part == "down":
            return torch.cat(self.states) + inputs["out"] @ self.model.weights[f"{layer}_out"].float().t()
        return None


@torch.no_grad()
def quantise(
    checkpoint: Checkpoint, batches: Sequence[CalibrationBatch], products: torch.dtype = torch.bfloat16, start: Checkpoint | None = None
) -> Checkpoint:
    """`batches`: calibration data; the inputs of each linear weight its errors. `start`: the quantised checkpoint that training started from; a
    layer that training did not move keeps its codes. Raises ValueError for a checkpoint that is quantised already."""
    if not checkpoint.is_free:
        raise ValueError("This checkpoint has 4-bit codes already: quantise a full-precision one, from `train --free`.")
    quantised, free = Side(checkpoint, batches, products), Side(checkpoint, batches, products)
    tensors = {name: tensor for name, tensor in checkpoint.tensors.items() if "_proj." not in name}
    for layer in tqdm(range(checkpoint.architecture.layers), unit="layer"):
        names = [name for part in JOINED for name in free.model.linears.names[f"{layer}_{part}"]]
        if start and all(torch.equal(checkpoint.linear(name), start.linear(name)) for name in names):
            tensors |= {f"{name}.{suffix}": start.tensors[f"{name}.{suffix}"] for name in names for suffix in SUFFIXES}
        else:
            tensors |= quantise_layer(layer, quantised, free)
        quantised.states, free.states = quantised.run(layer), free.run(layer)
    return Checkpoint(checkpoint.architecture, tensors, checkpoint.provenance | {"quantised": "GPTQ, refined"})


def quantise_layer(layer: int, quantised: Side, free: Side) -> dict[str, Tensor]:
    """The layer's codes, scales and offsets by name. `quantised` gets the rounded weights."""
    linears, tensors = free.model.linears, {}
    wanted = free.inputs(layer)
    for part in JOINED:
        key, inputs = f"{layer}_{part}", quantised.inputs(layer)
        stream, wanted_stream = quantised.residual(layer, part, inputs), free.residual(layer, part, wanted)
        missing = None if stream is None or wanted_stream is None else wanted_stream - stream
        moments = inputs[part].t() @ inputs[part]
        weight = compensated_weight(linears.masters[key].detach(), moments, inputs[part], wanted[part], missing)
        rounded = refine(weight, moments, *quantise_linear(weight, moments))
        quantised.model.weights[key] = dequantise_linear(*rounded).to(quantised.model.products)
        for suffix, whole in zip(SUFFIXES, rounded, strict=True):
            for name, rows in zip(linears.names[key], whole.split(linears.rows[key]), strict=True):
                tensors[f"{name}.{suffix}"] = rows.clone()
    return tensors
