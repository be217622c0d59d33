"""Number format of training's matrix products: bfloat16 is not everywhere the fast one.

Processors with AMX multiply bfloat16 several times as fast as float32; with avx512_bf16 alone some do at half the speed
(measured: 70 against 125 GFLOPS a core), others at five times it (an EPYC: 480 against 97). So it is measured, on a product of a lane's shape, before training starts.
"""

from __future__ import annotations

import time

import torch
import torch.nn.functional as F

FORMATS = {"bfloat16": torch.bfloat16, "float32": torch.float32}
ROWS, INNER, COLUMNS = 1024, 576, 1536
REPEATS = 10


def seconds_of(products: torch.dtype) -> float:
    """Of the fastest of some products of a layer's shape."""
    x, weight = torch.ones(ROWS, INNER, dtype=products), torch.ones(COLUMNS, INNER, dtype=products)
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        F.linear(x, weight)
        times.append(time.perf_counter() - began)
    return min(times)


def products_named(name: str) -> torch.dtype:
    """`fastest`, or one of FORMATS."""
    return min(FORMATS.values(), key=seconds_of) if name == "fastest" else FORMATS[name]
