"""Rows and tables of the support head, on a random model and on hand-worked rows."""

import json
import lzma
import re
from pathlib import Path

import numpy as np
import pytest
import torch
from qagen.evaluation import intervals
from qagen.evaluation.expected_values import Reference
from qagen.support.evaluation.support_rows import labelled_texts, support_rows
from qagen.support.evaluation.support_table import SCORES, best_limit, character_f1, combination, detection_table, pair_table, pointing_table, ranking_table
from qagen.model.reference_model import LanguageModel
from qagen.model.tokenizer import MARKER, START, load_tokenizer
from qagen.support.model.read_claim import read_claim
from qagen.tiny.qagen_model import new_model, quantise, train_tokenizer

SOURCE = "Tom sold 40 houses in Paris on Friday."


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    path = tmp_path_factory.mktemp("untrained") / "tokenizer.json"
    train_tokenizer(path)
    return Reference(LanguageModel(quantise(new_model(), {})), load_tokenizer(path))


def folder(path: Path) -> Path:
    rows = [
        {"id": "a", "source": SOURCE, "summary": "Tom sold 84 houses.", "label": 0.0, "origin": "news", "spans": [[9, 11, "Conflict"]]},
        {"id": "b", "source": SOURCE, "summary": "Tom sold 40 houses.", "label": 1.0, "origin": "news", "spans": []},
    ]
    (path / "consistency").mkdir()
    (path / "consistency" / "ragtruth-test.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (path / "judged").mkdir()
    with lzma.open(path / "judged" / "bump.jsonl.xz", "wt") as file:
        # The hash of the first source puts it in the development part, that of the second does not.
        for source in ("article 8", "article 1"):
            file.write(json.dumps({"id": source, "source": source, "summary": "One.", "label": 1}) + "\n")
    return path


def test_a_row_has_the_reading_and_the_marked_characters(reference: Reference, tmp_path: Path) -> None:
    texts = labelled_texts(folder(tmp_path), "ragtruth-test")
    wrong, right = support_rows(reference, texts, {SOURCE: 7})
    assert (wrong["id"], wrong["origin"], wrong["text"], wrong["label"], right["label"]) == ("a", "news", 7, 1, 0)
    assert sum(wrong["wrongChars"]) == 2 and sum(wrong["chars"]) == len("Tomsold84houses.")
    assert sum(right["wrongChars"]) == 0 and set(right["tokenLabels"]) == {0}
    assert [label == 1 for label in wrong["tokenLabels"]] == [chars > 0 for chars in wrong["wrongChars"]]
    ids = reference.encode("Tom sold 84 houses.")
    reading = read_claim(reference.model, reference.model.read_text(reference.encode(SOURCE)), ids)
    torch.testing.assert_close(torch.tensor(wrong["tokens"]).double(), reading.token_logits, atol=6e-4, rtol=0)
    assert wrong["logProbs"] == pytest.approx(reading.log_probs.tolist(), abs=6e-3)
    # Without a source: what the model expects after the marker and the tokens before.
    hidden, _ = reference.model.forward(torch.tensor([[START, MARKER, *ids]]), None, None)
    alone = reference.model.log_probs(hidden[0, 1:-1])[range(len(ids)), ids]
    assert wrong["priorLogProbs"] == pytest.approx(alone.tolist(), abs=6e-3)
    assert wrong["claim"] == pytest.approx(reading.claim_logit, abs=1e-4)


def test_of_judged_texts_the_development_part_alone_is_read(tmp_path: Path) -> None:
    assert [each.text.source for each in labelled_texts(folder(tmp_path), "bump")] == ["article 8"]
    with pytest.raises(OSError, match="wice"):
        labelled_texts(tmp_path, "wice")


def logits(row: dict) -> np.ndarray:
    return np.array(row["tokens"])


def row(label: int, tokens: list[float], wrong: list[int], claim: float = 0.0, origin: str = "news") -> dict:
    labels = [int(count > 0) for count in wrong]
    return {
        "set": "s", "origin": origin, "label": label, "claim": claim, "tokens": tokens, "tokenLabels": labels, "logProb": -1.0,
        "chars": [4] * len(tokens), "wrongChars": wrong, "id": f"{label} {tokens} {claim}",
    }  # fmt: skip


def test_characters_are_counted_from_the_limit_on() -> None:
    # Found 4 + 4, marked 3 + 4, in both 3: F1 = 2 · 3 / (8 + 7).
    rows = [row(1, [2.0, 0.0, 1.0], [3, 0, 0]), row(1, [0.5, 0.5], [4, 0])]
    assert character_f1(rows, 1.0, logits) == pytest.approx(6 / 15)


def test_pairs_are_compared_within_a_source() -> None:
    def of(text: int, label: int, claim: float) -> dict:
        return row(label, [0.0], [0], claim) | {"text": text}

    # Source 0: 2 > 1 and 1 = 1; source 1: 3 < 4; source 2 has one label alone. (1 + .5 + 0) / 3.
    rows = [of(0, 1, 2.0), of(0, 1, 1.0), of(0, 0, 1.0), of(1, 1, 3.0), of(1, 0, 4.0), of(2, 1, 9.0)]
    assert pair_table(rows, {"text": SCORES["text"]}).splitlines()[2].startswith("| s | 3 | 0.500 [")


def test_the_best_limit_takes_the_largest_f1() -> None:
    # From 3 on: P 1, R 1/2, F1 .67. From 2: P 1/2, R 1/2. From 1: P 2/3, R 1, F1 .8. From 0: P 1/2, R 1, F1 .67.
    assert best_limit(np.array([1, 0, 1, 0]), np.array([3.0, 2.0, 1.0, 0.0])) == 1.0


def test_tables_rank_point_and_detect() -> None:
    rows = [row(1, [3.0, 0.0], [4, 0], 1.0), row(1, [2.0, 1.0], [0, 4], 2.0), row(0, [1.5, -1.0], [0, 0], 1.5)] * 4
    line = ranking_table(rows, SCORES).splitlines()[2]
    # Text: 1.0 < 1.5 < 2.0, so half of the couples; largest token: 3 and 2 above 1.5.
    assert line.startswith("| s | 3 | 12 | 8 | 0.500 [") and "| 1.000 [1.00 1.00] |" in line
    assert "| s | 8 | 0.500 [" in pointing_table(rows, logits)
    combined = combination({"claim": 0.0, "topThree": 1.0, "mean": 0.0, "logProb": 0.0}, 0.0)
    assert detection_table(rows, rows, combined, logits).splitlines()[2].startswith("| news | 12 | 1.000 | 0.800 | ")
    assert detection_table(rows, [{**each, "origin": "other"} for each in rows], combined, logits).count("\n") == 1


def test_without_marked_characters_there_is_no_f1_over_them() -> None:
    rows = [row(1, [3.0], [0], 3.0), row(0, [0.0], [0], 0.0)]
    combined = combination({"claim": 1.0, "topThree": 0.0, "mean": 0.0, "logProb": 0.0}, 0.0)
    # Of two texts, one is wrong: calling both wrong has P 1/2, R 1, F1 .667.
    assert detection_table(rows, rows, combined, logits).splitlines()[2] == "| news | 2 | 1.000 | 0.667 | – | 3.00 |"


def test_nine_copies_of_each_text_do_not_narrow_the_intervals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intervals, "RESAMPLES", 200)
    draw = np.random.default_rng(5)
    texts = [row(at % 2, list(draw.normal(size=2)), [at % 2, 0], claim=float(draw.normal())) | {"text": at // 3} for at in range(30)]
    for table in (lambda rows: ranking_table(rows, SCORES), lambda rows: pair_table(rows, SCORES), lambda rows: pointing_table(rows, logits)):
        once, often = (re.findall(r"\[(\S+ \S+)\]", table(texts * count)) for count in (1, 9))
        assert once == often and any(low != high for low, high in map(str.split, once))
