"""Reads a claim after its source with the reference model. Gives the expected values for page and command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from ...model.reference_model import LanguageModel, Prefix
from ...model.tokenizer import MARKER, START


@dataclass(frozen=True)
class ClaimReading:
    """`token_logits`, `log_probs` float64 [tokens]: that a token is unsupported; of the token given the source and the tokens before
    it. `prior_log_probs` float64 [tokens]: of the token given the tokens before it, without the source. `claim_logit`: that the claim is
    unsupported."""

    token_logits: torch.Tensor
    claim_logit: float
    log_probs: torch.Tensor
    prior_log_probs: torch.Tensor


@torch.inference_mode()
def read_claim(model: LanguageModel, source: Prefix, claim: Sequence[int]) -> ClaimReading:
    """Raises ValueError for a model without a support head."""
    head = model.support_head
    if head is None:
        raise ValueError("This model has no support head.")
    hidden, _ = model.forward(torch.tensor([[MARKER, *claim, START]]), source, None)
    states = hidden[0].double()
    logits = states @ head["weight"].double().t() + head["bias"].double()
    log_probs = _of_claim(model, hidden[0, :-2], claim)
    alone, _ = model.forward(torch.tensor([[MARKER, *claim]]), model.read_text([]), None)
    return ClaimReading(logits[1:-1, 0], float(logits[-1, 1]), log_probs, _of_claim(model, alone[0, :-1], claim))


def _of_claim(model: LanguageModel, before: torch.Tensor, claim: Sequence[int]) -> torch.Tensor:
    """`before` [tokens, width]: the hidden states that predict the tokens of the claim."""
    return model.log_probs(before).gather(1, torch.tensor(claim).unsqueeze(1)).squeeze(1)
