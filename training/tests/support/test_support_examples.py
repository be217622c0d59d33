import random

import numpy as np

from qagen.model.tokenizer import END, MARKER, SEPARATOR, START
from qagen.support.data.claims import Claim
from qagen.support.data.examples import claim_branch, pair_example
from qagen.support.data.made.exchanged_facts import exchange_fact
from qagen.support.evaluation.head_measures import ClaimScores, measures
from qagen.support.data.mix import chosen_claims, in_turn
from toy_mix import characters


def test_labels_follow_the_wrong_characters():
    claim = Claim("a 48 b", 0, ((2, 4),))
    branch = claim_branch(claim, characters(), 100, 0.5)
    assert branch.ids == [MARKER, *map(ord, "a 48 b"), START]
    assert branch.labels == [-1, 0, 0, 1, 1, 0, 0, -1]
    assert (branch.verdict, branch.learned) == (1, 0.0)


def test_a_claim_is_read_twice():
    once = claim_branch(Claim("a 48 b", 0, ((2, 4),)), characters(), 100, 0.5)
    twice = claim_branch(Claim("a 48 b", 0, ((2, 4),)), characters(), 100, 0.5, readings=2)
    assert (twice.ids, twice.labels) == (once.ids * 2, once.labels * 2)


def test_a_claim_cut_before_its_wrong_word_has_unknown_labels():
    assert claim_branch(Claim("a 48 b", 0, ((2, 4),)), characters(), 2, 0.5).labels == [-1, -1, -1, -1]


def test_unknown_words_have_unknown_labels_and_consistent_claims_known_ones():
    assert claim_branch(Claim("ab", 0, None), characters(), 9, 0.5).labels == [-1, -1, -1, -1]
    assert claim_branch(Claim("ab", 1, ()), characters(), 9, 0.5).labels == [-1, 0, 0, -1]


def test_pairs_of_a_prepared_sequence_become_branches():
    example = pair_example([9, 8, START, 20, SEPARATOR, 21, END, 30, SEPARATOR, 31, END])
    assert example.text == [9, 8, START]
    assert [branch.ids for branch in example.branches] == [[20, SEPARATOR, 21, END], [30, SEPARATOR, 31, END]]


def test_an_exchanged_name_comes_from_the_source_and_is_marked():
    claim = Claim("the ferry left for Calais", 1, ())
    made = exchange_fact(claim, "the ferry to Calais and then, later, to Dover", random.Random(0))
    assert made is not None
    assert made.text == "the ferry left for Dover"
    assert made.wrong == ((19, 24),)
    assert made.label == 0


def test_nothing_is_exchanged_where_the_source_has_no_other_name_or_number():
    assert exchange_fact(Claim("the ferry left for Calais", 1, ()), "it went to Calais", random.Random(0)) is None
    assert exchange_fact(Claim("they met again", 1, ()), "nothing here", random.Random(0)) is None


def test_claims_of_both_labels_in_turn():
    a, b, c = (Claim(name, 1, ()) for name in "abc")
    assert in_turn([a, b], [c]) == [a, c, b]


def test_made_claims_do_not_displace_those_that_people_judged_wrong():
    right, wrong, made = ([Claim(f"{kind} {number}", 1, ()) for number in range(4)] for kind in ("right", "wrong", "made"))
    assert [claim.text for claim in chosen_claims(right, wrong, made)] == ["right 0", "wrong 0", "right 1", "made 0", "right 2", "wrong 1"]
    assert chosen_claims(right[:1], [], made[:2]) == [right[0], made[0], made[1]]


def test_measures_of_a_case_worked_out_by_hand():
    def row(text: int, label: int, claim: float, tokens: list[float], labels: list[int]) -> ClaimScores:
        return ClaimScores("s", text, label, claim, np.array(tokens), np.array(labels), np.array([-1.0] * len(tokens)))

    rows = [
        row(0, 1, 2.0, [0.0, 3.0, 1.0], [0, 1, 0]),  # points at the wrong word
        row(0, 0, 1.0, [0.5, -1.0], [0, 0]),
        row(1, 1, 0.0, [2.0, 1.0], [0, 1]),  # points beside it
        row(1, 0, 0.5, [-2.0, -3.0], [0, 0]),
    ]
    found = measures(rows)
    assert found["auc claim"] == 0.5  # 2.0 beats both, 0.0 beats none
    assert found["pair claim"] == 0.5
    assert found["auc largest"] == 1.0
    assert found["auc claim+top 3"] == 1.0  # 2 + 4/3 and 0 + 3/2 against 1 - 1/4 and 1/2 - 5/2
    assert found["pointing"] == 0.5
    assert abs(found["chance"] - (1 / 3 + 1 / 2) / 2) < 1e-12
    # Wrong tokens 3.0 and 1.0 against 0, 1, .5, -1, 2, -2, -3: 3.0 beats all seven, 1.0 beats five and ties one.
    assert abs(found["auc tokens"] - (7 + 5.5) / 14) < 1e-12
