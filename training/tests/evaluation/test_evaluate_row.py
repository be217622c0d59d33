"""The measures of one summary, by an untrained model."""

import numpy as np
import pytest
import torch
from qagen.evaluation.evaluate_row import evaluate_row, overlap, summary_given_source
from qagen.evaluation.expected_values import Reference
from qagen.evaluation.search import SearchSettings
from qagen.model.checkpoint import dequantise
from qagen.model.reference_model import LanguageModel
from qagen.model.tokenizer import load_tokenizer
from qagen.tiny.qagen_model import new_model, quantise, train_tokenizer


@pytest.fixture(scope="module")
def untrained(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    path = tmp_path_factory.mktemp("untrained") / "tokenizer.json"
    train_tokenizer(path)
    return Reference(LanguageModel(quantise(new_model(), {})), load_tokenizer(path))


ROW = {"id": "a", "origin": "toy", "label": 1.0, "source": "Anna bought 12 books in Rome.", "summary": "Anna bought books."}


def test_overlap_counts_copied_n_grams() -> None:
    found = overlap("The cat sat. The dog", "the cat sat on the mat")
    assert found["copied2"] == pytest.approx(2 / 4)
    assert found["copied3"] == pytest.approx(1 / 3)
    assert found["rouge2"] == pytest.approx(2 * 2 / (4 + 5))


def test_a_summary_without_pairs_is_unscorable(untrained: Reference) -> None:
    result = evaluate_row(untrained, ROW, SearchSettings(paths=3, max_length=9))
    assert result["matched"] == {"quals": None, "answerGap": None, "worst": None, "kept": 0, "pairs": []}
    assert result["written"] == 3


def test_invisible_characters_change_no_measure(untrained: Reference) -> None:
    changed = ROW | {"source": " Anna bought\u00a0 12 bo\u00adoks in Rome.\n", "summary": "Anna\u200b bought books. "}
    plain, found = (evaluate_row(untrained, row, SearchSettings(paths=3, max_length=9)) | {"seconds": 0} for row in (ROW, changed))
    assert found == plain


def test_the_summary_given_the_source_is_scored_as_in_transformers(untrained: Reference) -> None:
    source, paragraph, summary = (untrained.encode(text) for text in (ROW["source"], "\n\n", ROW["summary"]))
    llama = new_model()
    llama.load_state_dict(dequantise(quantise(new_model(), {})))
    with torch.inference_mode():
        log_probs = llama(torch.tensor([[*source, *paragraph, *summary]])).logits[0].log_softmax(-1)
    first = len(source) + len(paragraph)
    expected = np.mean([float(log_probs[first + at - 1, token]) for at, token in enumerate(summary)])
    assert summary_given_source(untrained, untrained.model.read_text(source), summary) == pytest.approx(expected, abs=1e-4)
