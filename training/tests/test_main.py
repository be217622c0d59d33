import pkgutil
import subprocess
import sys

import qagen.steps
from qagen.__main__ import STEPS


def test_every_module_of_steps_is_a_step():
    assert {module.name for module in pkgutil.iter_modules(qagen.steps.__path__)} == set(STEPS)


def test_an_unknown_step_ends_with_the_list_of_steps():
    told = subprocess.run([sys.executable, "-m", "qagen", "trian"], capture_output=True, text=True)
    assert told.returncode == 1
    assert "trian" in told.stderr and "full-precision fine-tuning" in told.stderr


def test_a_step_shows_its_own_options():
    told = subprocess.run([sys.executable, "-m", "qagen", "fetch_base", "--help"], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("usage: python -m qagen fetch_base ")
    assert "--wheel" in told.stdout
