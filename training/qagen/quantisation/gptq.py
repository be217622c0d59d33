"""GPTQ (Frantar et al., 2023, arXiv 2210.17323): 4-bit codes for a linear layer that preserve its outputs.

Columns are rounded one after another. The columns that are not rounded yet compensate the error of each, as far as the inputs of the
layer correlate. Plain rounding would return a fine-tuned weight to the code of the base model.
"""

from __future__ import annotations

import torch
from torch import Tensor

from ..model.checkpoint import BLOCK, HIGHEST_CODE

DAMPING = 0.01
# Candidate widths of a grid, as shares of a block's range: a narrower grid clips outliers and is finer for the rest.
SPANS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
SMALLEST_STEP = 1e-8


def nearest_codes(weight: Tensor, scale: Tensor, offset: Tensor) -> Tensor:
    """float32 [out, n], float16 [out] twice -> float32 [out, n], whole numbers 0 to 15."""
    step = scale.float().clamp_min(SMALLEST_STEP).unsqueeze(-1)
    return ((weight - offset.float().unsqueeze(-1)) / step).round().clamp(0, HIGHEST_CODE)


def on_grid(codes: Tensor, scale: Tensor, offset: Tensor) -> Tensor:
    """float32 [out, n], float16 [out] twice -> float32 [out, n]: the weights of these codes."""
    return codes * scale.float().unsqueeze(-1) + offset.float().unsqueeze(-1)


def choose_grid(block: Tensor, importance: Tensor) -> tuple[Tensor, Tensor]:
    """float32 [out, 32] and [32] -> scale and offset float16 [out], of the span with the smallest weighted error."""
    low, high = block.amin(-1), block.amax(-1)
    centre, half = (low + high) / 2, (high - low) / 2
    best_loss = torch.full_like(low, float("inf"))
    best_scale, best_offset = torch.zeros_like(low).half(), torch.zeros_like(low).half()
    for span in SPANS:
        scale, offset = (2 * span * half / HIGHEST_CODE).half(), (centre - span * half).half()
        lost = (on_grid(nearest_codes(block, scale, offset), scale, offset) - block).square() @ importance
        better = lost < best_loss
        best_loss = torch.where(better, lost, best_loss)
        best_scale, best_offset = torch.where(better, scale, best_scale), torch.where(better, offset, best_offset)
    return best_scale, best_offset


def damped(moments: Tensor) -> Tensor:
    """float32 [in, in] -> float64, so that it has an inverse."""
    return moments.double() + DAMPING * moments.diagonal().mean().double() * torch.eye(len(moments), dtype=torch.float64)


def quantise_linear(weight: Tensor, moments: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """`weight` float32 [out, in]; `moments` float32 [in, in], the sum of x xᵀ over inputs x of the layer.
    -> codes uint8 [out, in], scale and offset float16 [out, in/32]."""
    rows, columns = weight.shape
    weight = weight.clone()
    # Upper triangular: row j says how later columns compensate an error in column j.
    answer = torch.linalg.cholesky(torch.cholesky_inverse(torch.linalg.cholesky(damped(moments))), upper=True).float()
    codes = torch.empty(rows, columns, dtype=torch.uint8)
    grids = []
    for start in range(0, columns, BLOCK):
        stop = start + BLOCK
        block, local = weight[:, start:stop], answer[start:stop, start:stop]
        scale, offset = choose_grid(block, local.diagonal().reciprocal().square())
        grids.append((scale, offset))
        errors = torch.empty(rows, BLOCK)
        for column in range(BLOCK):
            wanted = block[:, column : column + 1]
            code = nearest_codes(wanted, scale, offset)
            codes[:, start + column] = code.squeeze(-1).to(torch.uint8)
            error = (wanted - on_grid(code, scale, offset)) / local[column, column]
            block[:, column:] -= error * local[column, column:]
            errors[:, column : column + 1] = error
        weight[:, stop:] -= errors @ answer[start:stop, stop:]
    scales, offsets = (torch.stack(each, dim=-1) for each in zip(*grids, strict=True))
    return codes, scales, offsets
