import math

import pytest
from conseq.evaluation.report_table import Measured, change, join, measure_line, table
from conseq.evaluation.rouge import rouge


def measured(quals: list[float | None], summary: str = "the cat sat") -> dict[str, Measured]:
    return {
        str(number): Measured({"references": ["a dog", "the cat sat down"], "summary": summary}, {"quals": value})
        for number, value in enumerate(quals)
    }


def test_the_change_is_paired_by_article():
    before = [-1.0 - 0.3 * (number % 5) for number in range(50)]
    mean, low, high = change(before, [value + 0.1 + 0.02 * (-1) ** number for number, value in enumerate(before)])
    # The articles differ much more than the summarisers: the interval is that of the differences, 1.96 x 0.02 / root 50 to each side.
    assert mean == pytest.approx(0.1) and high - low == pytest.approx(2 * 1.96 * 0.02 / math.sqrt(50), rel=0.15)
    assert low < 0.1 < high
    assert change(before, before) == (0.0, 0.0, 0.0)


def test_a_line_counts_articles_that_every_summariser_has_a_value_for():
    line = measure_line("QUALS", lambda one: one.score["quals"], {"MLE": measured([-1, -2, None, -9]), "ConSeq": measured([-1.5, -1, -1, None])})
    assert line.startswith("| QUALS | 2 | -1.500 | -1.250 | +0.250 [")
    assert measure_line("QUALS", lambda one: one.score["quals"], {"MLE": measured([-1, None]), "ConSeq": measured([-1, -1])}) == "| QUALS | 1 | – | – | – |"


def test_the_table_counts_the_unscorable_and_the_unchanged():
    text = table({"MLE": measured([-1, None, -1]), "ConSeq": measured([-1, -2, -2]) | {"2": Measured({"references": ["x"], "summary": "other"}, {"quals": -2})}})
    assert "MLE: 3 summaries, 1 unscorable.\n" in text
    assert text.endswith("ConSeq: 3 summaries, 0 unscorable, 2 the same as MLE's.")


def test_rouge_counts_the_reference_that_is_nearest():
    # 3 of 3 words and 3 of 4: F1 6/7; 2 of 2 pairs and 2 of 3: F1 4/5.
    assert rouge(["a dog", "the cat sat down"], "the cat sat") == pytest.approx({"rouge1": 6 / 7, "rouge2": 4 / 5, "rougeL": 6 / 7})


def test_a_row_without_score_is_named():
    with pytest.raises(ValueError, match="b/generated.*conseq score"):
        join([{"id": "a/generated", "article": "a"}, {"id": "b/generated", "article": "b"}], [{"id": "a/generated"}])
