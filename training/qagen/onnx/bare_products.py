"""The matrix products of one decoding step and nothing else: a lower bound for the time of a step, for the benchmark.

Shapes and order are those of the linears and the head of SmolLM2-135M. Each product has its own weight, so a run reads as much memory
as a real step. A second graph adds the products of attention over a prefix and half of a path's own tokens. All weights hold one
constant, which the runtime fills in when it loads the graph.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from ..model.checkpoint import Architecture
from .graph.graph_builder import OPSET


@dataclass(frozen=True)
class Attended:
    """Rows of a step, tokens of their shared prefix, tokens that each row has generated."""

    rows: int
    prefix: int
    own: int


# Of the benchmark: 60 summary tokens and the start token; pairs of at most 21 tokens.
BENCHMARK = Attended(rows=60, prefix=61, own=10)

Product = tuple[str, list[int], list[int | str]]
"""Name of its left operand, shape of its right operand, shape of the product."""


def weight_products(sizes: Architecture) -> list[Product]:
    """The products with weights of one layer."""
    joined = (sizes.query_heads + 2 * sizes.key_value_heads) * sizes.head_size
    shapes = [
        ("narrow", sizes.width, joined),
        ("narrow", sizes.query_heads * sizes.head_size, sizes.width),
        ("narrow", sizes.width, 2 * sizes.intermediate),
        ("wide", sizes.intermediate, sizes.width),
    ]
    return [(given, [rows, columns], ["N", columns]) for given, rows, columns in shapes]


def attention_products(sizes: Architecture, attended: Attended) -> list[Product]:
    """The products of attention of one layer, as in the body: per head, one product serves the queries of all rows and the prefix."""
    heads, size, groups = sizes.key_value_heads, sizes.head_size, sizes.query_heads // sizes.key_value_heads
    rows, prefix, own = attended.rows, attended.prefix, attended.own
    return [
        ("queries", [heads, size, prefix], [heads, rows * groups, prefix]),
        ("own_queries", [heads, rows, size, own], [heads, rows, groups, own]),
        ("seen", [heads, prefix, size], [heads, rows * groups, size]),
        ("own_seen", [heads, rows, own, size], [heads, rows, groups, size]),
    ]


def left_sides(sizes: Architecture, attended: Attended | None) -> dict[str, list[int | str]]:
    shapes: dict[str, list[int | str]] = {"narrow": ["N", sizes.width], "wide": ["N", sizes.intermediate]}
    if attended:
        for name, (*_, inner, _), product in attention_products(sizes, attended):
            shapes[name] = [*product[:-1], inner]
    return shapes


def build_products(sizes: Architecture, attended: Attended | None = None) -> onnx.ModelProto:
    """Inputs, float32: the left operands. One output per product. `attended`: add the products of attention."""
    layer = weight_products(sizes) + (attention_products(sizes, attended) if attended else [])
    products = [*layer * sizes.layers, ("narrow", [sizes.width, sizes.vocabulary], ["N", sizes.vocabulary])]
    nodes, shapes, outputs = [], [], []
    value = numpy_helper.from_array(np.array([0.01], np.float32))
    for number, (given, right, product) in enumerate(products):
        shapes.append(numpy_helper.from_array(np.array(right, np.int64), f"shape.{number}"))
        nodes.append(helper.make_node("ConstantOfShape", [f"shape.{number}"], [f"weight.{number}"], value=value))
        nodes.append(helper.make_node("MatMul", [given, f"weight.{number}"], [f"product.{number}"]))
        outputs.append(helper.make_tensor_value_info(f"product.{number}", TensorProto.FLOAT, product))
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        for name, shape in left_sides(sizes, attended).items()
    ]
    graph = helper.make_graph(nodes, "bare-products", inputs, outputs, shapes)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)
