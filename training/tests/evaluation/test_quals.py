"""QUALS and the answer gap of pairs, worked by hand (Nan et al., ACL 2021, section 3)."""

import pytest
from qagen.evaluation.keep_pairs import Pair
from qagen.evaluation.quals import ScoredPair, answer_gap, quals
from qagen.evaluation.search import Hypothesis

# One question token, separator, two answer tokens, end.
FIRST = ScoredPair(Pair("q", "a b", Hypothesis((10, 2, 20, 21, 0), -10.0)), [-1.0, -2.0, -3.0, -4.0, -5.0], [-2.0, -2.0, -4.0, -8.0, -4.0])
# No answer token.
SECOND = ScoredPair(Pair("q", "", Hypothesis((10, 2, 0), -6.0)), [-1.0, -1.0, -1.0], [-1.0, -2.0, -3.0])


def test_matched_takes_the_teacher_forced_score_of_the_summary() -> None:
    assert FIRST.quals("matched") == pytest.approx(-4 - -3)
    assert SECOND.quals("matched") == pytest.approx(-2 - -1)


def test_released_takes_the_score_of_the_search_with_its_penalties() -> None:
    assert FIRST.quals("released") == pytest.approx(-4 - -2)
    assert SECOND.quals("released") == pytest.approx(-2 - -2)


def test_the_answer_gap_covers_the_answer_tokens_only() -> None:
    assert FIRST.answer_gap() == pytest.approx((-1 - 4) / 2)
    assert SECOND.answer_gap() == 0


def test_a_summary_has_the_mean_of_its_pairs() -> None:
    assert quals([FIRST, SECOND], "matched") == pytest.approx(-1)
    assert quals([FIRST, SECOND], "released") == pytest.approx(-1)
    assert answer_gap([FIRST, SECOND]) == pytest.approx(-1.25)


def test_a_summary_without_pairs_is_unscorable() -> None:
    assert quals([], "matched") is None and answer_gap([]) is None
