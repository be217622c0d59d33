"""Make the start of a student: the model with fewer, evenly spaced layers, the first and the last among them.

Each layer now gets inputs that it was not trained for, so the student must be distilled from the whole model:

    python -m qagen shorten ../public/models/ID --layers 13 --out runs/shortened.safetensors
    python -m qagen train --run student --free --from runs/shortened.safetensors --teacher ../public/models/ID --hours 1
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import replace
from pathlib import Path

from ...model.checkpoint import EMBEDDING, Checkpoint, save_checkpoint
from ...onnx.exported_model import open_checkpoint

LAYER = re.compile(r"model\.layers\.(\d+)\.")


def evenly(layers: int, wanted: int) -> list[int]:
    """`wanted` of the layers 0 … layers - 1: the first, the last, and others evenly between them. Raises ValueError below two."""
    if not 2 <= wanted <= layers:
        raise ValueError(f"A model of {layers} layers can keep 2 to {layers} of them, not {wanted}.")
    return [round(place * (layers - 1) / (wanted - 1)) for place in range(wanted)]


def shorten(checkpoint: Checkpoint, wanted: int) -> Checkpoint:
    """A full-precision checkpoint; 4-bit codes are dequantised."""
    kept = evenly(checkpoint.architecture.layers, wanted)
    places = {layer: place for place, layer in enumerate(kept)}
    tensors = {}
    for name in [*checkpoint.tensors, *(f"{linear}.weight" for linear in checkpoint.linear_names())]:
        linear, _, part = name.rpartition(".")
        found = LAYER.match(name)
        if part != "weight" and not linear.startswith(EMBEDDING) or found and int(found[1]) not in places:
            continue
        value = checkpoint.linear(linear) if found and name not in checkpoint.tensors else checkpoint.tensors[name]
        tensors[LAYER.sub(lambda match: f"model.layers.{places[int(match[1])]}.", name)] = value
    provenance = checkpoint.provenance | {"layers_kept": kept}
    return Checkpoint(replace(checkpoint.architecture, layers=wanted), tensors, provenance)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, help="checkpoint or model folder")
    parser.add_argument("--layers", type=int, required=True, help="number of layers to keep")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    try:
        shortened = shorten(open_checkpoint(arguments.checkpoint), arguments.layers)
        save_checkpoint(shortened, arguments.out)
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    print(f"Wrote {arguments.out} with layers {shortened.provenance['layers_kept']}.")
