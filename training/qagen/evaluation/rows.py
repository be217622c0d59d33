"""Row files of `evaluate`: JSON Lines, one row per labelled summary."""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Sequence
from pathlib import Path

from ..data.normalise_text import NORMALISATION
from ..onnx.manifest import read_manifest
from ..paths import PROJECT

STORED = PROJECT / "training" / "evaluation"


def read_all_rows(files: Sequence[Path]) -> list[dict]:
    """The rows of all files. Raises FileNotFoundError with the name of a file that is missing or empty."""
    rows = []
    for file in files:
        found = read_rows(file)
        if not found:
            raise FileNotFoundError(f"No rows in {file}. `python -m qagen evaluate` writes such a file and names it.")
        rows += found
    return rows


def read_rows(path: Path) -> list[dict]:
    """All rows of a file, [] if it is missing. A last line without its end, as a killed run leaves it, is removed from the file.
    `.xz`: stored rows."""
    if not path.exists():
        return []
    if path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]
    *lines, rest = path.read_text(encoding="utf-8").split("\n")
    if rest:
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return [json.loads(line) for line in lines]


def store_rows(rows: Path, name: str, folder: Path = STORED) -> Path:
    """Keeps rows in the repository, compressed: the card's tables come from them."""
    path = folder / f"{name}.jsonl.xz"
    path.write_bytes(lzma.compress(rows.read_bytes(), preset=9))
    return path


def fingerprint(checkpoint: Path) -> str:
    """12 hexadecimal digits of a checkpoint file, or of the weights of an exported model; its graphs do not count."""
    if checkpoint.is_dir():
        sums = [file["sha256"] for file in read_manifest(checkpoint)["files"] if file["role"] == "weights"]
        return hashlib.sha256("".join(sums).encode()).hexdigest()[:12]
    with checkpoint.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def rows_path(runs: Path, checkpoint: Path, paths: int, precision: str) -> Path:
    return runs / "evaluation" / f"{fingerprint(checkpoint)}-{paths}-{precision}-n{NORMALISATION}.jsonl"


def all_rows_paths(runs: Path, checkpoint: Path, precision: str) -> list[Path]:
    """The row files of a checkpoint, for all numbers of paths. Raises FileNotFoundError if there is none."""
    pattern = f"{fingerprint(checkpoint)}-*-{precision}-n{NORMALISATION}.jsonl"
    found = sorted((runs / "evaluation").glob(pattern))
    if not found:
        raise FileNotFoundError(f"No rows {pattern} in {runs / 'evaluation'}. Run `python -m qagen evaluate {checkpoint}` first.")
    return found
