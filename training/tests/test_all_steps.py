import subprocess
import sys
from pathlib import Path

from qagen.steps.all_steps import steps


def test_every_step_takes_the_arguments_it_is_given():
    for name, *arguments in steps("1.0.0", 1.0, Path("data"), Path("runs")):
        told = subprocess.run([sys.executable, "-m", "qagen", name, "--help"], capture_output=True, text=True, check=True)
        for flag in (argument for argument in arguments if argument.startswith("--")):
            assert flag in told.stdout, f"{name} knows no {flag}"


def test_a_step_reads_what_an_earlier_one_wrote():
    runs = Path("runs")
    names = [step[0] for step in steps("1.0.0", 1.0, Path("data"), runs)]
    assert names.index("quantise") < names.index("export") < names.index("evaluate") < names.index("calibrate")
    assert names.count("train") == 2
