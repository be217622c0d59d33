"""Quantisation-aware distillation of codes together with their grid: most of the loss from rounding is in the codes.

Each code has a latent real number, its place; the code is the nearest whole number. The network computes with the codes, as the stored
file does. The gradient of a weight moves the place (straight-through), and the code changes when the place crosses a rounding edge.
Places start at the full-precision weights, measured in steps of the grid, but within the cell of their code: GPTQ rounds some weights
the other way. Places near an edge change their code first.

At a learning rate r of Adam, a place moves by up to PLACE_STEP * r codes per step.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .checkpoint import BLOCK, HIGHEST_CODE, Checkpoint, dequantise_linear
from .joined_weights import GridWeights

PLACE_STEP = 16.0
NEAREST_EDGE = 0.45  # in codes, from the code; a place closer than .05 to the edge would change its code by noise


def places_in_cells(weight: Tensor, codes: Tensor, scale: Tensor, offset: Tensor) -> Tensor:
    """`weight` float32 and `codes` uint8 [out, in], `scale` and `offset` float32 [out, in/32] -> float32 [out, in]:
    within NEAREST_EDGE of the code."""
    step = torch.where(scale.abs() < 1e-8, torch.inf, scale).unsqueeze(-1)  # a block of equal weights keeps its codes
    lost = (weight - dequantise_linear(codes, scale, offset)).view(len(weight), -1, BLOCK)
    return codes + (lost / step).clamp(-NEAREST_EDGE, NEAREST_EDGE).view_as(weight)


class MovingCodes(GridWeights):
    def __init__(self, checkpoint: Checkpoint, free: Checkpoint, products: torch.dtype = torch.bfloat16) -> None:
        """`free`: the full-precision checkpoint that was quantised to these codes."""
        super().__init__(checkpoint, products)
        self.places = nn.ParameterDict()
        for key, names in self.names.items():
            spread, centre = (part.detach() for part in self._of(key))
            weight = torch.cat([free.linear(name) for name in names])
            places = places_in_cells(weight, self.codes[key], spread / 4, centre - 7.5 * spread / 4)
            self.places[key] = nn.Parameter(places / PLACE_STEP)

    @torch.no_grad()
    def weight(self, key: str) -> Tensor:
        """[out, in], as the stored file dequantises; updates the codes from the places."""
        # Places stay within the cells of the outermost codes, so that they can come back.
        self.places[key].clamp_(-NEAREST_EDGE / PLACE_STEP, (HIGHEST_CODE + NEAREST_EDGE) / PLACE_STEP)
        self.codes[key] = (self.places[key] * PLACE_STEP).round_().to(torch.uint8)
        return super().weight(key)

    def set_gradient(self, key: str, weight_gradient: Tensor) -> None:
        super().set_gradient(key, weight_gradient)
        scale = self._of(key)[0].detach().unsqueeze(-1) / 4
        blocks = weight_gradient.float().view(len(weight_gradient), -1, BLOCK)
        self.places[key].grad = (blocks * (scale * PLACE_STEP)).view_as(self.places[key])
