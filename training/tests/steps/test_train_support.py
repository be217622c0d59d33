"""A stopped and resumed run of `train_support` on a small model: what it reads, and what its checkpoint says."""

import json
import lzma
import shutil
import sys
from pathlib import Path
from threading import Semaphore, current_thread, main_thread

import pytest
import torch
from qagen.model.checkpoint import load_checkpoint, save_checkpoint
from qagen.steps.train.train_support import SupportRun, main, provenance_of_run, train_support
from qagen.support.data.mixed_batch import pack_mixed
from qagen.support.model.support_model import SupportModel
from small import small_checkpoint
from toy_mix import characters, mix_of, write_data

STEPS = 5


class Stopped(Exception):
    pass


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data(tmp_path_factory.mktemp("data"))


def new_run(folder: Path, lanes: int = 1) -> SupportRun:
    torch.set_num_threads(1)  # as the command does
    return SupportRun(folder, SupportModel(small_checkpoint(), compiled=False, products=torch.float32), 1e-4, 1e-3, 0.4, lanes)


def read_until(run: SupportRun, data: Path, last_step: int, seed: int = 4) -> list[list[int]]:
    """The tokens of each batch up to a step, by a model that does not move. Each step is saved. With lanes, a step ends after the next batches are made."""
    read: list[list[int]] = []
    mix = mix_of(data, seed)
    places = mix.place
    made = Semaphore(0)  # places behind batches that were made ahead

    def place() -> dict:
        found = places()
        if current_thread() is not main_thread():
            made.release()
        return found

    def step(batches: list, seconds: float) -> dict:
        if run.lanes:
            made.acquire(timeout=60)
        if run.progress.step == last_step:
            raise Stopped
        run.progress.step += 1
        read.extend(batch.ids.tolist() for batch in batches)
        return {"step": run.progress.step}

    run.step, mix.place = step, place
    with pytest.raises(Stopped):
        train_support(run, mix, 2, seconds=1, save_seconds=0, provenance={}, keep=False)
    return read


@pytest.mark.parametrize("lanes", [1, 2], ids=["batches made when needed", "batches made ahead"])
def test_a_resumed_run_reads_on_where_it_was_saved(data: Path, tmp_path: Path, lanes: int) -> None:
    whole = read_until(new_run(tmp_path / "whole", lanes), data, STEPS)
    before = read_until(new_run(tmp_path / "stopped", lanes), data, 2)
    after = read_until(new_run(tmp_path / "stopped", lanes), data, STEPS)
    assert before + after == whole and len(whole) == 2 * STEPS


def test_a_state_of_an_older_version_can_be_resumed(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    read_until(new_run(tmp_path), data, 1)
    state = torch.load(tmp_path / "state.pt", weights_only=True)
    del state["progress"]["place"]
    torch.save(state, tmp_path / "state.pt")
    run = new_run(tmp_path)
    assert run.progress.step == 1 and len(read_until(run, data, 2)) == 2
    assert "does not say which texts" in capsys.readouterr().out


def test_a_run_cannot_be_resumed_with_another_seed(data: Path, tmp_path: Path) -> None:
    read_until(new_run(tmp_path), data, 1)
    with pytest.raises(SystemExit, match="--seed 4"):
        read_until(new_run(tmp_path), data, 2, seed=5)


def test_a_log_row_has_numbers_alone(data: Path, tmp_path: Path) -> None:
    run = new_run(tmp_path)
    mix = mix_of(data)
    batch = pack_mixed(next(mix.batches()), mix.batch_tokens)
    run.progress.place = mix.place()
    row = run.step([batch], 60)
    assert row["step"] == 1 and "place" not in row


def test_a_checkpoint_lists_the_earlier_support_runs(tmp_path: Path) -> None:
    trained = {"base": "random", "moved": "grid", "steps": 7, "tokens": 70, "earlier_runs": [{"moved": "weights", "steps": 3, "tokens": 30}]}
    run = new_run(tmp_path)
    run.progress.step, run.progress.tokens = 5, 50
    run.save(provenance_of_run(trained, "model"), keep=False)
    first = load_checkpoint(tmp_path / "latest.safetensors").provenance
    assert (first["support_steps"], first["earlier_runs"]) == (5, trained["earlier_runs"])

    run.progress.step, run.progress.tokens = 9, 90
    run.save(provenance_of_run(first | {"averaged_checkpoints": 3}, "latest.safetensors"), keep=False)
    second = load_checkpoint(tmp_path / "latest.safetensors").provenance
    before = {"data": first["data"], "support_steps": 5, "support_tokens": 50, "averaged_checkpoints": 3, "started_from": "model"}
    assert second["earlier_runs"] == [*trained["earlier_runs"], before]
    assert (second["support_steps"], second["support_tokens"], second["steps"], second["started_from"]) == (9, 90, 7, "latest.safetensors")
    assert "averaged_checkpoints" not in second


def steps_logged(folder: Path) -> list[int]:
    return [json.loads(line)["step"] for line in (folder / "log.jsonl").read_text().splitlines()]


def test_the_log_of_a_resumed_run_has_each_step_once(tmp_path: Path) -> None:
    run = new_run(tmp_path)
    for step in (1, 2, 3):
        run.progress.step = step
        run.log({"step": step, "claim": 0.5})
        if step == 2:
            run.save({}, keep=False)
    with run.log_file.open("a") as file:
        file.write('{"step": 4, "cla')  # the run is killed here
    assert new_run(tmp_path).progress.step == 2
    assert steps_logged(tmp_path) == [1, 2]


def test_a_new_run_keeps_a_log_without_a_state(tmp_path: Path) -> None:
    new_run(tmp_path).log({"step": 1})
    assert new_run(tmp_path).progress.step == 0 and steps_logged(tmp_path) == [1]


@pytest.mark.parametrize(
    ("fault", "message"), [("no texts", "The training mix has no texts of bump"), ("half a state", "state.pt cannot be read.*Delete it")], ids=["texts", "state"]
)
def test_the_command_names_a_fault(fault: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLIBC_TUNABLES", "glibc.malloc.arena_max=2")  # else the step would start itself again
    write_data(tmp_path)
    if fault == "no texts":
        (tmp_path / "judged" / "bump.jsonl.xz").write_bytes(lzma.compress(b""))
    runs = tmp_path / "runs"
    for folder in ("examples", "support"):
        (runs / folder).mkdir(parents=True)
    (runs / "support" / "state.pt").write_bytes(b"half a file")
    shutil.copy(tmp_path / "qa.safetensors", runs / "examples" / "train.safetensors")
    characters().save(str(runs / "tokenizer.json"))
    save_checkpoint(small_checkpoint(), tmp_path / "start.safetensors")
    arguments = ["--from", tmp_path / "start.safetensors", "--data", tmp_path, "--runs", runs, "--hours", 1, "--products", "float32"]
    monkeypatch.setattr(sys, "argv", ["train_support", *map(str, arguments)])
    with pytest.raises(SystemExit, match=message):
        main()
