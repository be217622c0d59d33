"""A small layer over onnx.helper: nodes with generated names, constants, weights in the shared file.

All operators used here run on the CPU and WebGPU execution providers of ONNX Runtime. Nodes between stored weights and their use (Cast,
Mul, Transpose of constants) have only constant inputs: the runtime folds them at load time.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from ..weight_file import WeightFile

OPSET = 23
CONTRIB = "com.microsoft"


class GraphBuilder:
    """Methods are named after operators and return the name of the (first) output."""

    def __init__(self, name: str, weights: WeightFile) -> None:
        self._name = name
        self._weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._initialisers: dict[str, TensorProto] = {}
        self._inputs: list[onnx.ValueInfoProto] = []
        self._outputs: list[onnx.ValueInfoProto] = []
        self._public_names: dict[str, str] = {}
        self._count = 0

    def input(self, name: str, element: int, shape: Sequence[int | str]) -> str:
        self._inputs.append(helper.make_tensor_value_info(name, element, shape))
        return name

    def output(self, name: str, value: str, element: int, shape: Sequence[int | str]) -> None:
        """Makes `value` an output with the public name `name`."""
        self._public_names[value] = name
        self._outputs.append(helper.make_tensor_value_info(name, element, shape))

    def weight(self, name: str, array: np.ndarray) -> str:
        self._initialisers[name] = self._weights.add(name, array)
        return name

    def end_of_fixed_weights(self) -> None:
        """Weights added so far are the same in all versions of a model; later ones change."""
        self._weights.cut()

    def weight_as(self, name: str, element: int, shape: Sequence[int]) -> str:
        """The bytes of a weight with another type and shape, instead of the weight."""
        weight = self._initialisers.pop(name)
        view = TensorProto(name=name, data_type=element, dims=shape, data_location=TensorProto.EXTERNAL)
        view.external_data.extend(weight.external_data)
        self._initialisers[name] = view
        return name

    def ints(self, *values: int) -> str:
        """A constant int64 vector, one initialiser for each distinct vector."""
        name = "ints/" + "_".join(map(str, values))
        self._initialisers.setdefault(name, numpy_helper.from_array(np.array(values, np.int64), name))
        return name

    def scalar(self, value: float) -> str:
        name = f"float/{value}"
        self._initialisers.setdefault(name, numpy_helper.from_array(np.array(value, np.float32), name))
        return name

    def node(
        self,
        operator: str,
        inputs: Sequence[str],
        outputs: int = 1,
        unused: Sequence[int] = (),
        domain: str = "",
        **attributes,
    ) -> list[str]:
        """The names of the outputs, '' for unused ones."""
        self._count += 1
        name = f"{operator}/{self._count}"
        names = ["" if index in unused else f"{name}.{index}" for index in range(outputs)]
        self._nodes.append(helper.make_node(operator, inputs, names, name=name, domain=domain, **attributes))
        return names

    def op(self, operator: str, *inputs: str, **attributes) -> str:
        return self.node(operator, inputs, **attributes)[0]

    def contrib(self, operator: str, *inputs: str, **attributes) -> str:
        return self.node(operator, inputs, domain=CONTRIB, **attributes)[0]

    def reshape(self, value: str, *shape: int) -> str:
        """0 keeps a dimension, -1 takes the rest."""
        return self.op("Reshape", value, self.ints(*shape))

    def transpose(self, value: str, *order: int) -> str:
        return self.op("Transpose", value, perm=list(order))

    def split(self, value: str, sizes: Sequence[int], axis: int) -> list[str]:
        return self.node("Split", [value, self.ints(*sizes)], outputs=len(sizes), axis=axis)

    def stored_half(self, name: str, array: np.ndarray) -> str:
        """float16 in the file, float32 in the graph."""
        return self.op("Cast", self.weight(name, array.astype(np.float16)), to=TensorProto.FLOAT)

    def model(self) -> onnx.ModelProto:
        for node in self._nodes:
            for names in (node.input, node.output):
                names[:] = [self._public_names.get(name, name) for name in names]
        graph = helper.make_graph(
            self._nodes, self._name, self._inputs, self._outputs, list(self._initialisers.values())
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="qagen")
