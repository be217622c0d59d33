"""The weight to quantise in place of the trained one: it also corrects the errors of what is quantised before it."""

from __future__ import annotations

import torch
from torch import Tensor

RIDGE = 0.03  # of the mean moment; keeps the weight near the trained one where the calibration data says little


def compensated_weight(weight: Tensor, moments: Tensor, inputs: Tensor, wanted_inputs: Tensor, missing: Tensor | None = None) -> Tensor:
    """`weight` float32 [out, in]. `inputs` [tokens, in]: of the linear in the model that is quantised up to here; `wanted_inputs`: in the
    full-precision model. `moments` [in, in]: inputsᵀ inputs. `missing` [tokens, out]: what the residual stream, to which the outputs are added, lacks. -> the weight whose
    outputs on `inputs` come nearest, by ridge regression, to those of `weight` on `wanted_inputs` plus `missing`. The idea of GPTAQ (Li et
    al., 2025, arXiv 2504.02692); the residual stream is added here."""
    short = weight @ ((wanted_inputs - inputs).t() @ inputs)
    if missing is not None:
        short = short + missing.t() @ inputs
    ridge = RIDGE * moments.diagonal().mean() * torch.eye(len(moments))
    return weight + torch.linalg.solve((moments + ridge).double(), short.double().t()).t().float()
