"""Print the loss of a checkpoint on SQuAD's dev set, in nats per target token.

All 2,064 paragraphs take 10 to 20 minutes on 2 cores.

    python -m qagen measure_dev CHECKPOINT [--runs DIR] [--examples N]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ...data.examples import Examples
from ...model.lanes import Lanes
from ...model.products import products_named
from ...model.trainable_model import TrainableModel
from ...model.training.training_run import LANES, dev_loss
from ...onnx.exported_model import open_checkpoint
from ...paths import add_runs_option


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, help="checkpoint or model folder")
    add_runs_option(parser)
    parser.add_argument("--examples", type=int, help="measure only the first N (training monitors 40)")
    options = parser.parse_args()
    examples = Examples(options.runs / "examples" / "dev.safetensors")
    lanes = Lanes(TrainableModel(open_checkpoint(options.checkpoint), products=products_named("fastest")), LANES)
    print(f"{dev_loss(lanes, examples, options.examples or len(examples)):.4f} nats per target token")
