"""Writes the folder of an exported model (docs/model-format.md): graphs, weight shards, tokenizer, config, self-check, manifest."""

from __future__ import annotations

import json
from pathlib import Path

from ..evaluation.expected_values import Reference, write_self_check
from ..model.checkpoint import Architecture, Checkpoint
from ..model.reference_model import LanguageModel
from ..model.tokenizer import END, START, load_tokenizer
from .graph.graph_body import build_body
from .graph.graph_body_cpu import build_cpu_body
from .graph.graph_head import build_cpu_head, build_head
from .manifest import FILE as MANIFEST
from .manifest import write_manifest
from .support_head import write_support_head
from .weight_file import SHARD_BYTES, WeightFile

MOST_BYTES = 100_000_000

GRAPHS = {
    "body.onnx": build_body,
    "head.onnx": build_head,
    "body-cpu.onnx": build_cpu_body,
    "head-cpu.onnx": build_cpu_head,
}


def write_graphs(checkpoint: Checkpoint, folder: Path, weights: WeightFile) -> None:
    """Writes all graphs; they share `weights`."""
    for name, build in GRAPHS.items():
        (folder / name).write_bytes(build(checkpoint, weights).SerializeToString())


def write_tokenizer(tokenizer: Path, folder: Path, sizes: Architecture) -> None:
    """tokenizer.json without indentation (1.3 MB less), and its config for @huggingface/transformers."""
    content = json.loads(tokenizer.read_text())
    (folder / "tokenizer.json").write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")))
    names = {token["id"]: token["content"] for token in content["added_tokens"]}
    config = {
        "tokenizer_class": "GPT2Tokenizer",
        "add_prefix_space": False,
        "clean_up_tokenization_spaces": False,
        "bos_token": names[START],
        "eos_token": names[END],
        "unk_token": names[END],
        "model_max_length": sizes.context_length,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n")


def write_config(folder: Path, sizes: Architecture) -> None:
    """config.json of `LlamaForCausalLM`."""
    config = {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "hidden_size": sizes.width,
        "intermediate_size": sizes.intermediate,
        "num_hidden_layers": sizes.layers,
        "num_attention_heads": sizes.query_heads,
        "num_key_value_heads": sizes.key_value_heads,
        "head_dim": sizes.head_size,
        "hidden_act": "silu",
        "max_position_embeddings": sizes.context_length,
        "rms_norm_eps": sizes.norm_epsilon,
        "rope_theta": sizes.rope_base,
        "vocab_size": sizes.vocabulary,
        "tie_word_embeddings": True,
        "bos_token_id": START,
        "eos_token_id": END,
    }
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")


def export(
    checkpoint: Checkpoint, tokenizer: Path, folder: Path, version: str, shard_bytes: int = SHARD_BYTES
) -> dict:
    """Writes the model to `folder`, whose name is its id; returns the manifest. Raises ValueError above MOST_BYTES."""
    folder.mkdir(parents=True, exist_ok=True)
    # It is written last. An export that is interrupted leaves none, so nobody takes the folder for a finished model.
    (folder / MANIFEST).unlink(missing_ok=True)
    for shard in folder.glob("weights-*.bin"):
        shard.unlink()  # an earlier, larger model may have more shards
    weights = WeightFile()
    write_graphs(checkpoint, folder, weights)
    weights.write_shards(folder, shard_bytes)
    write_tokenizer(tokenizer, folder, checkpoint.architecture)
    write_config(folder, checkpoint.architecture)
    write_support_head(checkpoint, folder)
    reference = Reference(LanguageModel(checkpoint), load_tokenizer(tokenizer))
    write_self_check(folder, reference, folder.name, version)
    manifest = write_manifest(folder, checkpoint, folder.name, version)
    total = sum(file["bytes"] for file in manifest["files"])
    if total > MOST_BYTES:
        raise ValueError(f"The model takes {total:,} bytes; at most {MOST_BYTES:,} are allowed.")
    print(f"Wrote {folder}: {total:,} bytes in {len(manifest['files'])} files.")
    return manifest
