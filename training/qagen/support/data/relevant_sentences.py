"""A shorter source for training: the sentences that share the most words with the claims, in their order.

A source of half the length lets a run see twice the claims. The evidence of a supported claim nearly always shares words with it.
"""

from __future__ import annotations

import random
import re

from ...data.text_forms import sentences

WORD = re.compile(r"[A-Za-z]{4,}|\d+")
FIRST_SENTENCES = 2  # who and where: later sentences refer to them


def relevant_sentences(source: str, claims: list[str], most_words: int, draw: random.Random) -> str:
    """At most about `most_words` words: the first sentences, then those with the most words of a claim, then random ones."""
    parts = sentences(source)
    if len(source.split()) <= most_words or len(parts) <= FIRST_SENTENCES:
        return source
    wanted = [set(_words(claim)) for claim in claims]
    shared = [max((len(words & set(_words(part))) for words in wanted), default=0) for part in parts]
    order = sorted(range(FIRST_SENTENCES, len(parts)), key=lambda at: (-shared[at], draw.random()))
    kept, words = set(range(FIRST_SENTENCES)), sum(len(part.split()) for part in parts[:FIRST_SENTENCES])
    for at in order:
        words += len(parts[at].split())
        if words > most_words:
            break
        kept.add(at)
    return " ".join(parts[at] for at in sorted(kept))


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]
