"""The body for CPUs: weights are dequantised at load time, and outputs have only the new keys and values.

On a CPU the caller keeps keys and values in its own memory, and copies to and from the runtime are what costs. So the graph outputs only
those of the new tokens, reads the past of each row in place, and never copies a past. The mask hides unused columns of a past.
"""

from __future__ import annotations

import onnx

from ...model.checkpoint import Checkpoint
from .graph_body import Body
from .graph_linear import Linear, apply_wide_linear
from ..weight_file import WeightFile


def build_cpu_body(checkpoint: Checkpoint, weights: WeightFile) -> onnx.ModelProto:
    return _CpuBody(checkpoint, weights).build()


class _CpuBody(Body):
    past_rows = "B"
    present_length = "T"

    def _order_input(self) -> None:
        """No `parent` input: the caller keeps each row with its past."""

    def _linear(self, linear: Linear, x: str) -> str:
        """Gemm reads its weight as stored but has no batch dimension: its rows are the tokens of all rows."""
        rows, width = linear.codes.shape
        product = apply_wide_linear(self.graph, linear, self.graph.reshape(x, -1, width))
        shape = self.graph.op("Concat", self.batch, self.graph.ints(rows), axis=0)
        return self.graph.op("Reshape", product, shape)

    def _prepare_shapes(self, ids: str) -> None:
        super()._prepare_shapes(ids)
        self.batch = self.graph.op("Shape", ids)
        past_length = self.graph.op("Shape", "past_k.0", start=3, end=4)
        new_length = self.graph.op("Shape", ids, start=1, end=2)
        self.stretches = self.graph.op("Concat", self.prefix_length, past_length, new_length, axis=0)

    def _attend(self, layer: int, query: str, new_keys: str, new_values: str) -> str:
        graph = self.graph
        self.presents.append((new_keys, new_values))
        past = graph.op("MatMul", query, f"past_k.{layer}")
        new = graph.op("MatMul", query, new_keys)
        scores = graph.op("Concat", self._prefix_scores(layer, query), past, new, axis=3)
        weights = graph.op("Softmax", graph.op("Add", scores, self.mask), axis=-1)
        on_prefix, on_past, on_new = graph.node("Split", [weights, self.stretches], outputs=3, axis=3)
        own = graph.op(
            "Add", graph.op("MatMul", on_past, f"past_v.{layer}"), graph.op("MatMul", on_new, new_values)
        )
        return graph.op("Add", self._prefix_values(layer, on_prefix), own)
