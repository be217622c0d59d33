"""Export a checkpoint to a model folder: graphs, weight shards, tokenizer, manifest, self-check.

    python -m qagen export CHECKPOINT --id qagen-smollm2-135m --version 1.0.0 [--tokenizer FILE] [--models DIR]
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from ...model.checkpoint import load_checkpoint
from ...onnx.export_model import MOST_BYTES, export
from ...onnx.model_index import refresh_entry
from ...onnx.weight_file import SHARD_BYTES
from ...paths import PROJECT, add_models_option


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--id", required=True, help="name of the model and of its folder")
    parser.add_argument("--version", required=True)
    parser.add_argument("--tokenizer", type=Path, help="default: tokenizer.json beside the checkpoint")
    parser.add_argument("--shard-bytes", type=int, default=SHARD_BYTES)
    add_models_option(parser)
    arguments = parser.parse_args()
    tokenizer = arguments.tokenizer or arguments.checkpoint.with_name("tokenizer.json")
    try:
        if shutil.disk_usage(PROJECT).free < 2 * MOST_BYTES:
            raise OSError(f"Less than {2 * MOST_BYTES:,} bytes are free on the disk.")
        folder = arguments.models / arguments.id
        manifest = export(load_checkpoint(arguments.checkpoint), tokenizer, folder, arguments.version, arguments.shard_bytes)
        if not refresh_entry(arguments.models, manifest):
            print(f"{arguments.models / 'index.json'} does not list {arguments.id}. Add it there to ship it.")
    except (OSError, ValueError) as error:
        sys.exit(str(error))
