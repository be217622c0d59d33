"""The support head's tables in the model card, from rows of `evaluate_support`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from .claim_calibration import Row, token_logits
from .support_table import SCORES, combination, detection_table, pair_table, pointing_table, ranking_table

EVALUATION, DEVELOPMENT = "### Sets for evaluation", "### Development part"
"""Headings of the card. The tables of a section keep their order."""


def evaluation_tables(rows: Sequence[Row], calibration: Mapping) -> list[str]:
    return [ranking_table(rows, SCORES), pair_table(rows, SCORES), pointing_table(rows, marks_of(calibration))]


def development_tables(rows: Sequence[Row], calibration: Mapping) -> list[str]:
    """The limits of the last table are chosen on the same rows."""
    score = combination(calibration["claim"]["weights"], calibration["claim"]["offset"])
    return [*evaluation_tables(rows, calibration), detection_table(rows, rows, score, marks_of(calibration))]


def marks_of(calibration: Mapping) -> Callable[[Row], np.ndarray]:
    """The number behind a mark, for each token."""
    return lambda row: token_logits(row, calibration["token"])


def with_tables(card: str, heading: str, tables: Sequence[str]) -> str:
    """The card with the first tables of a section replaced. Raises ValueError if the section is missing, or if one of its tables has another head."""
    lines = card.split("\n")
    if heading not in lines:
        raise ValueError(f"The card has no section “{heading}”.")
    at = lines.index(heading) + 1
    for table in tables:
        new = table.split("\n")
        while at < len(lines) and not lines[at].startswith("|"):
            if lines[at].startswith("#"):
                raise ValueError(f"“{heading}” has no table with the head “{new[0]}”.")
            at += 1
        end = next((place for place in range(at, len(lines)) if not lines[place].startswith("|")), len(lines))
        if lines[at:end][:1] != new[:1]:
            raise ValueError(f"“{heading}” has another table where the one with the head “{new[0]}” belongs.")
        lines[at:end] = new
        at += len(new)
    return "\n".join(lines)
