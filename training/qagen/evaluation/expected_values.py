"""Expected values from PyTorch, for the tests and for the self-check that the page runs after loading."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from ..model.reference_model import LanguageModel, force_score, next_log_probs
from ..model.tokenizer import END, SEPARATOR
from ..support.model.read_claim import read_claim

NEXT_TOKENS = 10


@dataclass(frozen=True)
class Reference:
    """A PyTorch model and its tokenizer, which encodes special tokens in a text as plain characters."""

    model: LanguageModel
    tokenizer: Tokenizer

    def encode(self, text: str) -> list[int]:
        return self.tokenizer.encode(replace_lone_surrogates(text), add_special_tokens=False).ids

    def pair(self, question: str, answer: str) -> list[int]:
        return [*self.encode(question), SEPARATOR, *self.encode(answer), END]


def replace_lone_surrogates(text: str) -> str:
    """JavaScript strings may contain unpaired surrogates. Python and the page read each as U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def tokenisation(reference: Reference, texts: Sequence[str]) -> list[dict]:
    return [{"text": text, "ids": reference.encode(text)} for text in texts]


def next_tokens(reference: Reference, cases: Sequence[tuple[str, str]]) -> list[dict]:
    """The ten most likely tokens after each (text, start of a question)."""
    rows = []
    for text, beginning in cases:
        begun = reference.encode(beginning)
        prefix = reference.model.read_text(reference.encode(text))
        best = next_log_probs(reference.model, prefix, begun).topk(NEXT_TOKENS)
        row = {"text": text, "beginning": begun, "tokens": best.indices.tolist(), "logProbs": best.values.tolist()}
        rows.append(row)
    return rows


def forced(reference: Reference, cases: Sequence[tuple[str, str, str]]) -> list[dict]:
    """Teacher-forced log-probabilities of each (text, question, answer)."""
    rows = []
    for text, question, answer in cases:
        sequence = reference.pair(question, answer)
        prefix = reference.model.read_text(reference.encode(text))
        [scores] = force_score(reference.model, prefix, [sequence])
        rows.append({"text": text, "sequence": sequence, "logProbs": scores})
    return rows


def claims(reference: Reference, cases: Sequence[tuple[str, str]]) -> list[dict]:
    """The support head's reading of each (source, claim); no rows for a model without a head."""
    rows = []
    for source, claim in cases if reference.model.support_head is not None else ():
        reading = read_claim(reference.model, reference.model.read_text(reference.encode(source)), reference.encode(claim))
        logits = {"tokenLogits": reading.token_logits.tolist(), "claimLogit": reading.claim_logit}
        log_probs = {"logProbs": reading.log_probs.tolist(), "priorLogProbs": reading.prior_log_probs.tolist()}
        rows.append({"source": source, "claim": claim, **logits, **log_probs})
    return rows


# More than 32 tokens with either tokenizer: some faults of GPU drivers appear only then.
SELF_CHECK_TEXT = (
    "Anna bought 12 books in Rome on Monday. Tom sold 40 old houses in Paris on Friday. "
    "Maria lost 7 tickets in Berlin on Sunday, and Henry found 85 letters in Cairo."
)
SELF_CHECK_CLAIM = "Anna bought 21 books in Rome."
SELF_CHECK_PAIRS = (("Who bought books in Rome?", "Anna"), ("Where did Tom sell houses?", "Rome"))


def write_self_check(folder: Path, reference: Reference, model_id: str, version: str) -> None:
    """Writes self-check.json: a few rows of each kind, quick to compute after loading."""
    text = SELF_CHECK_TEXT
    check = {
        "model": {"id": model_id, "version": version},
        "tokenisation": tokenisation(reference, ["Café “naïve” 😀 123", "<|im_end|> is text"]),
        "nextTokens": next_tokens(reference, [(text, ""), (text, "Who sold")]),
        "forced": forced(reference, [(text, *pair) for pair in SELF_CHECK_PAIRS]),
        "claims": claims(reference, [(text, SELF_CHECK_CLAIM)]),
    }
    (folder / "self-check.json").write_text(json.dumps(check, ensure_ascii=False) + "\n")
