"""The reference model: the QAGen model in PyTorch, for the expected values of the ONNX graphs and for `evaluate`.

Written from the Llama architecture, independent of the exported graphs. The prefill of a text is done once; its KV cache serves all rows
that continue it. Shapes: B rows, T new tokens, S prefix, t own past, H key/value heads, G query heads per key/value head, D head size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F

from .checkpoint import EMBEDDING, SUPPORT_HEAD, Checkpoint, dequantise
from .tokenizer import START

PRECISIONS = {"float32": torch.float32, "bfloat16": torch.bfloat16}

KeysValues = list[tuple[torch.Tensor, torch.Tensor]]


@dataclass(frozen=True)
class Prefix:
    """KV cache of a text and the start token: per layer keys (rotated) and values [1, H, S, D]. `hidden` [width]: of the start token."""

    layers: KeysValues
    length: int
    hidden: torch.Tensor


class LanguageModel:
    """`dtype`: float32 for expected values; bfloat16 makes linears and attention faster on processors that support it. Residual
    stream, norms and logits are float32 in both cases."""

    def __init__(self, checkpoint: Checkpoint, dtype: torch.dtype = torch.float32) -> None:
        self.sizes = checkpoint.architecture
        self.dtype = dtype
        weights = {
            name: weight.to(dtype) if name.endswith("_proj.weight") else weight
            for name, weight in dequantise(checkpoint).items()
        }
        self.support_head = support_head_of(checkpoint)
        self.embedding = weights[f"{EMBEDDING}.weight"].float()
        self.vocabulary = for_products(self.embedding)
        self.final_norm = weights["model.norm.weight"]
        self.layers = [self._layer(weights, f"model.layers.{index}") for index in range(self.sizes.layers)]
        half = torch.arange(0, self.sizes.head_size, 2, dtype=torch.float32) / self.sizes.head_size
        angles = torch.arange(self.sizes.context_length).float().unsqueeze(1) / self.sizes.rope_base**half
        self.cosines, self.sines = (part.repeat(1, 2) for part in (angles.cos(), angles.sin()))

    @staticmethod
    def _layer(weights: dict[str, torch.Tensor], name: str) -> dict[str, torch.Tensor]:
        part = {key: weights[f"{name}.{key}.weight"] for key in ("input_layernorm", "post_attention_layernorm")}
        linears = {
            "qkv": torch.cat([weights[f"{name}.self_attn.{p}_proj.weight"] for p in "qkv"]),
            "out": weights[f"{name}.self_attn.o_proj.weight"],
            "gate_up": torch.cat([weights[f"{name}.mlp.{p}_proj.weight"] for p in ("gate", "up")]),
            "down": weights[f"{name}.mlp.down_proj.weight"],
        }
        return part | {key: for_products(weight) for key, weight in linears.items()}

    @torch.inference_mode()
    def read_text(self, text: Sequence[int], chunk: int = 512) -> Prefix:
        """Prefill of the text and the start token, in chunks."""
        ids = torch.tensor([[*text, START]])
        past: KeysValues | None = None
        for begin in range(0, ids.shape[1], chunk):
            part = ids[:, begin : begin + chunk]
            hidden, past = self.forward(part, None, past)
        assert past is not None
        return Prefix(past, ids.shape[1], hidden[0, -1])

    @torch.inference_mode()
    def forward(
        self, ids: torch.Tensor, prefix: Prefix | None, past: KeysValues | None
    ) -> tuple[torch.Tensor, KeysValues]:
        """ids [B, T], own past [B, H, t, D] a layer -> hidden [B, T, width], own past with the new tokens."""
        new = ids.shape[1]
        shared = prefix.length if prefix else 0
        before = past[0][0].shape[2] if past else 0
        places = torch.arange(shared + before, shared + before + new)
        rotary = (self.cosines[places], self.sines[places])
        causal = torch.ones(new, before + new, dtype=torch.bool).tril(before)
        x = self.embedding[ids]
        presents: KeysValues = []
        for index, layer in enumerate(self.layers):
            own = past[index] if past else None
            common = prefix.layers[index] if prefix else None
            normed = self._norm(x, layer["input_layernorm"]).to(self.dtype)
            attended, present = self._attention(layer, normed, rotary, common, own, causal)
            presents.append(present)
            x = x + attended
            normed = self._norm(x, layer["post_attention_layernorm"]).to(self.dtype)
            gate, up = product(normed, layer["gate_up"]).chunk(2, dim=-1)
            x = x + product(F.silu(gate) * up, layer["down"])
        return self._norm(x, self.final_norm), presents

    @torch.inference_mode()
    def log_probs(self, hidden: torch.Tensor) -> torch.Tensor:
        """[..., width] -> natural-log probabilities float64 [..., vocabulary]."""
        return product(hidden, self.vocabulary).double().log_softmax(-1)

    def _norm(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + self.sizes.norm_epsilon) * weight

    def _attention(self, layer, x, rotary, common, own, causal):
        sizes = self.sizes
        heads, size = sizes.key_value_heads, sizes.head_size
        groups = sizes.query_heads // heads
        rows, new = x.shape[:2]
        query, key, value = product(x, layer["qkv"]).split([sizes.query_heads * size, heads * size, heads * size], -1)
        query = rotate(query.view(rows, new, heads * groups, size).transpose(1, 2), *rotary)
        key = rotate(key.view(rows, new, heads, size).transpose(1, 2), *rotary)
        value = value.view(rows, new, heads, size).transpose(1, 2)
        if own:
            key, value = torch.cat([own[0], key], dim=2), torch.cat([own[1], value], dim=2)

        query = query.reshape(rows, heads, groups, new, size) * size**-0.5
        scores = torch.einsum("bhgtd,bhld->bhgtl", query, key).masked_fill(~causal, float("-inf"))
        if common:
            # The prefix has batch size 1: one product serves the queries of all rows.
            scores = torch.cat([torch.einsum("bhgtd,hsd->bhgts", query, common[0][0]), scores], dim=-1)
        weights = scores.float().softmax(-1).to(x.dtype)
        if common:
            shared = common[0].shape[2]
            attended = torch.einsum("bhgts,hsd->bhgtd", weights[..., :shared], common[1][0])
            attended = attended + torch.einsum("bhgtl,bhld->bhgtd", weights[..., shared:], value)
        else:
            attended = torch.einsum("bhgtl,bhld->bhgtd", weights, value)
        attended = attended.permute(0, 3, 1, 2, 4).reshape(rows, new, heads * groups * size)
        return product(attended, layer["out"]), (key, value)


def support_head_of(checkpoint: Checkpoint) -> dict[str, torch.Tensor] | None:
    """float32 `weight` [2, width] and `bias` [2]; None for a model without a support head."""
    parts = {part: checkpoint.tensors.get(f"{SUPPORT_HEAD}.{part}") for part in ("weight", "bias")}
    return None if parts["weight"] is None else parts


def for_products(weight: torch.Tensor) -> torch.Tensor:
    """The weight as `product` takes it. float32 weights use oneDNN explicitly. PyTorch would use MKL, which takes twice as long on
    processors not made by Intel (measured on an EPYC with AVX-512: 97 against 230 GFLOPS per core)."""
    return weight.to_mkldnn() if weight.dtype == torch.float32 and torch.backends.mkldnn.is_available() else weight


def product(x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """[..., in], [out, in] -> [..., out]."""
    return F.linear(x.contiguous().to_mkldnn(), weight).to_dense() if weight.is_mkldnn else F.linear(x, weight)


def rotate(x: torch.Tensor, cosines: torch.Tensor, sines: torch.Tensor) -> torch.Tensor:
    """Llama's rotary embedding (halves, not pairs): [B, heads, T, D] with [T, D]."""
    first, second = x.chunk(2, dim=-1)
    turned = torch.cat([-second, first], dim=-1)
    return (x.float() * cosines + turned.float() * sines).to(x.dtype)


@torch.inference_mode()
def next_log_probs(model: LanguageModel, prefix: Prefix, beginning: Sequence[int]) -> torch.Tensor:
    """Log-probabilities float64 [vocabulary] after the text, the start token and `beginning`."""
    if not beginning:
        return model.log_probs(prefix.hidden)
    hidden, _ = model.forward(torch.tensor([list(beginning)]), prefix, None)
    return model.log_probs(hidden[0, -1])


@torch.inference_mode()
def force_score(model: LanguageModel, prefix: Prefix, sequences: Sequence[Sequence[int]]) -> list[list[float]]:
    """Teacher forcing: log-probability of each token of each sequence. Rows are padded at the right; the prefix predicts the first token."""
    if not sequences:
        return []
    longest = max(map(len, sequences))
    ids = torch.tensor([[*sequence, *[0] * (longest - len(sequence))] for sequence in sequences])
    hidden, _ = model.forward(ids[:, :-1], prefix, None) if longest > 1 else (None, None)
    first = model.log_probs(prefix.hidden)
    scores: list[list[float]] = []
    for row, sequence in enumerate(sequences):
        values = [float(first[sequence[0]])]
        if len(sequence) > 1:
            places = model.log_probs(hidden[row, : len(sequence) - 1])
            values += places.gather(1, torch.tensor(sequence[1:]).unsqueeze(1)).squeeze(1).tolist()
        scores.append(values)
    return scores
