"""The mean of checkpoints, against means worked by hand."""

from dataclasses import replace

import pytest
import torch
from qagen.model.averaged_weights import averaged_weights
from qagen.model.checkpoint import EMBEDDING, SUPPORT_HEAD, Checkpoint, dequantise
from qagen.model.reference_model import LanguageModel

from small import SMALL, small_checkpoint

HEAD = {f"{SUPPORT_HEAD}.weight": torch.zeros(2, SMALL.width), f"{SUPPORT_HEAD}.bias": torch.tensor([1.0, -2.0])}
NORM = "model.norm.weight"
LINEAR = "model.layers.1.mlp.up_proj"


def coded() -> Checkpoint:
    small = small_checkpoint()
    return replace(small, tensors=small.tensors | HEAD)


def free(change: float) -> Checkpoint:
    """The same model in full precision, with all linear weights, norms and biases raised."""
    small = coded()
    weights = {name: tensor + change for name, tensor in dequantise(small).items() if "embed" not in name and name != "lm_head.weight"}
    embedding = {name: tensor for name, tensor in small.tensors.items() if name.startswith(EMBEDDING)}
    head = {f"{SUPPORT_HEAD}.weight": HEAD[f"{SUPPORT_HEAD}.weight"], f"{SUPPORT_HEAD}.bias": HEAD[f"{SUPPORT_HEAD}.bias"] + change}
    return Checkpoint(SMALL, embedding | weights | head, {"steps": 7})


def test_each_weight_is_the_mean_of_all_checkpoints() -> None:
    found = averaged_weights([coded(), free(0.3), free(-0.6)])
    assert found.is_free and found.provenance == {"steps": 7, "averaged_checkpoints": 3}
    # (0 + 0.3 - 0.6) / 3
    for name in (NORM, f"{LINEAR}.weight"):
        torch.testing.assert_close(found.tensors[name], dequantise(coded())[name] - 0.1)
    torch.testing.assert_close(found.tensors[f"{SUPPORT_HEAD}.bias"], torch.tensor([0.9, -2.1]))
    assert torch.equal(found.tensors[f"{EMBEDDING}.codes"], coded().tensors[f"{EMBEDDING}.codes"])


def test_the_mean_of_one_model_is_that_model() -> None:
    text = [5, 9, 200]
    found = LanguageModel(averaged_weights([coded(), free(0)])).read_text(text).hidden
    torch.testing.assert_close(found, LanguageModel(coded()).read_text(text).hidden)


def test_other_models_are_refused() -> None:
    with pytest.raises(ValueError, match="different models"):
        averaged_weights([small_checkpoint(), coded()])
    other = coded()
    moved = other.tensors | {f"{EMBEDDING}.scale": other.tensors[f"{EMBEDDING}.scale"] * 2}
    with pytest.raises(ValueError, match="embeddings"):
        averaged_weights([coded(), replace(other, tensors=moved)])
