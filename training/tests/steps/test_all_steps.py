"""The commands that run other steps: their arguments, and what each step reads and writes."""

import re
import shlex
import sys
from importlib import import_module
from itertools import takewhile
from pathlib import Path

import pytest
from qagen.__main__ import FOLDERS
from qagen.data.labelled_summaries import CALIBRATION_SETS, DEVELOPMENT_SETS, EVALUATION_SETS
from qagen.paths import MODELS, PROJECT
from qagen.run_steps import run_steps
from qagen.steps.ship.all_steps import ID, steps
from qagen.steps.ship.release_support import calibrations, exports, measurements, quantisation

RUNS, DATA, MODEL = Path("runs"), Path("data"), MODELS / ID
ALL = steps("1.0.0", 1.0, DATA, RUNS)
FOLDER = RUNS / "release-0a"
MEASURED = [step for lane in measurements(MODEL, DATA, RUNS, FOLDER) for step in lane]
TRAINED = Path("latest.safetensors")
RELEASE = [quantisation(TRAINED, MODEL, DATA, RUNS, FOLDER), exports("1.0.0", RUNS, FOLDER), *MEASURED, *calibrations(RUNS, FOLDER)]
SHOWN = (PROJECT / "training" / "README.md").read_text().split("The steps of a release:")[1].split("```")[1].strip()
README = [shlex.split(line.partition(" -m qagen ")[2]) for line in SHOWN.splitlines()]


def flags_of(name: str, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(sys, "argv", [name, "--help"])
    with pytest.raises(SystemExit):
        import_module(f"qagen.steps.{FOLDERS[name]}.{name}").main()
    return re.findall(r"--[a-z-]+", capsys.readouterr().out)


@pytest.mark.parametrize("commands", [ALL, RELEASE], ids=["all_steps", "release_support"])
def test_every_step_takes_the_arguments_it_is_given(commands, capsys, monkeypatch):
    monkeypatch.setenv("GLIBC_TUNABLES", "glibc.malloc.arena_max=2")  # else a training step would start itself again
    for name, *arguments in commands:
        known = flags_of(name, capsys, monkeypatch)
        for flag in (argument for argument in arguments if argument.startswith("--")):
            assert flag in known, f"{name} knows no {flag}"


def written_by(name: str, arguments: list[str]) -> set[Path]:
    if name == "fetch_base":
        return {RUNS / "tokenizer.json"}
    if name == "train":
        return {RUNS / arguments[arguments.index("--run") + 1] / "latest.safetensors"}
    if name == "export":
        return {MODEL}
    return {Path(arguments[arguments.index(flag) + 1]) for flag in ("--out", "--rows") if flag in arguments}


def readers(commands: list[list[str]], written: set[Path]) -> list[str]:
    """The name of the reading step for each file that is read. Fails if no earlier step wrote it."""
    read = []
    for name, *arguments in commands:
        output = written_by(name, arguments)
        files = (Path(argument) for argument in arguments if argument.endswith((".safetensors", ".json", ".jsonl")) or argument == str(MODEL))
        inputs = [file for file in files if file not in output]
        assert set(inputs) <= written, name
        read += [name] * len(inputs)
        written |= output
    return read


def test_a_step_reads_only_what_an_earlier_one_wrote():
    assert readers(ALL, set()) == ["quantise", "train", "train", "export", "export", "golden", "evaluate", "evaluate"]
    read = readers(RELEASE, {TRAINED, RUNS / "tokenizer.json", MODEL})
    measured = ["evaluate_support", "evaluate_support", "measure_dev", "evaluate", "evaluate"]
    assert read == ["quantise", "quantise", "export", "export", *measured, "calibrate_support", "calibrate", "golden", "write_card", "write_card"]


def test_the_hours_of_both_trainings_make_the_whole():
    hours = [float(step[step.index("--hours") + 1]) for step in steps("1.0.0", 8.0, DATA, RUNS) if step[0] == "train"]
    assert hours == [6.8, 1.2]


def sets_of(command: list[str]) -> list[str]:
    after = command[command.index("--sets") + 1 :] if "--sets" in command else []
    return list(takewhile(lambda word: not word.startswith("--"), after))


@pytest.mark.parametrize("commands", [ALL, RELEASE, README], ids=["all_steps", "release_support", "README"])
def test_calibrations_are_fitted_on_the_development_part_alone(commands: list[list[str]]) -> None:
    evaluated = [command for command in commands if command[0] == "evaluate"]
    assert len(evaluated) == 2
    assert {*CALIBRATION_SETS} <= {*DEVELOPMENT_SETS} and not {*CALIBRATION_SETS} & {*EVALUATION_SETS}
    for command in evaluated:
        assert sets_of(command) == [*CALIBRATION_SETS]


def test_a_failed_step_ends_the_release(capfd):
    with pytest.raises(RuntimeError, match="measure_dev failed"):
        run_steps([["measure_dev", "missing.safetensors"], ["golden"]])
    assert "golden" not in capfd.readouterr().out
