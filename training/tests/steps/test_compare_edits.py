"""Edited summaries against their originals, counted by hand."""

from qagen.steps.measure.compare_edits import scored_lower


def summary(name: str, original: str, label: float) -> dict:
    return {"id": name, "summary": f"text of {name}", "original": f"text of {original}", "label": label}


def row(name: str, quals: float | None) -> dict:
    return {"set": "summedits-news", "id": name, "matched": {"quals": quals}}


def test_each_edit_is_compared_with_its_own_original() -> None:
    summaries = [
        summary("a", "a", 1.0), summary("a-wrong", "a", 0.0), summary("a-right", "a", 1.0), summary("a-higher", "a", 0.0),
        summary("b", "b", 1.0), summary("b-unscorable", "b", 0.0), summary("orphan", "not judged", 0.0),
    ]  # fmt: skip
    rows = [
        row("a", -1.0), row("a-wrong", -2.0), row("a-right", -1.5), row("a-higher", -0.5),
        row("b", -3.0), row("b-unscorable", None), row("orphan", -9.0), row("a", -1.0) | {"set": "cliff", "id": "x"},
    ]  # fmt: skip
    assert scored_lower(rows, summaries, "quals") == {0: (1, 2), 1: (1, 1)}
