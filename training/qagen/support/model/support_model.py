"""The QAGen model with a support head, as it is trained: one linear layer with two outputs on the final hidden states.

Output 0, at each token of a claim: the logit that the token is unsupported. Output 1, at the closing START: the logit that the
claim is. The loss of a step is

    0.7 · QA loss + LM loss of consistent claims + token loss + claim loss + 0.5 · ranking loss of the claims of one text
    + 0.5 · gap loss of sampled pairs (pair_gaps.py).
"""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ...model.checkpoint import SUPPORT_HEAD, Checkpoint
from ...model.trainable_model import TrainableModel, rms_norm
from ..data.mixed_batch import MixedBatch
from .pair_gaps import gap_loss
from .weighted_token_loss import WeightedTokenLoss

QA_WEIGHT = 0.7
RANK_WEIGHT = 0.5
GAP_WEIGHT = 0.5
WRONG_TOKEN_WEIGHT = 4.0  # unsupported tokens are rare
FIRST_BIAS = (-2.0, 0.0)  # of tokens, of claims: near the share of each that is unsupported


@dataclass(frozen=True)
class Counts:
    """What each loss of a step is divided by, over all its batches: the gradients of the batches then add up to the step's."""

    pair_tokens: float
    claim_tokens: float
    labelled_tokens: float
    claims: float
    gaps: float

    @staticmethod
    def of(batches: list[MixedBatch]) -> Counts:
        pair_tokens = sum(int(batch.of_pair.sum()) for batch in batches)
        claim_tokens = sum(len(batch.targets) for batch in batches) - pair_tokens
        labelled = sum(float(token_weights(batch.token_labels).sum()) for batch in batches)
        claims = sum(len(batch.verdict_labels) for batch in batches)
        gaps = sum(len(batch.gap_labels) for batch in batches)
        return Counts(*(max(1.0, count) for count in (pair_tokens, claim_tokens, labelled, claims, gaps)))


def token_weights(labels: Tensor) -> Tensor:
    return 1 + (WRONG_TOKEN_WEIGHT - 1) * labels


class SupportModel(TrainableModel):
    def __init__(
        self, checkpoint: Checkpoint, compiled: bool = True, products: torch.dtype = torch.bfloat16, first_layer: int = 0
    ) -> None:
        """All weights move, except those of the layers below `first_layer`. A checkpoint without a head gets one with equal logits for all
        tokens."""
        super().__init__(checkpoint, free=True, compiled=compiled, products=products)
        self.first_layer = first_layer
        self.has_kernels = False
        self.head = nn.Linear(self.architecture.width, 2)
        if f"{SUPPORT_HEAD}.weight" in checkpoint.tensors:
            self.head.load_state_dict({part: checkpoint.tensors[f"{SUPPORT_HEAD}.{part}"] for part in ("weight", "bias")})
        else:
            nn.init.zeros_(self.head.weight)
            self.head.bias.data.copy_(torch.tensor(FIRST_BIAS))

    def body_parameters(self) -> list[nn.Parameter]:
        """The linear layers and norms that move."""
        masters = [self.linears.masters[key] for key in self.weights if self._moves(key)]
        return [*masters, *(norm for key, norm in self.norms.items() if self._moves(key))]

    def _moves(self, key: str) -> bool:
        """Keys begin with the number of their layer, except that of the final norm."""
        layer = key.split("_")[0]
        return not layer.isdigit() or int(layer) >= self.first_layer

    def states(self, batch: MixedBatch) -> Tensor:
        """float32 [tokens, width], before the final norm."""
        hidden = self.embed(batch)
        rotary = self.rotary(batch.positions)
        for layer in range(self.architecture.layers):
            with torch.set_grad_enabled(torch.is_grad_enabled() and layer >= self.first_layer):
                hidden = self.layer(layer, hidden, rotary, batch.spans)
        return hidden

    def normed(self, hidden: Tensor, products: torch.dtype = torch.float32) -> Tensor:
        return rms_norm(hidden, self.norms["final"], self.architecture.norm_epsilon, products)

    def logits(self, states: Tensor, output: int) -> Tensor:
        """[places, width] -> [places]; `output` 0: of tokens, 1: of claims."""
        return F.linear(self.normed(states), self.head.weight[output : output + 1], self.head.bias[output : output + 1]).squeeze(-1)

    def losses(self, batch: MixedBatch, counts: Counts) -> tuple[Tensor, dict[str, float]]:
        """The batch's part of the step's loss, and of each loss that it is made of."""
        states = self.states(batch)
        weights = torch.where(batch.of_pair, QA_WEIGHT / counts.pair_tokens, batch.weights / counts.claim_tokens)
        language, nats = WeightedTokenLoss.apply(self.normed(states[batch.sources], self.products), batch.targets, weights, self.embedding)
        tokens, verdicts = self.logits(states[batch.token_places], 0), self.logits(states[batch.verdict_places], 1)
        of_tokens = F.binary_cross_entropy_with_logits(tokens, batch.token_labels, reduction="none")
        token = (of_tokens * token_weights(batch.token_labels)).sum() / counts.labelled_tokens
        claim = F.binary_cross_entropy_with_logits(verdicts, batch.verdict_labels, reduction="sum") / counts.claims
        rank = ranking_loss(verdicts, batch.verdict_labels, batch.verdict_texts) / counts.claims
        gap, of_gaps = gap_loss(batch, self.normed(states[batch.gap_sources], self.products), self.embedding)
        said = {
            "qa": float(nats[batch.of_pair].sum()) / counts.pair_tokens, "lm": float(nats[~batch.of_pair].sum()) / counts.claim_tokens,
            "token": token.item(), "claim": claim.item(), "rank": rank.item(),
            "gap": of_gaps / counts.gaps,
        }  # fmt: skip
        return language + token + claim + RANK_WEIGHT * rank + GAP_WEIGHT * gap / counts.gaps, said

    def set_step_gradients(self, batches: list[MixedBatch], lanes: Executor | None = None) -> tuple[dict[str, float], float]:
        """Sets the gradients of one optimiser step; returns the losses and the norm of the body's gradient before clipping. `lanes` runs
        batches side by side, one thread each; the very first batch runs alone, because the compiler is not thread-safe."""
        counts = Counts.of(batches)
        weights = {key: weight for key, weight in self.weights.items() if self._moves(key)}
        norms = [norm for key, norm in self.norms.items() if self._moves(key)]
        leaves = [*weights.values(), *norms, self.head.weight, self.head.bias]

        def gradients(batch: MixedBatch) -> tuple[list[Tensor], dict[str, float]]:
            loss, parts = self.losses(batch, counts)
            return [gradient.float() for gradient in torch.autograd.grad(loss, leaves)], parts

        alone = len(batches) if lanes is None else int(not self.has_kernels)
        results = [gradients(batch) for batch in batches[:alone]]
        results += lanes.map(gradients, batches[alone:]) if lanes else []
        self.has_kernels = True
        sums, said = results[0]
        # In the order of the batches, so that each run gives the same sum.
        for found, parts in results[1:]:
            sums = [total.add_(one) for total, one in zip(sums, found, strict=True)]
            said = {name: said[name] + part for name, part in parts.items()}
        for key, gradient in zip(weights, sums, strict=False):
            self.linears.set_gradient(key, gradient)
        for leaf, gradient in zip(leaves[len(weights) :], sums[len(weights) :], strict=True):
            leaf.grad = gradient
        norm = torch.nn.utils.clip_grad_norm_(self.body_parameters(), 1.0).item()
        torch.nn.utils.clip_grad_norm_(self.head.parameters(), 5.0)
        return said, norm

    def to_checkpoint(self, provenance: dict) -> Checkpoint:
        checkpoint = super().to_checkpoint(provenance)
        for part, value in self.head.state_dict().items():
            checkpoint.tensors[f"{SUPPORT_HEAD}.{part}"] = value.clone()
        return checkpoint


def ranking_loss(logits: Tensor, labels: Tensor, texts: Tensor) -> Tensor:
    """Summed over the couples of an unsupported and a supported claim of one text: the unsupported one gets the higher logit."""
    couples = (texts[:, None] == texts[None, :]) & (labels[:, None] > labels[None, :])
    wrong, right = couples.nonzero(as_tuple=True)
    return F.softplus(logits[right] - logits[wrong]).sum()
