"""Every step on the tiny model, through the command."""

import json
import pkgutil
import subprocess
import sys

import conseq.steps
import pytest
from conseq.__main__ import STEPS
from qagen.paths import MODELS, PROJECT
from toy_articles import write_articles

TINY = MODELS / "tiny"
POOL, TEST = 6, 3


def run_conseq(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "conseq", *arguments], cwd=PROJECT / "training", capture_output=True, text=True)


def rows(path) -> list[dict]:
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A finished run, what it printed, and the command that made it."""
    folder = tmp_path_factory.mktemp("conseq")
    write_articles(folder / "data", "train", 10, 1)
    write_articles(folder / "data", "test", 5, 2)
    sizes = ["--articles", "10", "--pool", str(POOL), "--test", str(TEST), "--share", "0.84", "--paths", "4"]
    rates = ["--mle-rate", "2e-3", "--step-examples", "2", "--rate", "1e-3", "--epochs", "1"]
    command = ["all_steps", "--data", str(folder / "data"), "--from", str(TINY), "--run", str(folder / "run"), *sizes, *rates]
    done = run_conseq(*command)
    assert done.returncode == 0, done.stderr
    return folder / "run", done.stdout, command


def test_the_pool_has_both_kinds_and_the_choice_comes_from_it(made):
    run = made[0]
    pool = {row["id"]: row for row in rows(run / "pool-mle.jsonl")}
    assert len(pool) == 2 * POOL == len(rows(run / "pool-mle-scores.jsonl"))
    for by in ("quals", "rouge"):
        positive, negative = (rows(run / by / f"{side}.jsonl") for side in ("positive", "negative"))
        assert positive and {pool[row["id"]]["kind"] for row in positive} == {"reference"}
        assert {pool[row["id"]]["kind"] for row in negative} == {"generated"}
        assert [row["source"] for row in positive] == [row["source"] for row in negative]


def test_the_rouge_choice_is_that_of_the_command(made, tmp_path):
    run = made[0]
    pool, scores = str(run / "pool-mle.jsonl"), str(tmp_path / "scores.jsonl")
    score = ["score", "--input", pool, "--output", scores, "--model", str(TINY), "--compare", "--paths", "4"]
    sides = [word for side in ("positive", "negative") for word in (f"--{side}", str(tmp_path / f"{side}.jsonl"))]
    choose = ["choose", "--by", "rouge", "--input", pool, "--scores", scores, *sides, "--references", "0.84", "--generated", "0.84"]
    for command in (score, choose):
        subprocess.run(["node", "cli/quals.js", *command], cwd=PROJECT, check=True, capture_output=True)
    for side in ("positive", "negative"):
        own, other = rows(run / "rouge" / f"{side}.jsonl"), rows(tmp_path / f"{side}.jsonl")
        assert [row["id"] for row in own] == [row["id"] for row in other]
        assert [row["value"] for row in own] == pytest.approx([row["value"] for row in other], abs=1e-6)


def test_test_articles_are_no_training_articles(made):
    run = made[0]
    for summariser in ("mle", "quals", "rouge"):
        written = rows(run / f"test-{summariser}.jsonl")
        assert len(written) == TEST and all(row["article"].startswith("test") for row in written)
        assert all("agreement" in row for row in rows(run / f"test-{summariser}-scores.jsonl"))
    assert all(row["article"].startswith("train") for row in rows(run / "pool-mle.jsonl"))


def test_contrastive_training_counts_both_sides(made):
    run = made[0]
    for by in ("quals", "rouge"):
        log = rows(run / by / "log.jsonl")
        assert log and all(row["positive"] > 0 and row["negative"] > 0 for row in log)
    assert all(row["negative"] is None for row in rows(run / "mle" / "log.jsonl"))


def test_the_report_shows_each_summariser(made):
    printed = made[1]
    assert "| measure | articles | MLE | ConSeq by QUALS | change | ConSeq by ROUGE | change |" in printed
    assert f"| ROUGE-L | {TEST} | " in printed and f"| pool, generated | {POOL} | " in printed


def test_the_same_command_goes_on_where_it_was_cut_off(made):
    run, _, command = made
    files = [path for path in run.rglob("*") if path.suffix in (".jsonl", ".safetensors")]
    before = {path: path.read_bytes() for path in files}
    summaries, scores = run / "test-quals.jsonl", run / "test-quals-scores.jsonl"
    summaries.write_bytes(before[summaries][: len(before[summaries]) // 2])
    scores.rename(f"{scores}.unfinished")
    (run / "rouge" / "state.pt").unlink()
    done = run_conseq(*command)
    assert done.returncode == 0, done.stderr
    left = {path.name for path in files if path.read_bytes() != before[path]}
    assert left <= {"log.jsonl"}  # the rouge run is done anew: its seconds differ


def test_faults_are_plain_sentences(tmp_path):
    done = run_conseq("generate", "--data", str(tmp_path), "--part", "test", "--articles", "1", "--run", str(tmp_path))
    assert (done.returncode, done.stderr) == (1, f"No summariser at {tmp_path}/mle/latest.safetensors. Run `python -m conseq train_mle` first.\n")
    assert run_conseq("trian").returncode == 1


def test_every_module_of_steps_is_a_step():
    assert {module.name for module in pkgutil.iter_modules(conseq.steps.__path__)} == set(STEPS)
