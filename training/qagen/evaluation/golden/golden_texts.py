"""Texts of the expected values: the example of the paper (Nan et al., ACL 2021), right and wrong facts, unusual characters."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    name: str
    source: str
    summary: str


BOXING = (
    "'Klitschko doesn't have the legs, the power that he used to,' said Lewis. 'He has a chink in his armour after "
    "getting beat by Tyson Fury. Anthony Joshua is now taking that challenge, going after the man.'"
)
TOY = "Anna bought 12 books in Rome on Monday. Tom sold 40 houses in Paris on Friday."

SUMMARIES = (
    Case(
        "boxing, maximum likelihood",
        BOXING,
        "Anthony Joshua has a 'chink in his armour' ahead of his world heavyweight title bout with Wladimir Klitschko, "
        "says former champion Lennox Lewis.",
    ),
    Case(
        "boxing, contrastive",
        BOXING,
        "Wladimir Klitschko has a 'chink in his armour' and is no match for British champion Anthony Joshua, says "
        "former world heavyweight champion Lennox Lewis.",
    ),
    Case("toy, right", TOY, "Anna bought 12 books in Rome."),
    Case("toy, wrong place", TOY, "Anna bought 12 books in Berlin."),
    Case("toy, wrong number", TOY, "Tom sold 93 houses in Paris on Friday."),
    Case("one word", TOY, "Paris"),
    Case("accents", "Zoë’s café in Köln opened in 1998; it seats 40.", "Zoë’s café in Köln opened in 1989."),
)

TOKENISATION = (
    "Anna bought 12 books in Rome.",
    "",
    " ",
    "  two  spaces\n\nand\tlines\r\n",
    "Café “naïve” 😀👩‍👩‍👧 日本語 ﬁ ½ ² e\u0301",
    "1,234.50 kg (approx.) — 50% off!",
    "<|im_end|> and <|im_start|> and <|endoftext|> are text",
    "don't won't we'll I'm they've",
    "half a pair: \ud83d end",
    BOXING,
)

NEXT_TOKENS = (
    (TOY, ""),
    (TOY, "Who"),
    (TOY, "Where did Tom sell"),
    (BOXING, ""),
    (BOXING, "Who has a chink in"),
    ("Paris", ""),
)

FORCED = (
    (TOY, "Who bought books in Rome?", "Anna"),
    (TOY, "Where did Anna buy books?", "Berlin"),
    (TOY, "How many houses did Tom sell?", "40"),
    (BOXING, "Who beat Klitschko?", "Tyson Fury"),
    (BOXING, "What does Klitschko have in his armour?", "a chink"),
)
