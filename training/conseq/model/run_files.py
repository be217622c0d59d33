"""Settings and log of a training run, in its folder."""

from __future__ import annotations

import json
from pathlib import Path

from qagen.evaluation.rows import read_rows


def keep_settings(path: Path, settings: dict) -> None:
    """Raises ValueError, naming the difference, if the file has others."""
    if path.exists():
        stored = json.loads(path.read_text())
        differences = [f"{key} {stored.get(key)} -> {value}" for key, value in settings.items() if stored.get(key) != value]
        if differences:
            raise ValueError(f"{path.parent} has a run with other settings ({', '.join(differences)}). Use the same, or another --run.")
    else:
        path.write_text(json.dumps(settings) + "\n")


def keep_log_until(path: Path, step: int) -> None:
    """Drop the rows after the checkpoint: their steps are done again."""
    if path.exists():
        kept = [row for row in read_rows(path) if row["step"] <= step]
        path.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")


def append_to_log(path: Path, row: dict) -> None:
    rounded = {key: float(f"{value:.5g}") if isinstance(value, float) else value for key, value in row.items()}
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(rounded) + "\n")
