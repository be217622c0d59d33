"""Average the weights of several checkpoints of one model, for example those that `train_support --keep` leaves.

    python -m qagen average ../public/models/ID runs/support/at-*.safetensors --out runs/averaged.safetensors
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ...model.averaged_weights import averaged_weights
from ...model.checkpoint import save_checkpoint
from ...onnx.exported_model import open_checkpoint


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoints", type=Path, nargs="+", help="checkpoints, or folders of exported models")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    try:
        save_checkpoint(averaged_weights([open_checkpoint(path) for path in options.checkpoints]), options.out)
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    print(f"Wrote {options.out}, the mean of {len(options.checkpoints)} checkpoints.")
