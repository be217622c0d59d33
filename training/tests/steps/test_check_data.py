import json
import subprocess
import sys
from pathlib import Path

import pytest

from qagen.data.data_files import LIST, DataFile, fault_of, listed_files

# printf hello | sha256sum
HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def test_a_file_is_known_by_its_checksum(tmp_path: Path) -> None:
    (tmp_path / "qa").mkdir()
    (tmp_path / "qa" / "a.jsonl.xz").write_text("hello")
    assert fault_of(tmp_path, DataFile("qa/a.jsonl.xz", HELLO)) is None
    assert fault_of(tmp_path, DataFile("qa/a.jsonl.xz", "0" * 64)) == f"has sha256 {HELLO}, expected {'0' * 64}"
    assert fault_of(tmp_path, DataFile("qa/b.jsonl.xz", HELLO)) == "is missing"


def test_folders_choose_files() -> None:
    assert {file.path.split("/")[0] for file in listed_files(["qa", "text"])} == {"qa", "text"}
    assert len(listed_files()) == sum(len(listed_files([folder])) for folder in ("qa", "judged", "consistency", "text", "summaries"))
    with pytest.raises(ValueError, match="no files in qas.* qa, summaries"):
        listed_files(["qas"])


def test_every_file_is_listed_once_with_source_licence_and_checksum() -> None:
    sets = json.loads(LIST.read_text())["sets"]
    assert all(each["source"] and each["licence"] for each in sets)
    files = listed_files()
    assert len({file.path for file in files}) == len(files)
    assert all(len(file.sha256) == 64 for file in files)


def test_the_readme_names_every_file_with_the_start_of_its_checksum() -> None:
    readme = (LIST.parent / "README.md").read_text()
    for file in listed_files():
        assert f"`{file.path}` | `{file.sha256[:12]}`" in readme, file.path


def test_a_folder_without_the_data_ends_with_the_missing_files(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "qagen", "check_data", "--data", str(tmp_path), "--only", "consistency"]
    told = subprocess.run(command, capture_output=True, text=True)
    assert told.returncode == 1
    assert "consistency/cliff.jsonl is missing" in told.stderr and "3 of 3 files are not as listed" in told.stderr
