"""The rows, the table and the calibration, on made-up scores."""

import json
import lzma
import math
from pathlib import Path

import numpy as np
import pytest
import torch
from qagen.data.labelled_summaries import EVALUATION_SETS, SETS, choose_rows, part_of, without_evaluation_sets
from qagen.evaluation import intervals
from qagen.evaluation.agreement_table import MEASURES, auc, auc_within, pearson, sets_table, spearman, table
from qagen.evaluation.calibration import calibration, calibration_points, calibrations, fit_share, nearest, support_judgements
from qagen.evaluation.evaluate_row import evaluate_row, overlap, summary_given_source
from qagen.evaluation.expected_values import Reference
from qagen.evaluation.intervals import resampled, source_of, with_interval
from qagen.evaluation.rows import development_rows_paths, fingerprint, read_all_rows, read_own_rows, read_rows, rows_path, store_rows
from qagen.evaluation.search import SearchSettings
from qagen.model.checkpoint import dequantise
from qagen.model.reference_model import LanguageModel
from qagen.model.tokenizer import load_tokenizer
from qagen.tiny.qagen_model import new_model, quantise, train_tokenizer
from qagen.steps.ship.calibrate import support_of
from qagen.support.evaluation.support_rows import EVALUATION_SETS as OF_THE_HEAD
from scipy.stats import pearsonr, spearmanr
from sklearn.metrics import roc_auc_score


def scored_row(number: int, quals: float | None, label: float) -> dict:
    pairs = [] if quals is None else [[quals, quals], [quals, quals - 1]]
    scores = {"quals": quals, "answerGap": quals, "worst": quals, "kept": 0 if quals is None else 3, "pairs": pairs}
    return {
        "set": "cliff", "origin": ("xsum", "cnndm")[number % 2], "id": str(number), "label": label, "paths": 60, "written": 60, "distinctQuestions": 30,
        "answered": {"matched": 20, "released": 25}, "matched": scores, "released": scores,
        "summaryGivenSource": -2.0, "rouge2": 0.1 * label, "copied2": 0.5, "copied3": 0.4, "seconds": 1.0,
    }  # fmt: skip


@pytest.fixture
def rows() -> list[dict]:
    rows = [scored_row(n, -3 + n / 20 + (n % 7) / 5, float(n % 5 < n / 12)) for n in range(60)]
    return [*rows, scored_row(60, None, 0.0)]


def test_overlap_counts_copied_n_grams() -> None:
    found = overlap("The cat sat. The dog", "the cat sat on the mat")
    assert found["copied2"] == pytest.approx(2 / 4)
    assert found["copied3"] == pytest.approx(1 / 3)
    assert found["rouge2"] == pytest.approx(2 * 2 / (4 + 5))


def test_stored_rows_are_those_that_were_written(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "é"}\n{"id": "b"}\n', encoding="utf-8")
    stored = store_rows(rows, "1.0.0-support", tmp_path)
    assert stored.name == "1.0.0-support.jsonl.xz" and read_rows(stored) == [{"id": "é"}, {"id": "b"}]


def test_statistics_are_those_of_the_libraries() -> None:
    draw = np.random.default_rng(0)
    labels, scores = draw.integers(0, 2, 50), draw.integers(0, 9, 50) / 4  # many ties
    assert auc(scores, labels) == pytest.approx(roc_auc_score(labels, scores), abs=1e-12)
    assert pearson(scores, labels) == pytest.approx(pearsonr(scores, labels).statistic, abs=1e-12)
    assert spearman(scores, labels) == pytest.approx(spearmanr(scores, labels).statistic, abs=1e-12)


def test_interval_holds_the_statistic() -> None:
    labels = np.arange(40) % 2
    value, low, high = with_interval(auc, labels + np.arange(40) / 20, labels, range(40))
    # Standard error by Hanley and McNeil (1982), for 20 of each label.
    after, before = value / (2 - value), 2 * value**2 / (1 + value)
    error = math.sqrt((value * (1 - value) + 19 * (after - value**2) + 19 * (before - value**2)) / 400)
    assert value == pytest.approx(roc_auc_score(labels, labels + np.arange(40) / 20), abs=1e-12)
    assert value - low == pytest.approx(1.96 * error, rel=0.35) and high - value == pytest.approx(1.96 * error, rel=0.35)
    assert with_interval(auc, labels.astype(float), labels, range(40)) == (1.0, 1.0, 1.0)


def test_texts_of_one_source_are_drawn_together() -> None:
    drawn = list(resampled(["a", "b", "a", "c"]))
    assert len(drawn) == intervals.RESAMPLES
    assert all(list(chosen).count(0) == list(chosen).count(2) for chosen in drawn)
    # Three sources of three, with replacement: none is left out with (2/3)^3.
    share = np.mean([1 not in chosen for chosen in drawn])
    assert share == pytest.approx(8 / 27, abs=0.03)


def test_copies_of_a_text_do_not_narrow_the_interval() -> None:
    draw = np.random.default_rng(3)
    labels, scores = draw.integers(0, 2, 40), draw.normal(size=40)
    alone = with_interval(auc, scores, labels, range(40))
    copied = with_interval(auc, np.tile(scores, 9), np.tile(labels, 9), list(range(40)) * 9)
    assert copied == pytest.approx(alone)


def test_rows_name_their_source_in_three_ways() -> None:
    assert source_of({"set": "bump", "text": 3, "id": "x"}) == ("bump", 3)
    assert source_of({"set": "bump", "source": "0a", "id": "x"}) == ("bump", "0a")
    assert source_of({"id": "x"}) == (None, "x")


def test_sets_are_not_compared_with_one_another() -> None:
    # Each set is ranked the wrong way round, but the set with more consistent texts has the higher scores: 4 of 16 couples, and the others right.
    labels = np.array([1, 0, 0, 0, 1, 1, 1, 0])
    scores = np.array([0.0, 1, 1, 1, 5, 5, 5, 6])
    sets = np.array(["a"] * 4 + ["b"] * 4)
    assert auc_within(scores, labels, sets) == 0 and auc(scores, labels) == pytest.approx(9 / 16)
    assert auc_within(scores, labels, np.arange(8)) is None


def test_table_counts_the_unscorable_and_leaves_them_out(rows: list[dict], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intervals, "RESAMPLES", 20)  # each interval of some 90 takes that many
    text = table(rows)
    assert "| QUALS, matched | 60 |" in text and "| worst answer gap, matched | 60 |" in text
    assert "| matched | 33.3% | 50.0% | 3.0 | 1 (1.6%) |" in text
    assert "| copied 2-grams | 61 | – | – | – |" in text
    of_xsum = text.split("### cliff, xsum alone: 31 summaries")[1]
    assert "| QUALS, matched | 30 |" in of_xsum
    assert "| consistent one | inconsistent one | share of couples | in the right order |" in text


def test_a_table_over_all_sets_has_the_couples_of_one_set(rows: list[dict], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intervals, "RESAMPLES", 20)
    looked = [row | {"set": name, "support": {"claim": -row["label"], "tokens": [0.0]}} for row in rows for name in ("a", "b")]
    lines = {line.split(" | ")[0][2:]: line for line in sets_table(looked) if line.startswith("| ")}
    # The head has the label itself. A measure without any order has a half.
    assert lines["support head"] == "| support head | 122 | 1.000 [1.00 1.00] | 1.000 |"
    assert lines["copied 2-grams"].startswith("| copied 2-grams | 122 | 0.500 ")
    assert "### All sets" in table(looked) and "support head" in MEASURES


def test_a_small_sample_has_no_table_of_couples() -> None:
    text = table([scored_row(0, -1.0, 1.0), scored_row(1, -2.0, 0.0)])
    assert "consistent one" not in text
    assert "| QUALS, matched | 1 | – | – | – |" in text


def test_calibration_rises_within_its_interval(rows: list[dict]) -> None:
    content = calibration(rows, "matched", 60)
    rated = content["rated"]
    assert len(rated["consistent"]) == sum(row["label"] == 1 for row in rows)
    assert len(rated["consistent"]) + len(rated["inconsistent"]) == 60
    points = content["points"]
    assert [p["quals"] for p in points] == sorted({p["quals"] for p in points})
    assert [p["share"] for p in points] == sorted(p["share"] for p in points)
    assert all(0 <= p["low"] <= p["share"] <= p["high"] <= 1 for p in points)
    middle = points[len(points) // 2]
    assert 0.1 < middle["high"] - middle["low"] < 0.8
    assert all(p["near"] == 30 for p in points)
    # Of 600 cases a tenth is near, of 20 all are.
    assert [len(nearest(np.linspace(-4, 0, count), -2.0)) for count in (600, 20)] == [60, 20]


def test_calibration_of_a_step() -> None:
    points = calibration_points(np.linspace(-4, 0, 200), np.repeat([0.0, 1.0], 100), range(200))
    assert points[0]["share"] == 0 and points[-1]["share"] == 1


def test_calibration_needs_both_kinds() -> None:
    with pytest.raises(ValueError, match="qagen evaluate"):
        calibration([scored_row(0, -1.0, 1.0)], "matched", 60)


def test_calibration_names_the_text_normalisation(rows: list[dict]) -> None:
    manifest = {"id": "tiny", "version": "2"}
    assert calibrations(rows, manifest)["normalisation"] == 0
    assert calibrations([{**row, "normalisation": 1} for row in rows], manifest)["normalisation"] == 1
    with pytest.raises(ValueError, match="normalisations"):
        calibrations([{**rows[0], "normalisation": 1}, *rows[1:]], manifest)


def test_each_protocol_and_number_of_paths_has_its_own_calibration(rows: list[dict]) -> None:
    quick = [row | {"paths": 20, "released": row["matched"] | {"quals": (row["matched"]["quals"] or 0) - 9}} for row in rows]
    content = calibrations([*quick, *rows], {"id": "toy", "version": "1", "files": []})
    found = {(each["protocol"], each["paths"]): each["points"][0]["quals"] for each in content["calibrations"]}
    assert [*found] == [("matched", 60), ("released", 60), ("matched", 20), ("released", 20)]
    assert found["released", 20] < -9 < found["matched", 20] == found["matched", 60] == found["released", 60]
    assert content["model"] == {"id": "toy", "version": "1"} and content["sets"] == ["cliff"]


def test_rows_of_every_number_of_paths_are_found(tmp_path: Path) -> None:
    checkpoint = tmp_path / "checkpoint"
    checkpoint.write_bytes(b"weights")
    with pytest.raises(FileNotFoundError, match="qagen evaluate .*--sets ragtruth-summary"):
        development_rows_paths(tmp_path, checkpoint, "float32")
    (tmp_path / "evaluation").mkdir()
    own = fingerprint(checkpoint)
    for name in (f"{own}-20-float32-n1", f"{own}-60-bfloat16-n1", f"{own}-30-float32", "another-60-float32-n1"):
        (tmp_path / "evaluation" / f"{name}-development.jsonl").touch()
    for paths in (20, 60):
        rows_path(tmp_path, checkpoint, paths, "float32", "evaluation").touch()
    assert [path.name for path in development_rows_paths(tmp_path, checkpoint, "float32")] == [f"{own}-20-float32-n1-development.jsonl"]


def test_the_sets_of_both_parts_are_kept_apart() -> None:
    assert [part_of(sets) for sets in (SETS, ["ragtruth-test"], ["bump", "defacto"])] == ["evaluation", "evaluation", "development"]
    with pytest.raises(ValueError, match="one part"):
        part_of(["bump", "cliff"])
    assert EVALUATION_SETS == OF_THE_HEAD


def test_rows_of_sets_for_evaluation_are_not_taken_for_a_fit() -> None:
    rows = [{"set": "bump"}, {"set": "fib-xsum"}]
    assert without_evaluation_sets(rows) == rows
    with pytest.raises(ValueError, match="cliff and ragtruth-test.*--sets ragtruth-summary"):
        without_evaluation_sets([*rows, {"set": "ragtruth-test"}, {"set": "cliff"}])


def test_rows_of_other_weights_are_not_continued(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    assert read_own_rows(path, "0a") == []
    path.write_text('{"id": 1, "weights": "0a"}\n')
    assert read_own_rows(path, "0a") == read_rows(path)
    with pytest.raises(ValueError, match="rows.jsonl has rows of 0a. The rows to write are of 0b. Delete"):
        read_own_rows(path, "0b")
    path.write_text('{"id": 1}\n')
    with pytest.raises(ValueError, match="do not name"):
        read_own_rows(path, "0a")
    assert read_all_rows([path]) == [{"id": 1}]


def test_a_half_written_row_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": 1}\n{"id": 2}\n{"id"')
    assert [row["id"] for row in read_rows(path)] == [1, 2]
    assert path.read_text() == '{"id": 1}\n{"id": 2}\n'
    stored = tmp_path / "rows.jsonl.xz"
    stored.write_bytes(lzma.compress(path.read_bytes()))
    assert read_rows(stored) == read_rows(path)
    assert read_all_rows([path, stored]) == [*read_rows(path), *read_rows(path)]
    with pytest.raises(FileNotFoundError, match="missing.jsonl"):
        read_all_rows([path, tmp_path / "missing.jsonl"])


def test_samples_are_fixed_by_the_seed_and_nested(tmp_path: Path) -> None:
    (tmp_path / "consistency").mkdir()
    (tmp_path / "consistency" / "cliff.jsonl").write_text("".join(json.dumps({"id": n}) + "\n" for n in range(50)))
    small, large = (choose_rows(tmp_path, ["cliff"], count, 3) for count in (5, 20))
    assert small == large[:5] and small != choose_rows(tmp_path, ["cliff"], 5, 4)
    with pytest.raises(FileNotFoundError, match="--data"):
        choose_rows(tmp_path, ["summedits-news"], 5, 3)


@pytest.fixture(scope="module")
def untrained(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    path = tmp_path_factory.mktemp("untrained") / "tokenizer.json"
    train_tokenizer(path)
    return Reference(LanguageModel(quantise(new_model(), {})), load_tokenizer(path))


ROW = {"id": "a", "origin": "toy", "label": 1.0, "source": "Anna bought 12 books in Rome.", "summary": "Anna bought books."}


def test_a_summary_without_pairs_is_unscorable(untrained: Reference) -> None:
    result = evaluate_row(untrained, ROW, SearchSettings(paths=3, max_length=9))
    assert result["matched"] == {"quals": None, "answerGap": None, "worst": None, "kept": 0, "pairs": []}
    assert result["written"] == 3


def test_invisible_characters_change_no_measure(untrained: Reference) -> None:
    changed = ROW | {"source": " Anna bought\u00a0 12 bo\u00adoks in Rome.\n", "summary": "Anna\u200b bought books. "}
    plain, found = (evaluate_row(untrained, row, SearchSettings(paths=3, max_length=9)) | {"seconds": 0} for row in (ROW, changed))
    assert found == plain


def test_the_summary_given_the_source_is_scored_as_in_transformers(untrained: Reference) -> None:
    source, paragraph, summary = (untrained.encode(text) for text in (ROW["source"], "\n\n", ROW["summary"]))
    llama = new_model()
    llama.load_state_dict(dequantise(quantise(new_model(), {})))
    with torch.inference_mode():
        log_probs = llama(torch.tensor([[*source, *paragraph, *summary]])).logits[0].log_softmax(-1)
    first = len(source) + len(paragraph)
    expected = np.mean([float(log_probs[first + at - 1, token]) for at, token in enumerate(summary)])
    assert summary_given_source(untrained, untrained.model.read_text(source), summary) == pytest.approx(expected, abs=1e-4)


def test_one_odd_summary_at_the_end_does_not_make_a_share_of_nothing():
    values = np.linspace(-3, 0, 40)
    consistent = np.tile([0.0, 1.0], 20)  # of the two lowest one is consistent, of the two highest one
    share = fit_share(values, consistent, np.array([-3.0, 0.0]))
    assert share[0] >= 0.25 and share[1] <= 0.75


def test_judgements_by_the_head_rise_with_its_probability(tmp_path: Path) -> None:
    claim = {"weights": {"claim": 1.0, "topThree": 0.0, "mean": 0.0, "logProb": 0.0}, "offset": 0.0}
    (tmp_path / "support-head.json").write_text(json.dumps({"calibration": {"claim": claim}}))
    row = {"tokens": [0.0], "logProb": -1.0}
    # Logits that a text is unsupported: odds of three to one and one to three.
    supported, consistent = support_of(tmp_path, [row | {"claim": math.log(3), "label": 1}, row | {"claim": -math.log(3), "label": 0}])
    assert supported.tolist() == pytest.approx([0.25, 0.75]) and consistent.tolist() == [False, True]
    points = support_judgements(np.linspace(0, 1, 200), np.repeat([False, True], 100), range(200))["points"]
    assert (points[0]["supported"], points[0]["share"], points[0]["nearConsistent"]) == (0, 0, 0)
    assert (points[-1]["supported"], points[-1]["share"], points[-1]["nearConsistent"]) == (1, 1, 30)
