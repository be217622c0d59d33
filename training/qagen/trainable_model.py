"""The Llama stack over the quantised checkpoint, written out for training on a CPU.

The 4-bit codes stay; training moves the grid they stand on. With scale = spread / 4 and offset = centre - 7.5 scale,

    w = spread * pattern + centre,     pattern = (code - 7.5) / 4,

so a step of spread or of centre moves a weight by about as much (pattern's mean square is near 1), and one learning
rate serves both. The forward pass uses scale and offset rounded to float16, as the checkpoint stores them (the
gradient passes straight through the rounding): what is measured is what ships.
Linear layers that read the same input are joined (q, k, v; gate, up): fewer, larger products.
"""

from __future__ import annotations

from typing import Callable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .batches import Batch, Span
from .checkpoint import BLOCK, EMBEDDING, Checkpoint, dequantise_embedding

JOINED = {
    "qkv": ("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"),
    "out": ("self_attn.o_proj",),
    "gate_up": ("mlp.gate_proj", "mlp.up_proj"),
    "down": ("mlp.down_proj",),
}
NORMS = ("input_layernorm", "post_attention_layernorm")
LOSS_ROWS = 512  # rows of logits held at once: 512 x 49,152 float32 are 100 MB


def rounded_grid(spread: Tensor, centre: Tensor) -> tuple[Tensor, Tensor]:
    """float32 [out, in/32] twice -> the checkpoint's scale and offset, float16."""
    scale = (spread / 4).half()
    return scale, (centre - 7.5 * scale.float()).half()


def weight_on_grid(spread: Tensor, centre: Tensor, codes: Tensor) -> Tensor:
    """-> bfloat16 [out, in]."""
    scale, offset = rounded_grid(spread, centre)
    blocks = codes.view(codes.shape[0], -1, BLOCK).float()
    weight = blocks * scale.float().unsqueeze(-1) + offset.float().unsqueeze(-1)
    return weight.bfloat16().view(codes.shape)


def grid_gradients(weight_gradient: Tensor, codes: Tensor) -> tuple[Tensor, Tensor]:
    """bfloat16 [out, in] -> gradients of spread and centre, float32 [out, in/32]."""
    blocks = weight_gradient.view(codes.shape[0], -1, BLOCK).float()
    pattern = (codes.view(blocks.shape).float() - 7.5) / 4
    return (blocks * pattern).sum(-1), blocks.sum(-1)


def rms_norm(hidden: Tensor, weight: Tensor, epsilon: float) -> Tensor:
    """float32 [tokens, width] -> bfloat16."""
    return (hidden * torch.rsqrt(hidden.square().mean(-1, keepdim=True) + epsilon) * weight).bfloat16()


def swiglu(gate_up: Tensor) -> Tensor:
    """bfloat16 [tokens, 2 * intermediate] -> [tokens, intermediate]."""
    gate, up = gate_up.float().chunk(2, dim=-1)
    return (F.silu(gate) * up).bfloat16()


def rotate(states: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    """bfloat16 [tokens, heads, head size], float32 [tokens, 1, head size / 2] twice -> bfloat16, rotary embedded."""
    first, second = states.float().chunk(2, dim=-1)
    return torch.cat((first * cosine - second * sine, second * cosine + first * sine), dim=-1).bfloat16()


class GridLinear(torch.autograd.Function):
    """y = x Wᵀ, where W's gradient is summed block by block at once and never kept."""

    @staticmethod
    def forward(ctx, x: Tensor, spread: Tensor, centre: Tensor, weight: Tensor, codes: Tensor, reduce) -> Tensor:
        ctx.save_for_backward(x, weight, codes)
        ctx.reduce = reduce
        return x @ weight.t()

    @staticmethod
    def backward(ctx, gradient: Tensor):
        x, weight, codes = ctx.saved_tensors
        spread_gradient, centre_gradient = ctx.reduce(gradient.t() @ x, codes)
        return gradient @ weight, spread_gradient, centre_gradient, None, None, None


class TokenLoss(torch.autograd.Function):
    """Summed cross-entropy over the tied, frozen embedding; a few hundred rows of logits exist at a time."""

    @staticmethod
    def forward(ctx, hidden: Tensor, targets: Tensor, embedding: Tensor) -> Tensor:
        total = torch.zeros(())
        gradient = torch.empty_like(hidden)
        for rows in torch.arange(len(targets)).split(LOSS_ROWS):
            logits = (hidden[rows] @ embedding.t()).float()
            log_normaliser = logits.logsumexp(-1)
            target = targets[rows].unsqueeze(-1)
            total += (log_normaliser - logits.gather(-1, target).squeeze(-1)).sum()
            if ctx.needs_input_grad[0]:
                slope = logits.sub_(log_normaliser.unsqueeze(-1)).exp_()
                slope.scatter_add_(-1, target, torch.full_like(target, -1, dtype=slope.dtype))
                gradient[rows] = slope.bfloat16() @ embedding
        ctx.save_for_backward(gradient)
        return total

    @staticmethod
    def backward(ctx, outer: Tensor):
        (gradient,) = ctx.saved_tensors
        return gradient * outer, None, None


class TrainableModel(nn.Module):
    def __init__(self, checkpoint: Checkpoint, compiled: bool = True) -> None:
        """`compiled=False` spares small models and tests the compiler's start-up time."""
        super().__init__()
        self.architecture = a = checkpoint.architecture
        self._untrained = {k: v for k, v in checkpoint.tensors.items() if k.endswith(".codes") or k.startswith(EMBEDDING)}
        tensors = checkpoint.tensors
        embedding = dequantise_embedding(tensors[f"{EMBEDDING}.codes"], tensors[f"{EMBEDDING}.scale"])
        self.embedding = embedding.bfloat16()
        self.codes: dict[str, Tensor] = {}
        self.weights: dict[str, Tensor] = {}
        self.grid = nn.ParameterDict()
        self.norms = nn.ParameterDict({"final": nn.Parameter(tensors["model.norm.weight"].clone())})
        for layer in range(a.layers):
            for norm in NORMS:
                weight = tensors[f"model.layers.{layer}.{norm}.weight"]
                self.norms[f"{layer}_{norm}"] = nn.Parameter(weight.clone())
            for joined, parts in JOINED.items():
                names = [f"model.layers.{layer}.{part}" for part in parts]
                scale = torch.cat([tensors[f"{name}.scale"] for name in names]).float()
                offset = torch.cat([tensors[f"{name}.offset"] for name in names]).float()
                key = f"{layer}_{joined}"
                self.codes[key] = torch.cat([tensors[f"{name}.codes"] for name in names])
                self.grid[f"{key}_spread"] = nn.Parameter(4 * scale)
                self.grid[f"{key}_centre"] = nn.Parameter(offset + 7.5 * scale)
        maybe_compile: Callable = (lambda f: torch.compile(f, dynamic=False)) if compiled else (lambda f: f)
        self._weight_on_grid = maybe_compile(weight_on_grid)
        self._grid_gradients = maybe_compile(grid_gradients)
        self._rms_norm = maybe_compile(rms_norm)
        self._swiglu = maybe_compile(swiglu)
        self._rotate = maybe_compile(rotate)
        self.refresh()

    @torch.no_grad()
    def refresh(self) -> None:
        """Recompute the weights from spread and centre: after every step, before the next forward pass."""
        for key, codes in self.codes.items():
            self.weights[key] = self._weight_on_grid(
                self.grid[f"{key}_spread"], self.grid[f"{key}_centre"], codes
            )

    def loss(self, batch: Batch) -> Tensor:
        """Summed nats over the batch's targets, float32 []."""
        a = self.architecture
        cosine, sine = self._rotary(batch.positions)
        hidden = self.embedding[batch.ids].float()
        for layer in range(a.layers):
            attended = self._attend(layer, self._norm(hidden, f"{layer}_input_layernorm"), cosine, sine, batch.spans)
            hidden = hidden + self._linear(f"{layer}_out", attended)
            gate_up = self._linear(f"{layer}_gate_up", self._norm(hidden, f"{layer}_post_attention_layernorm"))
            hidden = hidden + self._linear(f"{layer}_down", self._swiglu(gate_up))
        hidden = rms_norm(hidden[batch.sources], self.norms["final"], a.norm_epsilon)
        return TokenLoss.apply(hidden, batch.targets, self.embedding)

    def to_checkpoint(self, provenance: dict) -> Checkpoint:
        tensors = dict(self._untrained)
        for layer in range(self.architecture.layers):
            for norm in NORMS:
                tensors[f"model.layers.{layer}.{norm}.weight"] = self.norms[f"{layer}_{norm}"].detach().clone()
            for joined, parts in JOINED.items():
                names = [f"model.layers.{layer}.{part}" for part in parts]
                key = f"{layer}_{joined}"
                grid = rounded_grid(self.grid[f"{key}_spread"].detach(), self.grid[f"{key}_centre"].detach())
                rows = [len(tensors[f"{name}.codes"]) for name in names]
                for suffix, whole in zip(("scale", "offset"), grid, strict=True):
                    for name, part in zip(names, whole.split(rows), strict=True):
                        tensors[f"{name}.{suffix}"] = part.clone()
        tensors["model.norm.weight"] = self.norms["final"].detach().clone()
        return Checkpoint(self.architecture, tensors, provenance)

    def _norm(self, hidden: Tensor, name: str) -> Tensor:
        return self._rms_norm(hidden, self.norms[name], self.architecture.norm_epsilon)

    def _linear(self, key: str, x: Tensor) -> Tensor:
        spread, centre = self.grid[f"{key}_spread"], self.grid[f"{key}_centre"]
        return GridLinear.apply(x, spread, centre, self.weights[key], self.codes[key], self._grid_gradients)

    def _rotary(self, positions: Tensor) -> tuple[Tensor, Tensor]:
        half = self.architecture.head_size // 2
        frequencies = self.architecture.rope_base ** (-torch.arange(half).float() / half)
        angles = positions.float()[:, None, None] * frequencies
        return angles.cos(), angles.sin()

    def _attend(
        self, layer: int, x: Tensor, cosine: Tensor, sine: Tensor, spans: tuple[Span, ...]
    ) -> Tensor:
        """bfloat16 [tokens, width] -> [tokens, width], before the output projection."""
        a = self.architecture
        heads, groups = a.query_heads + a.key_value_heads, a.query_heads // a.key_value_heads
        qkv = self._linear(f"{layer}_qkv", x).view(len(x), -1, a.head_size)
        rotated = self._rotate(qkv[:, :heads], cosine, sine)
        queries = (rotated[:, : a.query_heads] * a.head_size**-0.5).transpose(0, 1)
        keys = rotated[:, a.query_heads :].transpose(0, 1).repeat_interleave(groups, dim=0)
        values = qkv[:, heads:].transpose(0, 1).repeat_interleave(groups, dim=0)
        # Written out: at these lengths PyTorch's fused attention takes twice as long on a CPU.
        # Split, not sliced: a slice's gradient would be a whole tensor of zeros for every span.
        lengths = [span.last - span.first for span in spans]
        outputs = []
        for span, q, k, v in zip(spans, *(part.split(lengths, dim=1) for part in (queries, keys, values)), strict=True):
            outputs.append(torch.softmax(q @ k.transpose(1, 2) + span.mask, dim=-1) @ v)
        return torch.cat(outputs, dim=1).transpose(0, 1).reshape(len(x), -1)
