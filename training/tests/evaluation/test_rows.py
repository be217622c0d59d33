"""Row files: where they are, and which rows a step takes."""

import json
import lzma
from pathlib import Path

import pytest
from qagen.evaluation import rows as rows_module
from qagen.evaluation.rows import development_rows_paths, read_all_rows, read_own_rows, read_rows, read_rows_to_fit, read_rows_to_show, rows_path, store_rows
from qagen.onnx.exported_model import fingerprint


def test_stored_rows_are_those_that_were_written(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "é"}\n{"id": "b"}\n', encoding="utf-8")
    stored = store_rows(rows, "1.0.0-support", tmp_path)
    assert stored.name == "1.0.0-support.jsonl.xz" and read_rows(stored) == [{"id": "é"}, {"id": "b"}]


def test_rows_of_every_number_of_paths_are_found(tmp_path: Path) -> None:
    checkpoint = tmp_path / "checkpoint"
    checkpoint.write_bytes(b"weights")
    with pytest.raises(FileNotFoundError, match="qagen evaluate .*--sets ragtruth-summary"):
        development_rows_paths(tmp_path, checkpoint, "float32")
    (tmp_path / "evaluation").mkdir()
    own = fingerprint(checkpoint)
    for name in (f"{own}-20-float32-n1", f"{own}-60-bfloat16-n1", f"{own}-30-float32", "another-60-float32-n1"):
        (tmp_path / "evaluation" / f"{name}-development.jsonl").touch()
    for paths in (20, 60):
        rows_path(tmp_path, checkpoint, paths, "float32", "evaluation").touch()
    assert [path.name for path in development_rows_paths(tmp_path, checkpoint, "float32")] == [f"{own}-20-float32-n1-development.jsonl"]


def test_rows_of_other_weights_are_not_continued(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    assert read_own_rows(path, "0a") == []
    path.write_text('{"id": 1, "weights": "0a"}\n')
    assert read_own_rows(path, "0a") == read_rows(path)
    with pytest.raises(ValueError, match="rows.jsonl has rows of 0a. The rows to write are of 0b. Delete"):
        read_own_rows(path, "0b")
    path.write_text('{"id": 1}\n')
    with pytest.raises(ValueError, match="do not name"):
        read_own_rows(path, "0a")
    assert read_all_rows([path]) == [{"id": 1}]


def test_a_half_written_row_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": 1}\n{"id": 2}\n{"id"')
    assert [row["id"] for row in read_rows(path)] == [1, 2]
    assert path.read_text() == '{"id": 1}\n{"id": 2}\n'
    stored = tmp_path / "rows.jsonl.xz"
    stored.write_bytes(lzma.compress(path.read_bytes()))
    assert read_rows(stored) == read_rows(path)
    assert read_all_rows([path, stored]) == [*read_rows(path), *read_rows(path)]
    with pytest.raises(FileNotFoundError, match="missing.jsonl"):
        read_all_rows([path, tmp_path / "missing.jsonl"])


def test_rows_of_another_normalisation_are_not_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": 1, "weights": "0a"}\n{"id": 2, "weights": "0a", "normalisation": 1}\n')  # the first is of the time before
    assert len(read_own_rows(path, "0a")) == 2
    monkeypatch.setattr(rows_module, "NORMALISATION", 2)
    with pytest.raises(ValueError, match="normalised in another way"):
        read_own_rows(path, "0a")


def write(path: Path, *weights: str | None) -> Path:
    rows = [{"set": "bump", "id": at} | ({"weights": name} if name else {}) for at, name in enumerate(weights)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_only_rows_of_the_model_itself_are_fitted(tmp_path: Path) -> None:
    own, other, unnamed = write(tmp_path / "own", "0a", "0a"), write(tmp_path / "other", "0b"), write(tmp_path / "unnamed", None)
    assert len(read_rows_to_fit([own], ["bump", "defacto"], "0a")) == 2
    with pytest.raises(ValueError, match="rows are of 0b. The weights of the model are 0a"):
        read_rows_to_fit([own, other], ["bump"], "0a")
    with pytest.raises(ValueError, match="weights that they do not name"):
        read_rows_to_fit([own, unnamed], ["bump"], "0a")
    with pytest.raises(ValueError, match="No row is of defacto"):
        read_rows_to_fit([own], ["defacto"], "0a")


def test_tables_take_rows_without_a_name_and_say_so(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    own, other, unnamed = write(tmp_path / "own", "0a", "0a"), write(tmp_path / "other", "0b"), write(tmp_path / "unnamed", None)
    assert len(read_rows_to_show([own])) == 2 and capsys.readouterr().err == ""
    with pytest.raises(ValueError, match="several weights: 0a and 0b"):
        read_rows_to_show([own, other])
    with pytest.raises(ValueError, match="rows are of 0b. The weights of the model are 0a"):
        read_rows_to_show([other], "0a")
    assert len(read_rows_to_show([own, unnamed], "0a")) == 3
    assert "1 of 3 rows do not name their weights" in capsys.readouterr().err
