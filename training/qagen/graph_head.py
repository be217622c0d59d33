"""The head: hidden states to logits. Apart from the body, so that only the rows that are needed pay for it."""

from __future__ import annotations

from collections.abc import Callable

import onnx
from onnx import TensorProto

from .checkpoint import Checkpoint
from .graph_builder import GraphBuilder
from .graph_linear import apply_head, apply_wide_head
from .weight_file import WeightFile


def build_head(checkpoint: Checkpoint, weights: WeightFile) -> onnx.ModelProto:
    """hidden float32 [N, width] -> logits float32 [N, vocabulary]."""
    return _build(checkpoint, weights, apply_head)


def build_cpu_head(checkpoint: Checkpoint, weights: WeightFile) -> onnx.ModelProto:
    """The same, with the embedding widened to float32 while loading."""
    return _build(checkpoint, weights, apply_wide_head)


def _build(
    checkpoint: Checkpoint, weights: WeightFile, apply: Callable[[GraphBuilder, Checkpoint, str], str]
) -> onnx.ModelProto:
    sizes = checkpoint.architecture
    graph = GraphBuilder("head", weights)
    hidden = graph.input("hidden", TensorProto.FLOAT, ["N", sizes.width])
    graph.output("logits", apply(graph, checkpoint, hidden), TensorProto.FLOAT, ["N", sizes.vocabulary])
    return graph.model()
