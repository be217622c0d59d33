"""Step 4. A checkpoint becomes the folder that the web page downloads (docs/model-format.md).

    python -m qagen.export CHECKPOINT --id qagen-smollm2-135m --version 1.0.0 [--tokenizer FILE] [--models DIR]
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from .checkpoint import Architecture, Checkpoint, load_checkpoint
from .expected_values import Reference, write_self_check
from .graph_body import build_body
from .graph_body_cpu import build_cpu_body
from .graph_head import build_cpu_head, build_head
from .language_model import LanguageModel
from .manifest import write_manifest
from .model_index import refresh_entry
from .paths import PROJECT
from .tokenizer import END, START, load_tokenizer
from .weight_file import SHARD_BYTES, WeightFile

MODELS = PROJECT / "public" / "models"
MOST_BYTES = 100_000_000


GRAPHS = {
    "body.onnx": build_body,
    "head.onnx": build_head,
    "body-cpu.onnx": build_cpu_body,
    "head-cpu.onnx": build_cpu_head,
}


def write_graphs(checkpoint: Checkpoint, folder: Path, weights: WeightFile) -> None:
    """All graphs share `weights`."""
    for name, build in GRAPHS.items():
        (folder / name).write_bytes(build(checkpoint, weights).SerializeToString())


def write_tokenizer(tokenizer: Path, folder: Path, sizes: Architecture) -> None:
    """tokenizer.json without its indentation (1.3 MB of it), and its config as @huggingface/transformers wants it."""
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
    """config.json as for `LlamaForCausalLM`."""
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
    """Write the model to `folder`, whose name is its id; returns the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for shard in folder.glob("weights-*.bin"):
        shard.unlink()  # a longer model's last shard would be taken for this one's
    weights = WeightFile()
    write_graphs(checkpoint, folder, weights)
    weights.write_shards(folder, shard_bytes)
    write_tokenizer(tokenizer, folder, checkpoint.architecture)
    write_config(folder, checkpoint.architecture)
    reference = Reference(LanguageModel(checkpoint), load_tokenizer(tokenizer))
    write_self_check(folder, reference, folder.name, version)
    manifest = write_manifest(folder, checkpoint, folder.name, version)
    total = sum(file["bytes"] for file in manifest["files"])
    if total > MOST_BYTES:
        raise ValueError(f"The model takes {total:,} bytes; at most {MOST_BYTES:,} are allowed.")
    print(f"Wrote {folder}: {total:,} bytes in {len(manifest['files'])} files.")
    return manifest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--id", required=True, help="name of the model and of its folder")
    parser.add_argument("--version", required=True)
    parser.add_argument("--tokenizer", type=Path, help="default: tokenizer.json beside the checkpoint")
    parser.add_argument("--shard-bytes", type=int, default=SHARD_BYTES)
    parser.add_argument("--models", type=Path, default=MODELS, metavar="DIR")
    arguments = parser.parse_args()
    tokenizer = arguments.tokenizer or arguments.checkpoint.with_name("tokenizer.json")
    try:
        if shutil.disk_usage(PROJECT).free < 2 * MOST_BYTES:
            raise OSError(f"Less than {2 * MOST_BYTES:,} bytes are free on the disk.")
        folder = arguments.models / arguments.id
        checkpoint = load_checkpoint(arguments.checkpoint)
        manifest = export(checkpoint, tokenizer, folder, arguments.version, arguments.shard_bytes)
        if not refresh_entry(arguments.models, manifest):
            print(f"{arguments.models / 'index.json'} does not list {arguments.id}: add it there if it is to ship.")
    except (OSError, ValueError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
