"""The order of the training mix, on twelve texts a set. A text and a pair are named by one character, so the order can be read."""

import json
import lzma
from itertools import islice
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from qagen.data.examples import write_examples
from qagen.data.judged_texts import is_dev
from qagen.model.tokenizer import END, SEPARATOR, START
from qagen.support.data.mix import JUDGED_WEIGHTS, Mix

from test_support_examples import characters

SOURCES = [source for source in (f"{chr(code)} went" for code in range(65, 91)) if not is_dev(source)][:12]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "judged").mkdir()
    for name in JUDGED_WEIGHTS:
        with lzma.open(tmp_path / "judged" / f"{name}.jsonl.xz", "wt") as file:
            for source in SOURCES:
                file.write(json.dumps({"id": source, "source": source, "summary": "it went", "label": 1}) + "\n")
    write_examples([[*[ord("a") + at] * 90, START, 50, SEPARATOR, 51, END] for at in range(12)], tmp_path / "qa.safetensors")
    return tmp_path


def first_texts(data: Path, seed: int, tokenizer: Tokenizer) -> tuple[list[str], list[str]]:
    """The first character of the sources that a run reads first, and of its first question-answer pairs."""
    texts = [chr(example.text[0]) for example in islice(Mix(data, data / "qa.safetensors", tokenizer, 400, seed).examples(), 90)]
    return [text for text in texts if text.isupper()], [text for text in texts if text.islower()]


def test_the_same_seed_reads_the_same_texts_in_the_same_order(data: Path) -> None:
    assert first_texts(data, 4, characters()) == first_texts(data, 4, characters())


def test_another_seed_reads_other_texts_and_other_pairs_first(data: Path) -> None:
    judged, pairs = first_texts(data, 4, characters())
    others, other_pairs = first_texts(data, 5, characters())
    assert judged[:8] != others[:8]
    assert pairs[:4] != other_pairs[:4]
    assert "".join(pairs) in "abcdefghijkl" * 9
