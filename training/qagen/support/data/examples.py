"""One text, followed by branches: QA pairs or judged claims. Each branch attends to the text and to itself.

A claim is read as `text <|im_start|> MARKER claim <|im_start|>`. The support head reads the claim's tokens and the closing token. Training may
read it a second time behind this, `MARKER claim <|im_start|>`: there, a token attends to the whole claim and not only to the tokens before it
(repetition as in Springer et al., 2024, "Repetition improves language model embeddings").
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tokenizers import Tokenizer

from ...model.tokenizer import END, MARKER, START
from .claims import Claim


@dataclass(frozen=True)
class Gap:
    """Of a QA pair that was sampled from a claim. `summary_mean`: its mean log-probability given the claim."""

    summary_mean: float
    is_wrong: bool


@dataclass
class Branch:
    """Tokens after the text. All tokens of a QA pair are learned; a pair with a `gap` has the gap loss instead. `learned`: weight of
    a claim's language-model loss. `labels`: one for each token, 1 unsupported, 0 supported, -1 unknown. `verdict`: 1 where the claim is unsupported, 0 where not."""

    ids: list[int]
    is_pair: bool
    learned: float = 1.0
    labels: list[int] = field(default_factory=list)
    verdict: int = -1
    gap: Gap | None = None


@dataclass
class Example:
    """`text` ends with START."""

    text: list[int]
    branches: list[Branch]
    set_name: str

    def __len__(self) -> int:
        return len(self.text) + sum(len(branch.ids) for branch in self.branches)


def pair_example(ids: list[int]) -> Example:
    """From `prepare_data`'s sequence: text, START, then pairs that each end with END."""
    cut = ids.index(START) + 1
    branches, pair = [], []
    for token in ids[cut:]:
        pair.append(token)
        if token == END:
            branches.append(Branch(pair, is_pair=True))
            pair = []
    return Example(ids[:cut], branches, "qa")


def claim_branch(claim: Claim, tokenizer: Tokenizer, most_tokens: int, learned: float, readings: int = 1) -> Branch:
    """A claim cut to `most_tokens`, `readings` times. A wrong claim whose wrong words are cut off has unknown labels. Only consistent claims
    teach the language model."""
    encoded = tokenizer.encode(claim.text)
    ids, offsets = encoded.ids[:most_tokens], encoded.offsets[:most_tokens]
    labels = [-1] * len(ids) if claim.wrong is None else [_is_wrong(claim, *offset) for offset in offsets]
    if claim.label == 0 and 1 not in labels:
        labels = [-1] * len(ids)
    read = [MARKER, *ids, START] * readings
    return Branch(read, False, learned if claim.label else 0.0, [-1, *labels, -1] * readings, 1 - claim.label)


def _is_wrong(claim: Claim, first: int, last: int) -> int:
    """A token includes the blank before its word. The blank does not count."""
    while first < last and claim.text[first].isspace():
        first += 1
    return int(any(first < end and start < last for start, end in claim.wrong or ()))
