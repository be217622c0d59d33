"""A training run over a fixed list of examples: whole epochs, shuffled anew in each, with checkpoints from which a killed run resumes."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from qagen.model.checkpoint import save_checkpoint
from qagen.model.training.schedule import Schedule
from qagen.model.training.train_state import Progress, load_state, save_state

from ..data.batches import batches_of
from ..data.examples import Example
from .run_files import append_to_log, keep_log_until, keep_settings
from .summariser import Summariser

STATE, WEIGHTS, LOG, SETTINGS = "state.pt", "latest.safetensors", "log.jsonl", "settings.json"


@dataclass(frozen=True)
class Settings:
    """`rate`: highest learning rate. `step_examples`: examples of one optimiser step. `batch_tokens`: tokens computed at once."""

    epochs: int
    rate: float
    warmup_steps: int
    decay_share: float
    step_examples: int = 8
    batch_tokens: int = 1024
    seed: int = 0


class TrainingRun:
    def __init__(self, folder: Path, model: Summariser, examples: Sequence[Example], settings: Settings, provenance: dict) -> None:
        """Resumes if the folder has a state. Raises ValueError if it has one of other settings."""
        self.folder, self.model, self.examples, self.settings, self.provenance = folder, model, examples, settings, provenance
        folder.mkdir(parents=True, exist_ok=True)
        keep_settings(folder / SETTINGS, {**asdict(settings), "examples": len(examples), "tokens": sum(map(len, examples))})
        self.optimiser = torch.optim.AdamW(model.parameters(), lr=settings.rate, betas=(0.9, 0.98), weight_decay=0.0)
        self.schedule = Schedule(settings.rate, settings.warmup_steps, settings.decay_share)
        self.progress = Progress()
        if (folder / STATE).exists():
            self.progress = load_state(folder / STATE, model, self.optimiser)
            model.refresh()
        keep_log_until(folder / LOG, self.progress.step)

    @property
    def steps_an_epoch(self) -> int:
        return -(-len(self.examples) // self.settings.step_examples)

    @property
    def steps(self) -> int:
        return self.settings.epochs * self.steps_an_epoch

    def examples_of(self, step: int) -> list[Example]:
        """The examples of one step, which counts from 0 over all epochs."""
        epoch, place = divmod(step, self.steps_an_epoch)
        order = list(range(len(self.examples)))
        random.Random(f"{self.settings.seed} {epoch}").shuffle(order)
        count = self.settings.step_examples
        return [self.examples[index] for index in order[place * count : (place + 1) * count]]

    def step(self) -> dict:
        """One optimiser step. Returns the row of the log."""
        began = time.monotonic()
        rate = self.schedule.rate(self.progress.step, self.progress.step, self.steps)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        batches = batches_of(self.examples_of(self.progress.step), self.settings.batch_tokens)
        losses = self.model.set_step_gradients(batches)
        self.optimiser.step()
        self.model.refresh()
        self.progress.step += 1
        self.progress.tokens += sum(len(batch.ids) for batch in batches)
        self.progress.elapsed += time.monotonic() - began
        return {"step": self.progress.step, "tokens": self.progress.tokens, "seconds": self.progress.elapsed, "rate": rate, **asdict(losses)}

    def save(self) -> None:
        save_state(self.folder / STATE, self.model, self.optimiser, self.progress)
        made = {**self.provenance, "steps": self.progress.step, "tokens": self.progress.tokens}
        save_checkpoint(self.model.to_checkpoint(made), self.folder / WEIGHTS)

    def log(self, row: dict) -> None:
        append_to_log(self.folder / LOG, row)

    def train(self, save_seconds: float = 600) -> bool:
        """Trains to the end, or until SIGTERM or SIGINT; saves every `save_seconds` and at the end. Returns whether the run is done."""
        stop_asked = False

        def ask_stop(signal_number: int, frame: object) -> None:
            nonlocal stop_asked
            stop_asked = True

        before = {name: signal.signal(name, ask_stop) for name in (signal.SIGTERM, signal.SIGINT)}
        saved, has_news = time.monotonic(), not (self.folder / WEIGHTS).exists()
        while self.progress.step < self.steps and not stop_asked:
            row = self.step()
            self.log(row)
            print(row, flush=True)
            has_news = True
            if time.monotonic() - saved > save_seconds:
                self.save()
                saved, has_news = time.monotonic(), False
        if has_news:
            self.save()
        for name, handler in before.items():
            signal.signal(name, handler)
        return self.progress.step >= self.steps
