"""Makes wrong claims: replaces one word of a consistent claim by another that the model finds likely without the source.

The model proposes words from the claim's beginning alone. The word that makes the rest of the claim likeliest is taken. Such a claim reads
well, so only the source shows that it is wrong. A proposal that begins like the word itself is left out: it is often another form of it.
"""

from __future__ import annotations

import random

import torch
from tokenizers import Tokenizer

from ....model.tokenizer import MARKER, START
from ...model.support_model import SupportModel
from ..claims import Claim
from ..examples import Branch, Example
from ..mixed_batch import pack_mixed

PROPOSALS = 6
LIKELIEST = 60  # words among which proposals are drawn
RIGHT_CONTEXT = 8  # tokens after the word that a proposal has to fit
MOST_TOKENS = 120
SAME_BEGINNING = 4
FEWEST_LETTERS = 4
FUNCTION_WORDS = frozenset(
    "that this these those with from have been were will would could should their there they them then than what when where which while who "
    "about after also because before between both during each into more most much only other over said says same some such through under until "
    "very your just being does down upon".split()
)


class FluentEdits:
    def __init__(self, model: SupportModel, tokenizer: Tokenizer) -> None:
        self.model, self.tokenizer = model.uncompiled(), tokenizer
        self.words = {}
        for text, token in tokenizer.get_vocab().items():
            word = text[1:]  # the blank of byte-level BPE
            if text.startswith("Ġ") and word.isascii() and word.isalpha() and len(word) >= FEWEST_LETTERS:
                self.words[token] = word
        self.is_word = torch.zeros(len(model.embedding), dtype=torch.bool)
        self.is_word[[token for token, word in self.words.items() if word.lower() not in FUNCTION_WORDS]] = True

    @torch.no_grad()
    def edit(self, claim: Claim, draw: random.Random) -> Claim | None:
        """A wrong claim made from a consistent one, or None if it has no word of one token to replace."""
        encoded = self.tokenizer.encode(claim.text)
        ids = encoded.ids[:MOST_TOKENS]
        places = [at for at in range(1, len(ids) - 1) if self.is_word[ids[at]] and self._ends_word(claim.text, encoded.offsets[at][1])]
        if not places:
            return None
        at = draw.choice(places)
        proposals = self._proposals(ids, at, draw)
        if not proposals:
            return None
        token = max(proposals, key=self._fits(ids, at, proposals).__getitem__)
        first, last = encoded.offsets[at]
        first += claim.text[first].isspace()
        word = self.words[token]
        return Claim(claim.text[:first] + word + claim.text[last:], 0, ((first, first + len(word)),))

    def _ends_word(self, text: str, end: int) -> bool:
        return end >= len(text) or not text[end].isalnum()

    def _proposals(self, ids: list[int], at: int, draw: random.Random) -> list[int]:
        """Drawn without replacement by their probability after the claim's beginning."""
        logits = self._logits(Example([START, MARKER, *ids[:at]], [], ""), [at + 1])[0]
        logits[~self.is_word] = -torch.inf
        likely = logits.topk(LIKELIEST)
        word = self.words[ids[at]]
        keys = [value.item() - torch.log(-torch.log(torch.tensor(draw.random()))).item() for value in likely.values]  # Gumbel top-k
        ranked = [token for _, token in sorted(zip(keys, likely.indices.tolist(), strict=True), reverse=True)]
        return [token for token in ranked if not _same_beginning(self.words[token], word)][:PROPOSALS]

    def _fits(self, ids: list[int], at: int, proposals: list[int]) -> dict[int, float]:
        """For each proposal the log-probability of the tokens that follow."""
        after = ids[at + 1 : at + 1 + RIGHT_CONTEXT]
        text = [START, MARKER, *ids[:at]]
        branches = [Branch([token, *after], is_pair=True) for token in proposals]
        starts = [len(text) + number * (1 + len(after)) for number in range(len(proposals))]
        places = [start + step for start in starts for step in range(len(after))]
        log_probs = self._logits(Example(text, branches, ""), places).log_softmax(-1).view(len(proposals), len(after), -1)
        said = log_probs.gather(-1, torch.tensor(after).expand(len(proposals), -1).unsqueeze(-1)).sum((1, 2))
        return dict(zip(proposals, said.tolist(), strict=True))

    def _logits(self, example: Example, places: list[int]) -> torch.Tensor:
        """float32 [places, tokens of the vocabulary]"""
        states = self.model.states(pack_mixed([example], len(example)))[places]
        return (self.model.normed(states, self.model.products) @ self.model.embedding.t()).float()


def _same_beginning(one: str, other: str) -> bool:
    return one[:SAME_BEGINNING].lower() == other[:SAME_BEGINNING].lower()
