"""The exported graphs in ONNX Runtime, run as the browser runs them: for checks against PyTorch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime

from ..model.tokenizer import START
from .manifest import read_manifest
from .weight_file import join_shards

UNSEEN = np.float32(-1e9)


class OnnxModel:
    """Names as in docs/model-format.md. `past` and `prefix` are flat lists k.0, v.0, k.1, v.1, … `cpu`: the graphs
    for CPUs, whose present has only the new tokens; this class appends them to the past."""

    def __init__(
        self,
        folder: Path,
        threads: int = 0,
        options: onnxruntime.SessionOptions | None = None,
        cpu: bool = False,
    ) -> None:
        self.cpu = cpu
        sizes = read_manifest(folder)["architecture"]
        self.layers, self.heads, self.head_size = sizes["layers"], sizes["keyValueHeads"], sizes["headSize"]
        options = options or onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # Weights are dequantised once, at load time, instead of in each run.
        options.add_session_config_entry("session.disable_quant_qdq", "1")
        data = join_shards(folder)
        options.add_external_initializers_from_files_in_memory(["weights.bin"], [data], [len(data)])
        self.body, self.head = (
            onnxruntime.InferenceSession(
                (folder / f"{name}{'-cpu' if cpu else ''}.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
            )
            for name in ("body", "head")
        )

    def empty_past(self, rows: int) -> list[np.ndarray]:
        shapes = ((self.heads, rows, self.head_size, 0), (self.heads, rows, 0, self.head_size))
        return [np.zeros(shape, np.float32) for _ in range(self.layers) for shape in shapes]

    def no_prefix(self) -> list[np.ndarray]:
        """A masked prefix of length 1."""
        shapes = ((self.heads, 1, self.head_size, 1), (self.heads, 1, 1, self.head_size))
        return [np.zeros(shape, np.float32) for _ in range(self.layers) for shape in shapes]

    def run(
        self,
        ids: np.ndarray,
        prefix: Sequence[np.ndarray],
        past: Sequence[np.ndarray],
        parent: Sequence[int] | None = None,
        hide_prefix: bool = False,
    ) -> tuple[np.ndarray, list[np.ndarray]]:
        """ids [B, T] -> hidden [B, T, width] and the present."""
        rows, new = ids.shape
        parents = np.asarray(parent if parent is not None else range(rows), np.int32)
        if self.cpu:
            # The CPU graphs take no `parent`: rows are reordered here. An empty past of one row serves any number of rows.
            past = [tensor[:, parents if tensor.size else [0] * rows] for tensor in past]
        shared, before = prefix[0].shape[3], past[0].shape[3]
        first = before if hide_prefix else shared + before
        seen = np.concatenate(
            [np.full((new, shared), not hide_prefix), np.tril(np.ones((new, before + new), bool), before)], axis=1
        )
        feeds = {
            "ids": ids.astype(np.int32),
            "positions": np.tile(np.arange(first, first + new, dtype=np.int64), (rows, 1)),
            **({} if self.cpu else {"parent": parents}),
            "mask": np.tile(np.where(seen, np.float32(0), UNSEEN), (rows, 1, 1)),
        }
        for kind, tensors in (("prefix", prefix), ("past", past)):
            for index, tensor in enumerate(tensors):
                feeds[f"{kind}_{'kv'[index % 2]}.{index // 2}"] = tensor
        hidden, *present = self.body.run(None, feeds)
        if self.cpu:
            pairs = enumerate(zip(past, present, strict=True))
            present = [np.concatenate([old, new], axis=3 if index % 2 == 0 else 2) for index, (old, new) in pairs]
        return hidden, present

    def read_text(self, text: Sequence[int]) -> tuple[list[np.ndarray], np.ndarray]:
        """Prefill: the prefix, and the hidden state [width] of the start token."""
        hidden, present = self.run(np.array([[*text, START]]), self.no_prefix(), self.empty_past(1), hide_prefix=True)
        return present, hidden[0, -1]

    def log_probs(self, hidden: np.ndarray) -> np.ndarray:
        """[N, width] -> float64 [N, vocabulary]; summed in float64, because ReduceLogSumExp is too low."""
        more = {"count": np.array([1]), "end": np.array([0])} if self.cpu else {}
        [logits] = self.head.run(["logits"], {"hidden": hidden, **more})
        logits = logits.astype(np.float64)
        shifted = logits - logits.max(-1, keepdims=True)
        return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
