import re
import subprocess
import sys
from pathlib import Path

from qagen.steps.ship.all_steps import steps


def test_every_step_takes_the_arguments_it_is_given():
    for name, *arguments in steps("1.0.0", 1.0, Path("data"), Path("runs")):
        told = subprocess.run([sys.executable, "-m", "qagen", name, "--help"], capture_output=True, text=True, check=True)
        known = re.findall(r"--[a-z-]+", told.stdout)
        for flag in (argument for argument in arguments if argument.startswith("--")):
            assert flag in known, f"{name} knows no {flag}"


def written_by(name: str, arguments: list[str], runs: Path) -> Path | None:
    if name == "fetch_base":
        return runs / "tokenizer.json"
    if name == "train":
        return runs / arguments[arguments.index("--run") + 1] / "latest.safetensors"
    return Path(arguments[arguments.index("--out") + 1]) if name == "quantise" else None


def test_a_step_reads_only_what_an_earlier_one_wrote():
    runs = Path("runs")
    written: set[Path | None] = set()
    read: list[str] = []
    for name, *arguments in steps("1.0.0", 1.0, Path("data"), runs):
        output = written_by(name, arguments, runs)
        inputs = [Path(argument) for argument in arguments if argument.endswith((".safetensors", ".json")) and Path(argument) != output]
        assert set(inputs) <= written, name
        read += [name] * len(inputs)
        written.add(output)
    assert read == ["quantise", "train", "train", "export", "export", "golden", "evaluate", "evaluate", "calibrate"]


def test_the_hours_of_both_trainings_make_the_whole():
    hours = [float(step[step.index("--hours") + 1]) for step in steps("1.0.0", 8.0, Path("data"), Path("runs")) if step[0] == "train"]
    assert hours == [6.8, 1.2]
