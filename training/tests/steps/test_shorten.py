"""The layers of a student are those of the model, in order."""

from dataclasses import replace

import pytest
import torch
from qagen.model.checkpoint import Checkpoint
from qagen.model.reference_model import LanguageModel
from qagen.steps.train.shorten import evenly, shorten

from small import SMALL, small_checkpoint


def test_layers_are_spread_evenly() -> None:
    assert evenly(30, 13) == [0, 2, 5, 7, 10, 12, 14, 17, 19, 22, 24, 27, 29]
    assert evenly(4, 4) == [0, 1, 2, 3]
    for wanted in (1, 5):
        with pytest.raises(ValueError, match="2 to 4"):
            evenly(4, wanted)


def three_layers() -> Checkpoint:
    """The small model with its second layer in the middle once more, and that one scaled so that it is another."""
    small = small_checkpoint()
    second = {k: v for k, v in small.tensors.items() if k.startswith("model.layers.1.")}
    tensors = {k: v for k, v in small.tensors.items() if k not in second}
    tensors |= {k.replace(".1.", ".2."): v for k, v in second.items()}
    tensors |= {k: v * 2 if v.dtype == torch.float16 else v for k, v in second.items()}
    return Checkpoint(replace(SMALL, layers=3), tensors, {"data": "toy"})


def test_the_student_computes_without_the_dropped_layer() -> None:
    shortened = shorten(three_layers(), 2)
    assert shortened.is_free and shortened.provenance == {"data": "toy", "layers_kept": [0, 2]}
    text = [5, 9, 200]
    found = LanguageModel(shortened).read_text(text).hidden
    torch.testing.assert_close(found, LanguageModel(small_checkpoint()).read_text(text).hidden)
    whole = LanguageModel(three_layers()).read_text(text).hidden
    assert (found - whole).abs().max() > 1e-2
    assert shorten(shorten(three_layers(), 3), 2).tensors.keys() == shortened.tensors.keys()
