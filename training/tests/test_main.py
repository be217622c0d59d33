import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import qagen.steps
from qagen.__main__ import FOLDERS, STEPS


def test_every_module_of_a_stage_is_a_step():
    folders = {folder: {file.stem for file in Path(qagen.steps.__path__[0], folder).glob("[!_]*.py")} for folder in STEPS}
    assert folders == {folder: set(steps) for folder, steps in STEPS.items()}
    assert {module.name for module in pkgutil.iter_modules(qagen.steps.__path__)} == set(STEPS)


@pytest.mark.parametrize("step", FOLDERS)
def test_every_step_loads(step):
    assert callable(import_module(f"qagen.steps.{FOLDERS[step]}.{step}").main)


def test_an_unknown_step_ends_with_the_list_of_steps():
    told = subprocess.run([sys.executable, "-m", "qagen", "trian"], capture_output=True, text=True)
    assert told.returncode == 1
    assert "trian" in told.stderr and "full-precision fine-tuning" in told.stderr


def test_a_step_shows_its_own_options():
    told = subprocess.run([sys.executable, "-m", "qagen", "fetch_base", "--help"], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("usage: python -m qagen fetch_base ")
    assert "--wheel" in told.stdout
