import json
import os
import signal

import pytest
import torch
from conseq.data.examples import Ending, Example
from conseq.model.summariser import Summariser
from conseq.model.training_run import Settings, TrainingRun
from qagen.model.checkpoint import load_checkpoint
from qagen.model.tokenizer import MARKER, START
from small import small_checkpoint

SETTINGS = Settings(epochs=2, rate=1e-3, warmup_steps=1, decay_share=1.0, step_examples=2)
EXAMPLES = [Example([number, 90 + number, START], [Ending([MARKER, 20 + number, START])]) for number in range(10, 15)]


def new_run(folder, settings=SETTINGS, examples=EXAMPLES) -> TrainingRun:
    return TrainingRun(folder, Summariser(small_checkpoint()), examples, settings, {"base": "random"})


def logged(folder) -> list[dict]:
    return [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]


def test_each_epoch_takes_every_example_once_in_another_order(tmp_path):
    run = new_run(tmp_path)
    epochs = [[example.text[0] for step in steps for example in run.examples_of(step)] for steps in (range(3), range(3, 6))]
    assert run.steps == 6 and [sorted(epoch) for epoch in epochs] == [[10, 11, 12, 13, 14]] * 2
    assert epochs[0] != epochs[1]


def test_a_stopped_and_resumed_run_gives_the_same_weights(tmp_path, monkeypatch):
    assert new_run(tmp_path / "whole").train()

    stopped = new_run(tmp_path / "stopped")
    step = stopped.step

    def stop_in_fourth():
        if stopped.progress.step == 3:
            os.kill(os.getpid(), signal.SIGTERM)
        return step()

    monkeypatch.setattr(stopped, "step", stop_in_fourth)
    assert not stopped.train()
    stopped.log({"step": 5})  # of a step that was not saved
    resumed = new_run(tmp_path / "stopped")
    assert resumed.progress.step == 4 and resumed.train()

    whole, other = (load_checkpoint(tmp_path / name / "latest.safetensors") for name in ("whole", "stopped"))
    assert all(torch.equal(tensor, other.tensors[name]) for name, tensor in whole.tensors.items())
    assert other.provenance == {"base": "random", "steps": 6, "tokens": whole.provenance["tokens"]}
    assert [row["positive"] for row in logged(tmp_path / "stopped")] == [row["positive"] for row in logged(tmp_path / "whole")]


def test_the_rate_falls_from_the_first_step_on(tmp_path):
    new_run(tmp_path).train()
    assert [row["rate"] for row in logged(tmp_path)] == pytest.approx([1e-3 * left / 6 for left in range(6, 0, -1)], rel=1e-3)


def test_a_run_of_other_settings_is_refused(tmp_path):
    new_run(tmp_path).train()
    weights = (tmp_path / "latest.safetensors").read_bytes()
    with pytest.raises(ValueError, match="epochs 2 -> 3"):
        new_run(tmp_path, Settings(3, 1e-3, 1, 1.0, step_examples=2))
    with pytest.raises(ValueError, match="examples 5 -> 4"):
        new_run(tmp_path, examples=EXAMPLES[1:])
    assert new_run(tmp_path).train() and (tmp_path / "latest.safetensors").read_bytes() == weights
