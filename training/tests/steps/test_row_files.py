"""Steps that write and read row files: which rows they continue, and which they refuse to fit anything to."""

import json
import lzma
import sys
from importlib import import_module
from pathlib import Path

import pytest
from qagen.evaluation.rows import fingerprint, read_rows
from qagen.model.checkpoint import Checkpoint, save_checkpoint
from qagen.steps.measure import evaluate
from qagen.tiny.qagen_model import new_model, quantise, train_tokenizer


def run(monkeypatch: pytest.MonkeyPatch, step: str, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", [step, *map(str, arguments)])
    import_module(f"qagen.steps.{step}").main()


def head_row(set_name: str, number: int) -> dict:
    """A text that is wrong if its number is odd; so is its second token, with the larger logits."""
    wrong = number % 2
    return {
        "set": set_name, "origin": set_name, "id": str(number), "text": number, "label": wrong, "claim": wrong + number % 3,
        "tokens": [-1.0, 2.0 * wrong + number % 5 / 4], "tokenLabels": [0, wrong], "logProb": -1.0, "logProbs": [-1.0, -1.0 - wrong],
        "priorLogProbs": [-2.0, -2.0], "chars": [3, 3], "wrongChars": [0, 3 * wrong],
    }  # fmt: skip


def write_rows(path: Path, rows: list[dict]) -> Path:
    path.write_bytes(lzma.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
    return path


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "models" / "toy"
    folder.mkdir(parents=True)
    (folder / "support-head.json").write_text("{}")
    files = [{"path": "support-head.json", "role": "support-head", "bytes": 2}]
    (folder / "manifest.json").write_text(json.dumps({"id": "toy", "version": "1", "files": files}))
    return folder


def test_the_head_is_calibrated_on_stored_rows(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [head_row(name, number) for name in ("bump", "cliff") for number in range(60)]
    stored = write_rows(tmp_path / "rows.jsonl.xz", rows)
    run(monkeypatch, "ship.calibrate_support", stored, "--id", "toy", "--models", model.parent)
    calibration = json.loads((model / "support-head.json").read_text())["calibration"]
    assert calibration["claim"]["weights"]["claim"] > 0

    # The default sets leave CLIFF out. Without its rows, nothing changes.
    alone = write_rows(tmp_path / "alone.jsonl.xz", rows[:60])
    run(monkeypatch, "ship.calibrate_support", alone, "--id", "toy", "--models", model.parent)
    assert json.loads((model / "support-head.json").read_text())["calibration"] == calibration


@pytest.mark.parametrize(
    "sets, told",
    [(["bump", "cliff"], "cliff, for evaluation alone"), (["wice"], "No row is of wice")],
    ids=["a set for evaluation", "a set without rows"],
)
def test_the_head_is_not_calibrated_on(sets: list[str], told: str, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = write_rows(tmp_path / "rows.jsonl.xz", [head_row(name, number) for name in ("bump", "cliff") for number in range(60)])
    with pytest.raises(SystemExit, match=told):
        run(monkeypatch, "ship.calibrate_support", stored, "--id", "toy", "--models", model.parent, "--sets", *sets)
    assert (model / "support-head.json").read_text() == "{}"


def test_a_missing_file_of_rows_is_named(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match="No rows in .*none.jsonl.xz"):
        run(monkeypatch, "ship.calibrate_support", tmp_path / "none.jsonl.xz", "--id", "toy", "--models", model.parent)


def test_quals_is_not_calibrated_on_a_set_for_evaluation(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scored = [{"set": name, "id": str(n), "label": n % 2, "paths": 60, **dict.fromkeys(("matched", "released"), {"quals": -n / 9})}
              for name in ("bump", "summedits-news") for n in range(30)]
    of_quals, of_evaluation = write_rows(tmp_path / "a.jsonl.xz", scored[:30]), write_rows(tmp_path / "b.jsonl.xz", scored)
    of_head = write_rows(tmp_path / "c.jsonl.xz", [head_row("ragtruth-test", 0)])
    models = ["--id", "toy", "--models", model.parent]
    with pytest.raises(SystemExit, match="summedits-news, for evaluation alone"):
        run(monkeypatch, "ship.calibrate", "--rows", of_evaluation, *models)
    with pytest.raises(SystemExit, match="ragtruth-test, for evaluation alone"):
        run(monkeypatch, "ship.calibrate", "--rows", of_quals, "--support", of_head, *models)
    assert not (model / "calibration.json").exists()
    run(monkeypatch, "ship.calibrate", "--rows", of_quals, *models)
    assert json.loads((model / "calibration.json").read_text())["sets"] == ["bump"]


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
    assert len(written) == 3 and {row["weights"] for row in written} == {fingerprint(tmp_path / "first")}
    rows.write_text("".join(json.dumps(row) + "\n" for row in written[:1]))
    with pytest.raises(SystemExit, match="has rows of"):
        read_by("second")
    assert read_rows(rows) == written[:1]
    read_by("first")
    assert {row["id"] for row in read_rows(rows)} == {"0", "1", "2"}
