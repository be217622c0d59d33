import pytest
import torch

from qagen.data.batches import pack, take_batch
from qagen.data.examples import Examples
from qagen.model.tokenizer import END, SEPARATOR, START
from small import example, write_small_examples

TEXT, FIRST, SECOND = [10, 11, 12], ([20, 21], [11]), ([30], [10, 11])
WHOLE = torch.tensor(example(TEXT, FIRST, SECOND))


def test_positions_of_each_pair_continue_those_of_the_text():
    batch = pack([WHOLE], 16)
    assert batch.positions[:14].tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 8, 4, 5, 6, 7, 8]


def test_targets_are_the_pairs_and_each_pair_starts_from_the_start_token():
    batch = pack([WHOLE], 16)
    assert batch.targets.tolist() == [20, 21, SEPARATOR, 11, END, 30, SEPARATOR, 10, 11, END]
    assert batch.sources.tolist() == [3, 4, 5, 6, 7, 3, 9, 10, 11, 12]
    assert batch.ids[3] == START


def test_a_pair_attends_to_the_text_and_itself_only():
    seen = pack([WHOLE], 16).spans[0].mask == 0
    assert seen[11].nonzero().flatten().tolist() == [0, 1, 2, 3, 9, 10, 11]
    assert seen[2].nonzero().flatten().tolist() == [0, 1, 2]


def test_examples_do_not_attend_to_each_other():
    batch = pack([WHOLE, WHOLE], 32)
    seen = batch.spans[0].mask == 0
    assert not seen[14:28, :14].any()
    assert batch.positions[14:17].tolist() == [0, 1, 2]


def test_spans_cover_the_batch_and_never_cut_an_example():
    examples = [WHOLE] * 40
    batch = pack(examples, 700)
    assert [span.first for span in batch.spans[1:]] == [span.last for span in batch.spans[:-1]]
    assert batch.spans[0].first == 0 and batch.spans[-1].last == 700
    assert all(span.first % len(WHOLE) == 0 for span in batch.spans if span.first < 560)


def test_batches_repeat_the_examples_in_order(tmp_path):
    write_small_examples(tmp_path / "e.safetensors", 5)
    examples = Examples(tmp_path / "e.safetensors")
    position, seen = 0, 0
    while position < 12:
        batch, after = take_batch(examples, position, 128)
        expected = torch.cat([examples[i % 5] for i in range(position, after)])
        assert torch.equal(batch.ids[: len(expected)], expected)
        position, seen = after, seen + 1
    assert seen > 1


def test_an_example_longer_than_a_batch_is_named(tmp_path):
    write_small_examples(tmp_path / "e.safetensors", 2)
    with pytest.raises(ValueError, match="more than a batch"):
        take_batch(Examples(tmp_path / "e.safetensors"), 0, 3)


def test_missing_examples_name_the_remedy(tmp_path):
    with pytest.raises(FileNotFoundError, match="prepare_data"):
        Examples(tmp_path / "none.safetensors")
