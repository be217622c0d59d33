"""Step 6. QUALS, by the weights that ship, on summaries that people judged.

Rows are appended to a JSONL file as they finish, so a run that was interrupted goes on where it stopped; the table is
made from whatever rows the file holds. The file's name carries a fingerprint of the weights, the number of paths and
the precision: bfloat16 takes half the time, but near-equal candidates fall otherwise, the search writes other pairs,
and a single summary's QUALS may move by some tenths. What ships runs in float32.

    python -m qagen evaluate CHECKPOINT [--sets cliff summedits-news] [--sample 200 --seed 0] [--paths 60]
                             [--precision float32] [--workers 2] [--data DIR] [--runs DIR]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import random
import sys
from pathlib import Path

import torch
from tqdm import tqdm

from ..evaluation.evaluate_row import evaluate_row
from ..evaluation.expected_values import Reference
from ..evaluation.rows import read_rows
from ..evaluation.search import SearchSettings
from ..model.reference_model import LanguageModel
from ..model.tokenizer import load_tokenizer
from ..onnx.exported_model import open_checkpoint
from ..onnx.manifest import read_manifest
from ..paths import add_data_option, add_runs_option
from .evaluate_table import table

SETS = ("cliff", "summedits-news")
PRECISIONS = {"float32": torch.float32, "bfloat16": torch.bfloat16}

_reference: Reference
_settings: SearchSettings


def fingerprint(checkpoint: Path) -> str:
    """Of a file; of an exported model's weights, however its graphs are written."""
    if checkpoint.is_dir():
        sums = [file["sha256"] for file in read_manifest(checkpoint)["files"] if file["role"] == "weights"]
        return hashlib.sha256("".join(sums).encode()).hexdigest()[:12]
    with checkpoint.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def rows_path(runs: Path, checkpoint: Path, paths: int, precision: str) -> Path:
    return runs / "evaluation" / f"{fingerprint(checkpoint)}-{paths}-{precision}.jsonl"


def all_rows_paths(runs: Path, checkpoint: Path, precision: str) -> list[Path]:
    """Of every number of paths that was evaluated. Raises FileNotFoundError where there is none."""
    pattern = f"{fingerprint(checkpoint)}-*-{precision}.jsonl"
    found = sorted((runs / "evaluation").glob(pattern))
    if not found:
        raise FileNotFoundError(f"No rows {pattern} in {runs / 'evaluation'}. Run `python -m qagen evaluate {checkpoint}` first.")
    return found


def read_set(data: Path, name: str) -> list[dict]:
    path = data / "consistency" / f"{name}.jsonl"
    if not path.exists():
        raise FileNotFoundError(f"No labelled summaries at {path}. Pass their folder with --data DIR.")
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) | {"set": name} for line in file]


def choose_rows(data: Path, sets: list[str], sample: int | None, seed: int) -> list[dict]:
    """`sample` rows of each set; the same seed draws the same rows, and a larger sample holds a smaller one."""
    chosen = []
    for name in sets:
        rows = read_set(data, name)
        random.Random(seed).shuffle(rows)
        chosen += rows[:sample]
    return chosen


def prepare_worker(checkpoint: Path, tokenizer: Path, settings: SearchSettings, precision: str) -> None:
    global _reference, _settings
    torch.set_num_threads(1)
    model = LanguageModel(open_checkpoint(checkpoint), PRECISIONS[precision])
    _reference = Reference(model, load_tokenizer(tokenizer))
    _settings = settings


def work(row: dict) -> dict:
    return {"set": row["set"]} | evaluate_row(_reference, row, _settings)


def evaluate(rows: list[dict], path: Path, workers: int, preparation: tuple) -> None:
    done = {(row["set"], row["id"]) for row in read_rows(path)}
    waiting = [row for row in rows if (row["set"], row["id"]) not in done]
    if not waiting:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    # One process a core: the search's bookkeeping is Python and would leave the other cores idle.
    context = multiprocessing.get_context("spawn")
    with context.Pool(workers, prepare_worker, preparation) as pool, path.open("a", encoding="utf-8") as file:
        for result in tqdm(pool.imap_unordered(work, waiting), total=len(waiting), unit="row", mininterval=5):
            file.write(json.dumps(result) + "\n")
            file.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, help="file, or folder of an exported model")
    parser.add_argument("--tokenizer", type=Path, help="default: tokenizer.json in the runs folder")
    parser.add_argument("--sets", nargs="+", default=list(SETS), choices=SETS)
    parser.add_argument("--sample", type=int, metavar="N", help="rows of each set; all unless told")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--paths", type=int, default=60)
    parser.add_argument("--precision", choices=PRECISIONS, default="float32")
    parser.add_argument("--workers", type=int, default=2, help="processes, one thread each")
    add_data_option(parser)
    add_runs_option(parser)
    arguments = parser.parse_args()
    try:
        rows = choose_rows(arguments.data, arguments.sets, arguments.sample, arguments.seed)
        path = rows_path(arguments.runs, arguments.checkpoint, arguments.paths, arguments.precision)
        tokenizer = arguments.tokenizer or arguments.runs / "tokenizer.json"
        preparation = (arguments.checkpoint, tokenizer, SearchSettings(paths=arguments.paths), arguments.precision)
        load_tokenizer(tokenizer)
        evaluate(rows, path, arguments.workers, preparation)
    except OSError as error:
        sys.exit(str(error))
    wanted = {(row["set"], row["id"]) for row in rows}
    print(f"Rows: {path}\n")
    print(table([row for row in read_rows(path) if (row["set"], row["id"]) in wanted]))
