"""Made-up rows of `evaluate`."""

from __future__ import annotations


def scored_row(number: int, quals: float | None, label: float) -> dict:
    pairs = [] if quals is None else [[quals, quals], [quals, quals - 1]]
    scores = {"quals": quals, "answerGap": quals, "worst": quals, "kept": 0 if quals is None else 3, "pairs": pairs}
    return {
        "set": "cliff", "origin": ("xsum", "cnndm")[number % 2], "id": str(number), "label": label, "paths": 60, "written": 60, "distinctQuestions": 30,
        "answered": {"matched": 20, "released": 25}, "matched": scores, "released": scores,
        "summaryGivenSource": -2.0, "rouge2": 0.1 * label, "copied2": 0.5, "copied3": 0.4, "seconds": 1.0,
    }  # fmt: skip


def rows_of_a_set() -> list[dict]:
    """60 scored summaries, of which the better ones are consistent, and an unscorable one."""
    rows = [scored_row(n, -3 + n / 20 + (n % 7) / 5, float(n % 5 < n / 12)) for n in range(60)]
    return [*rows, scored_row(60, None, 0.0)]


def copies(rows: list[dict], count: int) -> list[dict]:
    """Each row `count` times, as texts of one source: they say no more than one of them."""
    return [row | {"id": f"{row['id']} {copy}", "source": row["id"]} for copy in range(count) for row in rows]
