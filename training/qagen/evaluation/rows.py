"""Row files of `evaluate` and `evaluate_support`: JSON Lines, one row per labelled summary."""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Sequence
from pathlib import Path

from ..data.labelled_summaries import CALIBRATION_SETS
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
            raise FileNotFoundError(f"No rows in {file}. `python -m qagen evaluate` or `evaluate_support` writes such a file.")
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


def read_own_rows(path: Path, weights: str) -> list[dict]:
    """The rows of a file to continue. `weights`: fingerprint that each row names in `weights`. Raises ValueError if one has another or none."""
    rows = read_rows(path)
    others = sorted({row.get("weights", "weights that they do not name") for row in rows} - {weights})
    if others:
        raise ValueError(f"{path} has rows of {' and '.join(others)}. The rows to write are of {weights}. Delete the file, or name another one.")
    return rows


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


def rows_path(runs: Path, checkpoint: Path, paths: int | str, precision: str, part: str) -> Path:
    """`part`: "evaluation" or "development", whose sets never share a file: a calibration reads files of the development part alone."""
    return runs / "evaluation" / f"{fingerprint(checkpoint)}-{paths}-{precision}-n{NORMALISATION}-{part}.jsonl"


def development_rows_paths(runs: Path, checkpoint: Path, precision: str) -> list[Path]:
    """The row files of a checkpoint's development part, for all numbers of paths. Raises FileNotFoundError if there is none."""
    pattern = rows_path(runs, checkpoint, "*", precision, "development").name
    found = sorted((runs / "evaluation").glob(pattern))
    if not found:
        command = f"python -m qagen evaluate {checkpoint} --sets {' '.join(CALIBRATION_SETS)}"
        raise FileNotFoundError(f"No rows {pattern} in {runs / 'evaluation'}. Run `{command}` first.")
    return found
