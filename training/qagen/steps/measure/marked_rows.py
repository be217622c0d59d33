"""Write judged texts of the development part, with the characters that are wrong, as rows for the command.

    python -m qagen marked_rows --data DIR --each 12 > rows.jsonl
    npx quals score --input rows.jsonl --records records.jsonl --output scores.jsonl
    npx tsx scripts/measure-named-answers.ts rows.jsonl records.jsonl
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

from ...data.judged_texts import JudgedText, is_dev, read_judged_texts
from ...paths import add_data_option

SETS = ("bump", "defacto", "ragtruth-summary", "ragtruth-qa", "summedits-samsum", "summedits-sales_email", "dia-sum-fact")
# A longer article takes long to score; a shorter summary has too few questions.
MOST_SOURCE_WORDS = 650
LEAST_SUMMARY_WORDS = 8


def chosen(texts: Sequence[JudgedText], each: int, seed: int) -> list[JudgedText]:
    """At most `each` consistent texts, and as many wrong ones whose wrong words are known. One text of a source and label."""
    texts = [text for text in texts if is_dev(text.source) and text.wrong is not None and _has_size(text)]
    random.Random(seed).shuffle(texts)
    by_source = {(text.source, text.label): text for text in reversed(texts)}
    first = list({id(text): text for text in texts if by_source[text.source, text.label] is text}.values())
    return [text for label in (0, 1) for text in [text for text in first if text.label == label][:each]]


def _has_size(text: JudgedText) -> bool:
    return len(text.source.split()) < MOST_SOURCE_WORDS and len(text.summary.split()) >= LEAST_SUMMARY_WORDS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="+", default=SETS)
    parser.add_argument("--each", type=int, default=12, help="consistent texts of a set, and wrong ones")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--without", type=Path, nargs="*", default=[], metavar="ROWS", help="files of rows to leave out")
    add_data_option(parser)
    arguments = parser.parse_args()
    out = {json.loads(line)["id"] for file in arguments.without for line in file.read_text("utf-8").splitlines()}
    for name in arguments.sets:
        texts = [text for text in read_judged_texts(arguments.data, [name]) if text.id not in out]
        for text in chosen(texts, arguments.each, arguments.seed):
            row = {"id": text.id, "set": name, "label": text.label, "spans": text.wrong, "source": text.source, "summary": text.summary}
            print(json.dumps(row, ensure_ascii=False))
