"""Ranks the edited and unedited summaries of BUMP's development part by the support head and by twelve published metrics.

    python -m qagen compare_metrics MODEL --data DIR
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from ...model.products import products_named
from ...model.tokenizer import START, load_tokenizer
from ...onnx.exported_model import open_checkpoint
from ...paths import add_data_option, add_runs_option
from ...support.data.claims import Claim
from ...support.data.examples import Example, claim_branch
from ...support.data.mix import MOST_CLAIM_TOKENS, MOST_TEXT_TOKENS
from ...support.evaluation.development import claim_scores
from ...support.evaluation.head_measures import SCORES
from ...support.evaluation.published_metrics import EditedPair, Scores, ranking_table, read_edited_pairs
from ...support.model.support_model import SupportModel

BATCH_TOKENS = 1536
OURS = {
    "-log p": "log p(summary | article)", "claim": "head: text", "largest": "head: largest token", "claim+top 3": "head: text + top 3",
    "mean": "head: mean token",
}  # fmt: skip


def model_scores(model: SupportModel, tokenizer: Tokenizer, pairs: list[EditedPair]) -> dict[tuple[str, str], Scores]:
    """By source and text. All rise with consistency."""
    texts = dict.fromkeys((pair.source, text) for pair in pairs for text in (pair.edited, pair.reference))
    examples = [_example(source, text, tokenizer) for source, text in texts]
    found = claim_scores(model, examples, BATCH_TOKENS)
    return {key: {ours: -SCORES[name](row) for name, ours in OURS.items()} for key, row in zip(texts, found, strict=True)}


def _example(source: str, text: str, tokenizer: Tokenizer) -> Example:
    ids = tokenizer.encode(source).ids[:MOST_TEXT_TOKENS]
    return Example([*ids, START], [claim_branch(Claim(text, 1, ()), tokenizer, MOST_CLAIM_TOKENS, 0.0)], "bump")


def beside_ours(pair: EditedPair, ours: dict[tuple[str, str], Scores]) -> EditedPair:
    edited, reference = ours[pair.source, pair.edited], ours[pair.source, pair.reference]
    return replace(pair, edited_scores=pair.edited_scores | edited, reference_scores=pair.reference_scores | reference)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="checkpoint, or folder of an exported model")
    add_data_option(parser)
    add_runs_option(parser)
    options = parser.parse_args()
    torch.set_num_threads(1)
    model = SupportModel(open_checkpoint(options.model), compiled=False, products=products_named("fastest"))
    pairs = read_edited_pairs(options.data)
    ours = model_scores(model, load_tokenizer(options.runs / "tokenizer.json"), pairs)
    print(ranking_table([beside_ours(pair, ours) for pair in pairs]))
