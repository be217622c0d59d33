"""The graphs in transformers.js layout against PyTorch, and the stored expected values against both."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from qagen.tiny.generic_models import KINDS, TinyModel
from qagen.paths import GOLDEN
from qagen.steps.fixtures.tiny_generic import BEGINNINGS, LONG, TEXTS, write
from tokenizers import Tokenizer

# Tracing warns of every size that it fixes; the comparison below is what tells whether one mattered.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::FutureWarning")

TOLERANCE = 1e-4
FIRST = 3


class Layout:
    """A folder run as transformers.js does it: the first tokens without a past, the rest behind it."""

    def __init__(self, folder: Path) -> None:
        def session(name: str) -> onnxruntime.InferenceSession | None:
            path = folder / "onnx" / name
            return onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]) if path.exists() else None

        self.encoder = session("encoder_model.onnx")
        self.decoder = session("decoder_model_merged.onnx") or session("model.onnx")

    def logits(self, text: Sequence[int], own: Sequence[int], rows: int) -> np.ndarray:
        """float32 [rows, len(own), vocabulary]; causal models read the text as the first of their own tokens."""
        fixed = {}
        if self.encoder:
            ids = np.array([text] * rows)
            mask = np.ones_like(ids)
            [hidden] = self.encoder.run(None, {"input_ids": ids, "attention_mask": mask})
            fixed = {"encoder_attention_mask": mask, "encoder_hidden_states": hidden}
        else:
            own = [*text, *own]
        past = {
            value.name: np.zeros([rows if size == "batch_size" else size if isinstance(size, int) else 0
                                  for size in value.shape], np.float32)
            for value in self.decoder.get_inputs() if value.name.startswith("past")
        }  # fmt: skip
        parts, done = [], 0
        for new in filter(len, (own[:FIRST], own[FIRST:])):
            places = np.arange(done, done + len(new))
            feeds = {
                **fixed, **past,
                "input_ids": np.array([new] * rows),
                "attention_mask": np.ones((rows, done + len(new)), np.int64),
                "position_ids": np.array([places] * rows),
                "use_cache_branch": np.array([done > 0]),
            }  # fmt: skip
            wanted = {value.name for value in self.decoder.get_inputs()}
            outputs = self.decoder.run(None, {name: value for name, value in feeds.items() if name in wanted})
            parts.append(outputs[0])
            for value, present in zip(self.decoder.get_outputs()[1:], outputs[1:], strict=True):
                name = value.name.replace("present", "past_key_values")
                if done == 0 or "encoder" not in name:
                    past[name] = present
            done += len(new)
        return np.concatenate(parts, axis=1)


@pytest.fixture(scope="module", params=KINDS, ids=lambda make: make.__name__)
def tiny(request) -> TinyModel:
    return request.param()


def test_graphs_agree_with_pytorch_with_and_without_a_past(tiny: TinyModel, tmp_path: Path) -> None:
    write(tiny, tmp_path)
    layout = Layout(tmp_path)
    tokens = tiny.tokenizer.encode("Who bought books?", add_special_tokens=False).ids
    for text in (TEXTS[0], LONG):
        ids = tiny.tokenizer.encode(text).ids
        found = layout.logits(ids, [*tiny.start, *tokens], rows=2)[:, -1 - len(tokens) :]
        expected = tiny.log_probs(text, tokens).numpy()
        shifted = found.astype(np.float64)
        found_log_probs = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
        for row in range(2):
            assert found_log_probs[row] == pytest.approx(expected, abs=TOLERANCE)


@pytest.mark.parametrize("kind", ["llama", "t5", "bart"])
def test_stored_files_give_the_stored_values(kind: str) -> None:
    """Random weights differ between machines, so the stored graphs are compared with the values stored next to them."""
    folder = GOLDEN / "generic" / kind
    golden = json.loads((folder / "golden.json").read_text())
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.encode_special_tokens = True
    layout = Layout(folder)
    start = {"llama": [tokenizer.token_to_id("<question>")], "t5": [0], "bart": [2, 0]}[kind]
    for row in golden["tokenisation"]:
        assert tokenizer.encode(row["text"], add_special_tokens=False).ids == row["ids"]
    assert len(golden["nextTokens"]) == (len(TEXTS) + 1) * len(BEGINNINGS)
    for row in golden["nextTokens"]:
        text = tokenizer.encode(row["text"]).ids
        logits = layout.logits(text, [*start, *row["beginning"]], rows=1)[0, -1].astype(np.float64)
        log_probs = logits - np.log(np.exp(logits).sum())
        assert log_probs[row["tokens"]] == pytest.approx(row["logProbs"], abs=TOLERANCE)
        assert max(log_probs) == pytest.approx(row["logProbs"][0], abs=TOLERANCE)
