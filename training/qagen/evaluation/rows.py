"""Row files of `evaluate` and `evaluate_support`: JSON Lines, one row per labelled summary. Each row names the weights that wrote it (`weights`, a
`fingerprint`); stored rows of older versions name none."""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..data.labelled_summaries import CALIBRATION_SETS, without_evaluation_sets
from ..data.normalise_text import NORMALISATION
from ..onnx.exported_model import fingerprint
from ..paths import PROJECT

STORED = PROJECT / "training" / "evaluation"
UNNAMED = "weights that they do not name"


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


def read_rows_to_fit(files: Sequence[Path], sets: Sequence[str], weights: str) -> list[dict]:
    """The rows of these sets. Raises ValueError if there is none, if a row names other weights or none, or if one of these sets is for evaluation: a
    model is calibrated on its own development rows alone."""
    rows = read_all_rows(files)
    others = _named(rows) - {weights}
    if others:
        raise ValueError(_of_others(others, weights))
    found = [row for row in rows if row["set"] in sets]
    if not without_evaluation_sets(found):
        raise ValueError(f"No row is of {' '.join(sets)}.")
    return found


def read_rows_to_show(files: Sequence[Path], weights: str | None = None) -> list[dict]:
    """The rows. Raises ValueError if they are of several weights, or of others than `weights`. A note on stderr says whether some name none."""
    rows = read_all_rows(files)
    named = _named(rows) - {UNNAMED}
    if weights is not None and named - {weights}:
        raise ValueError(_of_others(named - {weights}, weights))
    if len(named) > 1:
        raise ValueError(f"These files have rows of several weights: {' and '.join(sorted(named))}. Name files of one model.")
    unnamed = sum("weights" not in row for row in rows)
    if unnamed:
        print(f"{unnamed} of {len(rows)} rows do not name their weights. Check yourself which model wrote {' and '.join(map(str, files))}.", file=sys.stderr)
    return rows


def read_own_rows(path: Path, weights: str) -> list[dict]:
    """The rows of a file to continue. Raises ValueError if one names other weights or none, or another text normalisation. Rows that name no
    normalisation have the first one."""
    rows = read_rows(path)
    others = _named(rows) - {weights}
    if others:
        raise ValueError(f"{path} has rows of {' and '.join(sorted(others))}. The rows to write are of {weights}. Delete the file, or name another one.")
    if any(row.get("normalisation", 1) != NORMALISATION for row in rows):
        raise ValueError(f"{path} has rows of texts that were normalised in another way. Delete the file, or name another one.")
    return rows


def _named(rows: Iterable[dict]) -> set[str]:
    return {row.get("weights", UNNAMED) for row in rows}


def _of_others(others: set[str], weights: str) -> str:
    return (f"These rows are of {' and '.join(sorted(others))}. The weights of the model are {weights}. Take rows that `evaluate` or `evaluate_support` "
            "wrote with this model.")


def store_rows(rows: Path, name: str, folder: Path = STORED) -> Path:
    """Keeps rows in the repository, compressed: the card's tables come from them."""
    path = folder / f"{name}.jsonl.xz"
    path.write_bytes(lzma.compress(rows.read_bytes(), preset=9))
    return path


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
