import pytest
from qagen.evaluation import intervals
from qagen.evaluation.measure_table import join, table

LABELLED = [{"id": str(place), "label": place % 2, "origin": "news" if place < 4 else "blog", "source": f"article {place // 2}"} for place in range(8)]


def scored(place: int, **changed: object) -> dict:
    rouge = {"rouge1": 0.1 * place, "rouge2": 0.5, "rougeL": 0.2}
    row = {"id": str(place), "outcome": "scored", "quals": float(place % 2), "rouge": rouge, "agreement": None, "sourceLogProb": -1.0 - place}
    return row | changed


def test_measures_are_ranked_over_all_and_within_each_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intervals, "RESAMPLES", 20)
    found = table(join(LABELLED, [scored(place) for place in range(8)]))
    assert [line for line in found.splitlines() if line.endswith("articles")] == [
        "All origins, 8 summaries of 4 articles",
        "blog, 4 summaries of 2 articles",
        "news, 4 summaries of 2 articles",
    ]
    # QUALS is the label itself. ROUGE-2 is one number, which does not rank. No summary has an agreement, so it has no line.
    lines = {line.split(" | ")[0][2:]: line for line in found.splitlines() if line.startswith("| ")}
    assert "1.000" in lines["QUALS"]
    assert lines["ROUGE-2 with the source"].endswith("| – | – | – |")
    assert "agreement (QAGS, one model)" not in lines


def test_errors_and_other_ids_are_left_out() -> None:
    rows = [scored(1), scored(2, outcome="error", quals=None), scored(9)]
    assert [row["id"] for row in join(LABELLED, rows)] == ["1"]


def test_rows_without_the_option_are_refused() -> None:
    row = scored(1)
    del row["rouge"]
    with pytest.raises(ValueError, match="without --compare"):
        join(LABELLED, [row])
