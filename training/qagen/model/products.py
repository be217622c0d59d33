"""Number format of the matrix products in training: bfloat16 or float32, whichever is faster on this processor.

Processors with AMX multiply bfloat16 several times as fast as float32. With avx512_bf16 alone some are half as fast (measured: 70 against
125 GFLOPS per core), others five times as fast (an EPYC: 480 against 97). So both are measured before training, on the shape of a lane.
"""

from __future__ import annotations

import time

import torch
import torch.nn.functional as F

FORMATS = {"bfloat16": torch.bfloat16, "float32": torch.float32}
ROWS, INNER, COLUMNS = 1024, 576, 1536
REPEATS = 10


def seconds_of(products: torch.dtype) -> float:
    """Seconds of the fastest of ten products with the shape of a layer."""
    x, weight = torch.ones(ROWS, INNER, dtype=products), torch.ones(COLUMNS, INNER, dtype=products)
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        F.linear(x, weight)
        times.append(time.perf_counter() - began)
    return min(times)


def products_named(name: str) -> torch.dtype:
    """The format called `name`; `fastest` measures."""
    return min(FORMATS.values(), key=seconds_of) if name == "fastest" else FORMATS[name]
