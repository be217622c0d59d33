"""The calibration, on made-up scores."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from qagen.evaluation import calibration as module
from qagen.evaluation import intervals
from qagen.evaluation.calibration import calibration, calibration_points, calibrations, fit_share, nearest, support_judgements
from qagen.steps.ship.calibrate import support_of
from scored_rows import copies, rows_of_a_set, scored_row


@pytest.fixture
def rows() -> list[dict]:
    return rows_of_a_set()


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


def test_nine_copies_of_each_text_do_not_narrow_the_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intervals, "RESAMPLES", 200)
    monkeypatch.setattr(module, "POINTS", 20)  # one for each text, with and without copies
    rows = [scored_row(n, n / 10, float((n * 7) % 20 < n)) for n in range(20)]
    once, often = (calibration(copies(rows, count), "matched", 60)["points"] for count in (1, 9))
    assert [(p["quals"], p["low"], p["high"]) for p in once] == [(p["quals"], p["low"], p["high"]) for p in often]
    assert once[10]["high"] - once[10]["low"] > 0.2


def test_numbers_of_paths_with_different_texts_are_refused(rows: list[dict]) -> None:
    quick = [row | {"paths": 20} for row in rows[1:]]
    with pytest.raises(ValueError, match="rows of 60 and 20 paths are of different texts"):
        calibrations([*rows, *quick], {"id": "toy", "version": "1"})
