"""The matrix products of one decoding step and nothing else, for the benchmark: what no implementation can go below.

    python -m qagen.bare_products ../bench/bare-products.onnx

Shapes and order are those of SmolLM2-135M's linears and its head, each with a weight of its own, so that as much memory is
read as in a real step. The weights are one constant number, made while the runtime loads the graph.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .checkpoint import Architecture
from .graph_builder import OPSET


def build_products(sizes: Architecture) -> onnx.ModelProto:
    """Inputs by their widths: `narrow` float32 [N, width] and `wide` float32 [N, intermediate]. One output a product."""
    attention = (sizes.query_heads + 2 * sizes.key_value_heads) * sizes.head_size
    layer = [
        ("narrow", sizes.width, attention),
        ("narrow", sizes.query_heads * sizes.head_size, sizes.width),
        ("narrow", sizes.width, 2 * sizes.intermediate),
        ("wide", sizes.intermediate, sizes.width),
    ]
    products = [*layer * sizes.layers, ("narrow", sizes.width, sizes.vocabulary)]
    nodes, shapes, outputs = [], [], []
    value = numpy_helper.from_array(np.array([0.01], np.float32))
    for number, (given, rows, columns) in enumerate(products):
        shapes.append(numpy_helper.from_array(np.array([rows, columns], np.int64), f"shape.{number}"))
        nodes.append(helper.make_node("ConstantOfShape", [f"shape.{number}"], [f"weight.{number}"], value=value))
        nodes.append(helper.make_node("MatMul", [given, f"weight.{number}"], [f"product.{number}"]))
        outputs.append(helper.make_tensor_value_info(f"product.{number}", TensorProto.FLOAT, ["N", columns]))
    inputs = [
        helper.make_tensor_value_info("narrow", TensorProto.FLOAT, ["N", sizes.width]),
        helper.make_tensor_value_info("wide", TensorProto.FLOAT, ["N", sizes.intermediate]),
    ]
    graph = helper.make_graph(nodes, "bare-products", inputs, outputs, shapes)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.parse_args().file.write_bytes(build_products(Architecture()).SerializeToString())


if __name__ == "__main__":
    main()
