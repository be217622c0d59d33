"""index.json beside the models' folders: the models that ship (docs/model-format.md)."""

from __future__ import annotations

import json
from pathlib import Path


def refresh_entry(models: Path, manifest: dict) -> bool:
    """Updates version and bytes of the manifest's model. False if no index lists that model: a person decides which models
    ship and on which devices, and measures the memory that they need."""
    path = models / "index.json"
    if not path.exists():
        return False
    index = json.loads(path.read_text())
    listed = [model for model in index["models"] if model["id"] == manifest["id"]]
    for model in listed:
        model["version"] = manifest["version"]
        model["bytes"] = sum(file["bytes"] for file in manifest["files"])
    path.write_text(json.dumps(index, indent=2) + "\n")
    return bool(listed)
