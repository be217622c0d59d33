import torch

from qagen.model.checkpoint import Checkpoint, dequantise_linear
from qagen.model.moving_codes import NEAREST_EDGE, PLACE_STEP, MovingCodes, places_in_cells
from qagen.model.trainable_model import TrainableModel
from small import SMALL, small_checkpoint
from test_trainable_model import trained


def free_near(checkpoint: Checkpoint) -> Checkpoint:
    """Weights a quarter of a step or less from those of the codes."""
    draw = torch.Generator().manual_seed(1)
    tensors = {name: tensor for name, tensor in checkpoint.tensors.items() if "_proj." not in name}
    for name in checkpoint.linear_names():
        weight = checkpoint.linear(name)
        tensors[f"{name}.weight"] = weight + 0.01 * (torch.rand(weight.shape, generator=draw) - 0.5)
    return Checkpoint(SMALL, tensors, {})


def test_a_place_is_the_weight_in_steps_of_its_block_within_the_cell_of_its_code() -> None:
    codes = torch.full((1, 32), 7, dtype=torch.uint8)
    weight = torch.full((1, 32), 1.0)
    weight[0, :4] = torch.tensor([1.72, 1.7, 1.65, 3.0])  # offset .3, step .2: places 7.1, 7, 6.75 and 13.5
    places = places_in_cells(weight, codes, torch.tensor([[0.2]]), torch.tensor([[0.3]]))
    assert torch.allclose(places[0, :4], torch.tensor([7.1, 7.0, 6.75, 7 + NEAREST_EDGE]), atol=1e-5)


def test_a_block_without_spread_keeps_its_codes() -> None:
    codes = torch.full((1, 32), 3, dtype=torch.uint8)
    places = places_in_cells(torch.ones(1, 32), codes, torch.zeros(1, 1), torch.ones(1, 1))
    assert torch.equal(places, codes.float())


def test_before_training_the_codes_are_those_of_the_checkpoint() -> None:
    checkpoint = small_checkpoint()
    returned = TrainableModel(checkpoint, compiled=False, near=free_near(checkpoint)).to_checkpoint({})
    for name, tensor in checkpoint.tensors.items():
        assert torch.equal(tensor, returned.tensors[name]), name


def test_the_gradient_of_a_place_is_that_of_autograd() -> None:
    checkpoint = small_checkpoint()
    weights = MovingCodes(checkpoint, free_near(checkpoint))
    name = "model.layers.0.mlp.down_proj"
    place = checkpoint.tensors[f"{name}.codes"].float().requires_grad_()
    slope = torch.randn(place.shape)
    dequantise_linear(place, checkpoint.tensors[f"{name}.scale"], checkpoint.tensors[f"{name}.offset"]).backward(slope)
    weights.set_gradient("0_down", slope)
    assert torch.allclose(weights.places["0_down"].grad, PLACE_STEP * place.grad, rtol=1e-3, atol=1e-5)


def test_training_changes_codes_and_saves_the_measured_weights() -> None:
    checkpoint = small_checkpoint()
    model = TrainableModel(checkpoint, compiled=False, near=free_near(checkpoint))
    losses = trained(model)
    assert losses[-1] < 0.7 * losses[0]
    saved = model.to_checkpoint({})
    codes = [name for name in saved.tensors if name.endswith("_proj.codes")]
    assert any(not torch.equal(saved.tensors[name], checkpoint.tensors[name]) for name in codes)
    assert all(int(saved.tensors[name].max()) <= 15 for name in codes)
    again = TrainableModel(saved, compiled=False)
    for key, weight in model.weights.items():
        assert torch.equal(weight, again.weights[key])
