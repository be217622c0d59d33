import numpy as np
import pytest

from qagen.steps.measure.compare_rows import auc_difference, comparison, shared_values


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
    assert shared_values(old, new, "quals")[1] == shared_values(new, old, "quals")[1] == [("s", "one"), ("s", "one")]
    assert "2 summaries of 1 articles" in comparison("s", "quals", old, new)
    assert "2 summaries of 2 texts, whose articles are unknown" in comparison("s", "quals", old, old)


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
    values, sources = shared_values([look(1.0)], [look(-1.0)], "text + top 3")
    assert values.tolist() == [[1, 3.0, 1.0]] and sources == [("s", 4)]
    assert shared_values([look(1.0)], [look(-1.0)], "quals")[0].size == 0
