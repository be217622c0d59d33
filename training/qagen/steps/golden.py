"""Write `golden/ID.json`: expected values from PyTorch in float32, for the tests of everything that runs the exported model.

    python -m qagen golden CHECKPOINT --id ID [--paths 60 6] [--models DIR] [--golden DIR]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ..evaluation.expected_values import Reference
from ..evaluation.golden_texts import SUMMARIES
from ..evaluation.golden_values import golden
from ..model.checkpoint import load_checkpoint
from ..model.reference_model import LanguageModel
from ..model.tokenizer import load_tokenizer
from ..onnx.manifest import read_manifest
from ..paths import GOLDEN, add_models_option


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--id", required=True)
    parser.add_argument("--paths", type=int, nargs="+", default=[60])
    add_models_option(parser)
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
