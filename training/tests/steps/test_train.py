import csv
from pathlib import Path

import pytest
import torch

from qagen.data.examples import Examples
from qagen.model.checkpoint import load_checkpoint
from qagen.model.lanes import Lanes
from qagen.model.training.schedule import Schedule
from qagen.model.trainable_model import TrainableModel
from qagen.model.training.training_run import Run, dev_loss, train
from qagen.steps.train.train import provenance_of_run
from small import small_checkpoint, write_small_examples

BATCH = 128


class Killed(Exception):
    pass


@pytest.fixture
def examples(tmp_path) -> Examples:
    write_small_examples(tmp_path / "train.safetensors", 30)
    return Examples(tmp_path / "train.safetensors")


def new_run(folder) -> Run:
    lanes = Lanes(TrainableModel(small_checkpoint(), compiled=False), 2)
    return Run(folder, lanes, Schedule(3e-3, warmup_steps=2), BATCH)


def go(run: Run, examples: Examples, steps: int) -> None:
    train(run, examples, examples, steps, None, every=2, provenance={"base": "random"})


def steps_logged(folder) -> list[int]:
    with (folder / "log.csv").open() as file:
        return [int(row["step"]) for row in csv.DictReader(file)]


def test_a_killed_and_resumed_run_gives_the_same_weights(tmp_path, examples, monkeypatch):
    go(new_run(tmp_path / "whole"), examples, 7)

    killed = new_run(tmp_path / "killed")
    step = killed.step
    def die_in_sixth(*arguments):
        if killed.progress.step == 5:
            raise Killed
        return step(*arguments)
    monkeypatch.setattr(killed, "step", die_in_sixth)
    with pytest.raises(Killed):
        go(killed, examples, 7)
    resumed = new_run(tmp_path / "killed")
    assert resumed.progress.step == 4
    go(resumed, examples, 7)

    whole, other = (load_checkpoint(tmp_path / name / "latest.safetensors") for name in ("whole", "killed"))
    assert all(torch.equal(tensor, other.tensors[name]) for name, tensor in whole.tensors.items())
    assert steps_logged(tmp_path / "killed") == steps_logged(tmp_path / "whole") == list(range(1, 8))


def test_a_finished_run_started_again_does_nothing(tmp_path, examples):
    go(new_run(tmp_path / "run"), examples, 3)
    before = (tmp_path / "run" / "latest.safetensors").read_bytes()
    go(new_run(tmp_path / "run"), examples, 3)
    assert (tmp_path / "run" / "latest.safetensors").read_bytes() == before


def test_the_checkpoint_says_what_made_it_and_measures_as_logged(tmp_path, examples):
    run = new_run(tmp_path / "run")
    go(run, examples, 4)
    checkpoint = load_checkpoint(tmp_path / "run" / "latest.safetensors")
    assert checkpoint.provenance == {"base": "random", "steps": 4, "tokens": 4 * 2 * BATCH}
    with (tmp_path / "run" / "log.csv").open() as file:
        logged = float(list(csv.DictReader(file))[-1]["dev_loss"])
    lanes = Lanes(TrainableModel(checkpoint, compiled=False), 1)
    assert dev_loss(lanes, examples, 40, BATCH) == pytest.approx(logged, abs=1e-3)


def test_an_unreadable_state_names_file_and_remedy(tmp_path):
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "state.pt").write_bytes(b"half a file")
    with pytest.raises(RuntimeError, match="state.pt.*Delete it"):
        new_run(tmp_path / "run")


def test_the_rate_warms_up_stays_and_decays():
    schedule = Schedule(peak=1.0, warmup_steps=4, decay_share=0.2, floor=0.02)
    assert [schedule.rate(step, 0, 100) for step in range(5)] == [0.25, 0.5, 0.75, 1.0, 1.0]
    assert schedule.rate(50, 79, 100) == 1.0
    assert schedule.rate(90, 90, 100) == pytest.approx(0.5)
    assert schedule.rate(100, 100, 100) == pytest.approx(0.02)


def test_provenance_keeps_earlier_runs():
    base = {"base": "random"}
    free = provenance_of_run(base, "base", "weights", None) | {"steps": 5, "tokens": 50}
    grid = provenance_of_run(free, "quantised", "grid", Path("teacher"))
    assert "earlier_runs" not in free
    assert grid["earlier_runs"] == [{"moved": "weights", "learned_from": "pairs", "steps": 5, "tokens": 50, "started_from": "base"}]
    assert (grid["moved"], grid["learned_from"], grid["base"]) == ("grid", "a teacher", "random")
    # What it started from is of the head's run, not of the run before that.
    student = provenance_of_run(free | {"support_steps": 9, "started_from": "grid"}, "shortened", "weights", None)
    assert student["earlier_runs"] == [{"moved": "weights", "learned_from": "pairs", "steps": 5, "tokens": 50}]
