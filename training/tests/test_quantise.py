import pytest
import torch

from qagen.data.batches import pack
from qagen.model.checkpoint import BLOCK, dequantise_linear
from qagen.model.gptq import choose_grid, nearest_codes, on_grid, quantise_linear
from qagen.model.trainable_model import TrainableModel
from qagen.steps.quantise import quantise
from small import example, small_checkpoint


def correlated_inputs(columns: int, count: int) -> torch.Tensor:
    draw = torch.Generator().manual_seed(1)
    mix = torch.randn(columns // 4, columns, generator=draw)
    return torch.randn(count, columns // 4, generator=draw) @ mix + 0.1 * torch.randn(count, columns, generator=draw)


def test_the_outputs_lose_less_than_by_rounding_each_weight():
    draw = torch.Generator().manual_seed(0)
    weight, inputs = torch.randn(48, 96, generator=draw), correlated_inputs(96, 400)
    found = dequantise_linear(*quantise_linear(weight, inputs.t() @ inputs))
    plain = torch.cat(
        [on_grid(nearest_codes(block, *grid), *grid)
         for block in weight.split(BLOCK, dim=1) for grid in [choose_grid(block, torch.ones(BLOCK))]], dim=1)
    lost, lost_plainly = ((inputs @ (rounded - weight).t()).square().mean() for rounded in (found, plain))
    assert lost < 0.5 * lost_plainly


def test_weights_on_a_grid_keep_their_codes():
    codes = torch.randint(0, 16, (8, 64), generator=torch.Generator().manual_seed(0)).to(torch.uint8)
    codes[:, ::32], codes[:, 1::32] = 0, 15  # the grid's ends are there to be found
    scale = torch.full((8, 2), 0.125).half()
    weight = dequantise_linear(codes, scale, -8 * scale)
    inputs = correlated_inputs(64, 300)
    found = quantise_linear(weight, inputs.t() @ inputs)
    assert torch.equal(found[0], codes)
    assert torch.allclose(dequantise_linear(*found), weight, atol=1e-3)


def test_a_quantised_model_gives_nearly_the_same_loss():
    free = TrainableModel(small_checkpoint(), free=True, compiled=False)
    with torch.no_grad():
        for master in free.linears.masters.values():
            master += 0.002 * torch.randn(master.shape, generator=torch.Generator().manual_seed(2))
    free.refresh()
    batch = pack([torch.tensor(example([10, 11, 12, 13], ([20, 21], [11]), ([30], [13])))], 64)
    rounded = quantise(free.to_checkpoint({"base": "random"}), [batch])
    assert not rounded.is_free and rounded.provenance["quantised"] == "GPTQ"
    assert rounded.tensors.keys() == small_checkpoint().tensors.keys()
    before, after = (float(model.loss(batch).detach()) for model in (free, TrainableModel(rounded, compiled=False)))
    assert abs(after / before - 1) < 0.05


def test_a_quantised_checkpoint_is_refused():
    with pytest.raises(ValueError, match="4-bit codes already"):
        quantise(small_checkpoint(), [])
