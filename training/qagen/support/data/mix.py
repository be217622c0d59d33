"""The training mix: an endless, reproducible stream of examples in which each set keeps its share of the tokens."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

from tokenizers import Tokenizer

from ...data.examples import Examples
from ...model.tokenizer import START
from .claims import Claim, JudgedSource, read_sources
from .examples import Branch, Example, claim_branch, pair_example
from .held_out import count_left_out, training_sources
from .made.fluent_edits import FluentEdits
from .made.made_claims import SUMMARY_SETS, made_claims
from .relevant_sentences import relevant_sentences
from .sampled_pairs import SampledPairs
from .stream import Drawn, Stream

MOST_TEXT_TOKENS = 900
MOST_CLAIM_TOKENS = 360
MOST_BRANCHES = 6
LM_WEIGHT = 0.15
PAIRS_SHARE = 0.25  # sampling pairs takes some seconds a claim
SHORTENED_SHARE = 0.75
SHORTENED_WORDS = (110, 260)
MOST_MADE, MOST_MADE_BESIDE_JUDGED = 2, 1  # wrong claims made for one text; the second where people found wrong ones
QA_SHARE = 0.3

# Weights of the judged sets in the rest. News summaries have most of the tokens. Sets of short texts teach single facts and cost little.
JUDGED_WEIGHTS = {
    "ragtruth-summary": 0.16, "ragtruth-qa": 0.06, "defacto": 0.13, "bump": 0.09,
    "fib-xsum": 0.08, "fib-cnn_dm": 0.02, "edited-xsum": 0.045, "edited-cnn_dm": 0.02,
    "summedits-ectsum": 0.015, "summedits-qmsumm": 0.015, "summedits-sales_call": 0.015, "summedits-sales_email": 0.015,
    "summedits-samsum": 0.015, "dia-sum-fact": 0.015, "factcg": 0.015, "foolmetwice": 0.01, "wice": 0.01,
    "vitaminc-real": 0.04, "vitaminc-synthetic": 0.01, "begin": 0.005, "fever-symmetric": 0.005, "counterfactual-nli": 0.005,
}  # fmt: skip
SHARES = {"qa": QA_SHARE} | {name: (1 - QA_SHARE) * weight / sum(JUDGED_WEIGHTS.values()) for name, weight in JUDGED_WEIGHTS.items()}

SETTINGS = {
    "seed": "--seed {}", "batch_tokens": "--batch-tokens {}", "readings": "--readings {}", "sizes": "other texts", "shares": "other shares of the sets",
}  # fmt: skip
"""Of a mix, in the words of a message about a run that cannot be resumed."""


def training_example(
    source: JudgedSource, tokenizer: Tokenizer, draw: random.Random, most_tokens: int, edits: FluentEdits | None, pairs: SampledPairs | None, readings: int = 1
) -> Example:
    """As `judged_example`, often with a shortened source, and with wrong claims that have another fact or another word."""
    right, wrong = _by_label(source, draw)
    right, made = made_claims(right, source, draw, edits)
    claims = chosen_claims(right, wrong, made[: MOST_MADE_BESIDE_JUDGED if wrong else MOST_MADE])
    text = source.source
    if draw.random() < SHORTENED_SHARE:
        text = relevant_sentences(text, [claim.text for claim in claims], draw.randint(*SHORTENED_WORDS), draw)
    example = _example(text, claims, source.set_name, tokenizer, most_tokens, readings)
    if pairs and claims and source.set_name.startswith(SUMMARY_SETS) and draw.random() < PAIRS_SHARE:
        add_gaps(example, pairs.branches(draw.choice(claims), draw), most_tokens)
    return example


def chosen_claims(right: list[Claim], wrong: list[Claim], made: list[Claim]) -> list[Claim]:
    """Right and wrong claims in turn. Claims that people judged wrong come before each made one: they are fewer, and harder to tell."""
    return in_turn(right, in_turn(wrong, made))[:MOST_BRANCHES]


def add_gaps(example: Example, branches: list[Branch], most_tokens: int) -> None:
    for branch in branches:
        if len(example) + len(branch.ids) <= most_tokens:
            example.branches.append(branch)


def judged_example(source: JudgedSource, tokenizer: Tokenizer, draw: random.Random, most_tokens: int) -> Example:
    """A text with up to six of its claims, consistent and inconsistent ones in turn."""
    claims = chosen_claims(*_by_label(source, draw), made=[])
    return _example(source.source, claims, source.set_name, tokenizer, most_tokens)


def _by_label(source: JudgedSource, draw: random.Random) -> tuple[list[Claim], list[Claim]]:
    """Consistent claims, inconsistent ones, each in random order."""
    right, wrong = ([claim for claim in source.claims if claim.label == label] for label in (1, 0))
    draw.shuffle(right)
    draw.shuffle(wrong)
    return right, wrong


def _example(source: str, claims: list[Claim], set_name: str, tokenizer: Tokenizer, most_tokens: int, readings: int = 1) -> Example:
    room = min(MOST_TEXT_TOKENS, most_tokens * 3 // 4)
    example = Example([*tokenizer.encode(source).ids[:room], START], [], set_name)
    for claim in claims:
        branch = claim_branch(claim, tokenizer, MOST_CLAIM_TOKENS, LM_WEIGHT, readings)
        if len(example) + len(branch.ids) > most_tokens:
            break
        example.branches.append(branch)
    return example


def in_turn(first: list[Claim], second: list[Claim]) -> list[Claim]:
    longest = max(len(first), len(second))
    return [claim for at in range(longest) for claims in (first, second) for claim in claims[at : at + 1]]


class Mix:
    def __init__(self, data: Path, qa: Path, tokenizer: Tokenizer, batch_tokens: int, seed: int = 1, readings: int = 1) -> None:
        """`data`: folder with judged/. `qa`: examples of `prepare_data`. The development part is left out, and texts that share words with it
        (`held_out.py`; `left_out` counts them). `edits`, where it is set, makes more wrong claims, and `pairs` asks about claims. `seed`: of the
        order; with another one, a run reads other texts first. `readings`: of each claim (`examples.py`)."""
        self.tokenizer, self.batch_tokens, self.seed, self.readings = tokenizer, batch_tokens, seed, readings
        self.edits: FluentEdits | None = None
        self.pairs: SampledPairs | None = None
        self.qa = Examples(qa)
        read = {name: read_sources(data, name) for name in SHARES if name != "qa"}
        self.sets = training_sources(read)
        self.left_out = count_left_out(read, self.sets)
        self.stream = Stream(SHARES, {"qa": len(self.qa)} | {name: len(sources) for name, sources in self.sets.items()}, seed)
        self.waiting: list[Drawn] = []

    def examples(self) -> Iterator[tuple[Drawn, Example]]:
        while True:
            drawn = self.stream.draw()
            example = self._made(drawn)
            self.stream.spend(drawn, len(example))
            if self._is_usable(example):
                yield drawn, example

    def batches(self) -> Iterator[list[Example]]:
        """Lists of examples that fill a batch; one that does not fit waits for the next batch."""
        # After a resume the model may have changed, and with it what is made of a text that waited.
        made = [(drawn, self._made(drawn)) for drawn in self.waiting]
        source, waiting = self.examples(), [(drawn, example) for drawn, example in made if self._is_usable(example)]
        while True:
            taken, left, misses = [], self.batch_tokens, 0
            candidates, waiting = waiting, []
            while left > 64 and misses < 6:
                is_new = not candidates
                drawn, example = next(source) if is_new else candidates.pop(0)
                if len(example) <= left:
                    taken.append(example)
                    left -= len(example)
                else:
                    waiting.append((drawn, example))
                    misses += is_new
            waiting += candidates
            self.waiting = [drawn for drawn, _ in waiting]
            yield taken

    def place(self) -> dict:
        """Where the last batch ended, for a state file."""
        return self.settings() | self.stream.place() | {"waiting": [tuple(drawn) for drawn in self.waiting]}

    def settings(self) -> dict:
        """What decides which texts a run reads, beside the place."""
        sizes, shares = dict(self.stream.sizes), dict(self.stream.shares)
        return {"seed": self.seed, "batch_tokens": self.batch_tokens, "readings": self.readings, "sizes": sizes, "shares": shares}

    def resume(self, place: Mapping) -> None:
        """The next batches are those after `place`. Edits and pairs come from the model, so if it has changed, they do too. Raises ValueError for
        the place of a run with other settings. Places of older versions do not name all of them."""
        others = [name for name, value in self.settings().items() if place.get(name, value) != value]
        if others:
            had = " and ".join(SETTINGS[name].format(place[name]) for name in others)
            raise ValueError(f"The run to resume had {had}. Resume it with the same options, data and code, or take another --run.")
        self.stream.resume(place)
        self.waiting = [Drawn(*drawn) for drawn in place["waiting"]]

    def _is_usable(self, example: Example) -> bool:
        return bool(example.branches) and len(example) <= self.batch_tokens

    def _made(self, drawn: Drawn) -> Example:
        if drawn.set_name == "qa":
            return pair_example(self.qa[drawn.text].tolist())
        # Each example has its own generator, so what is made of one text does not change the next.
        draw = random.Random(f"{self.seed} example {drawn.number}")
        source = self.sets[drawn.set_name][drawn.text]
        return training_example(source, self.tokenizer, draw, self.batch_tokens, self.edits, self.pairs, self.readings)
