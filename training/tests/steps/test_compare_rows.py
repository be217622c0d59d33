import json
from pathlib import Path

import numpy as np
import pytest

from qagen.evaluation.intervals import source_of
from qagen.steps.measure.compare_rows import auc_difference, comparison, shared_values
from run_step import run


def row(name: str, label: int, value: float | None) -> dict:
    return {"set": "s", "id": name, "label": label, "matched": {"quals": value}}


def test_only_summaries_that_both_scored_are_compared():
    first = [row("a", 1, -0.5), row("b", 0, -1.0), row("c", 1, None)]
    second = [row("b", 0, -2.0), row("c", 1, -1.0), row("d", 1, 0.0)]
    assert shared_values(first, second, "quals")[0].tolist() == [[0, -1.0, -2.0]]


def test_the_better_file_has_the_larger_auc_and_an_interval_above_zero():
    label = np.array([0, 1] * 20, dtype=float)
    random = np.random.default_rng(1).normal(size=40)
    one, other, low, high = auc_difference(np.stack([label, random, label], axis=1), list(range(40)), np.zeros(40))
    assert other == 1 and one < 0.75 and 0 < low < high


def test_a_file_does_not_differ_from_itself():
    values = np.stack([np.array([0.0, 1, 0, 1]), np.arange(4.0), np.arange(4.0)], axis=1)
    assert auc_difference(values, list(range(4)), np.zeros(4))[2:] == (0, 0)


def test_within_the_sets_couples_of_two_sets_do_not_count():
    # All texts of set "a" are right and score higher, so only one couple is within a set: that of "b", in the wrong order.
    values = np.array([[1, 5.0, 5.0], [1, 6.0, 6.0], [1, 1.0, 1.0], [0, 2.0, 2.0]])
    groups = np.array(["a", "a", "b", "b"])
    assert auc_difference(values, list(range(4)), groups)[:2] == (0, 0)
    assert auc_difference(values, list(range(4)), np.zeros(4))[0] == pytest.approx(2 / 3)


def test_nothing_to_compare_is_no_difference():
    assert auc_difference(np.array([[1, 1.0, 1.0]]), [0], np.zeros(1)) is None


def test_the_file_that_names_sources_gives_them():
    old = [row("a", 1, -0.5), row("b", 0, -1.0)]
    new = [each | {"source": "one"} for each in old]
    for files in ((old, new), (new, old)):
        assert [source_of(each) for each in shared_values(*files, "quals")[1]] == [("s", "one"), ("s", "one")]
    assert "2 summaries of 1 articles" in comparison("s", "quals", old, new)
    assert "2 summaries of 2 texts, whose articles are unknown" in comparison("s", "quals", old, old)


def test_articles_are_counted_only_if_all_compared_rows_name_theirs():
    unnamed = [row("a", 1, -0.5), row("b", 0, -1.0)]
    named = [each | {"set": "other", "source": "one"} for each in unnamed]
    assert "2 texts, whose articles are unknown" in comparison("s", "quals", unnamed, [*unnamed, *named])
    assert "1 articles" in comparison("other", "quals", [*unnamed, *named], named)
    assert "3 texts, whose articles are unknown" in comparison("within the sets", "quals", [*unnamed, *named], [*unnamed, *named])


def test_nine_copies_of_each_text_do_not_narrow_the_interval():
    draw = np.random.default_rng(3)
    labels, values = [0, 1] * 10, draw.normal(size=(2, 20))

    def rows(file: int, copies: int) -> list[dict]:
        return [row(f"{at}-{copy}", labels[at], values[file, at]) | {"source": at} for copy in range(copies) for at in range(20)]

    once, often = (comparison("s", "quals", rows(0, copies), rows(1, copies)) for copies in (1, 9))
    assert once is not None and often is not None
    assert once.split("difference")[-1] == often.split("difference")[-1]


def test_rows_of_the_support_head_are_compared_by_its_number():
    def look(claim: float) -> dict:
        return {"set": "s", "id": "a", "text": 4, "label": 1, "claim": claim, "tokens": [0.0, 3.0, 1.0, 2.0]}

    # The claim's logit and the mean of 3, 2 and 1.
    values, (compared,) = shared_values([look(1.0)], [look(-1.0)], "text + top 3")
    assert values.tolist() == [[1, 3.0, 1.0]] and source_of(compared) == ("s", 4)
    assert shared_values([look(1.0)], [look(-1.0)], "quals")[0].size == 0


def write(path: Path, rows: list[dict]) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in rows))
    return path


def test_the_command_compares_each_set_and_all_of_them_in_two_ways(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    # In both sets QUALS is the wrong way round, but set "b" has more consistent texts and higher values.
    rows = [{"set": name, "id": f"{name}{at}", "source": f"{name}{at}", "label": label, "weights": "0a", "matched": {"quals": quals, "answerGap": None}}
            for name, labels, least in (("a", [1, 0, 0, 0], 0.0), ("b", [1, 1, 1, 0], 5.0))
            for at, label in enumerate(labels) for quals in [least + (label == 0)]]  # fmt: skip
    file = write(tmp_path / "rows.jsonl", rows)
    run(monkeypatch, "measure.compare_rows", file, file)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" quals:")[0] for line in lines] == ["a", "b", "within the sets", "over all couples"]
    assert "AUC 0.000 and 0.000" in lines[2] and "AUC 0.562 and 0.562" in lines[3]


def test_rows_of_the_command_line_program_are_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of_evaluate = write(tmp_path / "rows.jsonl", [row("a", 1, -0.5)])
    of_score = write(tmp_path / "scores.jsonl", [{"id": "a", "outcome": "scored", "quals": -0.5}])
    for files in ((of_evaluate, of_score), (of_score, of_evaluate)):
        with pytest.raises(SystemExit, match="scores.jsonl has rows without set and label. Compare rows of `evaluate`"):
            run(monkeypatch, "measure.compare_rows", *files)
