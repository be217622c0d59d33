"""`release_support` on recorded steps: quantising and exporting leave small files, the other steps leave rows."""

import hashlib
import json
import sys
from pathlib import Path

import pytest
from qagen.run_steps import Step
from qagen.steps.ship import release_support


class Release:
    """The command with its own models, runs and stored rows."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.monkeypatch, self.ran = folder, monkeypatch, list[Step]()
        self.stored: dict[str, Path] = {}
        monkeypatch.setattr(release_support, "MODELS", folder / "models")
        monkeypatch.setattr(release_support, "run_steps", lambda steps: [self._run(step) for step in steps])
        monkeypatch.setattr(release_support, "store_rows", lambda rows, name: self.stored.setdefault(name, rows))

    @property
    def model(self) -> Path:
        return self.folder / "models" / release_support.ID

    def run(self, weights: str, version: str = "2.0.0") -> list[Step]:
        """Releases a checkpoint with this content. Returns the steps that ran."""
        checkpoint = self.folder / f"{weights}.safetensors"
        checkpoint.write_text(weights)
        self.ran, self.stored = [], {}
        arguments = [str(checkpoint), "--start", "start", "--version", version, "--data", "data", "--runs", str(self.folder / "runs")]
        self.monkeypatch.setattr(sys, "argv", ["release_support", *arguments])
        release_support.main()
        return self.ran

    def _run(self, step: Step) -> None:
        self.ran.append(step)
        name, first, *_ = step
        if name == "quantise":
            Path(step[step.index("--out") + 1]).write_text(f"quantised {Path(first).read_text()}")
        if name == "export":
            self.export(Path(first).read_text(), step[step.index("--version") + 1])

    def export(self, weights: str, version: str) -> None:
        self.model.mkdir(parents=True, exist_ok=True)
        files = [{"role": "weights", "sha256": hashlib.sha256(weights.encode()).hexdigest()}]
        (self.model / "manifest.json").write_text(json.dumps({"version": version, "weights": weights, "files": files}))

    def exported(self) -> str:
        return json.loads((self.model / "manifest.json").read_text())["weights"]


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    return Release(tmp_path, monkeypatch)


def names(steps: list[Step]) -> list[str]:
    return [step[0] for step in steps]


def quantised_file(steps: list[Step]) -> str:
    """What the step `golden` reads."""
    return next(Path(step[1]).read_text() for step in steps if step[0] == "golden")


def test_the_same_weights_are_quantised_and_exported_once(release: Release) -> None:
    assert names(release.run("first"))[:2] == ["quantise", "export"]
    again = names(release.run("first"))
    assert "quantise" not in again and "export" not in again and again[-4:] == ["calibrate_support", "calibrate", "golden", "write_card"]


def test_other_weights_of_the_same_version_are_exported(release: Release) -> None:
    release.run("first")
    steps = release.run("second")
    assert names(steps)[:2] == ["quantise", "export"]
    assert release.exported() == quantised_file(steps) == "quantised second"
    steps = release.run("first")
    assert "quantise" not in names(steps) and release.exported() == quantised_file(steps) == "quantised first"


def test_another_version_and_a_model_folder_of_other_weights_are_exported_again(release: Release) -> None:
    release.run("first")
    assert names(release.run("first", "2.0.1"))[0] == "export"
    release.export("by hand", "2.0.1")
    assert names(release.run("first", "2.0.1"))[0] == "export"


def test_an_export_that_failed_is_done_again(release: Release) -> None:
    release.export("quantised first", "2.0.0")  # a fault may leave new weights and no mark
    assert names(release.run("first"))[:2] == ["quantise", "export"]


def test_an_interrupted_export_is_no_finished_one(release: Release) -> None:
    release.run("first")
    # An export of other weights was interrupted: it deleted the manifest and left the mark of the first.
    (release.model / "manifest.json").unlink()
    assert names(release.run("first"))[0] == "export"


def test_an_export_that_was_interrupted_in_its_manifest_is_done_again(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    release.run("first")

    def interrupted(*_: str) -> None:
        (release.model / "manifest.json").write_text('{"version": ')
        raise RuntimeError("export failed")

    with monkeypatch.context() as patch, pytest.raises(SystemExit, match="export failed"):
        patch.setattr(release, "export", interrupted)
        release.run("first", "2.0.1")
    # The half manifest is not read: the mark of 2.0.0 is gone.
    assert names(release.run("first", "2.0.1"))[0] == "export" and release.exported() == "quantised first"


def test_rows_of_each_release_are_its_own(release: Release) -> None:
    release.run("first")
    first = release.stored
    release.run("second")
    assert {*first} == {f"2.0.0-{name}" for name in ("support-development", "support-evaluation", "60-development", "20-development")}
    assert not {*first.values()} & {*release.stored.values()}
