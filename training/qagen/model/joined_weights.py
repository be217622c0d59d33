"""The trained parameters of the linear layers: the weights in full precision (`FreeWeights`), or the quantisation grid (`GridWeights`).

Both join linears that read the same input (q, k, v; gate, up), for fewer and larger products. Both give the network weights in the number
format of its products (`products.py`), and turn the gradient of a weight into gradients of their parameters.

Full-precision weights are float32. After fine-tuning they cannot be rounded to the codes of the base model, because training moves a
weight by far less than half a step (docs/decisions/0002-free-then-new-codes.md). `quantise` chooses new codes.

On the grid the codes are fixed. With scale = spread / 4 and offset = centre - 7.5 scale,

    w = spread * pattern + centre,     pattern = (code - 7.5) / 4.

A change of spread or of centre then moves a weight by about the same amount (the mean square of pattern is near 1), so one learning rate
serves both. Scale and offset are rounded to float16 as in the checkpoint, with straight-through gradients: the measured loss is that of
the stored file.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor, nn

from .checkpoint import BLOCK, Checkpoint, dequantise_linear

JOINED = {
    "qkv": ("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"),
    "out": ("self_attn.o_proj",),
    "gate_up": ("mlp.gate_proj", "mlp.up_proj"),
    "down": ("mlp.down_proj",),
}


def joined_names(layers: int) -> Iterator[tuple[str, list[str]]]:
    """Key of each joined weight, and the names of its parts in the checkpoint, in the order of their rows."""
    for layer in range(layers):
        for joined, parts in JOINED.items():
            yield f"{layer}_{joined}", [f"model.layers.{layer}.{part}" for part in parts]


def rounded_grid(spread: Tensor, centre: Tensor) -> tuple[Tensor, Tensor]:
    """float32 [out, in/32] twice -> scale and offset of the checkpoint, float16."""
    scale = (spread / 4).half()
    return scale, (centre - 7.5 * scale.float()).half()


def weight_on_grid(spread: Tensor, centre: Tensor, codes: Tensor) -> Tensor:
    """-> float32 [out, in]."""
    return dequantise_linear(codes, *rounded_grid(spread, centre))


def grid_gradients(weight_gradient: Tensor, codes: Tensor) -> tuple[Tensor, Tensor]:
    """[out, in] -> gradients of spread and centre, float32 [out, in/32]."""
    blocks = weight_gradient.view(codes.shape[0], -1, BLOCK).float()
    pattern = (codes.view(blocks.shape).float() - 7.5) / 4
    return (blocks * pattern).sum(-1), blocks.sum(-1)


class GridWeights(nn.Module):
    """Trains scales and offsets of fixed codes."""

    def __init__(self, checkpoint: Checkpoint, products: torch.dtype = torch.bfloat16) -> None:
        super().__init__()
        self.products = products
        tensors = checkpoint.tensors
        self.names = dict(joined_names(checkpoint.architecture.layers))
        self.codes: dict[str, Tensor] = {}
        self.rows: dict[str, list[int]] = {}
        self.grid = nn.ParameterDict()
        for key, names in self.names.items():
            scale = torch.cat([tensors[f"{name}.scale"] for name in names]).float()
            offset = torch.cat([tensors[f"{name}.offset"] for name in names]).float()
            self.codes[key] = torch.cat([tensors[f"{name}.codes"] for name in names])
            self.rows[key] = [len(tensors[f"{name}.codes"]) for name in names]
            self.grid[f"{key}_spread"] = nn.Parameter(4 * scale)
            self.grid[f"{key}_centre"] = nn.Parameter(offset + 7.5 * scale)

    @torch.no_grad()
    def weight(self, key: str) -> Tensor:
        """[out, in], as the stored file dequantises."""
        return weight_on_grid(*self._of(key), self.codes[key]).to(self.products)

    def set_gradient(self, key: str, weight_gradient: Tensor) -> None:
        for parameter, gradient in zip(self._of(key), grid_gradients(weight_gradient, self.codes[key]), strict=True):
            parameter.grad = gradient

    @torch.no_grad()
    def tensors(self, key: str) -> dict[str, Tensor]:
        """The tensors of the checkpoint for the parts of a joined weight."""
        scale, offset = rounded_grid(*self._of(key))
        wholes = {"codes": self.codes[key], "scale": scale, "offset": offset}
        return {
            f"{name}.{suffix}": part.clone()
            for suffix, whole in wholes.items()
            for name, part in zip(self.names[key], whole.split(self.rows[key]), strict=True)
        }

    def _of(self, key: str) -> tuple[Tensor, Tensor]:
        return self.grid[f"{key}_spread"], self.grid[f"{key}_centre"]


class FreeWeights(nn.Module):
    """Trains the weights, float32."""

    def __init__(self, checkpoint: Checkpoint, products: torch.dtype = torch.bfloat16) -> None:
        super().__init__()
        self.products = products
        self.names = dict(joined_names(checkpoint.architecture.layers))
        parts = {key: [checkpoint.linear(name) for name in names] for key, names in self.names.items()}
        self.rows = {key: [len(part) for part in each] for key, each in parts.items()}
        self.masters = nn.ParameterDict({key: nn.Parameter(torch.cat(each)) for key, each in parts.items()})

    @torch.no_grad()
    def weight(self, key: str) -> Tensor:
        return self.masters[key].detach().to(self.products)

    def set_gradient(self, key: str, weight_gradient: Tensor) -> None:
        self.masters[key].grad = weight_gradient.float()

    @torch.no_grad()
    def tensors(self, key: str) -> dict[str, Tensor]:
        parts = zip(self.names[key], self.masters[key].split(self.rows[key]), strict=True)
        return {f"{name}.weight": part.clone() for name, part in parts}
