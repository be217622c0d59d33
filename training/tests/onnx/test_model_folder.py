"""The files of an exported model: weights, manifest, and what can be read from them again."""

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from qagen.model.checkpoint import Checkpoint
from qagen.onnx import export_model
from qagen.onnx.export_model import export
from qagen.onnx.exported_model import fingerprint, read_exported
from qagen.onnx.manifest import refresh_file
from qagen.onnx.onnx_model import OnnxModel
from qagen.onnx.weight_file import StoredWeights, WeightFile, join_shards
from qagen.steps.ship.rewrite_graphs import rewrite_graphs


def test_rewritten_graphs_are_the_same(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "toy"
    shutil.copytree(folder, copy)
    for graph in copy.glob("*-cpu.onnx"):
        graph.unlink()
    rewrite_graphs(copy)
    for path in folder.iterdir():
        assert (copy / path.name).read_bytes() == path.read_bytes(), path.name


def test_an_exported_model_is_a_checkpoint_again(folder: Path, checkpoint: Checkpoint) -> None:
    again = read_exported(folder)
    assert again.architecture == checkpoint.architecture
    assert again.tensors.keys() == checkpoint.tensors.keys()
    for name, tensor in checkpoint.tensors.items():
        assert torch.equal(again.tensors[name], tensor), name


def test_graphs_need_the_stored_weights(folder: Path) -> None:
    stored = StoredWeights(folder)
    norm = stored.read("model.norm.weight")
    with pytest.raises(ValueError, match="export the model again"):
        stored.add("model.norm.weight", norm + 1)
    with pytest.raises(ValueError, match="export the model again"):
        stored.add("another.weight", norm)


def test_manifest_describes_every_file(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    for file in manifest["files"]:
        content = (folder / file["path"]).read_bytes()
        assert file["bytes"] == len(content)
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
    assert {path.name for path in folder.iterdir()} == {file["path"] for file in manifest["files"]} | {"manifest.json"}
    shards = [file["path"] for file in manifest["files"] if file["role"] == "weights"]
    assert shards == sorted(shards) and len(shards) > 2


def test_shards_join_to_the_weights_and_hold_each_tensor_once(tmp_path: Path) -> None:
    weights = WeightFile()
    first = weights.add("a", np.arange(100, dtype=np.float32))
    weights.add("b", np.arange(7, dtype=np.uint8))
    again = weights.add("a", np.zeros(100, np.float32))
    last = weights.add("c", np.ones(3, np.float16))
    (tmp_path / "weights-07.bin").write_bytes(b"left by an earlier export")
    paths = weights.write_shards(tmp_path, shard_bytes=150)
    assert [path.name for path in sorted(tmp_path.glob("*.bin"))] == [path.name for path in paths]
    assert all(path.stat().st_size <= 150 for path in paths)
    data = join_shards(tmp_path)
    assert again == first
    place = {entry.key: entry.value for entry in last.external_data}
    offset = int(place["offset"])
    assert np.frombuffer(data[offset : offset + 6], np.float16).tolist() == [1, 1, 1]


def test_the_embedding_has_its_own_shards(tmp_path: Path) -> None:
    shards = []
    for seed in (0, 1):
        weights = WeightFile()
        weights.add("embedding", np.arange(100, dtype=np.float32))
        weights.cut()
        weights.add("linear", np.full(100, seed, np.float32))
        weights.cut()
        (tmp_path / str(seed)).mkdir()
        shards.append([path.read_bytes() for path in weights.write_shards(tmp_path / str(seed), 300)])
    assert [len(shard) for shard in shards[0]] == [300, 100, 300, 148]
    assert [first == second for first, second in zip(*shards, strict=True)] == [True, True, False, False]


def test_a_missing_model_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="qagen export"):
        OnnxModel(tmp_path)


def test_an_interrupted_export_leaves_no_manifest(folder: Path, checkpoint: Checkpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "toy"
    shutil.copytree(folder, copy)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(export_model, "write_graphs", interrupted)
    with pytest.raises(KeyboardInterrupt):
        export(checkpoint, folder.parent / "tokenizer.json", copy, "0.0.1")
    assert not (copy / "manifest.json").exists()


def test_the_fingerprint_is_that_of_the_weights_and_of_the_head(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "toy"
    shutil.copytree(folder, copy)
    file = copy / "support-head.json"

    def changed(**parts: object) -> str:
        file.write_text(json.dumps(json.loads((folder / file.name).read_text()) | parts))
        refresh_file(file)
        return fingerprint(copy)

    (copy / "head.onnx").write_bytes(b"another graph")
    refresh_file(copy / "head.onnx")
    assert changed(calibration={}) == fingerprint(folder)
    assert changed(claim={"weight": [0.0], "bias": 1.0}) != fingerprint(folder)
    manifest = json.loads((folder / "manifest.json").read_text())
    for entry in manifest["files"]:
        if entry["path"] == "weights-01.bin":
            entry["sha256"] = "0a"
    (copy / "manifest.json").write_text(json.dumps(manifest))
    assert changed() != fingerprint(folder)
