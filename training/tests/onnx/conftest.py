"""An untrained model and its exported folder, for all tests of this folder."""

from pathlib import Path

import pytest
import torch
from qagen.model.checkpoint import Checkpoint
from qagen.onnx.export_model import export
from qagen.tiny.qagen_model import new_model, quantise, train_tokenizer

SHARD_BYTES = 50_000


@pytest.fixture(scope="session")
def checkpoint() -> Checkpoint:
    model = new_model()
    with torch.no_grad():
        for parameter in model.parameters():
            # New weights are so small that every next token is about as likely.
            parameter *= 3 if parameter.dim() > 1 else 1 + 0.1 * torch.rand_like(parameter)
    return quantise(model, {"base": "none"})


@pytest.fixture(scope="session")
def folder(checkpoint: Checkpoint, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("models")
    train_tokenizer(root / "tokenizer.json")
    export(checkpoint, root / "tokenizer.json", root / "toy", "0.0.1", SHARD_BYTES)
    return root / "toy"
