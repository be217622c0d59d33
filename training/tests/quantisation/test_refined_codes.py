"""Codes and grids against least squares and exhaustive search in NumPy."""

from itertools import product

import numpy as np
import torch
from qagen.model.checkpoint import BLOCK, dequantise_linear
from qagen.quantisation.compensated_weight import RIDGE, compensated_weight
from qagen.quantisation.gptq import damped, quantise_linear
from qagen.quantisation.refined_codes import descend, fit_grid, refine

DRAW = torch.Generator().manual_seed(0)
COLUMNS = 2 * BLOCK
MIX = torch.randn(12, COLUMNS, generator=DRAW)
INPUTS = torch.randn(300, 12, generator=DRAW) @ MIX + 0.3 * torch.randn(300, COLUMNS, generator=DRAW)
WEIGHT = torch.randn(5, COLUMNS, generator=DRAW)
MOMENTS = INPUTS.t() @ INPUTS


def lost(codes: torch.Tensor, scale: torch.Tensor, offset: torch.Tensor) -> float:
    return float((INPUTS @ (WEIGHT - dequantise_linear(codes, scale, offset)).t()).square().sum())


def test_refined_codes_lose_less_than_those_of_gptq():
    start = quantise_linear(WEIGHT, MOMENTS)
    refined = refine(WEIGHT, MOMENTS, *start)
    assert [part.dtype for part in refined] == [torch.uint8, torch.float16, torch.float16]
    assert lost(*refined) < 0.7 * lost(*start)


def test_the_grid_is_the_least_squares_of_the_outputs():
    codes, *grid = quantise_linear(WEIGHT, MOMENTS)
    scale, offset = fit_grid(WEIGHT, MOMENTS, codes, *grid)
    for row in range(len(WEIGHT)):
        # One column for each number of the row's grid: the outputs if this number is 1 and the others are 0.
        halves = [np.zeros(COLUMNS) for _ in range(4)]
        for block, cells in enumerate((slice(0, BLOCK), slice(BLOCK, COLUMNS))):
            halves[block][cells], halves[2 + block][cells] = codes[row, cells], 1
        design = INPUTS.double().numpy() @ np.stack(halves, 1)
        best = np.linalg.lstsq(design, INPUTS.double().numpy() @ WEIGHT[row].double().numpy(), rcond=None)[0]
        np.testing.assert_allclose([*scale[row], *offset[row]], best, rtol=0.02, atol=0.005)


def test_a_code_moves_to_the_best_one_for_all_others():
    """With two columns that matter, a pass reaches a pair of codes that no single move betters."""
    codes, scale, offset = quantise_linear(WEIGHT, MOMENTS)
    moments = damped(MOMENTS).float()
    for _ in range(20):
        codes = descend(WEIGHT, moments, codes, scale, offset)

    def error(of: torch.Tensor) -> torch.Tensor:
        left = WEIGHT - dequantise_linear(of, scale, offset)
        return ((left @ moments) * left).sum(1)

    reached = error(codes)
    for column, code in product(range(COLUMNS), range(16)):
        other = codes.clone()
        other[:, column] = code
        assert (error(other) >= reached * (1 - 1e-4)).all()


def test_the_compensated_weight_is_a_ridge_regression():
    inputs, wanted = INPUTS, INPUTS + 0.1 * torch.randn(INPUTS.shape, generator=DRAW)
    missing = 0.5 * torch.randn(300, 5, generator=DRAW)
    found = compensated_weight(WEIGHT, MOMENTS, inputs, wanted, missing)
    x, target = inputs.double().numpy(), (wanted @ WEIGHT.t() + missing).double().numpy()
    ridge = RIDGE * np.mean(np.diag(x.T @ x))
    # Ridge towards the trained weight: the regression of what is left, with extra rows of zeros.
    rows = np.vstack([x, np.sqrt(ridge) * np.eye(COLUMNS)])
    left = np.vstack([target - x @ WEIGHT.double().numpy().T, np.zeros((COLUMNS, 5))])
    np.testing.assert_allclose(found, WEIGHT.numpy() + np.linalg.lstsq(rows, left, rcond=None)[0].T, atol=1e-3)
    torch.testing.assert_close(compensated_weight(WEIGHT, MOMENTS, inputs, inputs), WEIGHT)
