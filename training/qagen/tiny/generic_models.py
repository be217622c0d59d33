"""Tiny random models of three kinds that users may bring: Llama, T5 and BART, each with a tokenizer of its kind."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import (
    BartConfig,
    BartForConditionalGeneration,
    LlamaConfig,
    LlamaForCausalLM,
    PreTrainedModel,
    T5Config,
    T5ForConditionalGeneration,
)

from .toy_language import ALPHABET_SAMPLE, make_example

VOCABULARY = 300
WIDTH, HEADS, HEAD_SIZE, LAYERS, FEED_FORWARD, PLACES = 16, 2, 8, 2, 32, 512


@dataclass(frozen=True)
class TinyModel:
    """`start`: first tokens of the decoder, after the text (causal) or alone. `separator`: text of a token."""

    kind: str
    model: PreTrainedModel
    tokenizer: Tokenizer
    start: tuple[int, ...]
    separator: str

    def token(self, text: str) -> int:
        return self.tokenizer.token_to_id(text)

    @torch.inference_mode()
    def log_probs(self, text: str, tokens: Sequence[int]) -> torch.Tensor:
        """float64 [len(tokens) + 1, vocabulary]: before each token and after the last. One pass without a KV cache."""
        read = self.tokenizer.encode(text).ids
        if self.model.config.is_encoder_decoder:
            own = [*self.start, *tokens]
            logits = self.model(input_ids=torch.tensor([read]), decoder_input_ids=torch.tensor([own])).logits
        else:
            logits = self.model(input_ids=torch.tensor([[*read, *self.start, *tokens]])).logits
        return logits[0, -1 - len(tokens) :].double().log_softmax(-1)


def _sample_texts() -> list[str]:
    source = random.Random(0)
    examples = [make_example(source, 2) for _ in range(300)]
    return [ALPHABET_SAMPLE, *(e.text for e in examples), *(f"{q} {a}" for e in examples for q, a in e.pairs)]


def _byte_level(special: Sequence[str]) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=list(special),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(_sample_texts(), trainer)
    return tokenizer


def _unigram() -> Tokenizer:
    """As T5's: special tokens are pieces of the vocabulary; the separator is added afterwards."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=VOCABULARY - 1,
        special_tokens=["<pad>", "</s>", "<unk>"],
        unk_token="<unk>",
        show_progress=False,
    )
    tokenizer.train_from_iterator(_sample_texts(), trainer)
    tokenizer.add_special_tokens([AddedToken("<sep>", special=True, normalized=False)])
    return tokenizer


def _frame(tokenizer: Tokenizer, template: str) -> Tokenizer:
    """Adds the template around each text; special tokens in a text are encoded as plain characters."""
    names = [part for part in template.split() if part != "$A"]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=template, special_tokens=[(name, tokenizer.token_to_id(name)) for name in names]
    )
    tokenizer.encode_special_tokens = True
    return tokenizer


def _random(model: PreTrainedModel, scale: float) -> PreTrainedModel:
    """Scales new weights up: with small ones all next tokens are about equally likely."""
    with torch.no_grad():
        for parameter in model.parameters():
            parameter *= scale if parameter.dim() > 1 else 1 + 0.1 * torch.rand_like(parameter)
    return model.eval()


def tiny_llama() -> TinyModel:
    tokenizer = _frame(_byte_level(["<s>", "</s>", "<question>", "<sep>"]), "<s> $A")
    config = LlamaConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=WIDTH,
        intermediate_size=FEED_FORWARD,
        num_hidden_layers=LAYERS,
        num_attention_heads=HEADS,
        num_key_value_heads=HEADS // 2,
        head_dim=HEAD_SIZE,
        max_position_embeddings=PLACES,
        bos_token_id=0,
        eos_token_id=1,
        attn_implementation="eager",
    )
    model = _random(LlamaForCausalLM(config), 10)
    return TinyModel("llama", model, tokenizer, (tokenizer.token_to_id("<question>"),), "<sep>")


def tiny_t5() -> TinyModel:
    tokenizer = _frame(_unigram(), "$A </s>")
    config = T5Config(
        vocab_size=tokenizer.get_vocab_size(),
        d_model=WIDTH,
        d_kv=HEAD_SIZE,
        d_ff=FEED_FORWARD,
        num_layers=LAYERS,
        num_heads=HEADS,
        pad_token_id=0,
        eos_token_id=1,
        decoder_start_token_id=0,
        attn_implementation="eager",
    )
    return TinyModel("t5", _random(T5ForConditionalGeneration(config), 1), tokenizer, (0,), "<sep>")


def tiny_bart() -> TinyModel:
    """Its decoder starts with the end token and a forced token; its separator is a plain character."""
    tokenizer = _frame(_byte_level(["<s>", "<pad>", "</s>"]), "<s> $A </s>")
    config = BartConfig(
        vocab_size=tokenizer.get_vocab_size(),
        d_model=WIDTH,
        encoder_layers=LAYERS,
        decoder_layers=LAYERS,
        encoder_attention_heads=HEADS,
        decoder_attention_heads=HEADS,
        encoder_ffn_dim=FEED_FORWARD,
        decoder_ffn_dim=FEED_FORWARD,
        max_position_embeddings=PLACES,
        pad_token_id=1,
        bos_token_id=0,
        eos_token_id=2,
        decoder_start_token_id=2,
        attn_implementation="eager",
    )
    model = _random(BartForConditionalGeneration(config), 10)
    model.generation_config.forced_bos_token_id = 0
    return TinyModel("bart", model, tokenizer, (2, 0), "|")


KINDS: tuple[Callable[[], TinyModel], ...] = (tiny_llama, tiny_t5, tiny_bart)
