import json
from pathlib import Path

from qagen.onnx.model_index import refresh_entry

MEMORY = {"wasm": 9}


def write_index(folder: Path) -> None:
    models = [{"id": name, "version": "1", "bytes": 1, "devices": ["wasm"], "memory": MEMORY} for name in "ab"]
    (folder / "index.json").write_text(json.dumps({"default": "a", "models": models}))


def test_refreshes_the_listed_model_and_leaves_the_rest(tmp_path: Path) -> None:
    write_index(tmp_path)
    assert refresh_entry(tmp_path, {"id": "b", "version": "2", "files": [{"bytes": 5}, {"bytes": 7}]})
    first, second = json.loads((tmp_path / "index.json").read_text())["models"]
    assert (first["version"], first["bytes"]) == ("1", 1)
    assert second == {"id": "b", "version": "2", "bytes": 12, "devices": ["wasm"], "memory": MEMORY}


def test_lists_no_model_by_itself(tmp_path: Path) -> None:
    manifest = {"id": "c", "version": "2", "files": []}
    assert not refresh_entry(tmp_path, manifest)
    write_index(tmp_path)
    before = json.loads((tmp_path / "index.json").read_text())
    assert not refresh_entry(tmp_path, manifest)
    assert json.loads((tmp_path / "index.json").read_text()) == before
