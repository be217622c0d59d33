"""Makes consistent claims with other words: replaces words by ones that mean the same in nearly every sentence.

Without such claims, a word that the source does not have is nearly always a wrong one in the training data.
"""

from __future__ import annotations

import random
import re

from ..claims import Claim

SHARE = 0.6  # of the words that can be replaced
# Each pair is replaced in both directions. Words with several common meanings are left out ("match", "side", "court").
SAME = (
    "said/stated", "says/states", "big/large", "biggest/largest", "bought/purchased", "began/started", "begins/starts", "almost/nearly",
    "although/though", "children/kids", "film/movie", "films/movies", "doctor/physician", "doctors/physicians", "helped/assisted",
    "tried/attempted", "trying/attempting", "injured/hurt", "quickly/rapidly", "whole/entire", "many/numerous", "often/frequently",
    "several/a number of", "enough/sufficient", "currently/at present", "allowed/permitted",
    "happened/occurred", "believes/thinks", "believe/think", "firm/company", "wealthy/rich",
    "famous/well-known", "dangerous/hazardous", "difficult/hard", "important/significant", "during/in the course of",
    "at least/no fewer than", "beat/defeated",
    "arrested/detained", "prison/jail", "attorney/lawyer", "attorneys/lawyers", "illness/disease", "mother/mum",
    "father/dad", "nation/country", "nations/countries", "photo/picture", "photos/pictures", "discovered/found",
    "located/situated", "built/constructed", "rose/climbed", "increased/grew", "decreased/shrank", "reduced/lowered", "annual/yearly",
    "two/2", "three/3", "four/4", "five/5", "six/6", "seven/7", "eight/8", "nine/9", "ten/10", "percent/per cent", "is not/isn't",
    "was not/wasn't", "did not/didn't", "does not/doesn't", "cannot/can't", "will not/won't", "has not/hasn't", "have not/haven't",
    "approximately/roughly", "assault/attack", "cancelled/called off", "postponed/delayed", "chose/picked", "talks/discussions",
    "boss/manager", "wed/married", "residents/locals",
    "praised/commended", "criticised/condemned", "criticized/condemned", "admitted/acknowledged", "refused to/declined to",
)  # fmt: skip
OTHER = {word: other for pair in SAME for word, other in (pair.split("/"), pair.split("/")[::-1])}
WORD = re.compile("|".join(rf"(?<![\w'’.,-]){re.escape(word)}(?![\w'’-]|[.,]\d)" for word in sorted(OTHER, key=len, reverse=True)))


def reword(claim: Claim, draw: random.Random) -> Claim | None:
    """A consistent claim made from another one, or None if it has no word of the list."""
    places = list(WORD.finditer(claim.text))
    chosen = [place for place in places if draw.random() < SHARE] or places[:1]
    text = claim.text
    for place in reversed(chosen):
        text = text[: place.start()] + OTHER[place[0]] + text[place.end() :]
    return Claim(text, 1, ()) if chosen else None
