"""Steps that fit something to rows, or show them: which rows they take."""

import json
import lzma
from pathlib import Path

import pytest
from qagen.evaluation import calibration, intervals
from qagen.onnx.exported_model import fingerprint
from qagen.onnx.support_head import UNCALIBRATED
from run_step import run


def head_row(set_name: str, number: int) -> dict:
    """A text that is wrong if its number is odd; so is its second token, with the larger logits."""
    wrong = number % 2
    return {
        "set": set_name, "origin": set_name, "id": str(number), "text": number, "label": wrong, "claim": wrong + number % 3,
        "tokens": [-1.0, 2.0 * wrong + number % 5 / 4], "tokenLabels": [0, wrong], "logProb": -1.0, "logProbs": [-1.0, -1.0 - wrong],
        "priorLogProbs": [-2.0, -2.0], "chars": [3, 3], "wrongChars": [0, 3 * wrong],
    }  # fmt: skip


def quals_row(set_name: str, number: int, paths: int = 60) -> dict:
    scores = dict.fromkeys(("matched", "released"), {"quals": -number / 9})
    return {"set": set_name, "id": str(number), "source": str(number), "label": number % 2, "paths": paths, **scores}


def write_rows(path: Path, rows: list[dict], model: Path) -> Path:
    """Rows that this model wrote."""
    weights = fingerprint(model)
    path.write_bytes(lzma.compress("".join(json.dumps({"weights": weights} | row) + "\n" for row in rows).encode()))
    return path


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "models" / "toy"
    folder.mkdir(parents=True)
    (folder / "support-head.json").write_text("{}")
    files = [{"path": "support-head.json", "role": "support-head", "bytes": 2}, {"path": "weights-00.bin", "role": "weights", "bytes": 2, "sha256": "0a"}]
    (folder / "manifest.json").write_text(json.dumps({"id": "toy", "version": "1", "files": files}))
    return folder


def give_calibration(model: Path) -> None:
    (model / "support-head.json").write_text(json.dumps({"calibration": UNCALIBRATED}))


def test_the_head_is_calibrated_on_stored_rows(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [head_row(name, number) for name in ("bump", "cliff") for number in range(60)]
    stored = write_rows(tmp_path / "rows.jsonl.xz", rows, model)
    run(monkeypatch, "ship.calibrate_support", stored, "--id", "toy", "--models", model.parent)
    calibration = json.loads((model / "support-head.json").read_text())["calibration"]
    assert calibration["claim"]["weights"]["claim"] > 0

    # The default sets leave CLIFF out. Without its rows, nothing changes.
    alone = write_rows(tmp_path / "alone.jsonl.xz", rows[:60], model)
    run(monkeypatch, "ship.calibrate_support", alone, "--id", "toy", "--models", model.parent)
    assert json.loads((model / "support-head.json").read_text())["calibration"] == calibration


@pytest.mark.parametrize(
    "sets, told",
    [(["bump", "cliff"], "cliff, for evaluation alone"), (["wice"], "No row is of wice")],
    ids=["a set for evaluation", "a set without rows"],
)
def test_the_head_is_not_calibrated_on(sets: list[str], told: str, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = write_rows(tmp_path / "rows.jsonl.xz", [head_row(name, number) for name in ("bump", "cliff") for number in range(60)], model)
    with pytest.raises(SystemExit, match=told):
        run(monkeypatch, "ship.calibrate_support", stored, "--id", "toy", "--models", model.parent, "--sets", *sets)
    assert (model / "support-head.json").read_text() == "{}"


def test_a_missing_file_of_rows_is_named(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match="No rows in .*none.jsonl.xz"):
        run(monkeypatch, "ship.calibrate_support", tmp_path / "none.jsonl.xz", "--id", "toy", "--models", model.parent)


def test_quals_is_calibrated_on_its_development_sets_alone(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intervals, "RESAMPLES", 50)
    scored = [quals_row(name, n) for name in ("bump", "edited-xsum", "summedits-news") for n in range(30)]
    looked = [head_row(name, n) for name in ("defacto", "wice", "ragtruth-test") for n in range(30)]
    arguments = ["--rows", write_rows(tmp_path / "a.xz", scored, model), "--support", write_rows(tmp_path / "b.xz", looked, model), "--id", "toy"]
    arguments += ["--models", model.parent]
    give_calibration(model)
    with pytest.raises(SystemExit, match="summedits-news, for evaluation alone"):
        run(monkeypatch, "ship.calibrate", *arguments, "--sets", "bump", "summedits-news")
    with pytest.raises(SystemExit, match="ragtruth-test, for evaluation alone"):
        run(monkeypatch, "ship.calibrate", *arguments, "--support-sets", "defacto", "ragtruth-test")
    assert not (model / "calibration.json").exists()
    run(monkeypatch, "ship.calibrate", *arguments)
    content = json.loads((model / "calibration.json").read_text())
    assert content["sets"] == ["bump"]
    assert len(content["calibrations"][0]["rated"]["consistent"]) == 15 and content["support"]["points"][0]["near"] == 30


def test_nine_copies_of_each_text_do_not_narrow_the_judgements_of_the_head(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intervals, "RESAMPLES", 50)
    monkeypatch.setattr(calibration, "POINTS", 20)  # one for each text, with and without copies
    give_calibration(model)
    looked = [head_row("bump", n) | {"claim": n / 5, "label": int(n * 7 % 20 < n)} for n in range(20)]
    of_quals = write_rows(tmp_path / "a.xz", [quals_row("bump", n) for n in range(30)], model)

    def intervals_of(count: int) -> list[tuple[float, float]]:
        rows = [row | {"id": f"{row['id']} {copy}"} for row in looked for copy in range(count)]
        of_head = write_rows(tmp_path / "b.xz", rows, model)
        run(monkeypatch, "ship.calibrate", "--rows", of_quals, "--support", of_head, "--id", "toy", "--models", model.parent)
        return [(point["low"], point["high"]) for point in json.loads((model / "calibration.json").read_text())["support"]["points"]]

    once = intervals_of(1)
    assert once == intervals_of(9) and any(high - low > 0.2 for low, high in once)


@pytest.mark.parametrize("weights", ["0b", None], ids=["another model", "no name"])
def test_a_model_is_calibrated_on_its_own_rows_alone(weights: str | None, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(rows: list[dict], step: str, *options: object) -> None:
        named = [row if weights is None else row | {"weights": weights} for row in rows]
        file = tmp_path / "rows.jsonl"
        file.write_text("".join(json.dumps(row) + "\n" for row in named))
        with pytest.raises(SystemExit, match="These rows are of"):
            run(monkeypatch, step, *options, file, "--id", "toy", "--models", model.parent)

    of_quals = write_rows(tmp_path / "own.xz", [quals_row("bump", n) for n in range(30)], model)
    give_calibration(model)
    before = (model / "support-head.json").read_text()
    refused([quals_row("bump", n) for n in range(30)], "ship.calibrate", "--rows")
    refused([head_row("bump", n) for n in range(30)], "ship.calibrate", "--rows", of_quals, "--support")
    refused([head_row("bump", n) for n in range(30)], "ship.calibrate_support")
    assert not (model / "calibration.json").exists() and (model / "support-head.json").read_text() == before


@pytest.mark.parametrize("step", ["measure.support_table", "ship.write_card"])
def test_tables_of_a_model_are_of_its_own_rows(step: str, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give_calibration(model)
    (model / "README.md").write_text("# Card\n")
    rows = [head_row("cliff", n) for n in range(30)]
    own, other = write_rows(tmp_path / "own.xz", rows, model), write_rows(tmp_path / "other.xz", [row | {"weights": "0b"} for row in rows], model)

    def show(evaluation: Path, development: Path) -> None:
        shown = [evaluation] if step == "measure.support_table" else ["--evaluation", evaluation]
        run(monkeypatch, step, *shown, "--development", development, "--id", "toy", "--models", model.parent)

    for files in ((other, own), (own, other)):
        with pytest.raises(SystemExit, match="These rows are of 0b"):
            show(*files)
    with pytest.raises(SystemExit, match="cliff, for evaluation alone"):
        show(own, own)
