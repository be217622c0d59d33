"""The order of the training mix (toy_mix.py)."""

import json
import random
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import pytest
from qagen.support.data.claims import Claim
from qagen.support.data.examples import Branch, Example
from qagen.support.data.stream import Drawn
from toy_mix import SOURCES, mix_of, write_data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_data(tmp_path)


def names(examples: Iterable[Example]) -> list[str]:
    """The set and the first character of each text."""
    return [f"{example.set_name} {chr(example.text[0])}" for example in examples]


def first_texts(data: Path, seed: int) -> tuple[list[str], list[str]]:
    """The first character of the sources that a run reads first, and of its first question-answer pairs."""
    texts = [chr(example.text[0]) for _, example in islice(mix_of(data, seed).examples(), 90)]
    return [text for text in texts if text.isupper()], [text for text in texts if text.islower()]


def test_the_same_seed_reads_the_same_texts_in_the_same_order(data: Path) -> None:
    assert first_texts(data, 4) == first_texts(data, 4)


def test_another_seed_reads_other_texts_and_other_pairs_first(data: Path) -> None:
    judged, pairs = first_texts(data, 4)
    others, other_pairs = first_texts(data, 5)
    assert judged[:8] != others[:8]
    assert pairs[:4] != other_pairs[:4]


def test_a_set_is_read_as_a_whole_before_it_is_read_again(data: Path) -> None:
    read = [name for name in names(example for _, example in islice(mix_of(data).examples(), 600)) if name.startswith("bump")]
    assert len(read) > 24
    assert sorted(read[:12]) == sorted(read[12:24]) == [f"bump {source[0]}" for source in SOURCES]
    assert read[:12] != read[12:24]


def test_a_resumed_stream_reads_what_an_uninterrupted_one_reads(data: Path) -> None:
    # Few examples fit into a batch of 150 tokens, so some wait for the next one.
    whole = list(islice(mix_of(data, batch_tokens=150).batches(), 30))
    stopped = mix_of(data, batch_tokens=150)
    batches, waited = stopped.batches(), 0
    for count in range(1, 20):
        next(batches)
        place = json.loads(json.dumps(stopped.place()))
        waited += bool(place["waiting"])
        resumed = mix_of(data, batch_tokens=150)
        resumed.resume(place)
        assert list(islice(resumed.batches(), 30 - count)) == whole[count:]
    assert 0 < waited < 19


def test_made_claims_do_not_change_the_order_of_a_set(data: Path) -> None:
    class Edits:
        def edit(self, claim: Claim, draw: random.Random) -> Claim:
            draw.random()
            return Claim(claim.text + " again", 0, None)

    plain, edited = mix_of(data), mix_of(data)
    edited.edits = Edits()
    first, second = ([example for _, example in islice(mix.examples(), 300)] for mix in (plain, edited))
    assert first != second
    for name in ("bump", "defacto", "qa"):
        orders = [[chr(example.text[0]) for example in examples if example.set_name == name] for examples in (first, second)]
        shorter = min(map(len, orders))
        assert shorter > 12 and orders[0][:shorter] == orders[1][:shorter]


def test_another_seed_cannot_resume_a_run(data: Path) -> None:
    with pytest.raises(ValueError, match="--seed 4"):
        mix_of(data, seed=5).resume(mix_of(data, seed=4).place())


@pytest.mark.parametrize(
    ("changed", "named"),
    [({"batch_tokens": 150}, "--batch-tokens 150"), ({"readings": 2}, "--readings 2"), ({"shares": {"qa": 1.0}}, "other shares"), ({"sizes": {"qa": 3}}, "other texts")],
    ids=["tokens of a batch", "readings", "shares", "texts"],
)
def test_other_settings_cannot_resume_a_run(data: Path, changed: dict, named: str) -> None:
    mix = mix_of(data)
    with pytest.raises(ValueError, match=f"The run to resume had {named}"):
        mix.resume(mix.place() | changed)


def test_a_place_of_an_older_version_names_fewer_settings(data: Path) -> None:
    place = mix_of(data).place()
    mix_of(data).resume({key: value for key, value in place.items() if key not in ("batch_tokens", "readings", "shares")})


@pytest.mark.parametrize("is_long", [False, True], ids=["no claims", "too long"])
def test_a_text_that_waited_is_left_out_if_nothing_usable_is_made_of_it(data: Path, is_long: bool) -> None:
    stopped = mix_of(data, batch_tokens=150)
    batches = stopped.batches()
    while not stopped.waiting:
        next(batches)
    resumed = mix_of(data, batch_tokens=150)
    resumed.resume(stopped.place())
    waited, make = {*resumed.waiting}, resumed._made

    def made(drawn: Drawn) -> Example:
        if drawn not in waited:
            return make(drawn)
        return Example([7] * 10, [Branch([7] * 150, True)] if is_long else [], drawn.set_name)

    resumed._made = made
    assert all(example.branches and 7 not in example.text for batch in islice(resumed.batches(), 9) for example in batch)
    assert not waited & {*resumed.waiting}
