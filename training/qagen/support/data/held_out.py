"""Training sources that share text with the development part are left out.

`is_dev` compares whole sources. It does not see that one set has an article in lower case, cut, or with another first line, so such a copy
may be on the other side. Runs of eight words find it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...data.judged_texts import is_dev
from .claims import JudgedSource

RUN = 8  # words
MOST_SHARED = 0.2  # of a source's runs; quotes and usual phrases stay below it

SourcesOfSets = Mapping[str, Sequence[JudgedSource]]


def training_sources(sets: SourcesOfSets) -> dict[str, list[JudgedSource]]:
    """Of each set the sources that are not in the development part and share at most MOST_SHARED of their runs with those of any set in it."""
    held_out: set[int] = set()
    for source in (source for sources in sets.values() for source in sources if is_dev(source.source)):
        held_out |= runs(source.source)
    return {name: [source for source in sources if not is_dev(source.source) and _is_apart(source, held_out)] for name, sources in sets.items()}


def count_left_out(sets: SourcesOfSets, kept: SourcesOfSets) -> dict[str, int]:
    """Of each set, how many sources outside the development part are not among the kept ones."""
    return {name: sum(not is_dev(source.source) for source in sources) - len(kept[name]) for name, sources in sets.items()}


def _is_apart(source: JudgedSource, held_out: set[int]) -> bool:
    found = runs(source.source)
    return len(found & held_out) <= MOST_SHARED * len(found)


def runs(text: str) -> set[int]:
    """Hashes of all runs of RUN words, in lower case and without punctuation. A shorter text is one run."""
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[at : at + RUN])) for at in range(max(1, len(words) - RUN + 1))}
