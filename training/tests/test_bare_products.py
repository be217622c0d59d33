"""The benchmark's floor holds the products of a step, all of them and nothing else."""

from dataclasses import replace

import numpy as np
import onnxruntime
from qagen.bare_products import build_products
from small import SMALL


# As in the real model, the attention's output is as wide as the hidden state.
SIZES = replace(SMALL, head_size=SMALL.width // SMALL.query_heads)


def test_products_are_those_of_a_step() -> None:
    graph = build_products(SIZES).SerializeToString()
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    narrow, wide = np.ones((3, SMALL.width), np.float32), np.ones((3, SMALL.intermediate), np.float32)
    products = session.run(None, {"narrow": narrow, "wide": wide})
    layer = [160, SMALL.width, 2 * SMALL.intermediate, SMALL.width]
    assert [product.shape for product in products] == [(3, size) for size in [*layer, *layer, SMALL.vocabulary]]
    # 96 inputs of 1, each times 0.01.
    assert np.allclose(products[0], 0.96)
