"""Reads an exported model as a checkpoint: the inverse of `export`. And the fingerprint of weights, of a checkpoint or of an exported model.

The repository keeps exported models, no checkpoints. A later run starts from the model folder (`train --from ../public/models/ID`).
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import torch

from ..model.checkpoint import BLOCK, EMBEDDING, Architecture, Checkpoint, load_checkpoint
from .graph.graph_linear import ZERO_POINT_8
from .manifest import read_manifest
from .support_head import head_digits, read_support_head
from .weight_file import StoredWeights

FUSED = ("self_attn.q_proj+k_proj+v_proj", "self_attn.o_proj", "mlp.gate_proj+up_proj", "mlp.down_proj")


def open_checkpoint(path: Path) -> Checkpoint:
    """A checkpoint file, or the folder of an exported model. Raises OSError if there is neither."""
    return read_exported(path) if path.is_dir() else load_checkpoint(path)


def fingerprint(path: Path) -> str:
    """12 hexadecimal digits of a checkpoint file, or of the weights of an exported model, with those of its support head. Its graphs and its
    calibration do not count."""
    if path.is_dir():
        sums = [file["sha256"] for file in read_manifest(path)["files"] if file["role"] == "weights"]
        return hashlib.sha256("".join([*sums, head_digits(path)]).encode()).hexdigest()[:12]
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def read_architecture(folder: Path) -> Architecture:
    config = json.loads((folder / "config.json").read_text())
    return Architecture(
        layers=config["num_hidden_layers"],
        width=config["hidden_size"],
        query_heads=config["num_attention_heads"],
        key_value_heads=config["num_key_value_heads"],
        head_size=config["head_dim"],
        intermediate=config["intermediate_size"],
        vocabulary=config["vocab_size"],
        rope_base=config["rope_theta"],
        norm_epsilon=config["rms_norm_eps"],
        context_length=config["max_position_embeddings"],
    )


def read_exported(folder: Path, stored: StoredWeights | None = None) -> Checkpoint:
    """The checkpoint that `folder` was exported from. Raises OSError if a file is missing."""
    stored = stored or StoredWeights(folder)
    sizes = read_architecture(folder)
    query, key_value = sizes.query_heads * sizes.head_size, sizes.key_value_heads * sizes.head_size
    rows = {
        "q_proj": query, "k_proj": key_value, "v_proj": key_value, "o_proj": sizes.width,
        "gate_proj": sizes.intermediate, "up_proj": sizes.intermediate, "down_proj": sizes.width,
    }  # fmt: skip
    tensors: dict[str, torch.Tensor] = {}
    names = ["model.norm"]
    for layer in range(sizes.layers):
        name = f"model.layers.{layer}"
        names += [f"{name}.input_layernorm", f"{name}.post_attention_layernorm"]
        for fused in FUSED:
            module, _, joined = fused.partition(".")
            parts = joined.split("+")
            for kind in ("codes", "scale", "offset"):
                array = stored.read(f"{name}.{fused}.{kind}")
                whole = torch.from_numpy(unpack_nibbles(array) if kind == "codes" else array.copy())
                for part, tensor in zip(parts, whole.split([rows[part] for part in parts]), strict=True):
                    tensors[f"{name}.{module}.{part}.{kind}"] = tensor
    tensors |= {f"{name}.weight": torch.from_numpy(stored.read(f"{name}.weight").copy()) for name in names}
    codes = stored.read("embedding.codes").astype(np.int16).reshape(sizes.vocabulary, -1) - ZERO_POINT_8
    tensors[f"{EMBEDDING}.codes"] = torch.from_numpy(codes.astype(np.int8))
    tensors[f"{EMBEDDING}.scale"] = torch.from_numpy(stored.read("embedding.scale").copy())
    tensors |= read_support_head(folder)
    return Checkpoint(sizes, tensors, read_manifest(folder)["provenance"])


def unpack_nibbles(packed: np.ndarray) -> np.ndarray:
    """uint8 [out, in/32, 16] -> codes uint8 [out, in], the inverse of `pack_nibbles`."""
    blocks = np.empty((*packed.shape[:2], BLOCK), np.uint8)
    blocks[:, :, 0::2], blocks[:, :, 1::2] = packed & 15, packed >> 4
    return blocks.reshape(packed.shape[0], -1)
