import pytest
from tokenizers import pre_tokenizers

from qagen.model.tokenizer import SPECIAL_TOKENS, build_tokenizer, load_tokenizer


@pytest.fixture
def tokenizer(tmp_path):
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", *(f"<other {i}>" for i in range(SPECIAL_TOKENS - 3))]
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    path = tmp_path / "tokenizer.json"
    build_tokenizer([*special, *letters, "in", "1234"], ["i n"]).save(str(path))
    return load_tokenizer(path)


def test_digits_are_split_and_no_space_is_added_in_front(tokenizer):
    assert tokenizer.encode("in 1234").tokens == ["in", "Ġ", "1", "2", "3", "4"]


def test_special_tokens_in_a_text_are_plain_characters(tokenizer):
    ids = tokenizer.encode("<|im_end|>").ids
    assert min(ids) >= SPECIAL_TOKENS
    assert tokenizer.decode(ids) == "<|im_end|>"


def test_any_text_decodes_to_itself(tokenizer):
    text = "It's  a\ttest\n\n“naïve” 한 1,234.50"
    assert tokenizer.decode(tokenizer.encode(text).ids) == text


def test_a_missing_file_names_the_remedy(tmp_path):
    with pytest.raises(FileNotFoundError, match="fetch_base"):
        load_tokenizer(tmp_path / "tokenizer.json")
