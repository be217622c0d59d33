"""Every step on the tiny model."""

import contextlib
import io
import json
import pkgutil
import subprocess
import sys
from pathlib import Path

import conseq.steps
import pytest
from conseq.__main__ import STEPS
from conseq.run_step import run_step
from qagen.model.allocator import SETTINGS
from qagen.paths import MODELS, PROJECT
from toy_articles import write_articles

TINY = MODELS / "tiny"
POOL, TEST = 6, 3


def run(step: str, *arguments: object) -> str:
    """What the step prints. It runs in this process, which saves the seconds in which PyTorch starts."""
    printed = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(printed):
        patch.setattr(sys, "argv", [])
        patch.setenv(SETTINGS, "glibc.malloc.arena_max=2")  # else a step would start itself again
        run_step(step, [str(argument) for argument in arguments])
    return printed.getvalue()


def rows(path) -> list[dict]:
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write_articles(folder, "train", 10, 1)
    write_articles(folder, "test", 5, 2)
    return folder


@pytest.fixture(scope="module")
def made(data, tmp_path_factory) -> tuple[Path, str]:
    """The folder of a finished run, and what it printed."""
    folder = tmp_path_factory.mktemp("conseq")
    sizes = ["--articles", 10, "--pool", POOL, "--test", TEST, "--share", 0.84, "--paths", 4]
    rates = ["--mle-rate", 2e-3, "--step-examples", 2, "--rate", 1e-3, "--epochs", 1]
    return folder, run("all_steps", "--data", data, "--from", TINY, "--run", folder, *sizes, *rates)


def test_the_pool_has_both_kinds_and_the_choice_comes_from_it(made):
    folder = made[0]
    pool = {row["id"]: row for row in rows(folder / "pool-mle.jsonl")}
    assert len(pool) == 2 * POOL == len(rows(folder / "pool-mle-scores.jsonl"))
    for by in ("quals", "rouge"):
        positive, negative = (rows(folder / by / f"{side}.jsonl") for side in ("positive", "negative"))
        assert positive and {pool[row["id"]]["kind"] for row in positive} == {"reference"}
        assert {pool[row["id"]]["kind"] for row in negative} == {"generated"}
        assert [row["source"] for row in positive] == [row["source"] for row in negative]


def test_the_rouge_choice_is_that_of_the_command(made, tmp_path):
    folder = made[0]
    pool, scores = str(folder / "pool-mle.jsonl"), str(tmp_path / "scores.jsonl")
    score = ["score", "--input", pool, "--output", scores, "--model", str(TINY), "--compare", "--paths", "4"]
    sides = [word for side in ("positive", "negative") for word in (f"--{side}", str(tmp_path / f"{side}.jsonl"))]
    choose = ["choose", "--by", "rouge", "--input", pool, "--scores", scores, *sides, "--references", "0.84", "--generated", "0.84"]
    for command in (score, choose):
        subprocess.run(["node", "cli/quals.js", *command], cwd=PROJECT, check=True, capture_output=True)
    for side in ("positive", "negative"):
        own, other = rows(folder / "rouge" / f"{side}.jsonl"), rows(tmp_path / f"{side}.jsonl")
        assert [row["id"] for row in own] == [row["id"] for row in other]
        assert [row["value"] for row in own] == pytest.approx([row["value"] for row in other], abs=1e-6)


def test_test_articles_are_no_training_articles(made):
    folder = made[0]
    for summariser in ("mle", "quals", "rouge"):
        written = rows(folder / f"test-{summariser}.jsonl")
        assert len(written) == TEST and all(row["article"].startswith("test") for row in written)
        assert all("agreement" in row for row in rows(folder / f"test-{summariser}-scores.jsonl"))
    assert all(row["article"].startswith("train") for row in rows(folder / "pool-mle.jsonl"))


def test_contrastive_training_counts_both_sides(made):
    folder = made[0]
    for by in ("quals", "rouge"):
        log = rows(folder / by / "log.jsonl")
        assert log and all(row["positive"] > 0 and row["negative"] > 0 for row in log)
    assert all(row["negative"] is None for row in rows(folder / "mle" / "log.jsonl"))


def test_the_report_shows_each_summariser(made):
    printed = made[1]
    assert "| measure | articles | MLE | ConSeq by QUALS | change | ConSeq by ROUGE | change |" in printed
    assert f"| ROUGE-L | {TEST} | " in printed and f"| second judge (support head) | {TEST} | " in printed
    scores = {row["id"]: row for row in rows(made[0] / "pool-mle-scores.jsonl")}
    generated = [scores[row["id"]] for row in rows(made[0] / "pool-mle.jsonl") if row["kind"] == "generated"]
    quals, supported = ([row[name] for row in generated if row[name] is not None] for name in ("quals", "supported"))
    assert len(supported) == POOL
    assert f"| pool, generated | {POOL} | {sum(quals) / len(quals):.3f} | {sum(supported) / POOL:.3f} |" in printed


def test_a_step_goes_on_where_it_was_cut_off(made, data):
    folder = made[0]
    summaries, scores = folder / "test-quals.jsonl", folder / "test-quals-scores.jsonl"
    before = [path.read_bytes() for path in (summaries, scores)]
    summaries.write_bytes(before[0][: len(before[0]) // 2])
    run("generate", "--data", data, "--run", folder, "--part", "test", "--articles", TEST, "--summariser", "quals")
    scores.rename(f"{scores}.unfinished")
    run("score", "--run", folder, "--part", "test", "--summariser", "quals", "--paths", 4, "--model", TINY)
    assert [path.read_bytes() for path in (summaries, scores)] == before


def test_an_article_that_was_half_written_is_written_again_whole(made, data):
    pool = made[0] / "pool-mle.jsonl"
    before = pool.read_bytes()
    pool.write_bytes(before[:-20])  # in the generated summary of the last article, behind its reference
    run("generate", "--data", data, "--run", made[0], "--part", "pool", "--articles", POOL)
    assert pool.read_bytes() == before


def test_a_finished_training_is_left_as_it_is(made):
    folder = made[0]
    weights = folder / "quals" / "latest.safetensors"
    before = weights.read_bytes()
    run("train_contrast", "--run", folder, "--by", "quals", "--epochs", 1, "--rate", 1e-3, "--step-examples", 2, "--products", "float32")
    assert weights.read_bytes() == before
    with pytest.raises(ValueError, match="epochs 1 -> 2"):
        run("train_contrast", "--run", folder, "--by", "quals", "--epochs", 2, "--rate", 1e-3, "--step-examples", 2)


def test_summaries_of_two_summarisers_are_not_mixed(made, data):
    folder = made[0]
    (folder / "test-rouge.jsonl").write_bytes((folder / "test-mle.jsonl").read_bytes())
    with pytest.raises(ValueError, match="test-rouge.jsonl has summaries of another summariser"):
        run("generate", "--data", data, "--run", folder, "--part", "test", "--articles", TEST, "--summariser", "rouge")


def test_faults_are_plain_sentences(tmp_path):
    command = [sys.executable, "-m", "conseq", "train_contrast", "--by", "quals", "--run", str(tmp_path)]
    done = subprocess.run(command, cwd=PROJECT / "training", capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, f"No summariser at {tmp_path}/mle/latest.safetensors. Run `python -m conseq train_mle` first.\n")
    with pytest.raises(FileNotFoundError, match="conseq generate"):
        run("score", "--part", "pool", "--run", tmp_path)


def test_every_module_of_steps_is_a_step():
    assert {module.name for module in pkgutil.iter_modules(conseq.steps.__path__)} == set(STEPS)
