"""Write the graphs of an exported model again on its present weights, after a change of the graph code.

    python -m qagen rewrite_graphs FOLDER

Shards, tokenizer and self-check stay the same, byte for byte. The file list of the manifest is updated.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ...onnx.export_model import write_graphs
from ...onnx.exported_model import read_exported
from ...onnx.manifest import describe_files, read_manifest
from ...onnx.weight_file import StoredWeights


def rewrite_graphs(folder: Path) -> None:
    """Raises ValueError if the graphs need other weights than the stored ones."""
    stored = StoredWeights(folder)
    write_graphs(read_exported(folder, stored), folder, stored)
    manifest = read_manifest(folder)
    manifest["files"] = describe_files(folder)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="model folder, as ../public/models/tiny")
    try:
        rewrite_graphs(parser.parse_args().folder)
    except (OSError, ValueError) as error:
        sys.exit(str(error))
