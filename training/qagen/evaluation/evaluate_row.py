"""All measures of one labelled summary, for `evaluate`."""

from __future__ import annotations

import hashlib
import re
import time
from collections import Counter
from dataclasses import replace

import torch

from ..data.normalise_text import NORMALISATION, normalise_text
from ..model.reference_model import Prefix
from ..support.model.read_claim import read_claim
from .expected_values import Reference
from .keep_pairs import answered_pairs
from .quals import PROTOCOLS, ScoredPair, answer_gap, distinct_questions, keep, quals, score_pairs, write_pairs
from .search import SearchSettings


def n_grams(text: str, n: int) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[start:] for start in range(n))))


def overlap(summary: str, source: str) -> dict[str, float]:
    """ROUGE-2 (F1, no stemming) between summary and source, and the share of the summary's n-grams that occur in the source."""
    shared = {n: sum((n_grams(summary, n) & n_grams(source, n)).values()) for n in (2, 3)}
    own = {n: max(1, n_grams(summary, n).total()) for n in (2, 3)}
    rouge = 2 * shared[2] / max(1, own[2] + n_grams(source, 2).total())
    return {"rouge2": rouge, "copied2": shared[2] / own[2], "copied3": shared[3] / own[3]}


@torch.inference_mode()
def summary_given_source(reference: Reference, source: Prefix, summary: list[int]) -> float:
    """Mean log-probability of the summary's tokens as a new paragraph after the source, under the same model. Reuses the KV cache of
    the source without its last entry, the start token."""
    text = Prefix([(k[:, :, :-1], v[:, :, :-1]) for k, v in source.layers], source.length - 1, source.hidden)
    paragraph = reference.encode("\n\n")
    hidden, _ = reference.model.forward(torch.tensor([[*paragraph, *summary[:-1]]]), text, None)
    log_probs = reference.model.log_probs(hidden[0, len(paragraph) - 1 :])
    return float(log_probs.gather(1, torch.tensor(summary).unsqueeze(1)).mean())


def support(reference: Reference, source: Prefix, summary: list[int]) -> dict:
    """The support head's features of the summary; {} for a model without a head."""
    if reference.model.support_head is None:
        return {}
    reading = read_claim(reference.model, source, summary)
    tokens = [round(float(logit), 3) for logit in reading.token_logits]
    return {"support": {"claim": round(reading.claim_logit, 4), "tokens": tokens, "logProb": round(float(reading.log_probs.mean()), 4)}}


def cut(tokens: list[int], reference: Reference, settings: SearchSettings) -> list[int]:
    """The first tokens of a text, so many that the longest pair still fits the context."""
    return tokens[: reference.model.sizes.context_length - settings.max_length - 2]


def source_digits(source: str) -> str:
    """12 hexadecimal digits that tell the sources of rows apart."""
    return hashlib.sha256(source.encode()).hexdigest()[:12]


def protocol_scores(pairs: list[ScoredPair], protocol: str) -> dict:
    of_pairs = [pair.quals(protocol) for pair in pairs]
    return {
        "quals": quals(pairs, protocol),
        "answerGap": answer_gap(pairs),
        "worst": min(of_pairs, default=None),
        "kept": len(pairs),
        # For other ways to combine the pairs.
        "pairs": [[round(of_pair, 4), round(pair.answer_gap(), 4)] for of_pair, pair in zip(of_pairs, pairs, strict=True)],
    }


def evaluate_row(reference: Reference, row: dict, settings: SearchSettings) -> dict:
    """`row`: id, source, summary, label (1 consistent, 0 not), origin (part of its set). Texts are normalised as on the page."""
    begun = time.monotonic()
    summary_text, source_text = normalise_text(row["summary"]), normalise_text(row["source"])
    decode = reference.tokenizer.decode
    summary_tokens = cut(reference.encode(summary_text), reference, settings)
    source_tokens = cut(reference.encode(source_text), reference, settings)
    summary = reference.model.read_text(summary_tokens)
    source = reference.model.read_text(source_tokens)
    hypotheses = write_pairs(reference, summary, settings)
    result = {
        "id": row["id"],
        "source": source_digits(source_text),
        "origin": row["origin"],
        "label": row["label"],
        "paths": settings.paths,
        "normalisation": NORMALISATION,
        "summaryTokens": len(summary_tokens),
        "sourceTokens": len(source_tokens),
        "written": len(hypotheses),
        "answered": {p: len(answered_pairs(hypotheses, summary_text, p, decode)) for p in PROTOCOLS},
        "distinctQuestions": distinct_questions(reference, hypotheses),
        "summaryGivenSource": summary_given_source(reference, source, summary_tokens),
        **support(reference, source, summary_tokens),
        **overlap(summary_text, source_text),
    }
    kept = {protocol: keep(reference, hypotheses, summary_text, protocol) for protocol in PROTOCOLS}
    # Both protocols keep many pairs in common: score each pair once.
    unique = list({pair.hypothesis.tokens: pair for pairs in kept.values() for pair in pairs}.values())
    scored = {each.pair.hypothesis.tokens: each for each in score_pairs(reference, unique, summary, source)}
    for protocol, pairs in kept.items():
        of_protocol = [replace(scored[pair.hypothesis.tokens], pair=pair) for pair in pairs]
        result[protocol] = protocol_scores(of_protocol, protocol)
    return result | {"seconds": round(time.monotonic() - begun, 2)}
