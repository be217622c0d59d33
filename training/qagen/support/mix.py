"""The training mix: an endless, reproducible stream of examples in which each set keeps its share of the tokens."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer

from ..data.examples import Examples
from ..model.tokenizer import START
from ..data.judged_texts import is_dev
from .claims import Claim, JudgedSource, read_sources
from .examples import Example, claim_branch, pair_example
from .exchanged_facts import exchange_fact

MOST_TEXT_TOKENS = 900
MOST_CLAIM_TOKENS = 360
MOST_BRANCHES = 6
LM_WEIGHT = 0.15
EXCHANGED_SHARE = 0.35  # of texts with a consistent claim

# News summaries have most of the tokens. Sets of short texts teach single facts and cost little.
SHARES = {
    "qa": 0.17,
    "ragtruth-summary": 0.14, "ragtruth-qa": 0.07, "defacto": 0.13, "bump": 0.11,
    "fib-xsum": 0.07, "fib-cnn_dm": 0.02, "edited-xsum": 0.05, "edited-cnn_dm": 0.02,
    "summedits-ectsum": 0.015, "summedits-qmsumm": 0.015, "summedits-sales_call": 0.015, "summedits-sales_email": 0.015,
    "summedits-samsum": 0.015, "dia-sum-fact": 0.02, "factcg": 0.02, "foolmetwice": 0.015, "wice": 0.015,
    "vitaminc-real": 0.06, "vitaminc-synthetic": 0.015, "begin": 0.005, "fever-symmetric": 0.01, "counterfactual-nli": 0.01,
}  # fmt: skip


def judged_example(source: JudgedSource, tokenizer: Tokenizer, draw: random.Random, most_tokens: int, exchange: bool) -> Example:
    """A text with up to six of its claims, consistent and inconsistent ones in turn. `exchange`: sometimes with a claim whose fact
    was exchanged."""
    text = [*tokenizer.encode(source.source).ids[:MOST_TEXT_TOKENS], START]
    right, wrong = ([claim for claim in source.claims if claim.label == label] for label in (1, 0))
    draw.shuffle(right)
    draw.shuffle(wrong)
    if exchange and right and draw.random() < EXCHANGED_SHARE and (made := exchange_fact(right[0], source.source, draw)):
        wrong.insert(0, made)
    example = Example(text, [], source.set_name)
    for claim in in_turn(right, wrong)[:MOST_BRANCHES]:
        branch = claim_branch(claim, tokenizer, MOST_CLAIM_TOKENS, LM_WEIGHT)
        if len(example) + len(branch.ids) > most_tokens:
            break
        example.branches.append(branch)
    return example


def in_turn(first: list[Claim], second: list[Claim]) -> list[Claim]:
    longest = max(len(first), len(second))
    return [claim for at in range(longest) for claims in (first, second) for claim in claims[at : at + 1]]


class Mix:
    def __init__(self, data: Path, qa: Path, tokenizer: Tokenizer, batch_tokens: int, seed: int = 1) -> None:
        """`data`: folder with judged/. `qa`: examples of `prepare_data`. The development part is left out."""
        self.tokenizer, self.batch_tokens, self.seed = tokenizer, batch_tokens, seed
        self.qa = Examples(qa)
        self.sets = {name: [source for source in read_sources(data, name) if not is_dev(source.source)] for name in SHARES if name != "qa"}

    def examples(self) -> Iterator[Example]:
        """Each set in random order, again and again; the next example comes from the set that is furthest behind its share."""
        draw = random.Random(self.seed)
        spent = dict.fromkeys(SHARES, 0)
        waiting: dict[str, list[int]] = {name: [] for name in self.sets}
        pairs_read = 0
        while True:
            total = sum(spent.values()) + 4000
            name = max(SHARES, key=lambda name: SHARES[name] * total - spent[name] + draw.random())
            if name == "qa":
                example = pair_example(self.qa[pairs_read % len(self.qa)].tolist())
                pairs_read += 1
            else:
                if not waiting[name]:
                    waiting[name] = draw.sample(range(len(self.sets[name])), len(self.sets[name]))
                example = judged_example(self.sets[name][waiting[name].pop()], self.tokenizer, draw, self.batch_tokens, exchange=True)
            spent[name] += len(example)
            if example.branches:
                yield example

    def batches(self) -> Iterator[list[Example]]:
        """Lists of examples that fill a batch; one that does not fit waits for the next batch."""
        source, waiting = self.examples(), []
        while True:
            taken, left, misses = [], self.batch_tokens, 0
            candidates, waiting = waiting, []
            while left > 64 and misses < 6:
                is_new = not candidates
                example = next(source) if is_new else candidates.pop(0)
                if len(example) <= left:
                    taken.append(example)
                    left -= len(example)
                else:
                    waiting.append(example)
                    misses += is_new
            waiting += candidates
            yield taken
