"""Three forms of training text. The page reads one-sentence summaries and whole articles, so examples are windows of one to three
sentences, whole paragraphs, and several neighbouring paragraphs (the length of news)."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from .paragraphs import Paragraph, occurs_as_words
from .qa_sources import Source

MOST_PAIRS = 16  # reading the text costs most, so a long text should teach many pairs
JOINS = (" ", "\n", "\n")  # how normalised articles separate paragraphs

SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
NOT_AN_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|No|Gen|Sen|Rep|Inc|Co|Lt|Col|Prof|[A-Z])|\b[a-z]\.[a-z])\.$")


def sentences(text: str) -> list[str]:
    """A rough splitter. Wrong splits do little harm: they only make odd windows."""
    parts: list[str] = []
    start = 0
    for match in SENTENCE_END.finditer(text):
        if NOT_AN_END.search(text[start : match.start()]):
            continue
        parts.append(text[start : match.end()].rstrip())
        start = match.end()
    return [*parts, text[start:]]


def cut_windows(paragraph: Paragraph, draw: random.Random) -> Iterator[Paragraph]:
    """The whole paragraph in windows of one to three sentences. Windows without a pair are dropped. Pairs whose answer occurs more
    than once in the paragraph are dropped too: it is not known which window they ask about."""
    parts = sentences(paragraph.text)
    located = [pair for pair in paragraph.pairs if paragraph.text.count(pair[1]) == 1]
    while parts:
        size = draw.choice((1, 1, 2, 2, 3))
        text, parts = " ".join(parts[:size]), parts[size:]
        pairs = tuple(pair for pair in located if occurs_as_words(pair[1], text))
        if pairs and len(text) >= 40:
            yield Paragraph(text, pairs)


def lengthen(paragraphs: list[Paragraph], index: int, draw: random.Random) -> Paragraph:
    """Paragraph `index` and the next few of its article (files keep articles together), with pairs from all of them."""
    chosen = paragraphs[index : index + draw.randint(2, 6)]
    text = draw.choice(JOINS).join(paragraph.text for paragraph in chosen)
    pairs = [pair for paragraph in chosen for pair in paragraph.pairs]
    return Paragraph(text, tuple(draw.sample(pairs, min(len(pairs), MOST_PAIRS))))


def vary(paragraphs: list[Paragraph], source: Source, draw: random.Random) -> Iterator[Paragraph]:
    """One pass over a source: a random form of each chosen paragraph."""
    for index, paragraph in enumerate(paragraphs):
        if draw.random() >= source.share:
            continue
        form = draw.random()
        if form < source.windows:
            yield from cut_windows(paragraph, draw)
        elif form < source.windows + source.long:
            yield lengthen(paragraphs, index, draw)
        else:
            yield paragraph
