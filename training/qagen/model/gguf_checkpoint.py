"""Reads a GGUF file of llama.cpp (tensor types F32, Q4_1 and Q8_0) as a checkpoint."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np
import torch

from .checkpoint import BLOCK, EMBEDDING, Architecture, Checkpoint

LAYER_NAMES = {
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
    "attn_norm": "input_layernorm",
    "ffn_norm": "post_attention_layernorm",
}


class BadBaseFile(Exception):
    """The file is not the expected one."""


def checkpoint_name(gguf_name: str) -> str:
    """`blk.3.attn_q.weight` -> `model.layers.3.self_attn.q_proj` (LlamaForCausalLM's names, without `.weight`)."""
    if gguf_name == "token_embd.weight":
        return EMBEDDING
    if gguf_name == "output_norm.weight":
        return "model.norm"
    _, layer, part, _ = gguf_name.split(".")
    return f"model.layers.{layer}.{LAYER_NAMES[part]}"


def split_q4_1(raw: np.ndarray) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """uint8 [out, in/32 * 20] -> codes uint8 [out, in], scale and offset float16 [out, in/32].

    A block is scale, offset, then 16 bytes: low nibbles are inputs 0..15, high nibbles 16..31.
    """
    rows = raw.shape[0]
    blocks = raw.reshape(rows, -1, 20)
    packed = blocks[:, :, 4:]
    codes = np.concatenate([packed & 15, packed >> 4], axis=-1).reshape(rows, -1)
    ends = np.ascontiguousarray(blocks[:, :, :4]).view(np.float16)
    return tuple(torch.from_numpy(a.copy()) for a in (codes, ends[:, :, 0], ends[:, :, 1]))


def split_q8_0(raw: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
    """uint8 [rows, width/32 * 34] -> codes int8 [rows, width], scale float16 [rows, width/32]."""
    rows = raw.shape[0]
    blocks = raw.reshape(rows, -1, 2 + BLOCK)
    scale = np.ascontiguousarray(blocks[:, :, :2]).view(np.float16)[:, :, 0]
    codes = np.ascontiguousarray(blocks[:, :, 2:]).view(np.int8).reshape(rows, -1)
    return torch.from_numpy(codes.copy()), torch.from_numpy(scale.copy())


def unpermute_heads(rows: torch.Tensor, heads: int) -> torch.Tensor:
    """Undo llama.cpp's permutation: it interleaves the two halves of each q and k head for its rotary embedding.
    [out, ...] -> [out, ...]; whole rows move, so the same call serves codes, scales and offsets."""
    return rows.view(heads, -1, 2, *rows.shape[1:]).transpose(1, 2).reshape(rows.shape).contiguous()


def read_gguf(path: Path, architecture: Architecture, provenance: dict) -> Checkpoint:
    """The tensors of a GGUF file, with codes, scales and offsets unchanged. Raises BadBaseFile for another format."""
    try:
        reader = gguf.GGUFReader(path)
    except (ValueError, IndexError) as error:
        raise BadBaseFile(f"{path.name} is not a readable GGUF file: {error}") from error
    tensors: dict[str, torch.Tensor] = {}
    for tensor in reader.tensors:
        name = checkpoint_name(tensor.name)
        match tensor.tensor_type:
            case gguf.GGMLQuantizationType.F32:
                tensors[f"{name}.weight"] = torch.from_numpy(tensor.data.copy())
            case gguf.GGMLQuantizationType.Q8_0:
                tensors[f"{name}.codes"], tensors[f"{name}.scale"] = split_q8_0(tensor.data)
            case gguf.GGMLQuantizationType.Q4_1:
                parts = split_q4_1(tensor.data)
                heads = {"q_proj": architecture.query_heads, "k_proj": architecture.key_value_heads}.get(
                    name.rsplit(".", 1)[-1]
                )
                if heads:
                    parts = tuple(unpermute_heads(part, heads) for part in parts)
                for suffix, part in zip(("codes", "scale", "offset"), parts, strict=True):
                    tensors[f"{name}.{suffix}"] = part
            case other:
                raise BadBaseFile(f"{tensor.name} has type {other.name}; expected F32, Q8_0 or Q4_1.")
    return Checkpoint(architecture, tensors, provenance)
