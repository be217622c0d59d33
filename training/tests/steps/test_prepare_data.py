import random

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from qagen.data.examples import encode_example
from qagen.data.paragraphs import Paragraph, clean_pairs, occurs_as_words, read_paragraphs
from qagen.data.qa_sources import DEV_SOURCE, TRAINING_SOURCES
from qagen.data.text_forms import MOST_PAIRS, cut_windows, lengthen, sentences
from qagen.model.tokenizer import END, SEPARATOR, START


def row(context: str, *pairs: tuple[str, str]) -> dict:
    return {"context": context, "qas": [{"q": question, "a": answer} for question, answer in pairs]}


@pytest.fixture
def by_words() -> Tokenizer:
    words = "a b c d e Who When Where ?".split()
    tokenizer = Tokenizer(models.WordLevel({word: index + 3 for index, word in enumerate(words)}))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return tokenizer


def test_dev_and_consistency_sets_are_never_trained_on():
    files = [source.file for source in TRAINING_SOURCES]
    assert DEV_SOURCE not in files
    assert not any("cliff" in file or "summedits" in file for file in files)


def test_answers_are_whole_words():
    assert occurs_as_words("art", "The art of war.")
    assert not occurs_as_words("art", "The party.")
    assert occurs_as_words("$12", "nearly $12 a barrel")


def test_pairs_are_cleaned():
    pairs = clean_pairs(
        row("Anna left Rome.", ("Who left  Rome?", "Anna "), ("who left rome?", "Anna"), ("Where was she?", "Paris"),
            ("Who left Rome then?", "Ann")),
        well_formed_only=False,
    )
    assert pairs == (("Who left Rome?", "Anna"),)


def test_texts_and_pairs_are_normalised():
    pairs = clean_pairs(row("Anna\u00a0Lee  left\u200b Rome.", ("Who\u00adleft  Rome?", "Anna\u00a0Lee")), well_formed_only=False)
    assert pairs == (("Wholeft Rome?", "Anna Lee"),)


def test_badly_formed_questions_are_dropped_where_asked():
    context = row("Anna left Rome.", ("who is it that left?", "Anna"), ("Who is it that left?", "Anna left"))
    assert clean_pairs(context, well_formed_only=True) == (("Who is it that left?", "Anna left"),)


def test_sentences_do_not_end_at_titles_and_initials():
    assert sentences('Mr. Smith met J. Jones. "It rained." They left.') == [
        "Mr. Smith met J. Jones.", '"It rained."', "They left.",
    ]


def test_windows_keep_only_pairs_answered_in_them():
    text = "Anna bought nine red boats in Rome in the spring. Paul sold seven horses in Oslo in the autumn."
    paragraph = Paragraph(text, (("Who bought boats?", "Anna"), ("Who sold horses?", "Paul"), ("Where?", "in")))
    windows = [window for seed in range(20) for window in cut_windows(paragraph, random.Random(seed))]
    assert any("Paul" not in window.text for window in windows)
    for window in windows:
        assert window.pairs
        assert all(occurs_as_words(answer, window.text) for _, answer in window.pairs)
        assert all(answer != "in" for _, answer in window.pairs)  # occurs several times


def test_long_texts_have_pairs_of_all_their_paragraphs():
    paragraphs = [Paragraph(f"Text {i}.", ((f"Question {i}?", f"{i}"),)) for i in range(9)]
    long = lengthen(paragraphs, 1, random.Random(0))
    assert "Text 1." in long.text and "Text 2." in long.text
    assert {answer for _, answer in long.pairs} >= {"1", "2"}


def test_an_example_is_text_start_then_pairs(by_words):
    ids = encode_example(Paragraph("a b c", (("Who ?", "b"),)), by_words, random.Random(0))
    assert ids == [3, 4, 5, START, 8, 11, SEPARATOR, 4, END]


def test_pairs_and_text_of_an_example_are_limited(by_words):
    many = tuple(("Who ?", "a") for _ in range(20))
    assert encode_example(Paragraph("a", many), by_words, random.Random(0)).count(END) == MOST_PAIRS
    assert encode_example(Paragraph("a " * 1001, many), by_words, random.Random(0)) is None


def test_a_missing_file_names_the_remedy(tmp_path):
    with pytest.raises(FileNotFoundError, match="--data"):
        read_paragraphs(tmp_path / "squad.jsonl.xz", well_formed_only=False)
