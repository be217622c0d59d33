"""Bootstrap intervals over sources."""

import math

import numpy as np
import pytest
from qagen.evaluation import intervals
from qagen.evaluation.agreement_table import auc
from qagen.evaluation.intervals import resampled, source_of, with_interval
from sklearn.metrics import roc_auc_score


def test_interval_holds_the_statistic() -> None:
    labels = np.arange(40) % 2
    value, low, high = with_interval(auc, labels + np.arange(40) / 20, labels, range(40))
    # Standard error by Hanley and McNeil (1982), for 20 of each label.
    after, before = value / (2 - value), 2 * value**2 / (1 + value)
    error = math.sqrt((value * (1 - value) + 19 * (after - value**2) + 19 * (before - value**2)) / 400)
    assert value == pytest.approx(roc_auc_score(labels, labels + np.arange(40) / 20), abs=1e-12)
    assert value - low == pytest.approx(1.96 * error, rel=0.35) and high - value == pytest.approx(1.96 * error, rel=0.35)
    assert with_interval(auc, labels.astype(float), labels, range(40)) == (1.0, 1.0, 1.0)


def test_texts_of_one_source_are_drawn_together() -> None:
    drawn = list(resampled(["a", "b", "a", "c"]))
    assert len(drawn) == intervals.RESAMPLES
    assert all(list(chosen).count(0) == list(chosen).count(2) for chosen in drawn)
    # Three sources of three, with replacement: none is left out with (2/3)^3.
    share = np.mean([1 not in chosen for chosen in drawn])
    assert share == pytest.approx(8 / 27, abs=0.03)


def test_copies_of_a_text_do_not_narrow_the_interval() -> None:
    draw = np.random.default_rng(3)
    labels, scores = draw.integers(0, 2, 40), draw.normal(size=40)
    alone = with_interval(auc, scores, labels, range(40))
    copied = with_interval(auc, np.tile(scores, 9), np.tile(labels, 9), list(range(40)) * 9)
    assert copied == pytest.approx(alone)


def test_rows_name_their_source_in_three_ways() -> None:
    assert source_of({"set": "bump", "text": 3, "id": "x"}) == ("bump", 3)
    assert source_of({"set": "bump", "source": "0a", "id": "x"}) == ("bump", "0a")
    assert source_of({"id": "x"}) == (None, "x")
