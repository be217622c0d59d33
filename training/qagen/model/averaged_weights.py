"""Mean of the weights of several checkpoints of one model.

Small batches make the weights of a run vary around their mean, and the mean ranks better than any one of them (Izmailov et al., 2018,
arXiv:1803.05407; for models trained in different ways Wortsman et al., 2022, arXiv:2203.05482).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch

from .checkpoint import EMBEDDING, Checkpoint


def averaged_weights(checkpoints: Sequence[Checkpoint]) -> Checkpoint:
    """A full-precision checkpoint; 4-bit codes are dequantised. The provenance is that of the last. Raises ValueError if the checkpoints
    differ in architecture, in the names of their weights, or in the embedding, which no training changes."""
    last = checkpoints[-1]
    weights = [_weights(each) for each in checkpoints]
    if any(each.architecture != last.architecture or of.keys() != weights[-1].keys() for each, of in zip(checkpoints, weights, strict=True)):
        raise ValueError("These are checkpoints of different models.")
    embedding = {name: tensor for name, tensor in last.tensors.items() if name.startswith(EMBEDDING)}
    if any(not torch.equal(each.tensors[name], tensor) for each in checkpoints for name, tensor in embedding.items()):
        raise ValueError("The checkpoints have different embeddings.")
    means = {name: torch.stack([of[name].double() for of in weights]).mean(0).float() for name in weights[-1]}
    return Checkpoint(last.architecture, embedding | means, last.provenance | {"averaged_checkpoints": len(checkpoints)})


def _weights(checkpoint: Checkpoint) -> dict[str, torch.Tensor]:
    """All but the embedding. A part of codes, scale or offset alone is no weight."""
    coded = {f"{name}.{part}" for name in checkpoint.linear_names() for part in ("codes", "scale", "offset")}
    kept = {name: tensor for name, tensor in checkpoint.tensors.items() if name not in coded and not name.startswith(EMBEDDING)}
    return kept | {f"{name}.weight": checkpoint.linear(name) for name in checkpoint.linear_names()}
