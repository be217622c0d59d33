"""The sets of both parts, and samples of them."""

import json
from pathlib import Path

import pytest
from qagen.data.labelled_summaries import SETS, choose_rows, part_of, without_evaluation_sets


def test_the_sets_of_both_parts_are_kept_apart() -> None:
    assert [part_of(sets) for sets in (SETS, ["ragtruth-test"], ["bump", "defacto"])] == ["evaluation", "evaluation", "development"]
    with pytest.raises(ValueError, match="one part"):
        part_of(["bump", "cliff"])


def test_rows_of_sets_for_evaluation_are_not_taken_for_a_fit() -> None:
    rows = [{"set": "bump"}, {"set": "fib-xsum"}]
    assert without_evaluation_sets(rows) == rows
    with pytest.raises(ValueError, match="cliff and ragtruth-test.*--sets ragtruth-summary"):
        without_evaluation_sets([*rows, {"set": "ragtruth-test"}, {"set": "cliff"}])


def test_samples_are_fixed_by_the_seed_and_nested(tmp_path: Path) -> None:
    (tmp_path / "consistency").mkdir()
    (tmp_path / "consistency" / "cliff.jsonl").write_text("".join(json.dumps({"id": n}) + "\n" for n in range(50)))
    small, large = (choose_rows(tmp_path, ["cliff"], count, 3) for count in (5, 20))
    assert small == large[:5] and small != choose_rows(tmp_path, ["cliff"], 5, 4)
    with pytest.raises(FileNotFoundError, match="--data"):
        choose_rows(tmp_path, ["summedits-news"], 5, 3)
