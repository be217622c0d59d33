"""Claims made from consistent ones for training: two names change places, a negation comes or goes, words change and the meaning stays."""

import random

import pytest

from qagen.support.data.claims import Claim
from qagen.support.data.made.exchanged_names import exchange_names
from qagen.support.data.made.negations import negate
from qagen.support.data.made.reworded_numbers import misround_number, reword_number
from qagen.support.data.made.rewordings import reword

SOURCE = "In the final, Anna Berg beat Clara. Later that day, Berg met Clara and Ben in Oslo."


def wrong_words(claim: Claim) -> list[str]:
    return [claim.text[first:last] for first, last in claim.wrong or ()]


def test_two_names_change_places_and_both_are_wrong():
    made = exchange_names(Claim("On Friday, Anna Berg beat Clara.", 1, ()), SOURCE, random.Random(0))
    assert made == Claim("On Friday, Clara beat Anna Berg.", 0, ((11, 16), (22, 31)))
    assert wrong_words(made) == ["Clara", "Anna Berg"]


def test_names_of_one_list_stay():
    assert exchange_names(Claim("In Rome Clara and Ben met.", 1, ()), SOURCE, random.Random(0)) is None


def test_a_name_that_stands_there_twice_stays():
    assert exchange_names(Claim("Clara beat Ben, and Clara left.", 1, ()), SOURCE, random.Random(0)) is None


def test_not_is_added_after_an_auxiliary_verb_and_is_the_wrong_word():
    made = negate(Claim("The bridge was closed.", 1, ()), random.Random(0))
    assert made is not None
    assert (made.text, made.label, wrong_words(made)) == ("The bridge was not closed.", 0, ["not"])


def test_have_takes_not_before_a_participle_alone():
    assert negate(Claim("They have two children.", 1, ()), random.Random(0)) is None
    made = negate(Claim("They have moved.", 1, ()), random.Random(0))
    assert made is not None and made.text == "They have not moved."


def test_not_is_taken_away_and_its_verb_is_the_wrong_word():
    for text in ("The bridge was not closed.", "The bridge wasn't closed."):
        made = negate(Claim(text, 1, ()), random.Random(0))
        assert made is not None
        assert (made.text, made.label, wrong_words(made)) == ("The bridge was closed.", 0, ["was"])


def test_a_claim_with_other_words_is_consistent():
    made = reword(Claim("Two doctors said so.", 1, ()), random.Random(5))
    assert made is not None
    assert made.label == 1 and made.wrong == ()
    assert made.text in ("Two physicians stated so.", "Two doctors stated so.", "Two physicians said so.")


def test_a_part_of_a_number_or_of_a_word_stays():
    for text in ("It cost 4,500 or 4.5.", "A well-known largeness."):
        made = reword(Claim(text, 1, ()), random.Random(0))
        assert made is None or made.text == "A famous largeness."


def texts_of(make, text: str) -> set[str]:
    found = (make(Claim(text, 1, ()), random.Random(seed)) for seed in range(40))
    return {claim.text for claim in found if claim}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took 14 months.", {"It took more than a year.", "It took over a year.", "It took fourteen months."}),
        ("It took 12 months.", {"It took a year.", "It took twelve months."}),
        ("A 14-month tour.", set()),
        ("A 7 day-old foal.", {"A seven day-old foal."}),
        ("48 people came.", {"Nearly 50 people came.", "Almost 50 people came.", "Just under 50 people came."}),
        ("They had 1,040 guests.", set()),
        ("They had 1,020 guests.", {"They had more than 1,000 guests.", "They had over 1,000 guests."}),
        ("He won 3 medals in 1998 there.", {"He won three medals in 1998 there."}),
        ("It cost £6.2m.", {"It cost £6.2 million."}),
        ("It is 50% of all.", {"It is half of all."}),
        ("They met on 5 June 2024 at 10.30.", set()),
    ],
)
def test_a_number_in_other_words_is_consistent(text: str, expected: set[str]):
    assert texts_of(reword_number, text) == expected


def test_a_number_that_is_rounded_to_the_wrong_side_is_wrong():
    assert texts_of(misround_number, "It had 48 rooms.") == {"It had more than 50 rooms.", "It had fewer than 40 rooms."}
    assert texts_of(misround_number, "It had 52 rooms.") == {"It had nearly 50 rooms.", "It had more than 60 rooms."}
    made = misround_number(Claim("It had 48 rooms.", 1, ()), random.Random(0))
    assert made is not None and made.label == 0
    assert wrong_words(made) in (["more than 50"], ["fewer than 40"])
