"""The body: one graph for prefill, decoding steps and teacher forcing (docs/model-format.md has its inputs).

This is the graph for GPUs, where keys and values stay on the device; `graph_body_cpu` has the differences for CPUs. All rows share the
prefix, so its keys and values are stored once: one matrix product of batch size 1 serves the queries of all rows, and one softmax covers
these scores and those of the rows' own past. H key/value heads, G query heads per key/value head, D head size; B rows, T new tokens,
t own past, S prefix.
"""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto

from ...model.checkpoint import Architecture, Checkpoint
from .graph_builder import CONTRIB, GraphBuilder
from .graph_linear import Linear, apply_embedding, apply_linear, read_linear
from ..weight_file import WeightFile

FLOAT = TensorProto.FLOAT


def build_body(checkpoint: Checkpoint, weights: WeightFile) -> onnx.ModelProto:
    return Body(checkpoint, weights).build()


def fused_query_key_value(checkpoint: Checkpoint, layer: str) -> Linear:
    """q, k and v in one linear. The factor 1/√D of attention is in the rows of q; it is a power of two, so this is exact."""
    architecture = checkpoint.architecture
    linear = read_linear(checkpoint, f"{layer}.self_attn", "q_proj", "k_proj", "v_proj")
    factor = np.ones((linear.codes.shape[0], 1), np.float32)
    factor[: architecture.query_heads * architecture.head_size] = architecture.head_size**-0.5
    return Linear(linear.name, linear.codes, linear.scale, linear.offset, factor)


class Body:
    """One method per part of the graph; layers are built in order."""

    past_rows = "P"
    present_length = "t+T"

    def __init__(self, checkpoint: Checkpoint, weights: WeightFile) -> None:
        self.checkpoint = checkpoint
        self.sizes: Architecture = checkpoint.architecture
        self.presents: list[tuple[str, str]] = []
        self.graph = GraphBuilder("body", weights)

    def build(self) -> onnx.ModelProto:
        graph, sizes = self.graph, self.sizes
        ids = graph.input("ids", TensorProto.INT32, ["B", "T"])
        self.positions = graph.input("positions", TensorProto.INT64, ["B", "T"])
        self._order_input()
        mask = graph.input("mask", FLOAT, ["B", "T", "S+t+T"])
        heads, head_size = sizes.key_value_heads, sizes.head_size
        for layer in range(sizes.layers):
            graph.input(f"prefix_k.{layer}", FLOAT, [heads, 1, head_size, "S"])
            graph.input(f"prefix_v.{layer}", FLOAT, [heads, 1, "S", head_size])
            graph.input(f"past_k.{layer}", FLOAT, [heads, self.past_rows, head_size, "t"])
            graph.input(f"past_v.{layer}", FLOAT, [heads, self.past_rows, "t", head_size])

        self.cosines, self.sines = self._rotary_tables()
        self._prepare_shapes(ids)
        self.mask = self._mask_for_groups(mask)

        residual = apply_embedding(graph, self.checkpoint, ids)
        graph.end_of_fixed_weights()
        normed = graph.op("RMSNormalization", residual, self._norm("model.layers.0.input_layernorm"),
                          axis=-1, epsilon=sizes.norm_epsilon)  # fmt: skip
        for layer in range(sizes.layers):
            name = f"model.layers.{layer}"
            attended = self._attention(layer, name, normed)
            normed, residual = self._add_and_norm(attended, residual, f"{name}.post_attention_layernorm")
            following = f"model.layers.{layer + 1}.input_layernorm" if layer + 1 < sizes.layers else "model.norm"
            normed, residual = self._add_and_norm(self._feed_forward(name, normed), residual, following)
        graph.output("hidden", normed, FLOAT, ["B", "T", sizes.width])
        for layer, (keys, values) in enumerate(self.presents):
            graph.output(f"present_k.{layer}", keys, FLOAT, [heads, "B", head_size, self.present_length])
            graph.output(f"present_v.{layer}", values, FLOAT, [heads, "B", self.present_length, head_size])
        return graph.model()

    def _order_input(self) -> None:
        self.parent = self.graph.input("parent", TensorProto.INT32, ["B"])

    def _linear(self, linear: Linear, x: str) -> str:
        """float32 [B, T, in] -> [B, T, out]."""
        return apply_linear(self.graph, linear, x)

    def _norm(self, name: str) -> str:
        return self.graph.weight(f"{name}.weight", self.checkpoint.tensors[f"{name}.weight"].float().numpy())

    def _rotary_tables(self) -> tuple[str, str]:
        """Cosine and sine [context, D/2], computed from constants at load time: 4 MB less to download."""
        graph, sizes = self.graph, self.sizes
        exponents = np.arange(0, sizes.head_size, 2, dtype=np.float32) / np.float32(sizes.head_size)
        frequencies = (np.float32(1.0) / np.float32(sizes.rope_base) ** exponents).astype(np.float32)
        places = graph.weight("rotary.places", np.arange(sizes.context_length, dtype=np.float32).reshape(-1, 1))
        angles = graph.op("Mul", places, graph.weight("rotary.frequencies", frequencies.reshape(1, -1)))
        return graph.op("Cos", angles), graph.op("Sin", angles)

    def _prepare_shapes(self, ids: str) -> None:
        """Shapes with two unknown sizes, computed once per run instead of once per layer."""
        graph, sizes = self.graph, self.sizes
        heads = graph.ints(sizes.key_value_heads)
        rows = graph.op("Shape", ids, start=0, end=1)
        self.prefix_length = graph.op("Shape", "prefix_k.0", start=3, end=4)
        free, one = graph.ints(-1), graph.ints(1)
        self.row_scores = graph.op("Concat", heads, rows, free, self.prefix_length, axis=0)
        self.shared_scores = graph.op("Concat", heads, one, free, self.prefix_length, axis=0)
        self.row_outputs = graph.op("Concat", heads, rows, free, graph.ints(sizes.head_size), axis=0)

    def _mask_for_groups(self, mask: str) -> str:
        """[B, T, S+t+T] -> [1, B, G·T, S+t+T]: the same mask for all query heads of a group."""
        groups = self.sizes.query_heads // self.sizes.key_value_heads
        repeated = self.graph.op("Concat", *[mask] * groups, axis=1)
        return self.graph.op("Unsqueeze", repeated, self.graph.ints(0))

    def _attention(self, layer: int, name: str, normed: str) -> str:
        """float32 [B, T, width] -> [B, T, width]; appends the keys and values of the layer to `presents`."""
        graph, sizes = self.graph, self.sizes
        heads, head_size = sizes.key_value_heads, sizes.head_size
        groups = sizes.query_heads // heads
        rotated = (sizes.query_heads + heads) * head_size
        joined = self._linear(fused_query_key_value(self.checkpoint, name), normed)
        query_key, value = graph.split(joined, [rotated, heads * head_size], axis=2)
        query_key = graph.contrib("RotaryEmbedding", query_key, self.positions, self.cosines, self.sines, interleaved=0)
        query, key = graph.split(query_key, [sizes.query_heads * head_size, heads * head_size], axis=2)

        new_keys = graph.transpose(graph.reshape(key, 0, 0, heads, head_size), 2, 0, 3, 1)
        new_values = graph.transpose(graph.reshape(value, 0, 0, heads, head_size), 2, 0, 1, 3)
        # [B, T, H, G, D] -> [H, B, G·T, D]
        query = graph.transpose(graph.reshape(query, 0, 0, heads, groups, head_size), 2, 0, 3, 1, 4)
        query = graph.reshape(query, 0, 0, -1, head_size)
        attended = graph.reshape(self._attend(layer, query, new_keys, new_values), 0, 0, groups, -1, head_size)
        attended = graph.reshape(graph.transpose(attended, 1, 3, 0, 2, 4), 0, 0, sizes.query_heads * head_size)
        return self._linear(read_linear(self.checkpoint, f"{name}.self_attn", "o_proj"), attended)

    def _attend(self, layer: int, query: str, new_keys: str, new_values: str) -> str:
        """[H, B, G·T, D], [H, B, D, T] and [H, B, T, D] -> [H, B, G·T, D]."""
        graph = self.graph
        keys = graph.op("Concat", graph.op("Gather", f"past_k.{layer}", self.parent, axis=1), new_keys, axis=3)
        values = graph.op("Concat", graph.op("Gather", f"past_v.{layer}", self.parent, axis=1), new_values, axis=2)
        self.presents.append((keys, values))

        scores = graph.op("Concat", self._prefix_scores(layer, query), graph.op("MatMul", query, keys), axis=3)
        weights = graph.op("Softmax", graph.op("Add", scores, self.mask), axis=-1)
        zero, last, axis = graph.ints(0), graph.ints(2**62), graph.ints(3)
        shared = self._prefix_values(layer, graph.op("Slice", weights, zero, self.prefix_length, axis))
        own = graph.op("MatMul", graph.op("Slice", weights, self.prefix_length, last, axis), values)
        return graph.op("Add", shared, own)

    def _prefix_scores(self, layer: int, query: str) -> str:
        """[H, B, G·T, D] -> [H, B, G·T, S]: one product for all rows, as [H, 1, B·G·T, D]."""
        shared_query = self.graph.reshape(query, 0, 1, -1, self.sizes.head_size)
        return self.graph.op("Reshape", self.graph.op("MatMul", shared_query, f"prefix_k.{layer}"), self.row_scores)

    def _prefix_values(self, layer: int, weights: str) -> str:
        """[H, B, G·T, S] -> [H, B, G·T, D]."""
        shared = self.graph.op("Reshape", weights, self.shared_scores)
        return self.graph.op("Reshape", self.graph.op("MatMul", shared, f"prefix_v.{layer}"), self.row_outputs)

    def _feed_forward(self, name: str, normed: str) -> str:
        """SwiGLU; gate and up in one linear. QuickGelu with alpha 1 is x·sigmoid(x)."""
        graph, size = self.graph, self.sizes.intermediate
        joined = self._linear(read_linear(self.checkpoint, f"{name}.mlp", "gate_proj", "up_proj"), normed)
        gate, up = graph.split(joined, [size, size], axis=2)
        inner = graph.op("Mul", graph.contrib("QuickGelu", gate, alpha=1.0), up)
        return self._linear(read_linear(self.checkpoint, f"{name}.mlp", "down_proj"), inner)

    def _add_and_norm(self, value: str, residual: str, norm: str) -> tuple[str, str]:
        """(RMS norm of the sum, the sum)."""
        outputs = self.graph.node(
            "SkipSimplifiedLayerNormalization",
            [value, residual, self._norm(norm)],
            outputs=4,
            unused=(1, 2),
            domain=CONTRIB,
            epsilon=self.sizes.norm_epsilon,
        )
        return outputs[0], outputs[3]
