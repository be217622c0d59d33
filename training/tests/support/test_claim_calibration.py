import pytest

from qagen.support.evaluation.claim_calibration import calibrate_tokens, mark_levels

IDENTITY = {"slope": 1.0, "offset": 0.0}


def rows(wrong: int, right: int, logit: float) -> list[dict]:
    """One row of equal logits, after which one token has no known label."""
    return [{"tokens": [logit] * (wrong + right) + [9.0], "tokenLabels": [1] * wrong + [0] * right + [-1]}]


def test_a_level_begins_where_its_share_of_the_tokens_from_there_on_is_wrong():
    # From logit 2 on 80 of 100 are wrong, from 0 on 100 of 200, from -2 on 110 of 400.
    levels = mark_levels(rows(80, 20, 2.0) + rows(20, 80, 0.0) + rows(10, 190, -2.0), IDENTITY)
    assert levels["strong"]["wrong"] >= 0.6
    assert levels["weak"]["wrong"] == pytest.approx(0.3, abs=0.01)
    # sigmoid(0) = .5, sigmoid(-2) = .1192.
    assert levels["strong"]["from"] == 0.5
    assert levels["weak"]["from"] == 0.1192


def test_a_level_that_no_probability_reaches_is_left_out():
    assert mark_levels(rows(40, 60, 1.0), IDENTITY).keys() == {"weak"}
    # Too few tokens to measure.
    assert mark_levels(rows(50, 0, 1.0), IDENTITY) == {}


def test_tokens_without_a_known_label_do_not_count():
    # Even odds at one logit and three to one at another: ln 3 per unit.
    fitted = calibrate_tokens(rows(50, 50, 0.0) + rows(75, 25, 1.0))
    assert fitted["offset"] == pytest.approx(0, abs=0.01)
    assert fitted["slope"] == pytest.approx(1.0986, abs=0.01)
