"""The statistics, and the tables of rows of `evaluate`."""

import re

import numpy as np
import pytest
from qagen.evaluation import intervals
from qagen.evaluation.agreement_table import MEASURES, agreement_table, auc, auc_within, pearson, sets_table, spearman, table
from scipy.stats import pearsonr, spearmanr
from scored_rows import copies, rows_of_a_set, scored_row
from sklearn.metrics import roc_auc_score


@pytest.fixture
def rows() -> list[dict]:
    return rows_of_a_set()


def test_statistics_are_those_of_the_libraries() -> None:
    draw = np.random.default_rng(0)
    labels, scores = draw.integers(0, 2, 50), draw.integers(0, 9, 50) / 4  # many ties
    assert auc(scores, labels) == pytest.approx(roc_auc_score(labels, scores), abs=1e-12)
    assert pearson(scores, labels) == pytest.approx(pearsonr(scores, labels).statistic, abs=1e-12)
    assert spearman(scores, labels) == pytest.approx(spearmanr(scores, labels).statistic, abs=1e-12)


def test_sets_are_not_compared_with_one_another() -> None:
    # Each set is ranked the wrong way round, but the set with more consistent texts has the higher scores: 4 of 16 couples, and the others right.
    labels = np.array([1, 0, 0, 0, 1, 1, 1, 0])
    scores = np.array([0.0, 1, 1, 1, 5, 5, 5, 6])
    sets = np.array(["a"] * 4 + ["b"] * 4)
    assert auc_within(scores, labels, sets) == 0 and auc(scores, labels) == pytest.approx(9 / 16)
    assert auc_within(scores, labels, np.arange(8)) is None


def test_table_counts_the_unscorable_and_leaves_them_out(rows: list[dict], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intervals, "RESAMPLES", 20)  # each interval of some 90 takes that many
    text = table(rows)
    assert "| QUALS, matched | 60 |" in text and "| worst answer gap, matched | 60 |" in text
    assert "| matched | 33.3% | 50.0% | 3.0 | 1 (1.6%) |" in text
    assert "| copied 2-grams | 61 | – | – | – |" in text
    of_xsum = text.split("### cliff, xsum alone: 31 summaries")[1]
    assert "| QUALS, matched | 30 |" in of_xsum
    assert "| consistent one | inconsistent one | share of couples | in the right order |" in text


def test_a_table_over_all_sets_has_the_couples_of_one_set(rows: list[dict], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intervals, "RESAMPLES", 20)
    looked = [row | {"set": name, "support": {"claim": -row["label"], "tokens": [0.0]}} for row in rows for name in ("a", "b")]
    lines = {line.split(" | ")[0][2:]: line for line in sets_table(looked) if line.startswith("| ")}
    # The head has the label itself. A measure without any order has a half.
    assert lines["support head"] == "| support head | 122 | 1.000 [1.00 1.00] | 1.000 |"
    assert lines["copied 2-grams"].startswith("| copied 2-grams | 122 | 0.500 ")
    assert "### All sets" in table(looked) and "support head" in MEASURES


def test_a_small_sample_has_no_table_of_couples() -> None:
    text = table([scored_row(0, -1.0, 1.0), scored_row(1, -2.0, 0.0)])
    assert "consistent one" not in text
    assert "| QUALS, matched | 1 | – | – | – |" in text


def test_nine_copies_of_each_text_do_not_narrow_the_intervals(rows: list[dict], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intervals, "RESAMPLES", 200)
    of_sets = [row | {"set": name, "id": f"{name} {row['id']}"} for row in rows for name in ("a", "b")]
    for tables in (lambda some: agreement_table("cliff", some), sets_table):
        once, often = (re.findall(r"\[(\S+ \S+)\]", "\n".join(tables(copies(of_sets, count)))) for count in (1, 9))
        assert once == often and len(set(once)) > 1
