"""Texts of the expected values of ROUGE, of the stemmer and of answer agreement: the page's examples, parts of them, and edge cases."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

SEED = 22
PAIRS = 200

EDGE_CASES = (
    "",
    " \n\t ",
    "… — !",
    "a",
    "the the the the",
    "The the THE",
    "cat sat on the mat",
    "on the mat sat the cat",
    "the cat and the dog and the cat",
    "Zoë’s café in Köln opened in 1998; it seats 40.",
    "Zoe's cafe in Koln opened in 1989, it seats 40",
    "İstanbul İİ ıssız ﬁne \u212aelvin ½ ²",
    "istanbul i i ssiz fine kelvin",
    "snake_case don't won't we'll O'Neill's 1,234.50 kg",
    "snake case dont wont well oneill 1234 50kg",
    "日本語 東京 2020 年",
    "東京 2020",
    "x1 1x x-1 1-x",
    "half a pair: \U0001f600👩‍👩‍👧 end",
    "Dying flies lied; the skies' news proceeded to the innings. Happily, they agreed rationally.",
    "They lie and die under the sky. The new inning proceeds happy, rational and in agreement.",
    "running runs ran runner; hopping hoped hoping; falling fell; sized sizing",
    "run run run run hop hope hope fall fell size size",
    "soft\u00adhyphen zero\u200bwidth no\u00a0break",
)

ROOTS = (
    "abil agre apolog bl by cares conform connect control dec der die enjoy exceed fail feed fil fizz formal gener happ hesit hiss homolog "
    "hop howe irrit lie motor news operat plaster pony probat rational relat roll say sens sing siz sky tan ti troubl valenc vietnam way "
    "y yo ay bo oa fl ox aw"
).split()
SUFFIXES = (
    " s es ies ss sses ed eed ied ing ings ying y ly ally alli li eli entli ousli fulli logi ational tional ation ization ator alism ness "
    "iveness fulness ousness aliti iviti biliti enci anci izer bli icate ative alize iciti ical ful al ance ence er ic able ible ant ement "
    "ment ent ion sion tion ou ism ate iti ous ive ize e ee le ll ell oll"
).split(" ")

ANSWERS = (
    ("Klitschko", "Anthony Joshua"),
    ("Joshua", "Anthony Joshua"),
    ("the Joshua", "Anthony  joshua."),
    ("a 'chink in his armour'", "chink in his armour"),
    ("an IBF title", "the world heavyweight title"),
    ("29 April", "April 29, 2017"),
    ("£48m", "48 m"),
    ("1,234", "1234"),
    ("", ""),
    ("", "x"),
    ("the", "a"),
    ("the", ""),
    ("the cat the cat cat", "cat cat dog"),
    ("éa the cat", "é a cat"),
    ("e\u0301 a b", "e\u0301 b"),
    ("a_b the_c", "ab thec"),
    ("an-swer", "answer"),
    ("A\nman", "man\u00a0a"),
    ("“quoted”", "quoted"),
    ("Theatre another", "theatre"),
)


def examples(folder: Path) -> list[tuple[str, str]]:
    """(article, summary) of each of the page's examples, in the order of their names."""
    read = (json.loads(path.read_text()) for path in sorted(folder.glob("*.json")) if path.stem != "index")
    return [(example["source"], example["summary"]) for example in read]


def text_pairs(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """(reference, summary), PAIRS of them: articles with their summaries, edge cases, and parts of the articles, shuffled and changed."""
    draw = random.Random(SEED)
    found = list(pairs)
    found += [(text, text) for text in EDGE_CASES]
    found += [(first, second) for first, second in zip(EDGE_CASES, EDGE_CASES[1:])]
    sentences = [sentence for article, _ in pairs for sentence in re.split(r"(?<=[.!?])\s+", article)]
    while len(found) < PAIRS:
        start = draw.randrange(len(sentences) - 4)
        reference = sentences[start : start + draw.randint(1, 4)]
        summary = draw.sample(reference, draw.randint(1, len(reference))) + draw.sample(sentences, draw.randint(0, 1))
        words = " ".join(summary).split()
        if draw.random() < 0.5:
            one, other = draw.randrange(len(words)), draw.randrange(len(words))
            words[one], words[other] = words[other], words[one]
        if draw.random() < 0.3:
            words = [word for word in words if draw.random() < 0.7]
        if draw.random() < 0.2:
            draw.shuffle(words)
        found.append((" ".join(reference), " ".join(words)))
    return found


def words_to_stem(pairs: list[tuple[str, str]]) -> list[str]:
    """Words of the articles, and each root with each suffix."""
    in_texts = {word for article, summary in pairs for word in re.findall("[a-z]+", f"{article} {summary}".lower())}
    draw = random.Random(SEED)
    made = draw.sample([root + suffix for root in ROOTS for suffix in SUFFIXES], 1500)
    return sorted(in_texts | set(made))
