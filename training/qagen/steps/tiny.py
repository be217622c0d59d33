"""The tiny model of the tests: the architecture, layout and operators of the real one, small enough for any machine.

Random weights would write noise that no search can finish and no summary can keep, so they are fitted for a few
minutes to a toy language. It knows nothing else.

    python -m qagen tiny [--runs DIR] [--models DIR] [--steps N]
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from torch.nn.utils import parametrize
from transformers import LlamaConfig, LlamaForCausalLM

from ..data.toy_language import ALPHABET_SAMPLE, ToyExample, make_example
from ..model.checkpoint import BLOCK, EMBEDDING, Architecture, Checkpoint, dequantise_linear, save_checkpoint
from ..model.tokenizer import END, SEPARATOR, START, load_tokenizer
from ..paths import add_runs_option
from .export import MODELS, export

SIZES = Architecture(
    layers=2, width=96, query_heads=3, key_value_heads=1, head_size=64, intermediate=256, vocabulary=512
)
VERSION = "1.0.0"
# Several shards, so that tests see them joined.
SHARD_BYTES = 64 * 1024
IGNORED = -100


def train_tokenizer(path: Path) -> None:
    """Byte-level BPE with the real model's pre-tokenisation and its first three special tokens."""
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
    # The toy language has fewer words than the vocabulary has places: fill up, so that every id decodes.
    spare = SIZES.vocabulary - tokenizer.get_vocab_size()
    tokenizer.add_tokens([f"<unused {number}>" for number in range(spare)])
    tokenizer.save(str(path))


class OnGrid(torch.nn.Module):
    """Weights as they will be stored, with gradients passing straight through the rounding."""

    def forward(self, weight: torch.Tensor) -> torch.Tensor:
        rounded = dequantise_linear(*round_linear(weight.detach()))
        return weight + (rounded - weight).detach()


def round_linear(weight: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """float32 [out, in] -> codes uint8, scale and offset float16 by each block's least and greatest weight."""
    blocks = weight.view(weight.shape[0], -1, BLOCK)
    low, high = blocks.amin(-1), blocks.amax(-1)
    scale, offset = ((high - low) / 15).half(), low.half()
    step = scale.float().clamp_min(1e-8).unsqueeze(-1)
    codes = ((blocks - offset.float().unsqueeze(-1)) / step).round().clamp(0, 15)
    return codes.to(torch.uint8).view(weight.shape), scale, offset


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
    """One pair of each example -> ids and labels int64 [B, longest]; the text is read and not predicted."""
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
    """Returns the loss of the last steps in nats a token."""
    torch.set_num_threads(1)  # the products are too small to share; two runs then also agree
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
            print(f"step {step + 1} of {steps}: {recent:.3f} nats a token", flush=True)
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
    return Checkpoint(SIZES, tensors, provenance)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_runs_option(parser)
    parser.add_argument("--models", type=Path, default=MODELS, metavar="DIR")
    parser.add_argument("--steps", type=int, default=1500)
    arguments = parser.parse_args()
    folder = arguments.runs / "tiny"
    folder.mkdir(parents=True, exist_ok=True)
    train_tokenizer(folder / "tokenizer.json")
    tokenizer = load_tokenizer(folder / "tokenizer.json")
    model = new_model()
    loss = fit(model, tokenizer, arguments.steps)
    provenance = {"base": "none (random)", "data": ["toy language"], "steps": arguments.steps, "loss": round(loss, 3)}
    checkpoint = quantise(model, provenance)
    save_checkpoint(checkpoint, folder / "tiny.safetensors")
    export(checkpoint, folder / "tokenizer.json", arguments.models / "tiny", VERSION, SHARD_BYTES)
