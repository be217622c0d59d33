"""Make the tiny model of the tests: train it on the toy language, export it to `../public/models/tiny/`.

    python -m qagen tiny [--runs DIR] [--models DIR] [--steps N]
"""

from __future__ import annotations

import argparse

from ..model.checkpoint import save_checkpoint
from ..model.tokenizer import load_tokenizer
from ..onnx.export_model import export
from ..paths import add_models_option, add_runs_option
from ..tiny.qagen_model import SHARD_BYTES, VERSION, fit, new_model, quantise, train_tokenizer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_runs_option(parser)
    add_models_option(parser)
    parser.add_argument("--steps", type=int, default=1500)
    arguments = parser.parse_args()
    folder = arguments.runs / "tiny"
    folder.mkdir(parents=True, exist_ok=True)
    train_tokenizer(folder / "tokenizer.json")
    tokenizer = load_tokenizer(folder / "tokenizer.json")
    model = new_model()
    loss = fit(model, tokenizer, arguments.steps)
    provenance = {"base": "none (random)", "data": ["toy language"], "steps": arguments.steps, "loss": round(loss, 3)}
    checkpoint = quantise(model, provenance)
    save_checkpoint(checkpoint, folder / "tiny.safetensors")
    export(checkpoint, folder / "tokenizer.json", arguments.models / "tiny", VERSION, SHARD_BYTES)
