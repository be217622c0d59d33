"""The tiny model of the tests: architecture, layout and operators of the real one, small enough for any machine.

With random weights the search would not end and no pair would pass the filter. So the model is trained for a few minutes on a toy
language.
"""

from __future__ import annotations

import random
from pathlib import Path

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from torch.nn.utils import parametrize
from transformers import LlamaConfig, LlamaForCausalLM

from ..model.checkpoint import BLOCK, EMBEDDING, SUPPORT_HEAD, Architecture, Checkpoint, dequantise_linear
from ..model.tokenizer import END, SEPARATOR, START
from .toy_language import ALPHABET_SAMPLE, ToyExample, make_example

SIZES = Architecture(
    layers=2, width=96, query_heads=3, key_value_heads=1, head_size=64, intermediate=256, vocabulary=512
)
VERSION = "1.0.0"
# Small, so that the tests join several shards.
SHARD_BYTES = 64 * 1024
IGNORED = -100


def train_tokenizer(path: Path) -> None:
    """Byte-level BPE with the pre-tokenisation and the first three special tokens of the real model."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=SIZES.vocabulary,
        special_tokens=["<|endoftext|>", "<|im_start|>", "<|im_end|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    source = random.Random(0)
    examples = [make_example(source, 2) for _ in range(500)]
    lines = [ALPHABET_SAMPLE, *(e.text for e in examples), *(f"{q} {a}" for e in examples for q, a in e.pairs)]
    tokenizer.train_from_iterator(lines, trainer)
    # The toy language does not fill the vocabulary: add unused tokens, so that every id decodes.
    spare = SIZES.vocabulary - tokenizer.get_vocab_size()
    tokenizer.add_tokens([f"<unused {number}>" for number in range(spare)])
    tokenizer.save(str(path))


class OnGrid(torch.nn.Module):
    """Rounds weights as the file stores them; straight-through gradient."""

    def forward(self, weight: torch.Tensor) -> torch.Tensor:
        rounded = dequantise_linear(*round_linear(weight.detach()))
        return weight + (rounded - weight).detach()


def round_linear(weight: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """float32 [out, in] -> codes uint8, scale and offset float16, from the smallest and largest weight of each block."""
    blocks = weight.view(weight.shape[0], -1, BLOCK)
    low, high = blocks.amin(-1), blocks.amax(-1)
    scale, offset = ((high - low) / 15).half(), low.half()
    step = scale.float().clamp_min(1e-8).unsqueeze(-1)
    codes = ((blocks - offset.float().unsqueeze(-1)) / step).round().clamp(0, 15)
    return codes.to(torch.uint8).view(weight.shape), scale, offset


def random_support_head() -> dict[str, torch.Tensor]:
    """Weights that say nothing of a text: the tests compare numbers alone."""
    draw = torch.Generator().manual_seed(1)
    return {f"{SUPPORT_HEAD}.weight": 0.1 * torch.randn(2, SIZES.width, generator=draw), f"{SUPPORT_HEAD}.bias": torch.tensor([-1.0, 0.5])}


def new_model() -> LlamaForCausalLM:
    torch.manual_seed(0)
    config = LlamaConfig(
        hidden_size=SIZES.width,
        intermediate_size=SIZES.intermediate,
        num_hidden_layers=SIZES.layers,
        num_attention_heads=SIZES.query_heads,
        num_key_value_heads=SIZES.key_value_heads,
        head_dim=SIZES.head_size,
        vocab_size=SIZES.vocabulary,
        max_position_embeddings=SIZES.context_length,
        rope_theta=SIZES.rope_base,
        rms_norm_eps=SIZES.norm_epsilon,
        tie_word_embeddings=True,
    )
    return LlamaForCausalLM(config)


def encode_examples(tokenizer: Tokenizer, examples: list[ToyExample]) -> tuple[torch.Tensor, torch.Tensor]:
    """One pair of each example -> ids and labels int64 [B, longest]; labels of the text are IGNORED."""
    rows = []
    for example in examples:
        question, answer = example.pairs[0]
        text = [*tokenizer.encode(example.text).ids, START]
        pair = [*tokenizer.encode(question).ids, SEPARATOR, *tokenizer.encode(answer).ids, END]
        rows.append((text, pair))
    longest = max(len(text) + len(pair) for text, pair in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    labels = torch.full_like(ids, IGNORED)
    for row, (text, pair) in enumerate(rows):
        ids[row, : len(text) + len(pair)] = torch.tensor(text + pair)
        labels[row, len(text) : len(text) + len(pair)] = torch.tensor(pair)
    return ids, labels


def fit(model: LlamaForCausalLM, tokenizer: Tokenizer, steps: int, rows: int = 48) -> float:
    """Returns the running mean of the loss, nats per token."""
    torch.set_num_threads(1)  # the matrix products are too small for more; one thread also makes runs repeatable
    source = random.Random(1)
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=4e-3, total_steps=steps)
    recent = 0.0
    for step in range(steps):
        if step == steps // 2:
            for module in model.model.layers.modules():
                if isinstance(module, torch.nn.Linear):
                    parametrize.register_parametrization(module, "weight", OnGrid())
        ids, labels = encode_examples(tokenizer, [make_example(source, source.randint(1, 3)) for _ in range(rows)])
        logits = model(ids[:, :-1]).logits
        loss = F.cross_entropy(logits.flatten(0, 1), labels[:, 1:].flatten(), ignore_index=IGNORED)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        recent = 0.95 * recent + 0.05 * loss.item() if step else loss.item()
        if step % 100 == 99:
            print(f"step {step + 1} of {steps}: {recent:.3f} nats per token", flush=True)
    return recent


def quantise(model: LlamaForCausalLM, provenance: dict) -> Checkpoint:
    tensors: dict[str, torch.Tensor] = {}
    for name, module in model.named_modules():
        if name in (EMBEDDING, "lm_head") or "parametrizations" in name or getattr(module, "weight", None) is None:
            continue
        if isinstance(module, torch.nn.Linear):
            stored = module.parametrizations.weight.original if parametrize.is_parametrized(module) else module.weight
            parts = round_linear(stored.detach())
            tensors |= {f"{name}.{kind}": part for kind, part in zip(("codes", "scale", "offset"), parts, strict=True)}
        else:
            tensors[f"{name}.weight"] = module.weight.detach().clone()
    embedding = model.get_input_embeddings().weight.detach().view(SIZES.vocabulary, -1, BLOCK)
    scale = (embedding.abs().amax(-1) / 127).half()
    codes = (embedding / scale.float().clamp_min(1e-8).unsqueeze(-1)).round().clamp(-127, 127)
    tensors[f"{EMBEDDING}.codes"] = codes.to(torch.int8).view(SIZES.vocabulary, -1)
    tensors[f"{EMBEDDING}.scale"] = scale
    return Checkpoint(SIZES, tensors | random_support_head(), provenance)
