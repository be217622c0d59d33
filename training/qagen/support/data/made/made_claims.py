"""Claims that are made from the consistent claims of a text: wrong ones, and right ones with other words or numbers."""

from __future__ import annotations

import random

from ..claims import Claim, JudgedSource
from .exchanged_facts import exchange_fact
from .exchanged_names import exchange_names
from .fluent_edits import FluentEdits
from .negations import negate
from .reworded_numbers import misround_number, reword_number
from .rewordings import reword

# Shares of the texts with a consistent claim.
EXCHANGED_SHARE = 0.5
EXCHANGED_NAMES_SHARE = 0.4
NEGATED_SHARE = 0.3
MISROUNDED_SHARE = 0.15
REWORDED_SHARE = 0.4
REWORDED_NUMBER_SHARE = 0.4
EDITED_SHARE = 0.6  # of these texts in sets of whole summaries
SUMMARY_SETS = ("ragtruth", "defacto", "bump", "fib", "edited", "summedits")


def made_claims(right: list[Claim], source: JudgedSource, draw: random.Random, edits: FluentEdits | None) -> tuple[list[Claim], list[Claim]]:
    """`right` with the right ones that were made in front, and the wrong ones in random order."""
    if not right:
        return right, []
    makers = (
        (EXCHANGED_SHARE, lambda: exchange_fact(draw.choice(right), source.source, draw)),
        (EXCHANGED_NAMES_SHARE, lambda: exchange_names(draw.choice(right), source.source, draw)),
        (NEGATED_SHARE, lambda: negate(draw.choice(right), draw)),
        (MISROUNDED_SHARE, lambda: misround_number(draw.choice(right), draw)),
    )
    wrong = [make() for share, make in makers if draw.random() < share]
    if edits and source.set_name.startswith(SUMMARY_SETS) and draw.random() < EDITED_SHARE:
        wrong.append(edits.edit(right[0], draw))
    reworded = [reword(draw.choice(right), draw)] if draw.random() < REWORDED_SHARE else []
    if draw.random() < REWORDED_NUMBER_SHARE:
        reworded.append(reword_number(draw.choice(right), draw))
    draw.shuffle(wrong)
    return [*filter(None, reworded), *right], [*filter(None, wrong)]
