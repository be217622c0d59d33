"""The head: hidden states to logits. A graph apart from the body, so that it runs only for the rows that need logits."""

from __future__ import annotations

import math

import onnx
from onnx import TensorProto

from ...model.checkpoint import Checkpoint
from .graph_builder import GraphBuilder
from .graph_linear import apply_head, apply_wide_head
from ..weight_file import WeightFile

SUMMED_AT_ONCE = 256


def build_head(checkpoint: Checkpoint, weights: WeightFile) -> onnx.ModelProto:
    """hidden float32 [N, width] -> logits float32 [N, vocabulary]."""
    sizes = checkpoint.architecture
    graph = GraphBuilder("head", weights)
    hidden = graph.input("hidden", TensorProto.FLOAT, ["N", sizes.width])
    graph.output("logits", apply_head(graph, checkpoint, hidden), TensorProto.FLOAT, ["N", sizes.vocabulary])
    return graph.model()


def build_cpu_head(checkpoint: Checkpoint, weights: WeightFile) -> onnx.ModelProto:
    """The same for CPUs: the embedding is dequantised to float32 at load time. More outputs give what a search needs of the logits, so
    that they need not leave the runtime (12 MB per step of 60 rows).

    Further inputs: `count` int64 [1], `end` int64 [1]. Further outputs: `likeliest` float32 [N, count], in falling order, and `likeliest_ids`
    int32 [N, count], smaller ids first among equal logits; `total` float32 [N, 1], the logarithm of the sum of exp(logits);
    `end_logit` float32 [N, 1], the logit of the token `end`.
    """
    sizes = checkpoint.architecture
    graph = GraphBuilder("head", weights)
    hidden = graph.input("hidden", TensorProto.FLOAT, ["N", sizes.width])
    count = graph.input("count", TensorProto.INT64, [1])
    end = graph.input("end", TensorProto.INT64, [1])
    logits = apply_wide_head(graph, checkpoint, hidden)
    values, places = graph.node("TopK", [logits, count], outputs=2, axis=1)
    graph.output("logits", logits, TensorProto.FLOAT, ["N", sizes.vocabulary])
    graph.output("likeliest", values, TensorProto.FLOAT, ["N", "count"])
    graph.output("likeliest_ids", graph.op("Cast", places, to=TensorProto.INT32), TensorProto.INT32, ["N", "count"])
    graph.output("total", log_sum_exp(graph, logits, sizes.vocabulary), TensorProto.FLOAT, ["N", 1])
    graph.output("end_logit", graph.op("Gather", logits, end, axis=1), TensorProto.FLOAT, ["N", 1])
    return graph.model()


def log_sum_exp(graph: GraphBuilder, logits: str, vocabulary: int) -> str:
    """[N, vocabulary] -> [N, 1]. Summed in parts, then over the parts: ReduceLogSumExp over all 49,152 logits is up to 1e-4 too low,
    this is off by 2e-6."""
    largest = graph.op("ReduceMax", logits, graph.ints(1))
    likelihoods = graph.op("Exp", graph.op("Sub", logits, largest))
    stretches = graph.reshape(likelihoods, 0, -1, math.gcd(vocabulary, SUMMED_AT_ONCE))
    sums = graph.op("ReduceSum", stretches, graph.ints(2), keepdims=0)
    return graph.op("Add", largest, graph.op("Log", graph.op("ReduceSum", sums, graph.ints(1))))
