"""The committed expected values against the committed tiny model, under ONNX Runtime."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from qagen.evaluation.expected_values import replace_lone_surrogates
from qagen.evaluation.search import SearchSettings, diverse_beam_search
from qagen.model.tokenizer import load_tokenizer
from qagen.onnx.onnx_model import OnnxModel

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "public" / "models" / "tiny"
TOLERANCE = 2e-4


@pytest.fixture(scope="module")
def golden() -> dict:
    return json.loads((ROOT / "training" / "golden" / "tiny.json").read_text())


@pytest.fixture(scope="module")
def model() -> OnnxModel:
    return OnnxModel(FOLDER)


@pytest.fixture(scope="module")
def encode():
    tokenizer = load_tokenizer(FOLDER / "tokenizer.json")
    return lambda text: tokenizer.encode(replace_lone_surrogates(text)).ids


def score(model: OnnxModel, text: list[int], sequence: list[int]) -> np.ndarray:
    """Log-probabilities float64 [len(sequence) + 1, vocabulary] before each token and after the last."""
    prefix, hidden = model.read_text(text)
    if not sequence:
        return model.log_probs(hidden[None])
    rows, _ = model.run(np.array([sequence]), prefix, model.empty_past(1))
    return model.log_probs(np.concatenate([hidden[None], rows[0]]))


def test_values_belong_to_the_model(golden: dict) -> None:
    manifest = json.loads((FOLDER / "manifest.json").read_text())
    assert golden["model"] == {"id": manifest["id"], "version": manifest["version"]}


def test_tokenisation(golden: dict, encode) -> None:
    for case in golden["tokenisation"]:
        assert encode(case["text"]) == case["ids"]
        assert not {0, 1, 2} & set(case["ids"])


def test_next_tokens(golden: dict, model: OnnxModel, encode) -> None:
    for case in golden["nextTokens"]:
        found = score(model, encode(case["text"]), case["beginning"])[-1]
        assert found[case["tokens"]] == pytest.approx(case["logProbs"], abs=TOLERANCE)


def test_forced(golden: dict, model: OnnxModel, encode) -> None:
    for case in golden["forced"]:
        rows = score(model, encode(case["text"]), case["sequence"])
        found = [row[token] for row, token in zip(rows, case["sequence"])]
        assert found == pytest.approx(case["logProbs"], abs=TOLERANCE)


class OnnxContinuations:
    def __init__(self, model: OnnxModel, text: list[int]) -> None:
        self.model = model
        self.prefix, self.hidden = model.read_text(text)
        self.past = model.empty_past(1)

    def first(self) -> torch.Tensor:
        return torch.from_numpy(self.model.log_probs(self.hidden[None]))

    def advance(self, parents: list[int], tokens: list[int]) -> torch.Tensor:
        hidden, self.past = self.model.run(np.array(tokens)[:, None], self.prefix, self.past, parents)
        return torch.from_numpy(self.model.log_probs(hidden[:, 0]))


def test_search(golden: dict, model: OnnxModel, encode) -> None:
    for case in golden["search"]:
        names = case["settings"]
        settings = SearchSettings(
            names["paths"], names["diversityStrength"], names["minLength"], names["maxLength"]
        )
        found = diverse_beam_search(OnnxContinuations(model, encode(case["text"])), settings)
        assert [list(h.tokens) for h in found] == [h["tokens"] for h in case["hypotheses"]], case["text"]
        assert [h.uns for h in found] == pytest.approx([h["uns"] for h in case["hypotheses"]], abs=60 * TOLERANCE)


def test_some_pairs_are_kept_and_a_wrong_place_scores_lower(golden: dict) -> None:
    scores = {(row["name"], row["protocol"], row["settings"]["paths"]): row["quals"] for row in golden["quals"]}
    assert scores["toy, wrong place", "matched", 60] < scores["toy, right", "matched", 60] < 0
