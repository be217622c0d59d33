"""Which judged texts become rows: development part, known wrong words, one of a source and label."""

from dataclasses import replace

from qagen.data.judged_texts import JudgedText, is_dev
from qagen.steps.measure.marked_rows import chosen

SUMMARY = "A ferry with many people on board ran aground."
DEV = [f"Article {number} tells of a ferry." for number in range(400) if is_dev(f"Article {number} tells of a ferry.")]
OTHER = next(f"Article {number} tells of a ferry." for number in range(400) if not is_dev(f"Article {number} tells of a ferry."))


def text(name: str, source: str, label: int, wrong: list | None = None) -> JudgedText:
    return JudgedText(name, "bump", source, SUMMARY, label, [] if label else wrong, "")


def test_texts_that_cannot_be_measured_are_left_out() -> None:
    wrong = [(2, 7)]
    texts = [
        text("right", DEV[0], 1), text("wrong", DEV[0], 0, wrong),
        text("no known words", DEV[1], 0, None), text("trained on", OTHER, 0, wrong),
        replace(text("short", DEV[2], 0, wrong), summary="A ferry ran aground."),
        text("long", " ".join([DEV[3]] * 200), 0, wrong),
    ]  # fmt: skip
    assert [each.id for each in chosen(texts, 5, seed=0)] == ["wrong", "right"]


def test_as_many_of_each_label_from_different_sources() -> None:
    texts = [text(f"{source[8:11]} {label} {copy}", source, label, [(2, 7)]) for source in DEV[:5] for label in (0, 1) for copy in "ab"]
    taken = chosen(texts, 3, seed=1)
    assert [each.label for each in taken] == [0, 0, 0, 1, 1, 1]
    assert len({each.source for each in taken[:3]}) == len({each.source for each in taken[3:]}) == 3
    assert len([each for each in chosen(texts, 9, seed=1) if each.label == 0]) == 5
    assert chosen(texts, 3, seed=2) != taken
