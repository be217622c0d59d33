"""Makes wrong claims: replaces a number or a name of a consistent claim by another one."""

from __future__ import annotations

import random
import re

from ..claims import Claim

NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?!\w)")
# A name inside a sentence: its first word cannot be the sentence's.
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){0,2}")
MOST_NUMBERS = 12


def exchange_fact(claim: Claim, source: str, draw: random.Random) -> Claim | None:
    """A wrong claim made from a consistent one, or None if nothing can be replaced. The other name or number comes from the
    source; half of the whole numbers become a number near them instead."""
    kinds = [NUMBER, NAME]
    draw.shuffle(kinds)
    for kind in kinds:
        places = list(kind.finditer(claim.text))
        if not places:
            continue
        place = draw.choice(places)
        others = sorted({found[0] for found in kind.finditer(source)} - {place[0]})
        others = [other for other in others if other not in claim.text and place[0] not in other and other not in place[0]]
        if kind is NUMBER:
            others = _other_numbers(place[0], others, draw)
        if others:
            other = draw.choice(others)
            text = claim.text[: place.start()] + other + claim.text[place.end() :]
            return Claim(text, 0, ((place.start(), place.start() + len(other)),))
    return None


def _other_numbers(number: str, others: list[str], draw: random.Random) -> list[str]:
    digits = number.replace(",", "")
    if not digits.isdigit() or draw.random() >= 0.5:
        return draw.sample(others, MOST_NUMBERS) if len(others) > MOST_NUMBERS else others
    value = int(digits)
    is_small = value < 20 or (1900 <= value <= 2100 and "," not in number)
    near = value + draw.choice((-3, -2, -1, 1, 2, 3, 10)) if is_small else round(value * draw.choice((0.5, 0.8, 1.2, 1.5, 2, 10)))
    if near <= 0 or near == value:
        return others
    return [f"{near:,}" if "," in number else str(near)]
