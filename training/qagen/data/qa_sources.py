"""The training mix: which files of `qa/` are used, and how."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One file of `qa/`. `share`: part of its paragraphs used in each pass. `windows` and `long`: part of these that is cut to
    windows, or lengthened with the paragraphs that follow. All are from 0 to 1. `well_formed_only`: use only questions that start
    with a capital letter and end with a question mark."""

    file: str
    share: float
    windows: float
    long: float
    well_formed_only: bool


# Not used: nq-oracle (search queries in lower case), policyqa (the answers are whole clauses), fairytaleqa (many answers are not
# in the text).
TRAINING_SOURCES = (
    Source("squad1.1-train", 1.0, windows=0.40, long=0.35, well_formed_only=False),
    Source("squadshifts-new_wiki", 0.5, windows=0.5, long=0.1, well_formed_only=True),
    Source("squadshifts-amazon_reviews", 0.3, windows=0.6, long=0.0, well_formed_only=True),
    Source("squadshifts-reddit", 0.3, windows=0.6, long=0.0, well_formed_only=True),
    Source("qamr-dev", 1.0, windows=0.0, long=0.0, well_formed_only=True),
    Source("qamr-test", 1.0, windows=0.0, long=0.0, well_formed_only=True),
)
DEV_SOURCE = "squad1.1-dev"
