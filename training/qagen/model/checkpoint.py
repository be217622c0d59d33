"""The checkpoint: the file format that the steps read and write.

A checkpoint is a safetensors file. A linear weight [out, in] is stored as 4-bit codes with one scale and one offset per block of 32
inputs: w = scale * code + offset (Q4_1 of llama.cpp). The tied embedding [vocabulary, width] is stored as 8-bit codes with one scale per
block of 32: w = scale * code (Q8_0). Norms are float32. The base model has exactly this format. A full-precision ("free") checkpoint,
between `train --free` and `quantise`, has `{linear}.weight` in float32 instead.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file

BLOCK = 32
HIGHEST_CODE = 15
EMBEDDING = "model.embed_tokens"
SUPPORT_HEAD = "support_head"  # .weight float32 [2, width], .bias float32 [2]; a checkpoint may have none


@dataclass(frozen=True)
class Architecture:
    """Sizes of a Llama model; the defaults are those of SmolLM2-135M."""

    layers: int = 30
    width: int = 576
    query_heads: int = 9
    key_value_heads: int = 3
    head_size: int = 64
    intermediate: int = 1536
    vocabulary: int = 49152
    rope_base: float = 100_000.0
    norm_epsilon: float = 1e-5
    context_length: int = 8192


@dataclass(frozen=True)
class Checkpoint:
    """`tensors`: `{linear}.codes` uint8 [out, in] (0..15), `.scale` and `.offset` float16 [out, in/32];
    `model.embed_tokens.codes` int8 [vocabulary, width], `.scale` float16 [vocabulary, width/32]; `{norm}.weight`
    float32. Names are those of `LlamaForCausalLM`. `provenance`: how the weights were made; any JSON object."""

    architecture: Architecture
    tensors: dict[str, torch.Tensor]
    provenance: dict

    @property
    def is_free(self) -> bool:
        """Whether the linear weights are full-precision."""
        return not self.linear_names()

    def linear_names(self) -> list[str]:
        """Names of the linear weights that are stored as 4-bit codes."""
        return [name.removesuffix(".offset") for name in self.tensors if name.endswith(".offset")]

    def linear(self, name: str) -> torch.Tensor:
        """float32 [out, in], dequantised if it is stored as codes."""
        if f"{name}.weight" in self.tensors:
            return self.tensors[f"{name}.weight"].float()
        return dequantise_linear(*(self.tensors[f"{name}.{part}"] for part in ("codes", "scale", "offset")))


def save_checkpoint(checkpoint: Checkpoint, path: Path) -> None:
    """Writes another file first and renames it, so that `path` is never incomplete."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".unfinished")
    metadata = {
        "architecture": json.dumps(asdict(checkpoint.architecture)),
        "provenance": json.dumps(checkpoint.provenance),
    }
    save_file({k: v.contiguous() for k, v in checkpoint.tensors.items()}, unfinished, metadata=metadata)
    os.replace(unfinished, path)


def load_checkpoint(path: Path) -> Checkpoint:
    """Raises FileNotFoundError with the remedy if `path` is missing."""
    if not path.exists():
        raise FileNotFoundError(f"No checkpoint at {path}. Run `python -m qagen fetch_base` first.")
    with safe_open(path, framework="pt") as file:
        metadata = file.metadata()
        tensors = {name: file.get_tensor(name) for name in file.keys()}
    return Checkpoint(
        Architecture(**json.loads(metadata["architecture"])), tensors, json.loads(metadata["provenance"])
    )


def dequantise_linear(codes: torch.Tensor, scale: torch.Tensor, offset: torch.Tensor) -> torch.Tensor:
    """uint8 [out, in], float16 [out, in/32] twice -> float32 [out, in]."""
    rows, columns = codes.shape
    blocks = codes.view(rows, columns // BLOCK, BLOCK).float()
    return (blocks * scale.float().unsqueeze(-1) + offset.float().unsqueeze(-1)).view(rows, columns)


def dequantise_embedding(codes: torch.Tensor, scale: torch.Tensor) -> torch.Tensor:
    """int8 [vocabulary, width], float16 [vocabulary, width/32] -> float32 [vocabulary, width]."""
    rows, columns = codes.shape
    return (codes.view(rows, columns // BLOCK, BLOCK).float() * scale.float().unsqueeze(-1)).view(rows, columns)


def dequantise(checkpoint: Checkpoint) -> dict[str, torch.Tensor]:
    """All weights as float32 under the names that `LlamaForCausalLM.load_state_dict` expects (head tied)."""
    tensors = checkpoint.tensors
    weights = {name: tensor for name, tensor in tensors.items() if name.endswith(".weight") and not name.startswith(SUPPORT_HEAD)}
    for name in checkpoint.linear_names():
        weights[f"{name}.weight"] = checkpoint.linear(name)
    embedding = dequantise_embedding(tensors[f"{EMBEDDING}.codes"], tensors[f"{EMBEDDING}.scale"])
    weights[f"{EMBEDDING}.weight"] = embedding
    weights["lm_head.weight"] = embedding
    return weights
