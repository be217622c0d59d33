"""Which text the training mix reads next: each set in random order, again and again, and the set that is furthest behind its share.

The order of a set depends on the seed alone. So a few numbers say where a run is, and a resumed run reads on there.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

START_TOKENS = 4000  # before any text is read, the shares count of this many tokens


class Drawn(NamedTuple):
    """A text to read: its set, its place in the set, and the number of its example in the stream."""

    set_name: str
    text: int
    number: int


class Stream:
    def __init__(self, shares: Mapping[str, float], sizes: Mapping[str, int], seed: int) -> None:
        """`shares`: of the tokens. `sizes`: texts of each set. Raises ValueError for a set without texts."""
        for name in shares:
            if not sizes[name]:
                raise ValueError(f"The training mix has no texts of {name}.")
        self.shares, self.sizes, self.seed = shares, sizes, seed
        self.number = 0
        self.read, self.spent = dict.fromkeys(shares, 0), dict.fromkeys(shares, 0)

    def draw(self) -> Drawn:
        ties = random.Random(f"{self.seed} {self.number}")
        total = sum(self.spent.values()) + START_TOKENS
        name = max(self.shares, key=lambda name: self.shares[name] * total - self.spent[name] + ties.random())
        drawn = Drawn(name, nth_text(self.seed, name, self.sizes[name], self.read[name]), self.number)
        self.read[name] += 1
        self.number += 1
        return drawn

    def spend(self, drawn: Drawn, tokens: int) -> None:
        self.spent[drawn.set_name] += tokens

    def place(self) -> dict:
        """Numbers for a state file."""
        return {"number": self.number, "read": dict(self.read), "spent": dict(self.spent)}

    def resume(self, place: Mapping) -> None:
        """Reads on at a `place` of a stream with the same shares, sizes and seed."""
        self.number, self.read, self.spent = place["number"], dict(place["read"]), dict(place["spent"])


def nth_text(seed: int, name: str, size: int, nth: int) -> int:
    """The place in its set of the text that is read as the `nth`. The set has another order each time."""
    reading, at = divmod(nth, size)
    return _order(f"{seed} {name} {reading}", size)[at]


@lru_cache(maxsize=64)  # the current order of each set
def _order(key: str, size: int) -> list[int]:
    return random.Random(key).sample(range(size), size)
