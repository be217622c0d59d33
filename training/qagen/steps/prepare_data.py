"""Step 2. Training and monitoring examples from question-answer data: `examples/train.safetensors`, `dev.safetensors`.

An example is one token sequence: text, START, then for up to sixteen pairs: question, SEPARATOR, answer, END.
Nothing is put between them: the page feeds `encode(text) + [START]` as the prefix, and a path continues it.
The text takes three forms, because the page reads one-sentence summaries and whole articles alike: windows of one
to three sentences, whole paragraphs, and several neighbouring paragraphs (news length).
SQuAD's dev set is for measuring alone; nothing of the consistency sets is read here.

    python -m qagen prepare_data [--data DIR] [--runs DIR] [--passes N] [--seed N]
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, Iterator

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer

from ..model.tokenizer import END, SEPARATOR, START, load_tokenizer
from ..paths import add_data_option, add_runs_option

MOST_PAIRS = 16  # reading the text costs most, so a long one should teach much
MOST_TEXT_TOKENS = 1000
MOST_ANSWER_WORDS = 12
JOINS = (" ", "\n", "\n\n")  # how pasted articles separate paragraphs


@dataclass(frozen=True)
class Source:
    """One file of `qa/`, the share of its paragraphs taken each pass, and how often each form of text is cut."""

    file: str
    share: float
    windows: float
    long: float
    well_formed_only: bool  # keep only questions that start with a capital and end with a question mark


# Not used: nq-oracle (search queries in lower case, not questions as SQuAD asks them), policyqa (answers are whole
# clauses), fairytaleqa (many answers are not in the text).
TRAINING_SOURCES = (
    Source("squad1.1-train", 1.0, windows=0.40, long=0.35, well_formed_only=False),
    Source("squadshifts-new_wiki", 0.5, windows=0.5, long=0.1, well_formed_only=True),
    Source("squadshifts-amazon_reviews", 0.3, windows=0.6, long=0.0, well_formed_only=True),
    Source("squadshifts-reddit", 0.3, windows=0.6, long=0.0, well_formed_only=True),
    Source("qamr-dev", 1.0, windows=0.0, long=0.0, well_formed_only=True),
    Source("qamr-test", 1.0, windows=0.0, long=0.0, well_formed_only=True),
)
DEV_SOURCE = "squad1.1-dev"

Pair = tuple[str, str]
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
NOT_AN_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|No|Gen|Sen|Rep|Inc|Co|Lt|Col|Prof|[A-Z])|\b[a-z]\.[a-z])\.$")


@dataclass(frozen=True)
class Paragraph:
    text: str
    pairs: tuple[Pair, ...]


def occurs_as_words(answer: str, text: str) -> bool:
    """Whole words only, as the page's own filter demands of the pairs that it keeps."""
    return re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", text) is not None


def clean_pairs(row: dict, well_formed_only: bool) -> tuple[Pair, ...]:
    pairs: list[Pair] = []
    seen: set[str] = set()
    for item in row["qas"]:
        question, answer = " ".join(item["q"].split()), item["a"].strip()
        if question.casefold() in seen or len(question) < 8 or not answer:
            continue
        if len(answer.split()) > MOST_ANSWER_WORDS or not occurs_as_words(answer, row["context"]):
            continue
        if well_formed_only and not (question[0].isupper() and question.endswith("?") and len(question.split()) >= 4):
            continue
        seen.add(question.casefold())
        pairs.append((question, answer))
    return tuple(pairs)


def read_paragraphs(path: Path, well_formed_only: bool) -> list[Paragraph]:
    if not path.exists():
        raise FileNotFoundError(f"No data at {path}. Pass the folder that holds qa/ with --data DIR.")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    paragraphs = [Paragraph(row["context"].strip(), clean_pairs(row, well_formed_only)) for row in rows]
    return [paragraph for paragraph in paragraphs if paragraph.pairs]


def sentences(text: str) -> list[str]:
    """A rough splitter: wrong splits only make odd windows, which people's texts are too."""
    parts: list[str] = []
    start = 0
    for match in SENTENCE_END.finditer(text):
        if NOT_AN_END.search(text[start : match.start()]):
            continue
        parts.append(text[start : match.end()].rstrip())
        start = match.end()
    return [*parts, text[start:]]


def cut_windows(paragraph: Paragraph, draw: random.Random) -> Iterator[Paragraph]:
    """All of the paragraph, in windows of one to three sentences; a window without a pair is dropped.
    Only an answer that stands once in the paragraph tells which window its question is about."""
    parts = sentences(paragraph.text)
    located = [pair for pair in paragraph.pairs if paragraph.text.count(pair[1]) == 1]
    while parts:
        size = draw.choice((1, 1, 2, 2, 3))
        text, parts = " ".join(parts[:size]), parts[size:]
        pairs = tuple(pair for pair in located if occurs_as_words(pair[1], text))
        if pairs and len(text) >= 40:
            yield Paragraph(text, pairs)


def lengthen(paragraphs: list[Paragraph], index: int, draw: random.Random) -> Paragraph:
    """Paragraph `index` and the next few of its article (files keep articles together), with pairs from all."""
    chosen = paragraphs[index : index + draw.randint(2, 6)]
    text = draw.choice(JOINS).join(paragraph.text for paragraph in chosen)
    pairs = [pair for paragraph in chosen for pair in paragraph.pairs]
    return Paragraph(text, tuple(draw.sample(pairs, min(len(pairs), MOST_PAIRS))))


def vary(paragraphs: list[Paragraph], source: Source, draw: random.Random) -> Iterator[Paragraph]:
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


def encode_example(paragraph: Paragraph, tokenizer: Tokenizer, draw: random.Random) -> list[int] | None:
    """Token ids, or None where the text is over MOST_TEXT_TOKENS."""
    text = tokenizer.encode(paragraph.text).ids
    if len(text) > MOST_TEXT_TOKENS:
        return None
    pairs = draw.sample(paragraph.pairs, min(len(paragraph.pairs), MOST_PAIRS))
    ids = [*text, START]
    for question, answer in pairs:
        ids += [*tokenizer.encode(question).ids, SEPARATOR, *tokenizer.encode(answer).ids, END]
    return ids


def write_examples(examples: Iterable[list[int] | None], path: Path) -> None:
    """`ids` int32 [tokens of all examples], `starts` int64 [examples + 1]."""
    kept = [torch.tensor(ids, dtype=torch.int32) for ids in examples if ids]
    lengths = torch.tensor([0, *(len(ids) for ids in kept)])
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({"ids": torch.cat(kept), "starts": lengths.cumsum(0)}, path)
    print(f"{path.name}: {len(kept)} examples, {int(lengths.sum())} tokens")


def prepare(data: Path, runs: Path, passes: int, seed: int) -> None:
    tokenizer = load_tokenizer(runs / "tokenizer.json")
    draw = random.Random(seed)
    sources = [(source, read_paragraphs(data / "qa" / f"{source.file}.jsonl.xz", source.well_formed_only))
               for source in TRAINING_SOURCES]
    train: list[list[int] | None] = []
    for _ in range(passes):
        varied = [text for source, paragraphs in sources for text in vary(paragraphs, source, draw)]
        draw.shuffle(varied)
        train += (encode_example(text, tokenizer, draw) for text in varied)
    write_examples(train, runs / "examples" / "train.safetensors")
    dev = read_paragraphs(data / "qa" / f"{DEV_SOURCE}.jsonl.xz", well_formed_only=False)
    draw = random.Random(0)  # the dev set does not depend on --seed
    draw.shuffle(dev)
    write_examples((encode_example(text, tokenizer, draw) for text in dev), runs / "examples" / "dev.safetensors")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_data_option(parser)
    add_runs_option(parser)
    parser.add_argument("--passes", type=int, default=1, help="times the data is gone through, each cut anew")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    prepare(arguments.data, arguments.runs, arguments.passes, arguments.seed)
