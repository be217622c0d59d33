"""Steps that write row files: what a row names, and which rows they continue."""

import json
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from qagen.data.normalise_text import NORMALISATION
from qagen.evaluation.rows import read_rows
from qagen.model.checkpoint import Checkpoint, save_checkpoint
from qagen.onnx.exported_model import fingerprint
from qagen.steps.measure import evaluate
from qagen.tiny.qagen_model import new_model, quantise, train_tokenizer
from run_step import run


def test_quals_has_a_file_of_rows_for_each_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: list[Path] = []
    monkeypatch.setattr(evaluate, "choose_rows", lambda *_: [])
    monkeypatch.setattr(evaluate, "load_tokenizer", lambda _: None)
    monkeypatch.setattr(evaluate, "evaluate", lambda rows, path, *_: files.append(path))
    (tmp_path / "weights").write_text("weights")

    def evaluated(*sets: str) -> None:
        run(monkeypatch, "measure.evaluate", tmp_path / "weights", "--data", tmp_path, "--runs", tmp_path, "--sets", *sets)

    evaluated("cliff", "summedits-news")
    evaluated("bump")
    evaluated("defacto", "fib-xsum")
    assert files[0].stem.endswith("-evaluation") and files[1].stem.endswith("-development") and files[1] == files[2]
    with pytest.raises(SystemExit, match="one part"):
        evaluated("cliff", "bump")


def test_the_head_continues_rows_of_its_own_weights_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [{"id": str(n), "source": f"Anna has {n} books.", "summary": "Anna has books.", "label": 1, "origin": "news"} for n in range(3)]
    (tmp_path / "consistency").mkdir()
    (tmp_path / "consistency" / "cliff.jsonl").write_text("".join(json.dumps(text) + "\n" for text in texts))
    train_tokenizer(tmp_path / "tokenizer.json")
    first = quantise(new_model(), {})
    norm = first.tensors["model.norm.weight"]
    save_checkpoint(first, tmp_path / "first")
    save_checkpoint(Checkpoint(first.architecture, first.tensors | {"model.norm.weight": 2 * norm}, {}), tmp_path / "second")
    rows = tmp_path / "rows.jsonl"

    def read_by(name: str) -> None:
        arguments = ["--sets", "cliff", "--rows", rows, "--data", tmp_path, "--runs", tmp_path]
        run(monkeypatch, "measure.evaluate_support", tmp_path / name, *arguments)

    read_by("first")
    written = read_rows(rows)
    assert len(written) == 3 and {(row["weights"], row["normalisation"]) for row in written} == {(fingerprint(tmp_path / "first"), NORMALISATION)}
    rows.write_text("".join(json.dumps(row) + "\n" for row in written[:1]))
    with pytest.raises(SystemExit, match="has rows of"):
        read_by("second")
    assert read_rows(rows) == written[:1]
    read_by("first")
    assert {row["id"] for row in read_rows(rows)} == {"0", "1", "2"}
    # A file has rows of one part.
    with pytest.raises(SystemExit, match="Name sets of one part"):
        run(monkeypatch, "measure.evaluate_support", tmp_path / "first", "--sets", "bump", "--rows", rows, "--data", tmp_path, "--runs", tmp_path)
    with pytest.raises(SystemExit, match="Name sets of one part"):
        run(monkeypatch, "measure.evaluate_support", tmp_path / "first", "--sets", "bump", "cliff", "--rows", tmp_path / "new", "--data", tmp_path)


class OneProcess:
    """Instead of `multiprocessing`."""

    def get_context(self, _: str) -> "OneProcess":
        return self

    def Pool(self, *_: object) -> nullcontext:
        return nullcontext(self)

    def imap_unordered(self, work: Callable, rows: list[dict]) -> Iterator[dict]:
        return map(work, rows)


def test_rows_of_quals_name_their_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluate, "multiprocessing", OneProcess())
    monkeypatch.setattr(evaluate, "work", lambda row: row)
    evaluate.evaluate([{"set": "bump", "id": "a"}], tmp_path / "rows.jsonl", 1, (), "0a")
    assert read_rows(tmp_path / "rows.jsonl") == [{"set": "bump", "id": "a", "weights": "0a"}]
