"""Cases of the page's recipe (src/core/text/normalise-text.test.ts), worked by hand."""

import random

import pytest

from qagen.data.normalise_text import normalise_text, normalise_with_map

PIECES = ["a", "B", "7", ".", "é", "e\u0301", "\u0301", "\u0323", "각", "\u1100\u1161\u11a8", "👩‍👩‍👧", " ", "  ", "\n",
          "\r\n", "\t", "\u00a0", "\u202f", "\u2028", "\u2000", "\u0085", "\u3000", "\u00ad", "\u200b", "\u2060", "\ufeff", "\u200d", "\u0344", "\u212b"]  # fmt: skip


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("Anna bought 12 books.", "Anna bought 12 books."),
        ("\ufeff  Anna \t bought\n", "Anna bought"),
        ("One paragraph. \r\n\r\n Another.", "One paragraph.\nAnother."),
        ("a line\u2028b", "a line\nb"),
        ("a\u0085b\vc\fd\u2029e", "a\nb\nc\nd\ne"),
        ("a\u3000b\u2009c\u1680d", "a b c d"),
        ("depth soun\u00adder", "depth sounder"),
        ("Lin\u200bnea\u2060", "Linnea"),
        ("84\u00a0passengers, 24\u202f%", "84 passengers, 24 %"),
        ("cafe\u0301, cafe\u200b\u0301", "café, café"),
        ("a \u200b b", "a b"),
        ("👩\u200d👧 ﬁ ½", "👩\u200d👧 ﬁ ½"),
        ("a\x1cb", "a\x1cb"),  # a blank for Python's str.split, not for JavaScript
        (" \u200b\n\ufeff", ""),
        ("", ""),
    ],
)
def test_the_recipe(original: str, expected: str) -> None:
    assert normalise_text(original) == expected
    assert normalise_with_map(original).text == expected


@pytest.mark.parametrize(
    ("original", "span", "moved"),
    [
        ("  Anna", (2, 6), (0, 4)),
        ("soun\u00adder", (0, 8), (0, 7)),
        ("soun\u00adder", (5, 8), (4, 7)),
        ("a \u200b b", (4, 5), (2, 3)),
        ("a \u200b b", (1, 4), (1, 2)),
        ("cafe\u0301 x", (3, 5), (3, 4)),
        ("cafe\u0301 x", (4, 5), (3, 4)),
        ("cafe\u0301 x", (6, 7), (5, 6)),
        ("\u1100\u1161\u11a8x", (3, 4), (1, 2)),
        ("a \u200b", (1, 3), None),
        ("abc", (1, 1), None),
    ],
)
def test_spans_move_with_the_text(original: str, span: tuple[int, int], moved: tuple[int, int] | None) -> None:
    assert normalise_with_map(original).moved(*span) == moved


def test_both_ways_give_the_same_text_on_random_texts() -> None:
    draw = random.Random(0)
    for _ in range(2000):
        original = "".join(draw.choices(PIECES, k=draw.randint(0, 20)))
        mapped = normalise_with_map(original)
        assert mapped.text == normalise_text(original) == normalise_text(mapped.text)
        assert list(mapped.starts) == sorted(mapped.starts) and list(mapped.ends) == sorted(mapped.ends)
