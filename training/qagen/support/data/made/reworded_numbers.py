"""Makes consistent claims that say a number in other words ("14 months": "more than a year"), and wrong ones that round it to the wrong side.

Without such claims, a number that the source does not have is always a wrong one in the training data.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from ..claims import Claim

WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
# Months that many readers would name as a part or a multiple of a year; the same for days, minutes and percent.
SPANS = {
    ("month", 6): "half a year", ("month", 12): "a year", ("month", 18): "a year and a half", ("month", 24): "two years",
    ("day", 7): "a week", ("day", 14): "two weeks", ("minute", 30): "half an hour", ("minute", 60): "an hour", ("minute", 90): "an hour and a half",
    ("hour", 24): "a day", ("hour", 48): "two days", ("year", 10): "a decade", ("year", 20): "two decades", ("year", 100): "a century",
}  # fmt: skip
SHARES = {25: "a quarter", 33: "a third", 50: "half", 66: "two thirds", 75: "three quarters"}

NUMBER = r"(?<![\w.,£$€-])(\d{1,3}(?:,\d{3})+|\d+)"
SPAN = re.compile(NUMBER + r"[ -](month|day|minute|hour|year)s?\b(?![- ]old)")
SHARE = re.compile(NUMBER + r"(?:%| per ?cent)(?= of\b)")
MILLIONS = re.compile(r"(?<![\w.,])([£$€]?)(\d+(?:\.\d+)?)(?:m|mn)\b")
# A count of things: no year, no date, no time, no score, no money.
NO_COUNT = "january|february|march|april|may|june|july|august|september|october|november|december|per|percent|million|billion"
COUNT = re.compile(NUMBER + rf"(?= [a-z]{{3,}})(?! (?:{NO_COUNT})\b)", re.IGNORECASE)
YEARS = range(1800, 2101)

Rewording = Callable[[re.Match[str], random.Random], str | None]


def reword_number(claim: Claim, draw: random.Random) -> Claim | None:
    """A consistent claim made from another one, or None if it has no number that can be said in other words."""
    return _replaced(claim, draw, ((SPAN, _span), (SHARE, _share), (MILLIONS, _millions), (COUNT, _word), (COUNT, _rounded)), label=1)


def misround_number(claim: Claim, draw: random.Random) -> Claim | None:
    """A wrong claim made from a consistent one: "48 people" becomes "more than 50 people". None if it has no such number."""
    return _replaced(claim, draw, ((COUNT, _misrounded),), label=0)


def _replaced(claim: Claim, draw: random.Random, rewordings: tuple[tuple[re.Pattern[str], Rewording], ...], label: int) -> Claim | None:
    found = [(place, words) for sign, reword in rewordings for place in sign.finditer(claim.text) if (words := reword(place, draw))]
    if not found:
        return None
    place, words = draw.choice(found)
    if _begins_sentence(claim.text, place.start()):
        words = words[0].upper() + words[1:]
    text = claim.text[: place.start()] + words + claim.text[place.end() :]
    return Claim(text, label, () if label else ((place.start(), place.start() + len(words)),))


def _begins_sentence(text: str, start: int) -> bool:
    return not text[:start].strip() or text[:start].rstrip()[-1] in ".!?"


def _span(place: re.Match[str], draw: random.Random) -> str | None:
    value, unit = _value(place[1]), place[2]
    if "-" in place[0]:
        return None
    if (unit, value) in SPANS:
        return SPANS[unit, value]
    if unit == "month" and 12 < value < 18:
        return draw.choice(("more than a year", "over a year"))
    if unit == "day" and 7 < value < 10:
        return draw.choice(("more than a week", "over a week"))
    if unit == "month" and value in (10, 11):
        return draw.choice(("nearly a year", "almost a year"))
    return None


def _share(place: re.Match[str], _: random.Random) -> str | None:
    return SHARES.get(_value(place[1]))


def _millions(place: re.Match[str], _: random.Random) -> str:
    return f"{place[1]}{place[2]} million"


def _word(place: re.Match[str], _: random.Random) -> str | None:
    value = _value(place[1])
    return WORDS[value] if value < len(WORDS) else None


def _rounded(place: re.Match[str], draw: random.Random) -> str | None:
    value = _value(place[1])
    base = _round_number(value)
    if base is None:
        return None
    return draw.choice(("more than", "over") if value > base else ("nearly", "almost", "just under")) + f" {base:,}"


def _misrounded(place: re.Match[str], draw: random.Random) -> str | None:
    value = _value(place[1])
    base = _round_number(value)
    if base is None:
        return None
    step = _step(value)
    wrong = [("nearly", base), ("more than", base + step)] if value > base else [("more than", base), ("fewer than", base - step)]
    words, other = draw.choice([each for each in wrong if each[1] > 0])
    return f"{words} {other:,}"


def _round_number(value: int) -> int | None:
    """The nearest round number, if it is near enough for "nearly" or "more than", and another."""
    if value < 25 or value in YEARS:
        return None
    step = _step(value)
    base = (value + step // 2) // step * step
    return base if base != value and abs(value - base) <= 0.3 * step else None


def _step(value: int) -> int:
    """Of round numbers: 10 below 200, 100 below 2,000, and so on."""
    return 10 ** max(1, len(str(value // 2)) - 1)


def _value(number: str) -> int:
    return int(number.replace(",", ""))
