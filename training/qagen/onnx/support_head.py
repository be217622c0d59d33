"""support-head.json: the support head of a model, as page and command read it (docs/model-format.md).

The caller gets the hidden states on every device. Two dot products per token therefore need no graph, only 17 kB of JSON.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import torch

from ..model.checkpoint import SUPPORT_HEAD, Checkpoint
from ..model.tokenizer import MARKER

FILE = "support-head.json"
FORMAT = 2
OUTPUTS = ("token", "claim")
# Until `calibrate_support` has fitted it: the logits as they are.
UNCALIBRATED = {
    "token": {"weights": {"logit": 1.0, "logProb": 0.0, "priorLogProb": 0.0}, "offset": 0.0},
    "claim": {"weights": {"claim": 1.0, "topThree": 0.0, "mean": 0.0, "logProb": 0.0}, "offset": 0.0},
}


def write_support_head(checkpoint: Checkpoint, folder: Path) -> None:
    """A checkpoint without a head leaves none in the folder."""
    path = folder / FILE
    path.unlink(missing_ok=True)
    if f"{SUPPORT_HEAD}.weight" not in checkpoint.tensors:
        return
    weight, bias = checkpoint.tensors[f"{SUPPORT_HEAD}.weight"], checkpoint.tensors[f"{SUPPORT_HEAD}.bias"]
    outputs = {name: {"weight": [float(f"{value:.9g}") for value in weight[row].tolist()], "bias": float(f"{bias[row].item():.9g}")}
               for row, name in enumerate(OUTPUTS)}
    path.write_text(json.dumps({"format": FORMAT, "marker": MARKER, **outputs, "calibration": UNCALIBRATED}, separators=(",", ":")) + "\n")


def head_digits(folder: Path) -> str:
    """Hexadecimal digits of the file without its calibration, which is fitted later; '' where the model has no head."""
    path = folder / FILE
    if not path.exists():
        return ""
    content = {key: value for key, value in json.loads(path.read_text()).items() if key != "calibration"}
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def read_support_head(folder: Path) -> dict[str, torch.Tensor]:
    """The checkpoint's tensors; none where the model has no head."""
    path = folder / FILE
    if not path.exists():
        return {}
    content = json.loads(path.read_text())
    return {
        f"{SUPPORT_HEAD}.weight": torch.tensor([content[name]["weight"] for name in OUTPUTS]),
        f"{SUPPORT_HEAD}.bias": torch.tensor([content[name]["bias"] for name in OUTPUTS]),
    }
