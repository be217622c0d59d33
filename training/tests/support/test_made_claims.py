"""Claims made from consistent ones for training: two names change places, a negation comes or goes, words change and the meaning stays."""

import random

from qagen.support.data.claims import Claim
from qagen.support.data.exchanged_names import exchange_names
from qagen.support.data.negations import negate
from qagen.support.data.rewordings import reword

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
