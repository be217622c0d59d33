"""Graphs that PyTorch traces: their inner names, and the first and the later steps of a decoder in one graph."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

OPSET = 17
# The name of the batch dimension: when transformers.js makes an empty cache, each dimension with another name is 0.
BATCH = "batch_size"
USE_CACHE = "use_cache_branch"


def trace(module: nn.Module, inputs: dict[str, tuple[torch.Tensor, dict]], outputs: Sequence[str]) -> onnx.ModelProto:
    """`inputs`: an example of each input, and the names of its variable dimensions."""
    file = io.BytesIO()
    torch.onnx.export(
        # Tracing restores the mode afterwards: a wrapper in training mode would turn dropout on.
        module.eval(),
        tuple(example for example, _ in inputs.values()),
        file,
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes={name: axes for name, (_, axes) in inputs.items()} | {name: {0: BATCH} for name in outputs},
        opset_version=OPSET,
        dynamo=False,
    )
    model = onnx.load_from_string(file.getvalue())
    _shorten_names(model.graph, {*inputs, *outputs})
    return model


def _shorten_names(graph: onnx.GraphProto, public: set[str]) -> None:
    """Shortens inner names: module paths as names make up half of a small file."""
    inner = [*(weight.name for weight in graph.initializer), *(name for node in graph.node for name in node.output)]
    names = {name: f"v{number}" for number, name in enumerate(inner) if name not in public}
    for node in graph.node:
        node.name = node.doc_string = ""
        del node.metadata_props[:]
        node.input[:] = [names.get(name, name) for name in node.input]
        node.output[:] = [names.get(name, name) for name in node.output]
    for weight in graph.initializer:
        weight.name = names.get(weight.name, weight.name)
    del graph.value_info[:]


def merge(
    first: onnx.ModelProto, later: onnx.ModelProto, presents: Sequence[str], heads: int, head_size: int
) -> onnx.ModelProto:
    """One graph with both steps as branches of an `If` and shared weights, as optimum writes it.

    The branch with a past outputs empty keys and values for the text; the caller does not read them.
    """
    weights: dict[tuple, TensorProto] = {}
    outputs = {value.name: value for value in first.graph.output}
    branches = []
    for model, suffix in ((later, "/later"), (first, "/first")):
        graph = model.graph
        names = {}
        for weight in graph.initializer:
            key = (weight.data_type, tuple(weight.dims), numpy_helper.to_array(weight).tobytes())
            kept = weights.setdefault(key, onnx.TensorProto())
            if not kept.name:
                kept.CopyFrom(weight)
                kept.name = f"weight/{len(weights)}"
            names[weight.name] = kept.name
        inner = {name for node in graph.node for name in node.output}
        names |= {name: name + suffix for name in inner}
        for node in graph.node:
            node.input[:] = [names.get(name, name) for name in node.input]
            node.output[:] = [names[name] for name in node.output]
        for name in presents:
            if name not in inner:
                value = numpy_helper.from_array(np.zeros((0, heads, 1, head_size), np.float32))
                graph.node.append(helper.make_node("Constant", [], [name + suffix], value=value))
        results = [
            helper.make_tensor_value_info(name + suffix, TensorProto.FLOAT, None) for name in ("logits", *presents)
        ]
        branches.append(helper.make_graph(list(graph.node), suffix.strip("/"), [], results))
    choose = helper.make_node(
        "If", [USE_CACHE], ["logits", *presents], then_branch=branches[0], else_branch=branches[1]
    )
    switch = helper.make_tensor_value_info(USE_CACHE, TensorProto.BOOL, [1])
    graph = helper.make_graph(
        [choose],
        "decoder",
        [*later.graph.input, switch],
        [outputs[name] for name in ("logits", *presents)],
        list(weights.values()),
    )
    return helper.make_model(graph, opset_imports=first.opset_import, ir_version=first.ir_version)
