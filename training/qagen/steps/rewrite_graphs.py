"""Graphs of an exported model, written anew on its present weights: for changes of how it is run, not of what it is.

    python -m qagen rewrite_graphs FOLDER

The shards, the tokenizer and the self-check stay as they are, byte for byte; the manifest's list of files is renewed.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ..onnx.export_model import write_graphs
from ..onnx.exported_model import read_exported
from ..onnx.manifest import describe_files, read_manifest
from ..onnx.weight_file import StoredWeights


def rewrite_graphs(folder: Path) -> None:
    """Raises ValueError where the graphs want other weights than those that are stored."""
    stored = StoredWeights(folder)
    write_graphs(read_exported(folder, stored), folder, stored)
    manifest = read_manifest(folder)
    manifest["files"] = describe_files(folder)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="of the model, as ../public/models/tiny")
    try:
        rewrite_graphs(parser.parse_args().folder)
    except (OSError, ValueError) as error:
        sys.exit(str(error))
