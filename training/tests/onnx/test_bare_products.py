"""The graphs of the benchmark have the products of a step, all of them and nothing else."""

from dataclasses import replace

import numpy as np
import onnxruntime
from qagen.onnx.bare_products import Attended, build_products
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


def test_products_of_attention_are_those_behind_a_prefix() -> None:
    graph = build_products(SIZES, Attended(rows=5, prefix=7, own=2)).SerializeToString()
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    sizes = {"N": 5}
    feeds = {given.name: np.ones([sizes.get(size, size) for size in given.shape], np.float32) for given in session.get_inputs()}
    products = session.run(None, feeds)
    # SMALL has three query heads on one of keys and values: 15 queries see the prefix, three of each row its own tokens.
    size = SIZES.head_size
    of_a_layer = [(5, 160), (5, 96), (5, 192), (5, 96), (1, 15, 7), (1, 5, 3, 2), (1, 15, size), (1, 5, 3, size)]
    assert [product.shape for product in products] == [*of_a_layer, *of_a_layer, (5, SMALL.vocabulary)]
    # Each sums over what its left side has in its last place.
    assert np.allclose(products[4], 0.01 * size) and np.allclose(products[6], 0.07) and np.allclose(products[7], 0.02)
