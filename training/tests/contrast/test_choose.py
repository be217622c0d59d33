"""The choice against a hand-worked case, and against `quals choose`."""

import json
import random
import subprocess

import pytest
from conseq.evaluation.choose import ScoredText, by_quals, by_rouge, choose
from qagen.paths import PROJECT


def texts(references: list[float], generated: list[float]) -> list[ScoredText]:
    both = zip(references, generated, strict=True)
    return [
        ScoredText(f"{number}-{kind[0]}", f"article {number}", "x", kind, value)
        for number, values in enumerate(both)
        for kind, value in zip(("reference", "generated"), values, strict=True)
    ]


def test_the_choice_worked_by_hand():
    # References from the best: 2, 0, 4, 1, 3. Generated from the worst: 4, 1, 2, 0, 3.
    found = choose(texts([-0.2, -0.6, -0.1, -0.9, -0.3], [-1.0, -3.0, -2.0, -0.5, -4.0]), 0.6, 0.6)
    assert [text.id for text in found.positive] == ["2-r", "4-r"]
    assert [text.id for text in found.negative] == ["2-g", "4-g"]


def test_shares_are_rounded_down_and_ties_go_to_the_first():
    found = choose(texts([-1.0] * 10, [-2.0] * 10))
    assert [text.id for text in found.negative] == ["0-g", "1-g", "2-g"]
    assert choose(texts([-1.0] * 3, [-2.0] * 3)).positive == []
    with pytest.raises(ValueError, match="30"):
        choose(texts([0.0], [0.0]), 30)


def test_unscorable_texts_take_no_part():
    rows = [{"id": name, "source": "s", "summary": "x", "kind": "generated"} for name in ("a", "b")]
    assert [text.id for text in by_quals(rows, [{"id": "a", "quals": None}, {"id": "b", "quals": -1.0}])] == ["b"]
    with pytest.raises(ValueError, match="1 rows are not scored, a among them"):
        by_quals(rows, [{"id": "b", "quals": -1.0}])


WORDS = "the old cat sat on a mat near two dogs in Rome".split()


def scored_rows(seed: int) -> tuple[list[dict], list[dict]]:
    """40 articles with random words, random QUALS with ties, and ROUGE as the command computes it."""
    draw = random.Random(seed)
    rows, scores = [], []
    for number in range(40):
        source = " ".join(draw.choices(WORDS, k=20)) + f" {number}"
        for kind in ("reference", "generated"):
            row = {"id": f"{number}/{kind}", "source": source, "summary": " ".join(draw.choices(WORDS, k=6)), "kind": kind}
            rows.append(row)
            quals = None if draw.random() < 0.1 else -draw.randint(1, 9) / 3
            scores.append({"id": row["id"], "outcome": "unscorable" if quals is None else "scored", "quals": quals})
    return rows, scores


@pytest.mark.parametrize("share", [0.3, 0.5])
def test_the_choice_is_that_of_the_command(tmp_path, share):
    rows, scores = scored_rows(7)
    for name, content in (("pairs", rows), ("scores", scores)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in content))
    files = [word for name in ("scores", "positive", "negative") for word in (f"--{name}", str(tmp_path / f"{name}.jsonl"))]
    shares = ["--references", str(share), "--generated", str(share)]
    command = ["node", "cli/quals.js", "choose", "--input", str(tmp_path / "pairs.jsonl"), *files, *shares]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    found = choose(by_quals(rows, scores), share, share)
    for name, side in (("positive", found.positive), ("negative", found.negative)):
        written = [json.loads(line) for line in (tmp_path / f"{name}.jsonl").read_text().splitlines()]
        assert [(row["id"], row["value"]) for row in written] == [(text.id, text.value) for text in side] and written


def test_the_rouge_ensemble_worked_by_hand():
    # 2 of 2 words and 2 of 4: F1 2/3; 1 of 1 pair and 1 of 3: F1 1/2; ROUGE-L 2/3.
    [text] = by_rouge([{"id": "a", "source": "two dogs sat down", "summary": "two dogs", "kind": "generated"}])
    assert text.value == pytest.approx((2 / 3 + 1 / 2 + 2 / 3) / 3)
