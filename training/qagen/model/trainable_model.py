"""The trainable model: a Llama written out for a CPU. Products in bfloat16 or float32 (`products.py`), residual stream in float32, logits only
where there is a loss.

Its weights come from `joined_weights` and are computed once per optimiser step. `gradients` handles one batch and may run in several
threads at once; nothing is written between `refresh` calls.
"""

from __future__ import annotations

import copy
from typing import Callable, Self

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ..data.batches import Batch, Span
from .checkpoint import EMBEDDING, Checkpoint, dequantise_embedding
from .joined_weights import FreeWeights, GridWeights
from .moving_codes import MovingCodes

NORMS = ("input_layernorm", "post_attention_layernorm")
LOSS_ROWS = 512  # rows of logits held at once: 512 x 49,152 float32 are 100 MB


def rms_norm(hidden: Tensor, weight: Tensor, epsilon: float, products: torch.dtype) -> Tensor:
    """float32 [tokens, width] -> `products`."""
    return (hidden * torch.rsqrt(hidden.square().mean(-1, keepdim=True) + epsilon) * weight).to(products)


def swiglu(gate_up: Tensor) -> Tensor:
    """[tokens, 2 * intermediate] -> [tokens, intermediate], in the format of its input."""
    gate, up = gate_up.float().chunk(2, dim=-1)
    return (F.silu(gate) * up).to(gate_up.dtype)


def rotate(states: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    """[tokens, heads, head size], float32 [tokens, 1, head size / 2] twice -> the first, with rotary embedding."""
    first, second = states.float().chunk(2, dim=-1)
    return torch.cat((first * cosine - second * sine, second * cosine + first * sine), dim=-1).to(states.dtype)


class TokenLoss(torch.autograd.Function):
    """Summed cross-entropy over the tied, frozen embedding, against the tokens; or the summed KL divergence from a teacher's
    distribution. Holds LOSS_ROWS rows of logits at a time."""

    @staticmethod
    def forward(ctx, hidden: Tensor, targets: Tensor, embedding: Tensor, teacher: Tensor | None = None) -> Tensor:
        total = torch.zeros(())
        gradient = torch.empty_like(hidden)
        for rows in torch.arange(len(targets)).split(LOSS_ROWS):
            log_probs = (hidden[rows] @ embedding.t()).float().log_softmax(-1)
            if teacher is None:
                target = targets[rows].unsqueeze(-1)
                total -= log_probs.gather(-1, target).sum()
                slope = log_probs.exp_().scatter_add_(-1, target, torch.full_like(target, -1, dtype=torch.float32))
            else:
                wanted = (teacher[rows] @ embedding.t()).float().log_softmax(-1)
                likely = wanted.exp()
                total += (likely * wanted.sub_(log_probs)).sum()
                slope = log_probs.exp_().sub_(likely)
            gradient[rows] = slope.to(embedding.dtype) @ embedding
        ctx.save_for_backward(gradient)
        return total

    @staticmethod
    def backward(ctx, outer: Tensor):
        (gradient,) = ctx.saved_tensors
        return gradient * outer, None, None, None


class TrainableModel(nn.Module):
    def __init__(
        self, checkpoint: Checkpoint, free: bool = False, compiled: bool = True, products: torch.dtype = torch.bfloat16,
        near: Checkpoint | None = None,
    ) -> None:
        """`free`: train the weights in full precision; always so for a full-precision checkpoint. `near`: the full-precision checkpoint
        that was quantised to these codes; then codes are trained too, not only their grid. `compiled=False` saves the start-up time
        of the compiler, for small models and tests."""
        super().__init__()
        self.architecture = a = checkpoint.architecture
        tensors = checkpoint.tensors
        self._untrained = {name: tensor for name, tensor in tensors.items() if name.startswith(EMBEDDING)}
        embedding = dequantise_embedding(tensors[f"{EMBEDDING}.codes"], tensors[f"{EMBEDDING}.scale"])
        self.products = products
        self.embedding = embedding.to(products)
        if free or checkpoint.is_free:
            self.linears = FreeWeights(checkpoint, products)
        else:
            self.linears = MovingCodes(checkpoint, near, products) if near else GridWeights(checkpoint, products)
        self.norms = nn.ParameterDict({"final": nn.Parameter(tensors["model.norm.weight"].clone())})
        for layer in range(a.layers):
            for norm in NORMS:
                weight = tensors[f"model.layers.{layer}.{norm}.weight"]
                self.norms[f"{layer}_{norm}"] = nn.Parameter(weight.clone())
        maybe_compile: Callable = (lambda f: torch.compile(f, dynamic=False)) if compiled else (lambda f: f)
        self._rms_norm = maybe_compile(rms_norm)
        self._swiglu = maybe_compile(swiglu)
        self._rotate = maybe_compile(rotate)
        self.observer: Callable[[str, Tensor], None] | None = None  # called with the input of each linear
        self.weights: dict[str, Tensor] = {}
        self.refresh()

    def uncompiled(self) -> Self:
        """The same weights, also after they move, for passes of changing length: the compiler would compile each length anew."""
        same = copy.copy(self)
        same._rms_norm, same._swiglu, same._rotate = rms_norm, swiglu, rotate
        return same

    def refresh(self) -> None:
        """Recompute the weights from the trained parameters: after each optimiser step, before the next forward pass."""
        for key in self.linears.names:
            self.weights[key] = self.linears.weight(key).requires_grad_()

    def hidden(self, batch: Batch) -> Tensor:
        """Hidden states after the final norm, where a token is predicted: [targets, width]."""
        hidden = self.embed(batch)
        rotary = self.rotary(batch.positions)
        for layer in range(self.architecture.layers):
            hidden = self.layer(layer, hidden, rotary, batch.spans)
        return rms_norm(hidden[batch.sources], self.norms["final"], self.architecture.norm_epsilon, self.products)

    def loss(self, batch: Batch, teacher: Tensor | None = None) -> Tensor:
        """Summed nats over the batch's targets, float32 []; with a teacher's `hidden`, the KL divergence from its distribution."""
        return TokenLoss.apply(self.hidden(batch), batch.targets, self.embedding, teacher)

    def gradients(self, batch: Batch, teacher: Tensor | None = None) -> tuple[float, list[Tensor]]:
        """The loss, and its gradients: first of the weights (in the format of the products), then of the norms (float32), in the order of
        their keys."""
        loss = self.loss(batch, teacher)
        found = torch.autograd.grad(loss, [*self.weights.values(), *self.norms.values()])
        return loss.item(), list(found)

    def set_gradients(self, gradients: list[Tensor]) -> None:
        """`gradients` in the order of `gradients`, float32."""
        for key, gradient in zip(self.weights, gradients, strict=False):
            self.linears.set_gradient(key, gradient)
        for norm, gradient in zip(self.norms.values(), gradients[len(self.weights) :], strict=True):
            norm.grad = gradient

    def to_checkpoint(self, provenance: dict) -> Checkpoint:
        tensors = dict(self._untrained)
        for layer in range(self.architecture.layers):
            for norm in NORMS:
                tensors[f"model.layers.{layer}.{norm}.weight"] = self.norms[f"{layer}_{norm}"].detach().clone()
        for key in self.linears.names:
            tensors |= self.linears.tensors(key)
        tensors["model.norm.weight"] = self.norms["final"].detach().clone()
        return Checkpoint(self.architecture, tensors, provenance)

    def embed(self, batch: Batch) -> Tensor:
        """float32 [tokens, width]."""
        return self.embedding[batch.ids].float()

    def layer(self, layer: int, hidden: Tensor, rotary: tuple[Tensor, Tensor], spans: tuple[Span, ...]) -> Tensor:
        """float32 [tokens, width] -> the same."""
        attended = self._attend(layer, self._norm(hidden, f"{layer}_input_layernorm"), *rotary, spans)
        hidden = hidden + self._linear(f"{layer}_out", attended)
        gate_up = self._linear(f"{layer}_gate_up", self._norm(hidden, f"{layer}_post_attention_layernorm"))
        return hidden + self._linear(f"{layer}_down", self._swiglu(gate_up))

    def _norm(self, hidden: Tensor, name: str) -> Tensor:
        return self._rms_norm(hidden, self.norms[name], self.architecture.norm_epsilon, self.products)

    def _linear(self, key: str, x: Tensor) -> Tensor:
        if self.observer:
            self.observer(key, x)
        return F.linear(x, self.weights[key])

    def rotary(self, positions: Tensor) -> tuple[Tensor, Tensor]:
        half = self.architecture.head_size // 2
        frequencies = self.architecture.rope_base ** (-torch.arange(half).float() / half)
        angles = positions.float()[:, None, None] * frequencies
        return angles.cos(), angles.sin()

    def _attend(
        self, layer: int, x: Tensor, cosine: Tensor, sine: Tensor, spans: tuple[Span, ...]
    ) -> Tensor:
        """[tokens, width] -> [tokens, width], before the output projection."""
        a = self.architecture
        heads, groups = a.query_heads + a.key_value_heads, a.query_heads // a.key_value_heads
        qkv = self._linear(f"{layer}_qkv", x).view(len(x), -1, a.head_size)
        rotated = self._rotate(qkv[:, :heads], cosine, sine)
        queries = (rotated[:, : a.query_heads] * a.head_size**-0.5).transpose(0, 1)
        keys = rotated[:, a.query_heads :].transpose(0, 1).repeat_interleave(groups, dim=0)
        values = qkv[:, heads:].transpose(0, 1).repeat_interleave(groups, dim=0)
        # Written out: at these lengths PyTorch's fused attention takes twice as long on a CPU.
        # split(), not slices: the gradient of a slice is a full tensor of zeros for each span.
        lengths = [span.last - span.first for span in spans]
        outputs = []
        for span, q, k, v in zip(spans, *(part.split(lengths, dim=1) for part in (queries, keys, values)), strict=True):
            outputs.append(torch.softmax(q @ k.transpose(1, 2) + span.mask, dim=-1) @ v)
        return torch.cat(outputs, dim=1).transpose(0, 1).reshape(len(x), -1)
