"""A toy language for the tiny model of the tests: short news, and questions about them. It needs no data files."""

from __future__ import annotations

import random
from dataclasses import dataclass

WHO = ["Anna", "Tom", "Maria", "Paul", "Lucy", "Henry", "Clara", "Omar", "Nina", "Victor", "Dr Smith", "Mrs Jones"]
WHERE = ["Rome", "Paris", "London", "Berlin", "Madrid", "Oslo", "Dublin", "New York", "Cairo", "Vienna"]
WHEN = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WHAT = ["books", "boats", "cars", "houses", "horses", "pictures", "tickets", "letters"]
# Past tense and infinitive.
DEEDS = [("bought", "buy"), ("sold", "sell"), ("found", "find"), ("lost", "lose"), ("painted", "paint"), ("saw", "see")]
ALPHABET_SAMPLE = (
    "The quick brown fox said: \"It's a 'chink', isn't it?\" He jumps over 1,234.50 lazy dogs; (why - not!) & more/less."
)


@dataclass(frozen=True)
class ToyExample:
    text: str
    pairs: list[tuple[str, str]]


def make_example(random_source: random.Random, sentences: int) -> ToyExample:
    """A text of so many sentences, with all questions that they answer, in random order."""
    people = random_source.sample(WHO, sentences)
    things = random_source.sample(WHAT, sentences)
    texts, pairs = [], []
    for who, thing in zip(people, things, strict=True):
        past, infinitive = random_source.choice(DEEDS)
        where, when, count = random_source.choice(WHERE), random_source.choice(WHEN), str(random_source.randint(2, 99))
        texts.append(f"{who} {past} {count} {thing} in {where} on {when}.")
        pairs += [
            (f"Who {past} {thing} in {where}?", who),
            (f"Who {past} {thing} on {when}?", who),
            (f"Where did {who} {infinitive} {thing}?", where),
            (f"When did {who} {infinitive} {thing}?", when),
            (f"What did {who} {infinitive} in {where}?", f"{count} {thing}"),
            (f"How many {thing} did {who} {infinitive}?", count),
        ]
    random_source.shuffle(pairs)
    return ToyExample(" ".join(texts), pairs)
