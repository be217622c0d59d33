"""Print how well the support head ranks and points on the development part of the judged texts.

    python -m qagen measure_support CHECKPOINT --data DIR [--texts N]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from ...model.products import products_named
from ...model.tokenizer import load_tokenizer
from ...onnx.exported_model import open_checkpoint
from ...paths import add_data_option, add_runs_option
from ...support.data.mix import SHARES
from ...support.evaluation.development import claim_scores, development_examples
from ...support.evaluation.head_measures import ClaimScores, measures, table
from ...support.model.support_model import SupportModel

BATCH_TOKENS = 1536


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, help="file, or folder of an exported model")
    parser.add_argument("--texts", type=int, help="articles of each set; default: all")
    parser.add_argument("--sets", nargs="+", default=[name for name in SHARES if name != "qa"])
    add_data_option(parser)
    add_runs_option(parser)
    options = parser.parse_args()
    torch.set_num_threads(1)
    model = SupportModel(open_checkpoint(options.checkpoint), compiled=False, products=products_named("fastest"))
    tokenizer = load_tokenizer(options.runs / "tokenizer.json")
    found: dict[str, list[ClaimScores]] = {}
    for name in options.sets:
        found[name] = claim_scores(model, development_examples(options.data, name, tokenizer, BATCH_TOKENS, options.texts), BATCH_TOKENS)
        print(f"{name}: {len(found[name])} claims", flush=True)
    print(table({name: measures(rows) for name, rows in found.items() if rows}))
