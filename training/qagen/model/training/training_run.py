"""The training loop: optimiser steps, dev loss, log, and checkpoints from which a killed run resumes."""

from __future__ import annotations

import csv
import signal
import time
from pathlib import Path

import torch
from tqdm import tqdm

from ...data.batches import take_batch
from ...data.examples import Examples
from ..checkpoint import save_checkpoint
from ..lanes import Lanes
from .schedule import Schedule
from .train_state import Progress, load_state, save_state

BATCH_TOKENS = 2048  # per lane: an optimiser step takes one batch per lane
LANES = 2
DEV_EXAMPLES = 40
COLUMNS = ("step", "tokens", "seconds", "rate", "loss", "gradient_norm", "dev_loss")


def dev_loss(lanes: Lanes, examples: Examples, count: int, batch_tokens: int = BATCH_TOKENS) -> float:
    """Nats per target token over the first `count` examples (rounded up to whole batches)."""
    batches, position = [], 0
    while position < min(count, len(examples)):
        batch, position = take_batch(examples, position, batch_tokens)
        batches.append(batch)
    return sum(lanes.losses(batches)) / sum(len(batch.targets) for batch in batches)


class Run:
    """One training run in a folder: state, checkpoint and log. Resumes if the folder has a state."""

    def __init__(self, folder: Path, lanes: Lanes, schedule: Schedule, batch_tokens: int = BATCH_TOKENS) -> None:
        self.folder, self.lanes, self.schedule, self.batch_tokens = folder, lanes, schedule, batch_tokens
        self.model = lanes.model
        folder.mkdir(parents=True, exist_ok=True)
        self.optimiser = torch.optim.AdamW(self.model.parameters(), lr=schedule.peak, betas=(0.9, 0.98), weight_decay=0.0)
        self.state_file = folder / "state.pt"
        self.progress = Progress()
        if self.state_file.exists():
            self.progress = load_state(self.state_file, self.model, self.optimiser)
            self.model.refresh()
            self._forget_unsaved_rows()

    def step(self, examples: Examples, share_done: float) -> dict[str, float]:
        """One optimiser step. `share_done`: part of the run that is done, 0 to 1; sets the learning rate. Returns the columns of the log."""
        began = time.monotonic()
        rate = self.schedule.rate(self.progress.step, share_done, 1.0)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        batches = []
        for _ in range(self.lanes.count):
            batch, self.progress.position = take_batch(examples, self.progress.position, self.batch_tokens)
            batches.append(batch)
        loss, norm = self.lanes.gradients(batches)
        self.optimiser.step()
        self.model.refresh()
        self.progress.step += 1
        self.progress.tokens += self.batch_tokens * self.lanes.count
        self.progress.elapsed += time.monotonic() - began
        return {"rate": rate, "loss": loss, "gradient_norm": norm}

    def save(self, provenance: dict) -> None:
        save_state(self.state_file, self.model, self.optimiser, self.progress)
        made = {**provenance, "steps": self.progress.step, "tokens": self.progress.tokens}
        save_checkpoint(self.model.to_checkpoint(made), self.folder / "latest.safetensors")

    def _forget_unsaved_rows(self) -> None:
        """Drop log rows after the checkpoint: their steps are done again."""
        path = self.folder / "log.csv"
        if path.exists():
            header, *rows = path.read_text().splitlines(keepends=True)
            kept = [row for row in rows if int(row.split(",")[0]) <= self.progress.step]
            path.write_text("".join([header, *kept]))

    def log(self, row: dict[str, float], dev: float | None) -> None:
        path = self.folder / "log.csv"
        is_new = not path.exists()
        with path.open("a", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            if is_new:
                writer.writeheader()
            p = self.progress
            numbers = {"rate": f"{row['rate']:.2e}", "loss": f"{row['loss']:.4f}", "gradient_norm": f"{row['gradient_norm']:.3f}"}
            measured = "" if dev is None else f"{dev:.4f}"
            writer.writerow({"step": p.step, "tokens": p.tokens, "seconds": round(p.elapsed), **numbers, "dev_loss": measured})


def train(run: Run, train_set: Examples, dev_set: Examples, steps: int | None, seconds: float | None, every: int, provenance: dict) -> None:
    """Train until `steps` or `seconds` are done, or a signal asks to stop. Saves with each dev loss, every `every` steps."""
    def share_done() -> float:
        return run.progress.step / steps if steps else run.progress.elapsed / (seconds or 1)

    stop_asked = False

    def ask_stop(signal_number: int, frame: object) -> None:
        nonlocal stop_asked
        stop_asked = True

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, ask_stop)

    with tqdm(total=1.0, initial=share_done(), unit="run", bar_format="{l_bar}{bar}| {remaining} left {postfix}") as bar:
        while (share := share_done()) < 1 and not stop_asked:
            row = run.step(train_set, share)
            is_last = share_done() >= 1
            measured = dev_loss(run.lanes, dev_set, DEV_EXAMPLES, run.batch_tokens) if run.progress.step % every == 0 or is_last else None
            run.log(row, measured)
            if measured is not None or stop_asked:
                run.save(provenance)
            bar.set_postfix(step=run.progress.step, loss=f"{row['loss']:.3f}", dev=measured)
            bar.update(min(1.0, share_done()) - bar.n)
