"""Exports causal and sequence-to-sequence models of `transformers` to ONNX graphs in the layout of transformers.js
(docs/other-models.md): `onnx/model.onnx`, or `onnx/encoder_model.onnx` and `onnx/decoder_model_merged.onnx`.
"""

from __future__ import annotations

from pathlib import Path

import onnx
import torch
from torch import nn
from transformers import PreTrainedModel
from transformers.cache_utils import DynamicCache, EncoderDecoderCache

from .traced_graph import BATCH, merge, trace

KINDS = ("key", "value")


class _Causal(nn.Module):
    def __init__(self, model: PreTrainedModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, position_ids, *past):
        cache = DynamicCache(list(zip(past[0::2], past[1::2], strict=True)))
        output = self.model(
            input_ids=input_ids, attention_mask=attention_mask, position_ids=position_ids, past_key_values=cache
        )
        return (output.logits, *(part for layer in cache.layers for part in (layer.keys, layer.values)))


class _Encoder(nn.Module):
    def __init__(self, model: PreTrainedModel) -> None:
        super().__init__()
        self.encoder = model.get_encoder()

    def forward(self, input_ids, attention_mask):
        return self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state


class _Decoder(nn.Module):
    """`past`: four per layer, own keys and values and those of the text; none at the first step."""

    def __init__(self, model: PreTrainedModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, encoder_attention_mask, input_ids, encoder_hidden_states, *past):
        own, text = DynamicCache(), DynamicCache()
        if past:
            own = DynamicCache(list(zip(past[0::4], past[1::4], strict=True)))
            text = DynamicCache(list(zip(past[2::4], past[3::4], strict=True)))
        cache = EncoderDecoderCache(own, text)
        output = self.model(
            encoder_outputs=(encoder_hidden_states,),
            attention_mask=encoder_attention_mask,
            decoder_input_ids=input_ids,
            past_key_values=cache,
            use_cache=True,
        )
        outputs = [output.logits]
        for own_layer, text_layer in zip(own.layers, text.layers, strict=True):
            outputs += [own_layer.keys, own_layer.values]
            # With a past, those of the text do not change and are no output.
            outputs += [] if past else [text_layer.keys, text_layer.values]
        return tuple(outputs)


def export_causal(model: PreTrainedModel, path: Path) -> None:
    config = model.config
    past_names = [f"past_key_values.{layer}.{kind}" for layer in range(config.num_hidden_layers) for kind in KINDS]
    past = [torch.zeros(2, config.num_key_value_heads, 3, config.head_dim) for _ in past_names]
    mask, places = torch.ones(2, 5, dtype=torch.long), torch.tensor([[3, 4]] * 2)
    inputs = {
        "input_ids": (places, {0: BATCH, 1: "sequence_length"}),
        "attention_mask": (mask, {0: BATCH, 1: "total_sequence_length"}),
        "position_ids": (places, {0: BATCH, 1: "sequence_length"}),
        **{
            name: (value, {0: BATCH, 2: "past_sequence_length"}) for name, value in zip(past_names, past, strict=True)
        },
    }
    graph = trace(_Causal(model), inputs, ["logits", *map(_present, past_names)])
    _save(graph, path)


def export_sequence_to_sequence(model: PreTrainedModel, layers: int, heads: int, head_size: int, folder: Path) -> None:
    """`layers`, `heads` and `head_size` are those of the decoder."""
    ids, width = torch.tensor([[3, 4], [4, 5]]), model.get_encoder()(torch.tensor([[3]])).last_hidden_state.shape[2]
    text_axes = {0: BATCH, 1: "encoder_sequence_length"}
    text_mask = torch.ones(2, 5, dtype=torch.long)
    encoder = {"input_ids": (text_mask, text_axes), "attention_mask": (text_mask, text_axes)}
    _save(trace(_Encoder(model), encoder, ["last_hidden_state"]), folder / "encoder_model.onnx")

    inputs = {
        "encoder_attention_mask": (text_mask, text_axes),
        "input_ids": (ids, {0: BATCH, 1: "decoder_sequence_length"}),
        "encoder_hidden_states": (torch.randn(2, 5, width), text_axes),
    }
    lengths = {"decoder": (3, "past_decoder_sequence_length"), "encoder": (5, "encoder_sequence_length")}
    past = {
        f"past_key_values.{layer}.{whose}.{kind}": (torch.randn(2, heads, length, head_size), {0: BATCH, 2: axis})
        for layer in range(layers)
        for whose, (length, axis) in lengths.items()
        for kind in KINDS
    }
    presents = [_present(name) for name in past]
    own = [name for name in presents if ".decoder." in name]
    first = trace(_Decoder(model), inputs, ["logits", *presents])
    later = trace(_Decoder(model), inputs | past, ["logits", *own])
    _save(merge(first, later, presents, heads, head_size), folder / "decoder_model_merged.onnx")


def _present(past_name: str) -> str:
    return past_name.replace("past_key_values", "present")


def _save(model: onnx.ModelProto, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model.SerializeToString())
