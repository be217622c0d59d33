"""Score labelled summaries with a checkpoint and print the tables of the model card.

Each row is appended to a JSON Lines file when it is done, so an interrupted run resumes. The file name has the fingerprint of the
weights, the number of paths, the precision, the version of the text normalisation, and "evaluation" or "development". bfloat16 takes
half the time, but changes the order of near-equal candidates: the search writes other pairs, and QUALS of one summary may change by some
tenths. Figures of a release use float32. `calibrate` takes only rows of the model folder that it calibrates.

    python -m qagen evaluate ../public/models/ID --data DIR [--sets cliff summedits-news] [--sample 200 --seed 0] [--paths 60]
                             [--precision float32] [--workers 2] [--runs DIR]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
from pathlib import Path

import torch
from tqdm import tqdm

from ...data.labelled_summaries import DEVELOPMENT_SETS, SETS, choose_rows, part_of
from ...evaluation.agreement_table import table
from ...evaluation.evaluate_row import evaluate_row
from ...evaluation.expected_values import Reference
from ...evaluation.rows import read_rows, rows_path
from ...evaluation.search import SearchSettings
from ...model.reference_model import PRECISIONS, LanguageModel
from ...model.tokenizer import load_tokenizer
from ...onnx.exported_model import fingerprint, open_checkpoint
from ...paths import add_data_option, add_runs_option

_reference: Reference
_settings: SearchSettings


def prepare_worker(checkpoint: Path, tokenizer: Path, settings: SearchSettings, precision: str) -> None:
    global _reference, _settings
    torch.set_num_threads(1)
    model = LanguageModel(open_checkpoint(checkpoint), PRECISIONS[precision])
    _reference = Reference(model, load_tokenizer(tokenizer))
    _settings = settings


def work(row: dict) -> dict:
    return {"set": row["set"]} | evaluate_row(_reference, row, _settings)


def evaluate(rows: list[dict], path: Path, workers: int, preparation: tuple, weights: str) -> None:
    """`weights`: fingerprint that each row names."""
    done = {(row["set"], row["id"]) for row in read_rows(path)}
    waiting = [row for row in rows if (row["set"], row["id"]) not in done]
    if not waiting:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    # One process per core: parts of the search are plain Python and would leave the other cores idle.
    context = multiprocessing.get_context("spawn")
    with context.Pool(workers, prepare_worker, preparation) as pool, path.open("a", encoding="utf-8") as file:
        for result in tqdm(pool.imap_unordered(work, waiting), total=len(waiting), unit="row", mininterval=5):
            file.write(json.dumps(result | {"weights": weights}) + "\n")
            file.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, help="checkpoint or model folder")
    parser.add_argument("--tokenizer", type=Path, help="default: tokenizer.json in the runs folder")
    parser.add_argument("--sets", nargs="+", default=list(SETS), choices=(*SETS, *DEVELOPMENT_SETS))
    parser.add_argument("--sample", type=int, metavar="N", help="rows of each set (default: all)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--paths", type=int, default=60)
    parser.add_argument("--precision", choices=PRECISIONS, default="float32")
    parser.add_argument("--workers", type=int, default=2, help="processes, one thread each")
    add_data_option(parser)
    add_runs_option(parser)
    arguments = parser.parse_args()
    try:
        rows = choose_rows(arguments.data, arguments.sets, arguments.sample, arguments.seed)
        path = rows_path(arguments.runs, arguments.checkpoint, arguments.paths, arguments.precision, part_of(arguments.sets))
        tokenizer = arguments.tokenizer or arguments.runs / "tokenizer.json"
        preparation = (arguments.checkpoint, tokenizer, SearchSettings(paths=arguments.paths), arguments.precision)
        load_tokenizer(tokenizer)
        evaluate(rows, path, arguments.workers, preparation, fingerprint(arguments.checkpoint))
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    wanted = {(row["set"], row["id"]) for row in rows}
    print(f"Rows: {path}\n")
    print(table([row for row in read_rows(path) if (row["set"], row["id"]) in wanted]))
