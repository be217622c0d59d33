import gguf
import numpy as np
import pytest
import torch

from qagen.model.checkpoint import BLOCK, dequantise_embedding, dequantise_linear
from qagen.model.gguf_checkpoint import BadBaseFile, checkpoint_name, read_gguf, split_q4_1, split_q8_0, unpermute_heads
from qagen.steps.prepare.fetch_base import check_wheel
from small import SMALL

Q4_1, Q8_0 = gguf.GGMLQuantizationType.Q4_1, gguf.GGMLQuantizationType.Q8_0


def random_weight(rows: int, columns: int) -> np.ndarray:
    return np.random.default_rng(rows).normal(size=(rows, columns)).astype(np.float32)


def test_q4_1_blocks_are_read_as_the_gguf_package_reads_them():
    raw = gguf.quantize(random_weight(6, 2 * BLOCK), Q4_1)
    np.testing.assert_allclose(dequantise_linear(*split_q4_1(raw)).numpy(), gguf.dequantize(raw, Q4_1), atol=1e-6)


def test_q8_0_blocks_are_read_as_the_gguf_package_reads_them():
    raw = gguf.quantize(random_weight(6, 2 * BLOCK), Q8_0)
    np.testing.assert_allclose(dequantise_embedding(*split_q8_0(raw)).numpy(), gguf.dequantize(raw, Q8_0), atol=1e-6)


def test_unpermuting_undoes_llama_cpps_permutation():
    rows = torch.arange(2 * 64 * 3).view(2 * 64, 3)
    permuted = rows.view(2, 2, 32, 3).swapaxes(1, 2).reshape(rows.shape)
    assert torch.equal(unpermute_heads(permuted, heads=2), rows)
    assert not torch.equal(permuted, rows)


def test_names():
    assert checkpoint_name("blk.12.ffn_down.weight") == "model.layers.12.mlp.down_proj"
    assert checkpoint_name("output_norm.weight") == "model.norm"
    assert checkpoint_name("token_embd.weight") == "model.embed_tokens"


def write_gguf(path, tensors: dict[str, tuple[np.ndarray, gguf.GGMLQuantizationType | None]]) -> None:
    writer = gguf.GGUFWriter(path, "llama")
    for name, (values, kind) in tensors.items():
        writer.add_tensor(name, gguf.quantize(values, kind) if kind else values, raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def test_a_gguf_file_becomes_a_checkpoint(tmp_path):
    path = tmp_path / "model.gguf"
    down = random_weight(64, 96)
    write_gguf(path, {"blk.0.ffn_down.weight": (down, Q4_1), "output_norm.weight": (np.ones(64, np.float32), None)})
    tensors = read_gguf(path, SMALL, {}).tensors
    name = "model.layers.0.mlp.down_proj"
    weight = dequantise_linear(*(tensors[f"{name}.{part}"] for part in ("codes", "scale", "offset")))
    assert (weight - torch.from_numpy(down)).abs().max() < 0.25
    assert torch.equal(tensors["model.norm.weight"], torch.ones(64))


def test_query_and_key_rows_are_unpermuted(tmp_path):
    path = tmp_path / "model.gguf"
    written = {"q": (random_weight(192, 96), 3), "k": (random_weight(64, 96), 1)}
    # As llama.cpp's convert_hf_to_gguf.py permutes each head.
    permuted = {name: rows.reshape(heads, 2, 32, 96).swapaxes(1, 2).reshape(rows.shape) for name, (rows, heads) in written.items()}
    write_gguf(path, {f"blk.0.attn_{name}.weight": (rows, Q4_1) for name, rows in permuted.items()})
    checkpoint = read_gguf(path, SMALL, {})
    for name, (rows, _) in written.items():
        assert (checkpoint.linear(f"model.layers.0.self_attn.{name}_proj") - torch.from_numpy(rows)).abs().max() < 0.5


def test_another_kind_of_tensor_is_refused(tmp_path):
    path = tmp_path / "model.gguf"
    write_gguf(path, {"blk.0.ffn_down.weight": (random_weight(64, 96), gguf.GGMLQuantizationType.Q5_1)})
    with pytest.raises(BadBaseFile, match="Q5_1"):
        read_gguf(path, SMALL, {})


def test_a_file_that_is_not_gguf_is_refused(tmp_path):
    path = tmp_path / "model.gguf"
    path.write_bytes(b"something else entirely, long enough to have a header")
    with pytest.raises(BadBaseFile, match="not a readable GGUF"):
        read_gguf(path, SMALL, {})


def test_a_damaged_or_missing_wheel_is_refused(tmp_path):
    wheel = tmp_path / "base.whl"
    with pytest.raises(BadBaseFile, match="No wheel"):
        check_wheel(wheel)
    wheel.write_bytes(b"half a download")
    with pytest.raises(BadBaseFile, match="damaged"):
        check_wheel(wheel)
