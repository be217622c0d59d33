"""The support head's reading of labelled texts, each behind the whole of its source, as page and command read them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ...data.judged_texts import JudgedText, is_dev, judged_text, read_judged_texts
from ...data.labelled_summaries import EVALUATION_SETS
from ...data.normalise_text import NORMALISATION
from ...evaluation.expected_values import Reference
from ...model.reference_model import Prefix
from ..data.claims import claim_of
from ..data.examples import claim_branch
from ..model.read_claim import read_claim


@dataclass(frozen=True)
class LabelledText:
    """`origin`: part of its set, for example the data set that the article is from."""

    text: JudgedText
    origin: str


def labelled_texts(data: Path, name: str) -> list[LabelledText]:
    """In the order of the file; of sets for training, the development part. Raises OSError for a missing file."""
    if name not in EVALUATION_SETS:
        return [LabelledText(text, name) for text in read_judged_texts(data, [name]) if is_dev(text.source)]
    with (data / "consistency" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [LabelledText(judged_text(row, name), row["origin"]) for row in rows]


def support_rows(reference: Reference, texts: Sequence[LabelledText], numbers: Mapping[str, int]) -> Iterator[dict]:
    """One row for each text. Texts of one source follow one another, so that it is read once. `numbers`: a number for each source."""
    for source, of_source in groupby(texts, lambda each: each.text.source):
        prefix = reference.model.read_text(reference.encode(source))
        for each in of_source:
            place = {"set": each.text.set, "origin": each.origin, "id": each.text.id, "text": numbers[source]}
            yield place | support_row(reference, prefix, each.text)


def support_row(reference: Reference, source: Prefix, text: JudgedText) -> dict:
    """`label`: 1 where unsupported. `tokens`: logits. `logProb`: mean of `logProbs`. `priorLogProbs`: without the source. `tokenLabels`: 1
    unsupported, 0 supported, -1 unknown. `chars`, `wrongChars`: of each token, its characters without blanks, and those of them that people marked."""
    encoded = reference.tokenizer.encode(text.summary, add_special_tokens=False)
    reading = read_claim(reference.model, source, encoded.ids)
    branch = claim_branch(claim_of(text), reference.tokenizer, len(encoded.ids), 0.0)
    marked = {at for start, end in text.wrong or () for at in range(start, end)}
    letters = [[at for at in range(*offset) if not text.summary[at].isspace()] for offset in encoded.offsets]
    return {
        "label": 1 - text.label,
        "normalisation": NORMALISATION,
        "claim": round(reading.claim_logit, 4),
        "tokens": [round(float(logit), 3) for logit in reading.token_logits],
        "tokenLabels": branch.labels[1:-1],
        "logProb": round(float(reading.log_probs.mean()), 4),
        "logProbs": [round(float(each), 2) for each in reading.log_probs],
        "priorLogProbs": [round(float(each), 2) for each in reading.prior_log_probs],
        "chars": [len(of_token) for of_token in letters],
        "wrongChars": [sum(at in marked for at in of_token) for of_token in letters],
    }
