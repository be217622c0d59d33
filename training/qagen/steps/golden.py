"""Step 5. Expected values from PyTorch in float32, for the tests of everything that runs the exported model.

    python -m qagen golden CHECKPOINT --id ID [--paths 60 6] [--models DIR] [--golden DIR]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ..evaluation.expected_values import Reference, forced, next_tokens, tokenisation
from ..evaluation.golden_texts import FORCED, NEXT_TOKENS, SUMMARIES, TOKENISATION, Case
from ..evaluation.quals import PROTOCOLS, ScoredPair, answer_gap, keep, quals, score_pairs, write_pairs
from ..evaluation.search import SearchSettings
from ..model.checkpoint import load_checkpoint
from ..model.reference_model import LanguageModel
from ..model.tokenizer import load_tokenizer
from ..onnx.manifest import read_manifest
from ..paths import PROJECT
from .export import MODELS

GOLDEN = PROJECT / "training" / "golden"


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
    """The search on the summary, and QUALS under both protocols (null where no pair was kept)."""
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
        "search": searches,
        "quals": scores,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--id", required=True)
    parser.add_argument("--paths", type=int, nargs="+", default=[60])
    parser.add_argument("--models", type=Path, default=MODELS, metavar="DIR")
    parser.add_argument("--golden", type=Path, default=GOLDEN, metavar="DIR")
    arguments = parser.parse_args()
    folder = arguments.models / arguments.id
    try:
        manifest = read_manifest(folder)
        model = LanguageModel(load_checkpoint(arguments.checkpoint))
        reference = Reference(model, load_tokenizer(folder / "tokenizer.json"))
    except OSError as error:
        sys.exit(str(error))
    identity = {"id": manifest["id"], "version": manifest["version"]}
    values = golden(reference, identity, arguments.paths, list(SUMMARIES))
    arguments.golden.mkdir(parents=True, exist_ok=True)
    path = arguments.golden / f"{arguments.id}.json"
    path.write_text(json.dumps(values) + "\n")
    print(f"Wrote {path}.")
