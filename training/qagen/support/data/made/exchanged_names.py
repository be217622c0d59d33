"""Makes wrong claims: two names of a consistent claim change places, so that each does what the other did."""

from __future__ import annotations

import random
import re

from ..claims import Claim

WORDS = r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){0,2}"
NAME = re.compile(rf"\b{WORDS}\b")
INNER_NAME = re.compile(rf"(?<=[a-z,;] ){WORDS}\b")
# Names of one list play one part: "Anna and Ben" says the same as "Ben and Anna".
LIST_BETWEEN = re.compile(r"\W*(?:and|or|with|versus|against)?\W*")


def exchange_names(claim: Claim, source: str, draw: random.Random) -> Claim | None:
    """A wrong claim made from a consistent one, or None if it has no two names that can change places. The source has to have both names
    inside a sentence, so that a common word at the beginning of a sentence is no name."""
    known = {found[0] for found in INNER_NAME.finditer(source)}
    places = [place for place in NAME.finditer(claim.text) if place[0] in known]
    couples = [
        (one, other)
        for number, one in enumerate(places)
        for other in places[number + 1 :]
        if one[0] not in other[0] and other[0] not in one[0] and not LIST_BETWEEN.fullmatch(claim.text[one.end() : other.start()])
    ]
    # A name that stands in the claim again would then have both parts.
    couples = [couple for couple in couples if all(claim.text.count(place[0]) == 1 for place in couple)]
    if not couples:
        return None
    one, other = draw.choice(couples)
    between = claim.text[one.end() : other.start()]
    start, second = one.start(), one.start() + len(other[0]) + len(between)
    text = claim.text[:start] + other[0] + between + one[0] + claim.text[other.end() :]
    return Claim(text, 0, ((start, start + len(other[0])), (second, second + len(one[0]))))
