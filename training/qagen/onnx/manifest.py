"""manifest.json: identity, architecture and files of a model (docs/model-format.md)."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from ..model.checkpoint import Checkpoint
from ..model.tokenizer import END, SEPARATOR, START
from .weight_file import EXTERNAL_DATA

FILE = "manifest.json"
FORMAT = 1
LAYOUT = "q4-block32-offset"
LICENCE = "Apache-2.0"
ROLES = {
    "body.onnx": "body",
    "head.onnx": "head",
    "body-cpu.onnx": "body-cpu",
    "head-cpu.onnx": "head-cpu",
    "tokenizer.json": "tokenizer",
    "tokenizer_config.json": "tokenizer-config",
    "config.json": "config",
    "self-check.json": "self-check",
    "support-head.json": "support-head",
}
# A model may lack these.
OPTIONAL = {"support-head"}
# The first ROLES are graphs.
GRAPHS = 4


def describe_file(path: Path, role: str) -> dict:
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return {"path": path.name, "bytes": path.stat().st_size, "sha256": sha256, "role": role}


def describe_files(folder: Path) -> list[dict]:
    """Graphs, then shards in order, then the small files."""
    shards = [describe_file(path, "weights") for path in sorted(folder.glob("weights-*.bin"))]
    others = [describe_file(folder / name, role) for name, role in ROLES.items()
              if role not in OPTIONAL or (folder / name).exists()]
    return others[:GRAPHS] + shards + others[GRAPHS:]


def write_manifest(folder: Path, checkpoint: Checkpoint, model_id: str, version: str) -> dict:
    sizes = checkpoint.architecture
    manifest = {
        "format": FORMAT,
        "id": model_id,
        "version": version,
        "licence": LICENCE,
        "architecture": {
            "layers": sizes.layers,
            "width": sizes.width,
            "queryHeads": sizes.query_heads,
            "keyValueHeads": sizes.key_value_heads,
            "headSize": sizes.head_size,
            "vocabulary": sizes.vocabulary,
        },
        "contextLength": sizes.context_length,
        "tokens": {"start": START, "separator": SEPARATOR, "end": END},
        "layout": LAYOUT,
        "externalData": EXTERNAL_DATA,
        "files": describe_files(folder),
        "provenance": checkpoint.provenance,
    }
    (folder / FILE).write_text(json.dumps(manifest, indent=2) + "\n")
    return manifest


def refresh_file(path: Path) -> None:
    """Brings the manifest beside a changed file up to date."""
    manifest = read_manifest(path.parent)
    manifest["files"] = [describe_file(path, file["role"]) if file["path"] == path.name else file for file in manifest["files"]]
    (path.parent / FILE).write_text(json.dumps(manifest, indent=2) + "\n")


def has_manifest(folder: Path) -> bool:
    return (folder / FILE).exists()


def read_manifest(folder: Path) -> dict:
    path = folder / FILE
    if not has_manifest(folder):
        raise FileNotFoundError(f"No model at {folder}. Run `python -m qagen export` first.")
    return json.loads(path.read_text())
