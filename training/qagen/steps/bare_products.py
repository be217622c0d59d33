"""Write two graphs for the benchmark: the matrix products of one decoding step, without and with those of attention.

    python -m qagen bare_products ../bench
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..model.checkpoint import Architecture
from ..onnx.bare_products import BENCHMARK, build_products


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    (folder / "bare-products.onnx").write_bytes(build_products(Architecture()).SerializeToString())
    with_attention = build_products(Architecture(), BENCHMARK)
    (folder / "bare-products-attention.onnx").write_bytes(with_attention.SerializeToString())
