"""Numbers of a text from the support head's logits. They rise with how little the source supports the text."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np


def top_three(tokens: Iterable[float]) -> float:
    """Mean of the three largest token logits."""
    return float(np.mean(sorted(tokens)[-3:]))


def text_and_top_three(claim: float, tokens: Iterable[float]) -> float:
    """The number that decides: the logit of the text, plus `top_three`."""
    return claim + top_three(tokens)
