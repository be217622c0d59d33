"""The head's scores on the development part of the judged texts, by the trained model's own forward pass."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from ...data.judged_texts import is_dev
from ..data.claims import read_sources
from ..data.examples import Branch, Example
from ..data.mix import judged_example
from ..data.mixed_batch import pack_mixed
from ..model.support_model import SupportModel
from ..model.weighted_token_loss import WeightedTokenLoss
from .head_measures import ClaimScores


def development_examples(data: Path, set_name: str, tokenizer: Tokenizer, most_tokens: int, most_texts: int | None) -> list[Example]:
    """The same texts in the same order at each call; a smaller number of texts is the beginning of a larger one."""
    sources = [source for source in read_sources(data, set_name) if is_dev(source.source)]
    random.Random(0).shuffle(sources)
    examples = [judged_example(source, tokenizer, random.Random(1), most_tokens) for source in sources[:most_texts]]
    return [example for example in examples if example.branches]


def in_batches(examples: list[Example], size: int) -> Iterator[list[Example]]:
    taken: list[Example] = []
    for example in examples:
        if sum(map(len, taken)) + len(example) > size:
            yield taken
            taken = []
        taken.append(example)
    if taken:
        yield taken


@torch.no_grad()
def claim_scores(model: SupportModel, examples: list[Example], size: int) -> list[ClaimScores]:
    rows: list[ClaimScores] = []
    texts = 0
    for taken in in_batches(examples, size):
        states = model.states(pack_mixed(taken, size))
        at = 0
        for example in taken:
            at += len(example.text)
            for branch in example.branches:
                rows.append(_scores(model, states[at : at + len(branch.ids)], branch, example.set_name, texts))
                at += len(branch.ids)
            texts += 1
    return rows


def _scores(model: SupportModel, states: torch.Tensor, branch: Branch, set_name: str, text: int) -> ClaimScores:
    tokens = model.logits(states[1:-1], 0).numpy()
    claim = model.logits(states[-1:], 1).item()
    hidden = model.normed(states[:-2], model.products)
    _, nats = WeightedTokenLoss.apply(hidden, torch.tensor(branch.ids[1:-1]), torch.zeros(len(hidden)), model.embedding)
    return ClaimScores(set_name, text, branch.verdict, claim, tokens, np.array(branch.labels[1:-1]), -nats.numpy())
