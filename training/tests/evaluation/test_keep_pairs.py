"""The checked behaviour of the released rule, and what `matched` asks beyond it."""

import pytest
from qagen.evaluation.keep_pairs import Pair, answered_pairs, has_whole_words, is_answer_in, keep_in_rounds
from qagen.evaluation.search import Hypothesis


def pairs(*questions_and_answers: tuple[str, str]) -> list[Pair]:
    return [Pair(question, answer, Hypothesis((), 0.0)) for question, answer in questions_and_answers]


@pytest.mark.parametrize("answers, questions, kept", [(25, 1, 25), (6, 5, 12), (1, 30, 10)])
def test_soft_cap(answers: int, questions: int, kept: int) -> None:
    written = pairs(*((f"q{q}", f"a{a}") for a in range(answers) for q in range(questions)))
    assert len(keep_in_rounds(written)) == kept


def test_a_round_of_duplicates_ends_the_keeping() -> None:
    assert len(keep_in_rounds(pairs(("same?", "a"), ("SAME?", "a"), ("other?", "a")))) == 1


def test_released_compares_raw_characters() -> None:
    assert is_answer_in("art", "A party", "released")
    assert is_answer_in("", "A party", "released")


@pytest.mark.parametrize(
    "answer, text, expected",
    [
        ("art", "A party", False),
        ("", "A party", False),
        (" ‘Party’. ", "a PARTY!", True),
        ("straße", "die STRASSE", True),
        ("ﬁre", "a fire", True),
        ("90", "It cost 90,000.", False),
        ("000", "It cost 90,000.", False),
        ("90,000", "It cost 90,000.", True),
        ("5", "1.5 metres", False),
        ("5", "in 5. Then", True),
        ("Joshua", "Joshua's title", True),
        ("York", "NewYork and New York", True),
    ],
)
def test_matched_asks_for_whole_words(answer: str, text: str, expected: bool) -> None:
    assert has_whole_words(answer, text) is expected


def test_pairs_need_one_separator_and_are_ordered_by_accumulated_score() -> None:
    words = {10: "who", 11: "what", 20: "anna", 21: "bread"}
    hypotheses = [
        Hypothesis((10, 2, 20, 0), -5.0),
        Hypothesis((10, 20, 0), -1.0),
        Hypothesis((10, 2, 20, 2, 21, 0), -1.0),
        Hypothesis((11, 2, 21, 0), -2.0),
        Hypothesis((11, 2, 10, 0), -1.0),
    ]
    found = answered_pairs(hypotheses, "Anna ate bread", "matched", lambda ids: " ".join(words[i] for i in ids))
    assert [(pair.question, pair.answer) for pair in found] == [("what", "bread"), ("who", "anna")]
