"""Expected values of the search and of QUALS, from PyTorch in float32."""

from __future__ import annotations

from ..expected_values import Reference, claims, forced, next_tokens, tokenisation
from .golden_texts import FORCED, NEXT_TOKENS, TOKENISATION, Case
from ..quals import PROTOCOLS, ScoredPair, answer_gap, keep, quals, score_pairs, write_pairs
from ..search import SearchSettings


def settings_as_json(settings: SearchSettings) -> dict:
    return {
        "paths": settings.paths,
        "diversityStrength": settings.diversity_strength,
        "minLength": settings.min_length,
        "maxLength": settings.max_length,
    }


def pair_as_json(scored: ScoredPair, protocol: str) -> dict:
    hypothesis = scored.pair.hypothesis
    return {
        "question": scored.pair.question,
        "answer": scored.pair.answer,
        "tokens": list(hypothesis.tokens),
        "summaryLogProbs": scored.summary,
        "sourceLogProbs": scored.source,
        "generationScore": hypothesis.uns,
        "generationMean": hypothesis.ns,
        "quals": scored.quals(protocol),
        "answerGap": scored.answer_gap(),
    }


def score_case(reference: Reference, case: Case, settings: SearchSettings) -> tuple[dict, list[dict]]:
    """The search on the summary, and QUALS with both protocols (None if no pair was kept)."""
    summary = reference.model.read_text(reference.encode(case.summary))
    source = reference.model.read_text(reference.encode(case.source))
    hypotheses = write_pairs(reference, summary, settings)
    search = {
        "text": case.summary,
        "settings": settings_as_json(settings),
        "hypotheses": [{"tokens": list(h.tokens), "uns": h.uns, "ns": h.ns} for h in hypotheses],
    }
    rows = []
    for protocol in PROTOCOLS:
        scored = score_pairs(reference, keep(reference, hypotheses, case.summary, protocol), summary, source)
        rows.append(
            {
                "name": case.name,
                "source": case.source,
                "summary": case.summary,
                "protocol": protocol,
                "settings": settings_as_json(settings),
                "quals": quals(scored, protocol),
                "answerGap": answer_gap(scored),
                "kept": [pair_as_json(pair, protocol) for pair in scored],
            }
        )
    return search, rows


def golden(reference: Reference, model: dict, paths: list[int], cases: list[Case]) -> dict:
    searches, scores = [], []
    for count in paths:
        for case in cases:
            search, rows = score_case(reference, case, SearchSettings(paths=count))
            searches.append(search)
            scores += rows
            print(f"{case.name}, {count} paths: " + ", ".join(str(row["quals"]) for row in rows), flush=True)
    return {
        "model": model,
        "tokenisation": tokenisation(reference, TOKENISATION),
        "nextTokens": next_tokens(reference, NEXT_TOKENS),
        "forced": forced(reference, FORCED),
        "claims": claims(reference, [(case.source, case.summary) for case in cases]),
        "search": searches,
        "quals": scores,
    }
