"""Training examples as token ids, and the safetensors file that holds them.

An example is one sequence: text, START, then up to sixteen pairs of question, SEPARATOR, answer, END. Nothing separates these
parts: the page feeds `encode(text) + [START]` as the prefix, and each path of the search continues it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from ..model.tokenizer import END, SEPARATOR, START
from .paragraphs import Paragraph
from .text_forms import MOST_PAIRS

MOST_TEXT_TOKENS = 1000


def encode_example(paragraph: Paragraph, tokenizer: Tokenizer, draw: random.Random) -> list[int] | None:
    """Token ids, or None if the text is longer than MOST_TEXT_TOKENS."""
    text = tokenizer.encode(paragraph.text).ids
    if len(text) > MOST_TEXT_TOKENS:
        return None
    pairs = draw.sample(paragraph.pairs, min(len(paragraph.pairs), MOST_PAIRS))
    ids = [*text, START]
    for question, answer in pairs:
        ids += [*tokenizer.encode(question).ids, SEPARATOR, *tokenizer.encode(answer).ids, END]
    return ids


def write_examples(examples: Iterable[list[int] | None], path: Path) -> None:
    """`ids` int32 [tokens of all examples], `starts` int64 [examples + 1]."""
    kept = [torch.tensor(ids, dtype=torch.int32) for ids in examples if ids]
    lengths = torch.tensor([0, *(len(ids) for ids in kept)])
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({"ids": torch.cat(kept), "starts": lengths.cumsum(0)}, path)
    print(f"{path.name}: {len(kept)} examples, {int(lengths.sum())} tokens")


class Examples:
    """A file of `write_examples`. Each item is int64 [tokens]."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise FileNotFoundError(f"No examples at {path}. Run `python -m qagen prepare_data` first.")
        tensors = load_file(path)
        self._ids, self._starts = tensors["ids"].long(), tensors["starts"].tolist()

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, index: int) -> torch.Tensor:
        return self._ids[self._starts[index] : self._starts[index + 1]]
