"""Cut question-answer data into training and dev examples: `examples/train.safetensors`, `examples/dev.safetensors`.

SQuAD's dev set is used for measuring only. This step reads nothing but `qa/`.

    python -m qagen prepare_data --data DIR [--runs DIR] [--passes N] [--seed N]
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

from ...data.examples import encode_example, write_examples
from ...data.paragraphs import read_paragraphs
from ...data.qa_sources import DEV_SOURCE, TRAINING_SOURCES
from ...data.text_forms import vary
from ...model.tokenizer import load_tokenizer
from ...paths import add_data_option, add_runs_option


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
    parser.add_argument("--passes", type=int, default=1, help="number of passes over the data, each with new random forms")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    try:
        prepare(arguments.data, arguments.runs, arguments.passes, arguments.seed)
    except OSError as error:
        sys.exit(str(error))
