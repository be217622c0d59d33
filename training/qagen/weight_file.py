"""The weights of all graphs, once: one sequence of bytes that the graphs refer to as external data, cut into shards.

Graphs name a tensor by (offset, length) in `weights.bin`, so a tensor that two graphs use stands once. Hosts limit the
size of a file (and a broken download should not cost 97 MB), so the bytes are stored as `weights-00.bin`, …
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

EXTERNAL_DATA = "weights.bin"
SHARD_BYTES = 24 * 1024 * 1024
# Offsets that suit every element type, and typed views over the whole buffer in a browser.
ALIGNMENT = 64


class WeightFile:
    """Collects tensors by name; each is stored once, whoever asks for it."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0
        self._places: dict[str, TensorProto] = {}

    def add(self, name: str, array: np.ndarray) -> TensorProto:
        """An initialiser of that name that points into the file."""
        if name not in self._places:
            self._places[name] = self._store(name, np.ascontiguousarray(array))
        return self._places[name]

    def _store(self, name: str, array: np.ndarray) -> TensorProto:
        padding = -self._size % ALIGNMENT
        data = array.tobytes()
        self._parts += [bytes(padding), data]
        place = TensorProto(
            name=name,
            data_type=helper.np_dtype_to_tensor_dtype(array.dtype),
            dims=array.shape,
            data_location=TensorProto.EXTERNAL,
        )
        entries = {"location": EXTERNAL_DATA, "offset": self._size + padding, "length": len(data)}
        for key, value in entries.items():
            place.external_data.append(onnx.StringStringEntryProto(key=key, value=str(value)))
        self._size += padding + len(data)
        return place

    def write_shards(self, folder: Path, shard_bytes: int = SHARD_BYTES) -> list[Path]:
        """Write `weights-00.bin`, … and drop shards of an earlier export."""
        for old in folder.glob("weights-*.bin"):
            old.unlink()
        data = b"".join(self._parts)
        shards = [data[at : at + shard_bytes] for at in range(0, len(data), shard_bytes)]
        paths = [folder / f"weights-{number:02d}.bin" for number in range(len(shards))]
        for path, shard in zip(paths, shards, strict=True):
            path.write_bytes(shard)
        return paths


def join_shards(folder: Path) -> bytes:
    """The bytes of `weights.bin` of an exported model."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("weights-*.bin")))
