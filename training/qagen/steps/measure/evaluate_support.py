"""Read labelled texts with the support head, each behind the whole of its source, and write a row for each.

    python -m qagen evaluate_support CHECKPOINT --data DIR --sets cliff summedits-news ragtruth-test --rows FILE
    python -m qagen evaluate_support CHECKPOINT --data DIR --sets defacto bump --sources 60 --rows FILE

The first command reads sets for evaluation; other sets are those of judged/, of which the development part is read. A file has rows of one
part only. An interrupted run resumes: texts whose rows are in the file are left out. Each row names the weights that wrote it (`fingerprint` in
onnx/exported_model.py) and the text normalisation, and a file of other weights or of another normalisation is refused.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

import torch

from ...data.labelled_summaries import part_of
from ...evaluation.expected_values import Reference
from ...evaluation.rows import read_own_rows
from ...model.reference_model import LanguageModel
from ...model.tokenizer import load_tokenizer
from ...onnx.exported_model import fingerprint, open_checkpoint
from ...paths import add_data_option, add_runs_option
from ...support.evaluation.support_rows import labelled_texts, support_rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, help="file, or folder of an exported model")
    parser.add_argument("--sets", nargs="+", required=True, metavar="SET")
    parser.add_argument("--sources", type=int, metavar="N", help="random sources of each set (default: all)")
    parser.add_argument("--rows", type=Path, required=True, metavar="FILE", help="JSONL file to write")
    add_data_option(parser)
    add_runs_option(parser)
    options = parser.parse_args()
    torch.set_num_threads(1)
    try:
        weights = fingerprint(options.checkpoint)
        done = {(row["set"], row["id"]) for row in read_own_rows(options.rows, weights)}
        part_of(sorted({*options.sets, *(name for name, _ in done)}))
        of_sets = {name: labelled_texts(options.data, name) for name in options.sets}
        reference = Reference(LanguageModel(open_checkpoint(options.checkpoint)), load_tokenizer(options.runs / "tokenizer.json"))
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    for name, texts in of_sets.items():
        # With the same order, more sources contain fewer.
        order = sorted({each.text.source for each in texts})
        random.Random(0).shuffle(order)
        place = {source: at for at, source in enumerate(order)}
        texts.sort(key=lambda each: place[each.text.source])
        chosen = set(order[: options.sources])
        waiting = [each for each in texts if each.text.source in chosen and (name, each.text.id) not in done]
        with options.rows.open("a", encoding="utf-8") as file:
            for count, row in enumerate(support_rows(reference, waiting, place), 1):
                file.write(json.dumps(row | {"weights": weights}) + "\n")
                if count % 20 == 0:
                    file.flush()
        print(f"{name}: {len(waiting)} rows", flush=True)
