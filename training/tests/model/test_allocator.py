import os
import subprocess
import sys

from qagen.model.allocator import KEEP_MEMORY, SETTINGS, environment_that_keeps_memory


def test_settings_of_the_user_are_kept() -> None:
    assert environment_that_keeps_memory({SETTINGS: "glibc.malloc.perturb=1"}, "glibc") is None


def test_other_c_libraries_get_no_settings() -> None:
    assert environment_that_keeps_memory({"A": "b"}, "") is None


def test_the_rest_of_the_environment_is_kept() -> None:
    assert environment_that_keeps_memory({"A": "b"}, "glibc") == {"A": "b", SETTINGS: KEEP_MEMORY}


def test_a_step_starts_itself_again_with_its_arguments() -> None:
    """With no length given, `train` says so after the restart, under its own name."""
    environment = {key: value for key, value in os.environ.items() if key != SETTINGS}
    done = subprocess.run([sys.executable, "-m", "qagen", "train", "--run", "none"], env=environment, capture_output=True, text=True)
    assert done.returncode == 2
    assert "one of the arguments --steps --hours is required" in done.stderr
    assert "--run RUN" in done.stderr
