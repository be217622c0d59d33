"""Better codes and grids for the same outputs: GPTQ's codes are the start, not the result.

GPTQ chooses the grid of a block before it knows the codes, and each code once. Here grid and codes take turns: the grid that is best for
the codes, by least squares; then each code that is best for the grid and all other codes (coordinate descent, as in QuantEase, Behdin et
al., 2023, arXiv 2309.01885). No turn raises the error of the outputs on the calibration data.
"""

from __future__ import annotations

import torch
from torch import Tensor

from ..model.checkpoint import BLOCK, HIGHEST_CODE, dequantise_linear
from .gptq import SMALLEST_STEP, damped

ROUNDS = 2
RIDGE = 1e-3  # keeps the grid of a block with few different codes near the old one


def refine(weight: Tensor, moments: Tensor, codes: Tensor, scale: Tensor, offset: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """`weight` float32 [out, in], `moments` float32 [in, in] as in `quantise_linear`, which gives `codes`, `scale` and `offset`.
    -> the same three, with a smaller error of the outputs."""
    moments = damped(moments).float()
    for _ in range(ROUNDS):
        scale, offset = fit_grid(weight, moments, codes, scale, offset)
        codes = descend(weight, moments, codes, scale, offset)
    return codes, *fit_grid(weight, moments, codes, scale, offset)


def fit_grid(weight: Tensor, moments: Tensor, codes: Tensor, scale: Tensor, offset: Tensor) -> tuple[Tensor, Tensor]:
    """Scales and offsets float16 [out, in/32] of all blocks of a row at once: the least squares of its outputs for these codes."""
    rows, columns = weight.shape
    blocks = columns // BLOCK
    # A row of weights is the sum over blocks of scale · codes + offset · 1; `gram` has the products of these vectors under `moments`.
    between = moments.view(blocks, BLOCK, blocks, BLOCK)
    of_block = codes.view(rows, blocks, BLOCK).float()
    coded = torch.einsum("rbi,bicj->rbcj", of_block, between)
    with_ones = coded.sum(-1)
    ones = between.sum((1, 3)).expand(rows, blocks, blocks)
    gram = torch.cat(
        [torch.cat([torch.einsum("rbcj,rcj->rbc", coded, of_block), with_ones], 2), torch.cat([with_ones.transpose(1, 2), ones], 2)], 1
    )
    lost = ((weight - dequantise_linear(codes, scale, offset)) @ moments).view(rows, blocks, BLOCK)
    slope = torch.cat([(lost * of_block).sum(-1), lost.sum(-1)], 1)
    ridge = torch.diag_embed(RIDGE * gram.diagonal(dim1=1, dim2=2) + 1e-12)
    change = torch.linalg.solve((gram + ridge).double(), slope.double()).float()
    return (scale.float() + change[:, :blocks]).half(), (offset.float() + change[:, blocks:]).half()


def descend(weight: Tensor, moments: Tensor, codes: Tensor, scale: Tensor, offset: Tensor) -> Tensor:
    """One pass over the columns: each code becomes the best one for the others. -> codes uint8 [out, in]."""
    steps = scale.float().repeat_interleave(BLOCK, 1)
    moved = codes.float()
    slope = (weight - dequantise_linear(codes, scale, offset)) @ moments
    for column in range(weight.shape[1]):
        step = steps[:, column]
        wanted = slope[:, column] / moments[column, column]
        flat = step.abs() < SMALLEST_STEP  # a block of equal weights keeps its codes
        code = (moved[:, column] + torch.where(flat, 0, wanted / step.where(~flat, torch.ones(())))).round().clamp(0, HIGHEST_CODE)
        slope -= ((code - moved[:, column]) * step).unsqueeze(1) * moments[column]
        moved[:, column] = code
    return moved.to(torch.uint8)
