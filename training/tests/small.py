"""A random checkpoint of a very small architecture, and examples for it."""

from __future__ import annotations

from pathlib import Path

import torch

from qagen.model.checkpoint import BLOCK, EMBEDDING, Architecture, Checkpoint
from qagen.model.tokenizer import END, SEPARATOR, START
from qagen.data.examples import write_examples

SMALL = Architecture(
    layers=2, width=96, query_heads=3, key_value_heads=1, head_size=64, intermediate=96, vocabulary=320
)


def small_checkpoint(seed: int = 0) -> Checkpoint:
    draw = torch.Generator().manual_seed(seed)
    query, key_value = SMALL.query_heads * SMALL.head_size, SMALL.key_value_heads * SMALL.head_size
    shapes = {
        "self_attn.q_proj": (query, SMALL.width),
        "self_attn.k_proj": (key_value, SMALL.width),
        "self_attn.v_proj": (key_value, SMALL.width),
        "self_attn.o_proj": (SMALL.width, query),
        "mlp.gate_proj": (SMALL.intermediate, SMALL.width),
        "mlp.up_proj": (SMALL.intermediate, SMALL.width),
        "mlp.down_proj": (SMALL.width, SMALL.intermediate),
    }
    tensors = {
        f"{EMBEDDING}.codes": torch.randint(-127, 128, (SMALL.vocabulary, SMALL.width), generator=draw).to(torch.int8),
        f"{EMBEDDING}.scale": torch.full((SMALL.vocabulary, SMALL.width // BLOCK), 0.003).half(),
        "model.norm.weight": torch.ones(SMALL.width),
    }
    for layer in range(SMALL.layers):
        for part, (rows, columns) in shapes.items():
            name = f"model.layers.{layer}.{part}"
            scale = 0.02 + 0.01 * torch.rand(rows, columns // BLOCK, generator=draw)
            tensors[f"{name}.codes"] = torch.randint(0, 16, (rows, columns), generator=draw).to(torch.uint8)
            tensors[f"{name}.scale"] = scale.half()
            tensors[f"{name}.offset"] = (-7.5 * scale).half()
        for norm in ("input_layernorm", "post_attention_layernorm"):
            tensors[f"model.layers.{layer}.{norm}.weight"] = 1 + 0.1 * torch.randn(SMALL.width, generator=draw)
    return Checkpoint(SMALL, tensors, {"base": "random"})


def example(text: list[int], *pairs: tuple[list[int], list[int]]) -> list[int]:
    ids = [*text, START]
    for question, answer in pairs:
        ids += [*question, SEPARATOR, *answer, END]
    return ids


def write_small_examples(path: Path, count: int, seed: int = 0) -> None:
    draw = torch.Generator().manual_seed(seed)

    def some(most: int) -> list[int]:
        length = int(torch.randint(1, most, (1,), generator=draw))
        return torch.randint(3, SMALL.vocabulary, (length,), generator=draw).tolist()

    write_examples((example(some(20), (some(8), some(4)), (some(8), some(4))) for _ in range(count)), path)
