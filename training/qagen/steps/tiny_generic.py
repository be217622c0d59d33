"""Make tiny random models of three kinds in transformers.js layout, with expected values from PyTorch, for the tests of other models
(docs/other-models.md).

The models are not trained: their pairs are noise, and the tests compare probabilities.

    python -m qagen tiny_generic [--folder DIR]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from ..evaluation.expected_values import NEXT_TOKENS
from ..onnx.generic_export import export_causal, export_sequence_to_sequence
from ..paths import GOLDEN
from ..tiny.generic_models import HEAD_SIZE, HEADS, KINDS, LAYERS, TinyModel

TEXTS = (
    "Anna bought 12 books in Rome on Monday. Tom sold 40 houses in Paris on Friday.",
    "Tom sold 93 houses.",
    "<sep> and | are text, Zoë – “naïve” 😀",
)
# More than one prefill chunk of 128 tokens, even if each word is one token.
LONG = TEXTS[0] + " " + " ".join(f"Maria lost {number} tickets in Cairo on Sunday." for number in range(2, 12))
BEGINNINGS = ("", "Who", "Where did Anna buy")
PAIRS = (("Who bought books in Rome?", "Anna"), ("How many houses did Tom sell?", "93"))


def expected(tiny: TinyModel) -> dict:
    """The lists of docs/model-format.md, "Golden values", that need no search."""

    def encode(text: str) -> list[int]:
        return tiny.tokenizer.encode(text, add_special_tokens=False).ids

    next_tokens, forced = [], []
    for text in (*TEXTS, LONG):
        for beginning in map(encode, BEGINNINGS):
            best = tiny.log_probs(text, beginning)[-1].topk(NEXT_TOKENS)
            row = {"text": text, "beginning": beginning, "tokens": best.indices.tolist()}
            next_tokens.append(row | {"logProbs": best.values.tolist()})
        for question, answer in PAIRS:
            end = tiny.model.generation_config.eos_token_id
            sequence = [*encode(question), tiny.token(tiny.separator), *encode(answer), end]
            scores = tiny.log_probs(text, sequence)[:-1].gather(1, torch.tensor(sequence).unsqueeze(1))
            forced.append({"text": text, "sequence": sequence, "logProbs": scores.flatten().tolist()})
    return {
        "separator": tiny.separator,
        "tokenisation": [{"text": text, "ids": encode(text)} for text in TEXTS],
        "nextTokens": next_tokens,
        "forced": forced,
    }


def write(tiny: TinyModel, folder: Path) -> None:
    """Writes a folder in transformers.js layout, and its `golden.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    if tiny.model.config.is_encoder_decoder:
        export_sequence_to_sequence(tiny.model, LAYERS, HEADS, HEAD_SIZE, folder / "onnx")
    else:
        export_causal(tiny.model, folder / "onnx" / "model.onnx")
    tiny.model.config.to_json_file(folder / "config.json")
    tiny.model.generation_config.to_json_file(folder / "generation_config.json")
    tokenizer = json.loads(tiny.tokenizer.to_str())
    names = {token["id"]: token["content"] for token in tokenizer["added_tokens"]}
    config = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "eos_token": names[tiny.model.generation_config.eos_token_id],
        "clean_up_tokenization_spaces": False,
    }
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")))
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n")
    (folder / "golden.json").write_text(json.dumps(expected(tiny)) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=GOLDEN / "generic", metavar="DIR")
    arguments = parser.parse_args()
    for make in KINDS:
        torch.manual_seed(0)
        tiny = make()
        write(tiny, arguments.folder / tiny.kind)
        print(f"Wrote {arguments.folder / tiny.kind}.")
