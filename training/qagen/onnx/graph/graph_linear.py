"""Quantised weights in a graph: 4-bit linears with separate offsets, and the 8-bit embedding that is also the head.

A Q4_1 weight is w = d·q + m with q in 0..15. MatMulNBits without zero points computes d·(q − 8). The rest is the same for all inputs of a
block: x·w = MatMulNBits(x) + blocksum(x)·(m + 8d). This is exact on both execution providers. Float zero points would do the same in one
operator, but the WebGPU provider runs those on the CPU, with copies.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from onnx import TensorProto, helper

from ...model.checkpoint import BLOCK, EMBEDDING, Checkpoint
from .graph_builder import GraphBuilder

ZERO_POINT_4 = 8
ZERO_POINT_8 = 128


@dataclass(frozen=True)
class Linear:
    """Rows of one or more linears that read the same input: codes uint8 [out, in], scale and offset float16
    [out, in/32]. `row_factor` float32 [out, 1] multiplies the dequantised rows."""

    name: str
    codes: np.ndarray
    scale: np.ndarray
    offset: np.ndarray
    row_factor: np.ndarray | None = None


def read_linear(checkpoint: Checkpoint, name: str, *parts: str) -> Linear:
    """Stacks the linears `{name}.{part}`. Blocks run along the inputs, so stacking rows changes no number."""

    def stack(kind: str) -> np.ndarray:
        return torch.cat([checkpoint.tensors[f"{name}.{part}.{kind}"] for part in parts]).numpy()

    return Linear(f"{name}.{'+'.join(parts)}", stack("codes"), stack("scale"), stack("offset"))


def pack_nibbles(codes: np.ndarray) -> np.ndarray:
    """uint8 [out, in] of 0..15 -> uint8 [out, in/32, 16], the layout of MatMulNBits: even inputs in the low nibbles."""
    blocks = codes.reshape(codes.shape[0], -1, BLOCK)
    return blocks[:, :, 0::2] | (blocks[:, :, 1::2] << 4)


def block_sums(graph: GraphBuilder, x: str, width: int) -> str:
    """float32 [B, T, width] -> [B, T, width/32]."""
    return graph.op("ReduceSum", graph.reshape(x, 0, 0, width // BLOCK, BLOCK), graph.ints(3), keepdims=0)


def apply_linear(graph: GraphBuilder, linear: Linear, x: str) -> str:
    """float32 [B, T, in] -> [B, T, out]."""
    rows, width = linear.codes.shape
    scale, offset = _scale_and_offset(graph, linear)
    product = graph.contrib(
        "MatMulNBits",
        x,
        graph.weight(f"{linear.name}.codes", pack_nibbles(linear.codes)),
        scale,
        K=width,
        N=rows,
        bits=4,
        block_size=BLOCK,
    )
    shift = graph.op("Add", offset, graph.op("Mul", scale, graph.scalar(float(ZERO_POINT_4))))
    return graph.op("Add", product, graph.op("MatMul", block_sums(graph, x, width), graph.transpose(shift, 1, 0)))


def _scale_and_offset(graph: GraphBuilder, linear: Linear) -> tuple[str, str]:
    """float32 [out, in/32] each, multiplied by the row factor."""
    scale = graph.stored_half(f"{linear.name}.scale", linear.scale)
    offset = graph.stored_half(f"{linear.name}.offset", linear.offset)
    if linear.row_factor is None:
        return scale, offset
    factor = graph.weight(f"{linear.name}.row_factor", linear.row_factor.astype(np.float32))
    return graph.op("Mul", scale, factor), graph.op("Mul", offset, factor)


def _embedding_tensors(checkpoint: Checkpoint) -> tuple[np.ndarray, np.ndarray]:
    """Codes shifted to 0..255 (uint8 [vocabulary, width]) and scale float16 [vocabulary, width/32]."""
    codes = checkpoint.tensors[f"{EMBEDDING}.codes"].to(torch.int16) + ZERO_POINT_8
    return codes.to(torch.uint8).numpy(), checkpoint.tensors[f"{EMBEDDING}.scale"].numpy()


def apply_embedding(graph: GraphBuilder, checkpoint: Checkpoint, ids: str) -> str:
    """int32 [B, T] -> float32 [B, T, width]."""
    codes, scale = _embedding_tensors(checkpoint)
    width = codes.shape[1]
    # The head needs [vocabulary, blocks, 32]. Both graphs share the bytes, so both use this shape.
    table = graph.weight("embedding.codes", codes.reshape(codes.shape[0], -1, BLOCK))
    row = graph.op("Cast", graph.op("Gather", table, ids, axis=0), to=TensorProto.FLOAT)
    row = graph.op("Sub", row, graph.scalar(float(ZERO_POINT_8)))
    scales = graph.op("Gather", graph.stored_half("embedding.scale", scale), ids, axis=0)
    return graph.reshape(graph.op("Mul", row, graph.op("Unsqueeze", scales, graph.ints(3))), 0, 0, width)


def apply_head(graph: GraphBuilder, checkpoint: Checkpoint, hidden: str) -> str:
    """float32 [N, width] -> logits [N, vocabulary], with the embedding as the weight (tied)."""
    codes, scale = _embedding_tensors(checkpoint)
    vocabulary, width = codes.shape
    return graph.contrib(
        "MatMulNBits",
        hidden,
        graph.weight("embedding.codes", codes.reshape(vocabulary, -1, BLOCK)),
        graph.stored_half("embedding.scale", scale),
        K=width,
        N=vocabulary,
        bits=8,
        block_size=BLOCK,
    )


def apply_wide_linear(graph: GraphBuilder, linear: Linear, x: str) -> str:
    """float32 [N, in] -> [N, out]. As `apply_linear`, from the same bytes, but codes times scales are dequantised to float32 at load
    time.

    The 4-bit kernel for CPUs is slow for many rows: it dequantises the weights in each run. Offsets stay separate here too: they could
    be added at load time, but until loading ends the runtime keeps each intermediate form of the weights, half a gigabyte each. It
    folds DequantizeLinear only with the session option `disable_quant_qdq`.
    """
    rows, width = linear.codes.shape
    packed = graph.weight(f"{linear.name}.codes", pack_nibbles(linear.codes))
    # ONNX stores uint4 as two codes per byte, the first in the low nibble: the same bytes with another type.
    codes = graph.weight_as(packed, TensorProto.UINT4, (rows, width))
    scale, offset = _scale_and_offset(graph, linear)
    weights = graph.op("DequantizeLinear", codes, scale, axis=1, block_size=BLOCK)
    blocks = graph.op("ReduceSum", graph.reshape(x, -1, width // BLOCK, BLOCK), graph.ints(2), keepdims=0)
    shift = graph.op("MatMul", blocks, graph.transpose(offset, 1, 0))
    return graph.op("Gemm", x, weights, shift, transB=1)


def apply_wide_head(graph: GraphBuilder, checkpoint: Checkpoint, hidden: str) -> str:
    """As `apply_head`, with the embedding dequantised to float32 at load time."""
    codes, scale = _embedding_tensors(checkpoint)
    vocabulary, width = codes.shape
    table = graph.weight("embedding.codes", codes.reshape(vocabulary, -1, BLOCK))
    table = graph.weight_as(table, TensorProto.UINT8, (vocabulary, width))
    scales = graph.stored_half("embedding.scale", scale)
    zero_point = helper.make_tensor("zero_point", TensorProto.UINT8, [1], [ZERO_POINT_8])
    zeros = graph.op("ConstantOfShape", graph.ints(*scale.shape), value=zero_point)
    weights = graph.op("DequantizeLinear", table, scales, zeros, axis=1, block_size=BLOCK)
    return graph.op("Gemm", hidden, weights, transB=1)
