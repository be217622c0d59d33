import pytest

from qagen.data.changed_words import changed_words


@pytest.mark.parametrize(
    ("edited", "original", "changed"),
    [
        ("Anna bought 12 books in Rome.", "Anna bought 12 books in Rome.", []),
        ("Anna bought 12 books in Oslo.", "Anna bought 12 books in Rome.", ["Oslo"]),
        ("Tom sold 12 books in Rome.", "Anna bought 12 books in Rome.", ["Tom sold"]),
        ("It cost 1,234.50 dollars.", "It cost 1,234.75 dollars.", ["1,234.50"]),
        ("Anna bought 12 old books in Rome.", "Anna bought 12 books in Rome.", ["old"]),
        # Changes that are apart stay apart.
        ("Tom bought 12 books in Oslo.", "Anna bought 12 books in Rome.", ["Tom", "Oslo"]),
        # Deleted words: the nearest word on each side of the gap.
        ("Anna bought books in Rome.", "Anna bought 12 books in Rome.", ["bought books"]),
        ("Anna bought books.", "Anna bought books in Rome.", ["books"]),
        ("Bought books, she said.", "Anna bought books, she said.", ["Bought"]),
        ("She left, then slept.", "She left, tired, then slept.", ["left", "then"]),
        # Punctuation counts where it separates changed words, not alone.
        ("Anna, Tom and Paul met.", "Lucy and Paul met.", ["Anna, Tom"]),
        ("Anna bought books, in Rome!", "Anna bought books in Rome.", []),
        ("anna didn't go.", "Anna did go.", ["didn't"]),
        ("", "Anna bought books.", []),
    ],
)
def test_changed_words(edited: str, original: str, changed: list[str]) -> None:
    spans = changed_words(edited, original)
    assert [edited[start:end] for start, end in spans] == changed


def test_spans_name_the_right_one_of_equal_words() -> None:
    assert changed_words("Tom met Anna and Tom.", "Tom met Anna and Paul.") == [(17, 20)]


def test_frequent_words_of_a_long_text_are_compared_too() -> None:
    # difflib would take words for junk that are more than one in a hundred of two hundred or more.
    original = "the cat sat . " * 100
    assert changed_words(original + "the dog sat", original + "the cat sat") == [(len(original) + 4, len(original) + 7)]
