import pytest

from qagen.support.evaluation.claim_calibration import calibrate_tokens, mark_levels, token_logits

IDENTITY = {"weights": {"logit": 1.0, "logProb": 0.0, "priorLogProb": 0.0}, "offset": 0.0}


def rows(wrong: int, right: int, logit: float, prior: float = -3.0, name: str = "s") -> list[dict]:
    """One row of equal tokens, after which one has no known label."""
    count = wrong + right + 1
    known = {"tokens": [logit] * (count - 1) + [9.0], "logProbs": [-1.0] * count, "priorLogProbs": [prior] * count}
    return [{"set": name, **known, "tokenLabels": [1] * wrong + [0] * right + [-1]}]


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
    assert fitted["weights"]["logit"] == pytest.approx(1.0986, abs=0.01)


def test_each_feature_has_its_weight():
    # At equal logits, odds are even at the prior -2 and three to one at -1: ln 3 per unit, and 2 ln 3 to reach 0 at -2.
    fitted = calibrate_tokens(rows(50, 50, 0.5, -2.0) + rows(75, 25, 0.5, -1.0))
    assert fitted["weights"] == pytest.approx({"logit": 0, "logProb": 0, "priorLogProb": 1.0986}, abs=0.01)
    assert fitted["offset"] == pytest.approx(2 * 1.0986, abs=0.02)
    row = {"tokens": [0.0, 1.0], "logProbs": [-1.0, -2.0], "priorLogProbs": [-4.0, -3.0]}
    tokens = {"weights": {"logit": 2.0, "logProb": -0.5, "priorLogProb": 0.25}, "offset": 1.0}
    # 1 + 0 + 0.5 - 1; 1 + 2 + 1 - 0.75.
    assert token_logits(row, tokens).tolist() == pytest.approx([0.5, 3.25])


def test_more_texts_of_one_set_do_not_change_the_proportions():
    # In one set the logit tells wrong tokens, in the other the prior does, against the logit.
    one = rows(40, 10, 1.0, -2.0, "one") + rows(10, 40, 0.0, -2.0, "one")
    other = rows(8, 2, 0.0, -1.0, "other") + rows(2, 8, 1.0, -2.0, "other")
    few, many = (calibrate_tokens(one * times + other)["weights"] for times in (1, 20))
    assert many["priorLogProb"] / many["logit"] == pytest.approx(few["priorLogProb"] / few["logit"], rel=0.01)
