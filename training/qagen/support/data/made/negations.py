"""Makes wrong claims: adds "not" to a sentence of a consistent claim, or takes it away."""

from __future__ import annotations

import random
import re

from ..claims import Claim

# "has", "have" and "had" take "not" only before a participle.
AUXILIARY = re.compile(
    r"\b(?:(?:is|are|was|were|will|would|can|could|should|must|may|might)(?= [a-z])|(?:has|have|had)(?= (?:been|[a-z]{2,}ed)\b))(?! not\b)"
)
NEGATED = re.compile(r"\b(is|are|was|were|will|would|can|could|should|must|has|have|had)( not|n['’]t)\b")


def negate(claim: Claim, draw: random.Random) -> Claim | None:
    """A wrong claim made from a consistent one, or None if it has no auxiliary verb. Where "not" is added, it is the wrong word. Where it is
    taken away, the verb that lost it is."""
    negated = list(NEGATED.finditer(claim.text))
    if negated:
        place = draw.choice(negated)
        verb = place[1]
        text = claim.text[: place.start()] + verb + claim.text[place.end() :]
        return Claim(text, 0, ((place.start(), place.start() + len(verb)),))
    places = list(AUXILIARY.finditer(claim.text))
    if not places:
        return None
    at = draw.choice(places).end()
    return Claim(claim.text[:at] + " not" + claim.text[at:], 0, ((at + 1, at + 4),))
