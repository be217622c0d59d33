"""Greedy decoding against transformers, which reads everything anew for each token."""

import torch
from conseq.model.decode import DecodeSettings, repeated_tokens, write_summary
from qagen.model.checkpoint import dequantise
from qagen.model.reference_model import LanguageModel
from qagen.model.tokenizer import END, MARKER, SEPARATOR, START
from qagen.tiny.qagen_model import new_model, quantise

ARTICLE = [40, 50, 60, 70, 80]
SETTINGS = DecodeSettings(min_length=4, max_length=14, no_repeat=3)


def test_the_summary_is_that_of_transformers():
    checkpoint = quantise(new_model(), {})
    llama = new_model()
    llama.load_state_dict(dequantise(checkpoint))
    tokens: list[int] = []
    while len(tokens) < SETTINGS.max_length:
        with torch.inference_mode():
            logits = llama(torch.tensor([[*ARTICLE, START, MARKER, *tokens]])).logits[0, -1]
        triples = {tuple(tokens[at : at + 3]) for at in range(len(tokens) - 2)}
        for token in logits.argsort(descending=True).tolist():
            too_early = token == START and len(tokens) < SETTINGS.min_length
            if token not in (END, SEPARATOR, MARKER) and not too_early and (*tokens[-2:], token) not in triples:
                break
        if token == START:
            break
        tokens.append(token)
    assert write_summary(LanguageModel(checkpoint), ARTICLE, SETTINGS) == tokens


def test_tokens_that_repeat_a_triple():
    assert repeated_tokens([1, 2, 3, 1, 2, 4, 1, 2], 3) == {3, 4}
    assert repeated_tokens([1, 2], 3) == set()
    assert repeated_tokens([7, 7, 7], 3) == {7}


class Says:
    """A model that always prefers one token, then the next."""

    def __init__(self, order: list[int]) -> None:
        self.order = order

    def read_text(self, text):
        return None

    def forward(self, ids, prefix, past):
        return torch.zeros(1, 1, 1), []

    def log_probs(self, hidden):
        scores = torch.full((1, 100), -9.0)
        scores[0, self.order] = torch.arange(len(self.order), 0, -1).float()
        return scores


def test_the_closing_token_waits_for_the_least_length_and_ends_the_summary():
    assert write_summary(Says([START, 9, 8]), [], DecodeSettings(min_length=3, max_length=9)) == [9, 9, 9]
    assert write_summary(Says([END, SEPARATOR, MARKER, 9, 8, 7]), [], DecodeSettings(min_length=1, max_length=4)) == [9, 9, 9, 8]
