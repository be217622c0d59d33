"""Train the support head together with the QAGen model: judged texts, QA pairs and the claims' language model in one run.

    python -m qagen train_support --run support --from ../public/models/ID --data DIR --hours 8

Uses one thread, or one for each of --lanes. A checkpoint is written every few minutes. The same command with the same --run resumes a killed
run. SIGTERM and Ctrl+C save before the run ends. To end a run early, stop it and resume it with a smaller --hours: the learning rate then decays at once.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import torch

from ...model.allocator import keep_memory
from ...model.checkpoint import save_checkpoint
from ...model.products import FORMATS, products_named
from ...model.provenance import after_run
from ...model.training.schedule import Schedule
from ...model.tokenizer import load_tokenizer
from ...model.training.train_state import Progress, load_state, save_state
from ...onnx.exported_model import open_checkpoint
from ...paths import add_data_option, add_runs_option
from ...support.data.made.fluent_edits import FluentEdits
from ...support.data.mix import Mix
from ...support.data.mixed_batch import MixedBatch, pack_mixed
from ...support.data.sampled_pairs import SampledPairs
from ...support.model.support_model import SupportModel


KEYS = ("data", "support_steps", "support_tokens", "averaged_checkpoints")
"""Of a run in the provenance. `SupportRun.save` writes steps and tokens, `average` the last."""


def provenance_of_run(of_start: dict, start: str) -> dict:
    return after_run(of_start, start, {"data": "judged texts and QA pairs (qagen/support/data/mix.py)"}, KEYS)


class SupportRun:
    def __init__(self, folder: Path, model: SupportModel, rate: float, head_rate: float, decay: float, lanes: int = 1) -> None:
        self.folder, self.model = folder, model
        self.lanes: Executor | None = ThreadPoolExecutor(lanes, initializer=torch.set_num_threads, initargs=(1,)) if lanes > 1 else None
        folder.mkdir(parents=True, exist_ok=True)
        groups = [{"params": model.body_parameters()}, {"params": list(model.head.parameters())}]
        self.optimiser = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), weight_decay=0.0)
        self.schedule = Schedule(rate, decay_share=decay)
        self.head_share = head_rate / rate
        self.state_file = folder / "state.pt"
        self.log_file = folder / "log.jsonl"
        self.progress = Progress()
        if self.state_file.exists():
            self.progress = load_state(self.state_file, model, self.optimiser)
            self._forget_unsaved_rows()
        model.refresh()

    def step(self, batches: list, seconds: float) -> dict:
        """One optimiser step; `seconds` is the length of the whole run."""
        began = time.monotonic()
        rate = self.schedule.rate(self.progress.step, self.progress.elapsed, seconds)
        for group, share in zip(self.optimiser.param_groups, (1.0, self.head_share), strict=True):
            group["lr"] = rate * share
        said, norm = self.model.set_step_gradients(batches, self.lanes)
        self.optimiser.step()
        self.model.refresh()
        self.progress.step += 1
        self.progress.tokens += sum(len(batch.ids) for batch in batches)
        self.progress.elapsed += time.monotonic() - began
        return {**self.progress.numbers(), "rate": rate, "gradient_norm": norm, **said}

    def log(self, row: dict) -> None:
        with self.log_file.open("a") as file:
            file.write(json.dumps({key: float(f"{value:.5g}") if isinstance(value, float) else value for key, value in row.items()}) + "\n")

    def _forget_unsaved_rows(self) -> None:
        """Drops log rows after the saved step: their steps are done again. And a last line that a killed run did not finish."""
        if self.log_file.exists():
            lines = self.log_file.read_text().splitlines(keepends=True)
            self.log_file.write_text("".join(line for line in lines if line.endswith("\n") and json.loads(line)["step"] <= self.progress.step))

    def save(self, provenance: dict, keep: bool) -> None:
        save_state(self.state_file, self.model, self.optimiser, self.progress)
        made = {**provenance, "support_steps": self.progress.step, "support_tokens": self.progress.tokens}
        latest, kept = self.folder / "latest.safetensors", self.folder / f"at-{self.progress.step}.safetensors"
        save_checkpoint(self.model.to_checkpoint(made), latest)
        if keep and not kept.exists():
            os.link(latest, kept)  # the next save replaces latest and leaves this file alone


def go_on(run: SupportRun, mix: Mix) -> None:
    """Puts the mix where the run was saved. States of older versions do not name the place."""
    if run.progress.place:
        try:
            mix.resume(run.progress.place)
        except ValueError as error:
            sys.exit(str(error))
    elif run.progress.step:
        print(f"{run.state_file} does not say which texts the run has read. The run starts the texts again, in a new order.")


def train_support(run: SupportRun, mix: Mix, batches_a_step: int, seconds: float, save_seconds: float, provenance: dict, keep: bool) -> None:
    stop_asked = False

    def ask_stop(signal_number: int, frame: object) -> None:
        nonlocal stop_asked
        stop_asked = True

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, ask_stop)
    go_on(run, mix)
    mix.edits = FluentEdits(run.model, mix.tokenizer)
    mix.pairs = SampledPairs(lambda: run.model.to_checkpoint({}), mix.tokenizer)
    batches = mix.batches()

    def prepare() -> tuple[list[MixedBatch], dict]:
        """The batches of a step, and the place in the mix behind them."""
        return [pack_mixed(next(batches), mix.batch_tokens) for _ in range(batches_a_step)], mix.place()

    saved = time.monotonic()
    coming: Future[tuple[list[MixedBatch], dict]] | None = None
    with ThreadPoolExecutor(1, initializer=torch.set_num_threads, initargs=(1,)) as ahead:
        while run.progress.elapsed < seconds and not stop_asked:
            ready, place = coming.result() if coming else prepare()
            # Making claims and sampling pairs takes one thread. With lanes, it uses what they leave of the cores, with weights that are a step older.
            coming = ahead.submit(prepare) if run.lanes else None
            row = run.step(ready, seconds)
            run.progress.place = place  # not that of the batches made ahead
            run.log(row)
            print(row, flush=True)
            if time.monotonic() - saved > save_seconds:
                run.save(provenance, keep)
                saved = time.monotonic()
        run.save(provenance, keep)


def main() -> None:
    keep_memory("train_support")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", default="support", help="folder below --runs")
    parser.add_argument("--from", dest="start", type=Path, required=True, help="checkpoint, or folder of an exported model")
    parser.add_argument("--hours", type=float, required=True, help="hours of training steps")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.4, help="last share of the run in which the rate falls")
    parser.add_argument("--batch-tokens", type=int, default=1024)
    parser.add_argument("--batches", type=int, default=4, help="batches per step")
    parser.add_argument("--lanes", type=int, default=1, help="batches that are computed side by side, one thread each")
    parser.add_argument("--seed", type=int, default=1, help="of the order of the data; a new run needs its own, or it reads the same texts first")
    parser.add_argument("--readings", type=int, choices=(1, 2), default=1, help="how often a claim is read; the second reading is for training alone")
    parser.add_argument("--first-layer", type=int, default=0, help="layers below this one do not move, which saves their backward pass")
    parser.add_argument("--save-minutes", type=float, default=10)
    parser.add_argument("--keep", action="store_true", help="keep each checkpoint as at-STEP.safetensors; `average` takes their mean")
    parser.add_argument("--products", choices=("fastest", *FORMATS), default="fastest")
    add_data_option(parser)
    add_runs_option(parser)
    options = parser.parse_args()
    torch.set_num_threads(1)
    try:
        tokenizer = load_tokenizer(options.runs / "tokenizer.json")
        mix = Mix(options.data, options.runs / "examples" / "train.safetensors", tokenizer, options.batch_tokens, options.seed, options.readings)
        checkpoint = open_checkpoint(options.start)
        model = SupportModel(checkpoint, products=products_named(options.products), first_layer=options.first_layer)
        run = SupportRun(options.runs / options.run, model, options.rate, options.head_rate, options.decay, options.lanes)
    except (OSError, ValueError, RuntimeError) as error:
        sys.exit(str(error))
    print(f"Left out, because they share text with the development part: {sum(mix.left_out.values())} of the training articles.")
    provenance = provenance_of_run(checkpoint.provenance, options.start.name)
    train_support(run, mix, options.batches, options.hours * 3600, options.save_minutes * 60, provenance, options.keep)
