"""A training mix of twelve texts a set. A text and a pair are named by one character, so the order can be read.

The summary has a number and a verb, so wrong claims can be made from it.
"""

from __future__ import annotations

import json
import lzma
from pathlib import Path

from tokenizers import Tokenizer, models, pre_tokenizers

from qagen.data.examples import write_examples
from qagen.data.judged_texts import is_dev
from qagen.model.tokenizer import END, SEPARATOR, START
from qagen.support.data.mix import JUDGED_WEIGHTS, Mix

SOURCES = [source for source in (f"{chr(code)} went" for code in range(65, 91)) if not is_dev(source)][:12]
SUMMARY = "it went 5 miles and will stop"


def characters() -> Tokenizer:
    """One token for each character, a blank before a word as in byte-level BPE."""
    vocabulary = {chr(code): code for code in range(32, 127)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_next")
    return tokenizer


def write_data(folder: Path) -> Path:
    (folder / "judged").mkdir()
    for name in JUDGED_WEIGHTS:
        with lzma.open(folder / "judged" / f"{name}.jsonl.xz", "wt") as file:
            for source in SOURCES:
                file.write(json.dumps({"id": source, "source": source, "summary": SUMMARY, "label": 1}) + "\n")
    write_examples([[*[ord("a") + at] * 90, START, 50, SEPARATOR, 51, END] for at in range(12)], folder / "qa.safetensors")
    return folder


def mix_of(data: Path, seed: int = 4, batch_tokens: int = 400) -> Mix:
    return Mix(data, data / "qa.safetensors", characters(), batch_tokens, seed)
