"""The files of the data folder and their checksums: `training/data-files.json`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from ..paths import PROJECT

LIST = PROJECT / "training" / "data-files.json"


@dataclass(frozen=True)
class DataFile:
    """`path`: within the data folder, as `qa/squad1.1-dev.jsonl.xz`; its first part is the folder that --only names."""

    path: str
    sha256: str


def listed_files(only: Collection[str] = (), source: Path = LIST) -> list[DataFile]:
    """The files of the named folders, or all of them. Raises ValueError for a folder without files."""
    sets = json.loads(source.read_text(encoding="utf-8"))["sets"]
    files = [DataFile(file["path"], file["sha256"]) for each in sets for file in each["files"]]
    folders = sorted({folder_of(file) for file in files})
    if unknown := sorted(set(only) - set(folders)):
        raise ValueError(f"{source.name} lists no files in {', '.join(unknown)}. Its folders are {', '.join(folders)}.")
    return [file for file in files if not only or folder_of(file) in only]


def folder_of(file: DataFile) -> str:
    return file.path.split("/")[0]


def fault_of(data: Path, file: DataFile) -> str | None:
    """What is wrong with the file in the folder `data`; None if it is the listed one."""
    path = data / file.path
    if not path.is_file():
        return "is missing"
    with path.open("rb") as content:
        found = hashlib.file_digest(content, "sha256").hexdigest()
    return None if found == file.sha256 else f"has sha256 {found}, expected {file.sha256}"
