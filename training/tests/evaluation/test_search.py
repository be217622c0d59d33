"""Diverse beam search against cases worked by hand: end 0, start 1, separator 2, words 3 and above."""

import math

import pytest
import torch
from qagen.evaluation.search import SearchSettings, diverse_beam_search


class Script:
    """A model that looks only at how many tokens a path holds and at its last token."""

    def __init__(self, probabilities: dict[tuple[int, ...] | int, dict[int, float]], vocabulary: int = 6) -> None:
        self.probabilities, self.vocabulary = probabilities, vocabulary
        self.rows: list[tuple[int, ...]] = [()]
        self.history: list[list[tuple[int, ...]]] = []

    def _log_probs(self) -> torch.Tensor:
        table = torch.full((len(self.rows), self.vocabulary), -1e3, dtype=torch.float64)
        for row, path in enumerate(self.rows):
            for token, probability in (self.probabilities.get(path) or self.probabilities[len(path)]).items():
                table[row, token] = math.log(probability)
        return table

    def first(self) -> torch.Tensor:
        return self._log_probs()

    def advance(self, parents: list[int], tokens: list[int]) -> torch.Tensor:
        self.rows = [(*self.rows[parent], token) for parent, token in zip(parents, tokens, strict=True)]
        self.history.append(self.rows)
        return self._log_probs()


def test_both_candidates_of_a_slot_count_against_the_slots_after_it() -> None:
    # Slot 0 prefers 3 then 4, so both cost slot 1 a half: log .3 - .5 < log .25 (5), and 3 comes second.
    # Slot 2: 3 counted twice (log .4 - 1 = -1.92), 4 once (-1.70), 5 once (-1.89): 4 leads.
    model = Script({0: {3: 0.4, 4: 0.3, 5: 0.25}, 1: {0: 1.0}})
    found = diverse_beam_search(model, SearchSettings(paths=3, diversity_strength=0.5, min_length=1, max_length=5))
    assert model.history[0] == [(3,), (5,), (4,)]
    by_first = {h.tokens[0]: h.uns for h in found}
    # The end token itself is penalised: slot 1 heard it once, slot 2 twice.
    assert by_first[3] == pytest.approx(math.log(0.4))
    assert by_first[5] == pytest.approx(math.log(0.25) - 0.5)
    assert by_first[4] == pytest.approx(math.log(0.3) - 0.5 - 1.0)


def test_a_finished_slot_leaves_and_slot_0s_second_candidate_becomes_the_last_slot() -> None:
    model = Script(
        {
            0: {3: 0.4, 4: 0.3, 5: 0.25},
            (3,): {3: 0.6, 5: 0.3},
            (5,): {0: 0.9, 4: 0.05},
            (4,): {4: 0.9, 3: 0.05},
            2: {0: 1.0},
        }
    )
    diverse_beam_search(model, SearchSettings(paths=3, diversity_strength=0.5, min_length=1, max_length=5))
    assert model.history[1] == [(3, 3), (4, 4), (3, 5)]


def test_the_end_token_is_forbidden_at_first_and_forced_at_last() -> None:
    model = Script({length: {0: 0.9, 3: 0.06, 4: 0.04} for length in range(9)})
    early = diverse_beam_search(model, SearchSettings(paths=1, min_length=4, max_length=8))
    assert [h.tokens for h in early] == [(3, 3, 3, 3, 0)]
    model = Script({length: {0: 1e-9, 3: 0.9, 4: 0.1} for length in range(9)})
    late = diverse_beam_search(model, SearchSettings(paths=2, diversity_strength=0.5, min_length=1, max_length=3))
    assert all(len(h.tokens) == 4 and h.tokens[-1] == 0 for h in late)


def test_the_start_token_is_never_generated() -> None:
    model = Script({0: {1: 0.9, 3: 0.1}, 1: {0: 1.0}})
    assert diverse_beam_search(model, SearchSettings(paths=1, min_length=1))[0].tokens == (3, 0)


def test_hypotheses_are_ordered_by_mean_score() -> None:
    going_on = {3: 0.6, 4: 0.3, 5: 0.1}
    model = Script({0: {3: 0.5, 4: 0.4, 5: 0.1}, (5,): {0: 0.9, 4: 0.05}, **dict.fromkeys(range(1, 6), going_on), 6: {0: 1.0}})
    found = diverse_beam_search(model, SearchSettings(paths=2, diversity_strength=5.0, min_length=1))
    # The second ends first and has the higher sum.
    assert [h.tokens for h in found] == [(3, 3, 3, 3, 3, 3, 0), (5, 0)]
    assert [h.uns for h in found] == pytest.approx([math.log(0.5) + 5 * math.log(0.6), math.log(0.1) + math.log(0.9)])
    assert [h.ns for h in found] == pytest.approx([found[0].uns / 7, found[1].uns / 2])


def test_slots_with_the_same_tokens_share_a_row() -> None:
    model = Script({0: {3: 0.99, 4: 0.01}, 1: {0: 1.0}})
    found = diverse_beam_search(model, SearchSettings(paths=3, diversity_strength=0.5, min_length=1, max_length=5))
    assert model.history[0] == [(3,)]
    assert [h.tokens for h in found] == [(3, 0)] * 3
    assert len({h.uns for h in found}) == 3
