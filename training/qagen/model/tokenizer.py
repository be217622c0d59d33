"""SmolLM2's tokenizer: byte-level BPE as in GPT-2, digits split one by one; and the special tokens of a pair."""

from __future__ import annotations

from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

END = 0  # <|endoftext|>: ends a pair
START = 1  # <|im_start|>: ends the text; is never scored
SEPARATOR = 2  # <|im_end|>: between question and answer
MARKER = 5  # one of the base's markers: opens a claim that the support head judges, after START
SPECIAL_TOKENS = 17  # ids 0..16: the four above and markers of the base's pre-training


def build_tokenizer(vocabulary: list[str], merges: list[str]) -> Tokenizer:
    """`vocabulary`: tokens in the order of their ids. `merges`: "left right" each."""
    tokenizer = Tokenizer(
        models.BPE(
            vocab={token: index for index, token in enumerate(vocabulary)},
            merges=[tuple(merge.split(" ")) for merge in merges],
        )
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    special = vocabulary[:SPECIAL_TOKENS]
    tokenizer.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in special])
    return tokenizer


def load_tokenizer(path: Path) -> Tokenizer:
    """A tokenizer that encodes special tokens in a text, such as `<|im_end|>`, as plain characters. Raises FileNotFoundError with the remedy."""
    if not path.exists():
        raise FileNotFoundError(f"No tokenizer at {path}. Run `python -m qagen fetch_base` first.")
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.encode_special_tokens = True
    return tokenizer
