"""The exported graphs against PyTorch: the project's own forward pass, and transformers' Llama."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from qagen.model.checkpoint import Checkpoint, dequantise
from qagen.model.reference_model import LanguageModel, force_score
from qagen.model.tokenizer import START
from qagen.onnx.onnx_model import OnnxModel
from qagen.onnx.weight_file import join_shards
from qagen.tiny.qagen_model import new_model

TOLERANCE = 2e-4
TEXT = list(range(20, 65))


@pytest.fixture(scope="module")
def model(checkpoint: Checkpoint) -> LanguageModel:
    return LanguageModel(checkpoint)


@pytest.fixture(scope="module", params=[False, True], ids=["gpu graphs", "cpu graphs"])
def onnx_model(folder: Path, request: pytest.FixtureRequest) -> OnnxModel:
    return OnnxModel(folder, cpu=request.param)


def test_pytorch_forward_equals_transformers(checkpoint: Checkpoint, model: LanguageModel) -> None:
    llama = new_model()
    llama.load_state_dict(dequantise(checkpoint))
    pair = [70, 71, 2, 9, 0]
    ids = torch.tensor([[*TEXT, START, *pair]])
    with torch.inference_mode():
        expected = llama(ids).logits.double().log_softmax(-1)[0, len(TEXT) : -1]
    [scores] = force_score(model, model.read_text(TEXT, chunk=16), [pair])
    assert scores == pytest.approx([float(row[token]) for row, token in zip(expected, pair)], abs=1e-4)


def test_prefill_in_chunks_agrees_with_prefill_at_once(onnx_model: OnnxModel, model: LanguageModel) -> None:
    ids = np.array([[*TEXT, START]])
    past = onnx_model.empty_past(1)
    for begin in range(0, ids.shape[1], 16):
        hidden, past = onnx_model.run(
            ids[:, begin : begin + 16], onnx_model.no_prefix(), past, hide_prefix=True
        )
    assert hidden[0, -1] == pytest.approx(model.read_text(TEXT).hidden.numpy(), abs=TOLERANCE)
    assert past[0].shape == (1, 1, 64, len(TEXT) + 1)


def test_reordered_steps_agree(onnx_model: OnnxModel, model: LanguageModel) -> None:
    prefix, _ = onnx_model.read_text(TEXT)
    _, past = onnx_model.run(np.array([[30], [31], [32]]), prefix, onnx_model.empty_past(1), parent=[0, 0, 0])
    hidden, past = onnx_model.run(np.array([[40], [41]]), prefix, past, parent=[2, 0])
    hidden, _ = onnx_model.run(np.array([[50], [51], [52]]), prefix, past, parent=[1, 1, 0])
    rows = torch.tensor([[30, 41, 50], [30, 41, 51], [32, 40, 52]])
    expected, _ = model.forward(rows, model.read_text(TEXT), None)
    difference = onnx_model.log_probs(hidden[:, 0]) - model.log_probs(expected[:, -1]).numpy()
    assert np.abs(difference).max() < TOLERANCE


def test_padded_forcing_agrees(onnx_model: OnnxModel, model: LanguageModel) -> None:
    prefix, _ = onnx_model.read_text(TEXT)
    hidden, _ = onnx_model.run(np.array([[5, 6, 7], [8, 0, 0]]), prefix, onnx_model.empty_past(1), parent=[0, 0])
    [[_, *first], [_, second]] = force_score(model, model.read_text(TEXT), [[5, 6, 7, 9], [8, 3]])
    found = onnx_model.log_probs(hidden[0])[[0, 1, 2], [6, 7, 9]]
    assert found == pytest.approx(first, abs=TOLERANCE)
    assert onnx_model.log_probs(hidden[1, :1])[0, 3] == pytest.approx(second, abs=TOLERANCE)


def test_late_positions_agree(onnx_model: OnnxModel, model: LanguageModel) -> None:
    long_text = [20 + place % 400 for place in range(3000)]
    _, hidden = onnx_model.read_text(long_text)
    assert hidden == pytest.approx(model.read_text(long_text).hidden.numpy(), abs=TOLERANCE)


def test_weight_preparation_is_folded_at_load(folder: Path, tmp_path: Path) -> None:
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(tmp_path / "optimised.onnx")
    OnnxModel(folder, options=options)
    nodes = onnx.load(tmp_path / "optimised.onnx", load_external_data=False).graph.node
    # The head is written last: its scales are the only thing to widen. Nothing but the product is left.
    assert [node.op_type for node in nodes] == ["MatMulNBits"]


def test_body_runs_no_weight_preparation(folder: Path, tmp_path: Path) -> None:
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(tmp_path / "optimised.onnx")
    data = join_shards(folder)
    options.add_external_initializers_from_files_in_memory(["weights.bin"], [data], [len(data)])
    onnxruntime.InferenceSession((folder / "body.onnx").read_bytes(), options, providers=["CPUExecutionProvider"])
    kinds = [node.op_type for node in onnx.load(tmp_path / "optimised.onnx", load_external_data=False).graph.node]
    assert kinds.count("Cast") == 1, "the embedding's row alone"
    assert kinds.count("Mul") == 3, "the embedding's scales, and gate times up in two layers"
    assert "Cos" not in kinds and "Sin" not in kinds


def test_cpu_graphs_dequantise_weights_at_load(folder: Path, tmp_path: Path) -> None:
    data = join_shards(folder)
    kinds = {}
    for name in ("body-cpu", "head-cpu"):
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.optimized_model_filepath = str(tmp_path / "optimised.onnx")
        options.add_session_config_entry("session.disable_quant_qdq", "1")
        options.add_external_initializers_from_files_in_memory(["weights.bin"], [data], [len(data)])
        onnxruntime.InferenceSession(
            (folder / f"{name}.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        graph = onnx.load(tmp_path / "optimised.onnx", load_external_data=False).graph
        kinds[name] = [node.op_type for node in graph.node]
    head = kinds["head-cpu"]
    assert head[0] == "Gemm" and head.count("Gemm") == head.count("TopK") == 1
    assert not {"DequantizeLinear", "Mul", "Transpose"} & set(head)
    body = kinds["body-cpu"]
    assert body.count("Gemm") == 2 * 4, "four linears a layer"
    assert body.count("MatMul") == 2 * (4 + 6), "their offsets, and attention on three stretches"
    assert "DequantizeLinear" not in body
    assert body.count("Cast") == 1 and body.count("Mul") == 3, "the embedding's row alone, and gate times up"


def test_the_cpu_head_chooses_the_likeliest_tokens(folder: Path, model: LanguageModel) -> None:
    head = OnnxModel(folder, cpu=True).head
    hidden = torch.randn(7, model.sizes.width, generator=torch.Generator().manual_seed(0))
    asked = {"hidden": hidden.numpy(), "count": np.array([12]), "end": np.array([5])}
    logits, values, ids, total, end = head.run(["logits", "likeliest", "likeliest_ids", "total", "end_logit"], asked)
    expected = model.log_probs(hidden).numpy()
    order = np.argsort(-logits, axis=1, kind="stable")[:, :12]
    assert (ids == order).all()
    assert np.allclose(values - total, np.take_along_axis(expected, order, 1), atol=TOLERANCE)
    assert np.allclose(end - total, expected[:, [5]], atol=TOLERANCE)
