"""Copies of a text of the development part are not read in training."""

import json
import lzma
from pathlib import Path

from qagen.data.judged_texts import is_dev
from qagen.support.data.claims import JudgedSource
from qagen.support.data.held_out import MOST_SHARED, RUN, count_left_out, runs, training_sources
from toy_mix import SOURCES, mix_of, write_data

WORDS = [f"w{number}" for number in range(100)]


def text(own: int, copied: int = 0, name: str = "x", is_held_out: bool = False) -> str:
    """A text of `own` words of its own and `copied` words of WORDS, on the wanted side of the hash."""
    drafts = (" ".join([f"{name}{tail}", *(f"{name}{number}" for number in range(own - 1)), *WORDS[:copied]]) for tail in map(chr, range(97, 123)))
    return next(draft for draft in drafts if is_dev(draft) == is_held_out)


def source(words: str, set_name: str = "a") -> JudgedSource:
    return JudgedSource(set_name, words, ())


HELD_OUT = source(text(1, 100, is_held_out=True), "held out")


def kept(words: str) -> bool:
    return bool(training_sources({"held out": [HELD_OUT], "a": [source(words)]})["a"])


def test_a_copy_of_another_set_is_left_out_whatever_its_case_and_punctuation() -> None:
    copy = next(draft for start in "abcdefgh" if not is_dev(draft := f"( {start} ) -- " + " , ".join(WORDS).upper() + " ."))
    assert not kept(copy)
    assert kept(text(100))


def test_a_text_may_share_a_fifth_of_its_runs() -> None:
    # 100 words have 93 runs, a fifth of them is 18. 25 copied words have 18 whole runs.
    assert MOST_SHARED == 0.2 and RUN == 8
    assert kept(text(75, 25)) and not kept(text(74, 26))


def test_texts_of_the_development_part_are_left_out_and_not_counted() -> None:
    sets = {"held out": [HELD_OUT, source(text(50), "held out")], "a": [source(text(9, 90)), source(text(60, name="y"))]}
    found = training_sources(sets)
    assert {name: len(sources) for name, sources in found.items()} == {"held out": 1, "a": 1}
    assert count_left_out(sets, found) == {"held out": 0, "a": 1}


def test_a_short_text_is_one_run() -> None:
    assert len(runs("One, two.")) == 1 and runs("One, two.") == runs("one two") and runs("one two") != runs("two one")


def test_the_mix_leaves_out_a_copy_of_another_set(tmp_path: Path) -> None:
    data = write_data(tmp_path)
    for name, added in (("bump", HELD_OUT.source), ("wice", text(2, 98)), ("wice", text(100))):
        with lzma.open(data / "judged" / f"{name}.jsonl.xz", "at") as file:
            file.write(json.dumps({"id": "more", "source": added, "summary": "it went", "label": 1}) + "\n")
    mix = mix_of(data)
    assert [source.source for source in mix.sets["wice"]] == [*SOURCES, text(100)]
    assert {name: count for name, count in mix.left_out.items() if count} == {"wice": 1}
