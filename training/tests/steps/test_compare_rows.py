import numpy as np

from qagen.steps.measure.compare_rows import auc_difference, shared_values


def row(name: str, label: int, value: float | None) -> dict:
    return {"set": "s", "id": name, "label": label, "matched": {"quals": value}}


def test_only_summaries_that_both_scored_are_compared():
    first = [row("a", 1, -0.5), row("b", 0, -1.0), row("c", 1, None)]
    second = [row("b", 0, -2.0), row("c", 1, -1.0), row("d", 1, 0.0)]
    assert shared_values(first, second, "quals")[0].tolist() == [[0, -1.0, -2.0]]


def test_the_better_file_has_the_larger_auc_and_an_interval_above_zero():
    label = np.array([0, 1] * 20, dtype=float)
    random = np.random.default_rng(1).normal(size=40)
    one, other, low, high = auc_difference(np.stack([label, random, label], axis=1), list(range(40)))
    assert other == 1 and one < 0.75 and 0 < low < high


def test_a_file_does_not_differ_from_itself():
    values = np.stack([np.array([0.0, 1, 0, 1]), np.arange(4.0), np.arange(4.0)], axis=1)
    assert auc_difference(values, list(range(4)))[2:] == (0, 0)


def test_rows_of_the_support_head_are_compared_by_its_number():
    def look(claim: float) -> dict:
        return {"set": "s", "id": "a", "text": 4, "label": 1, "claim": claim, "tokens": [0.0, 3.0, 1.0, 2.0]}

    # The claim's logit and the mean of 3, 2 and 1.
    values, sources = shared_values([look(1.0)], [look(-1.0)], "text + top 3")
    assert values.tolist() == [[1, 3.0, 1.0]] and sources == [("s", 4)]
    assert shared_values([look(1.0)], [look(-1.0)], "quals")[0].size == 0
