"""The weights of all graphs, stored once: one sequence of bytes, `weights.bin`, cut into shards.

Graphs refer to a tensor as external data, by offset and length in `weights.bin`, so graphs can share it. Hosts limit the size of a file,
and a broken download should not cost 97 MB: the bytes are stored as `weights-00.bin`, `weights-01.bin`, …
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

EXTERNAL_DATA = "weights.bin"
SHARD_BYTES = 24 * 1024 * 1024
# Suits each element type, and typed views over the whole buffer in a browser.
ALIGNMENT = 64


class WeightFile:
    """Collects tensors by name and stores each once."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0
        self._cut = 0
        self._places: dict[str, TensorProto] = {}

    def add(self, name: str, array: np.ndarray) -> TensorProto:
        """An initialiser of this name that refers to the file."""
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

    def cut(self) -> None:
        """Later tensors share no shard with earlier ones. Training never changes the embedding: its shards stay the same from version to
        version and need not be downloaded again. Only the first call counts."""
        self._cut = self._cut or self._size

    def write_shards(self, folder: Path, shard_bytes: int = SHARD_BYTES) -> list[Path]:
        """Writes `weights-00.bin`, … and deletes shards of an earlier export."""
        for old in folder.glob("weights-*.bin"):
            old.unlink()
        data = b"".join(self._parts)
        shards = [
            part[at : at + shard_bytes]
            for part in (data[: self._cut], data[self._cut :])
            for at in range(0, len(part), shard_bytes)
        ]
        paths = [folder / f"weights-{number:02d}.bin" for number in range(len(shards))]
        for path, shard in zip(paths, shards, strict=True):
            path.write_bytes(shard)
        return paths


class StoredWeights(WeightFile):
    """The weight file of an exported model, to build graphs on it. Its bytes do not change."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.data = join_shards(folder)
        for graph in (folder / "body.onnx", folder / "head.onnx"):
            for tensor in onnx.load(graph, load_external_data=False).graph.initializer:
                if tensor.data_location == TensorProto.EXTERNAL:
                    self._places[tensor.name] = tensor

    def read(self, name: str) -> np.ndarray:
        """Raises KeyError if the model has no such tensor."""
        place = self._places[name]
        entries = {entry.key: entry.value for entry in place.external_data}
        start, length = int(entries["offset"]), int(entries["length"])
        element = helper.tensor_dtype_to_np_dtype(place.data_type)
        return np.frombuffer(self.data[start : start + length], element).reshape(tuple(place.dims))

    def add(self, name: str, array: np.ndarray) -> TensorProto:
        if name not in self._places or self.read(name).tobytes() != np.ascontiguousarray(array).tobytes():
            raise ValueError(f"The stored weights have no such {name}: export the model again.")
        return self._places[name]


def join_shards(folder: Path) -> bytes:
    """The bytes of `weights.bin` of an exported model."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("weights-*.bin")))
