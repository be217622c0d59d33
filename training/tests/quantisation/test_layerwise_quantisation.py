import pytest
import torch

from qagen.data.batches import pack
from qagen.model.checkpoint import BLOCK, Checkpoint, dequantise_linear
from qagen.quantisation.gptq import DAMPING, choose_grid, nearest_codes, on_grid, quantise_linear
from qagen.quantisation.layerwise_quantisation import quantise
from qagen.model.trainable_model import TrainableModel
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


def written_out_gptq(weight: torch.Tensor, moments: torch.Tensor) -> torch.Tensor:
    """Algorithm of Frantar et al. (2023), section 3, without its Cholesky form: the inverse Hessian of the columns that are left is
    computed for each column. -> codes [out, in]."""
    weight, columns = weight.double(), weight.shape[1]
    hessian = moments.double()
    hessian = hessian + DAMPING * hessian.diagonal().mean() * torch.eye(columns, dtype=torch.float64)
    inverses = [torch.linalg.inv(hessian[column:, column:]) for column in range(columns)]
    codes = torch.empty(weight.shape)
    for column, inverse in enumerate(inverses):
        if column % BLOCK == 0:
            importance = torch.tensor([1 / each[0, 0] for each in inverses[column : column + BLOCK]])
            grid = choose_grid(weight[:, column : column + BLOCK].float(), importance.float())
        code = nearest_codes(weight[:, column : column + 1].float(), *grid)
        codes[:, column] = code.squeeze(-1)
        error = (weight[:, column : column + 1] - on_grid(code, *grid)) / inverse[0, 0]
        weight[:, column:] -= error * inverse[0]
    return codes


def test_codes_are_those_of_the_written_out_algorithm():
    draw = torch.Generator().manual_seed(0)
    weight, inputs = torch.randn(48, 96, generator=draw), correlated_inputs(96, 400)
    moments = inputs.t() @ inputs
    found = quantise_linear(weight, moments)[0]
    # Rounding of float32 may decide between two codes.
    assert (found == written_out_gptq(weight.clone(), moments)).float().mean() > 0.99


def test_weights_on_a_grid_keep_their_codes():
    codes = torch.randint(0, 16, (8, 64), generator=torch.Generator().manual_seed(0)).to(torch.uint8)
    codes[:, ::32], codes[:, 1::32] = 0, 15  # the grid's ends are there to be found
    scale = torch.full((8, 2), 0.125).half()
    weight = dequantise_linear(codes, scale, -8 * scale)
    inputs = correlated_inputs(64, 300)
    found = quantise_linear(weight, inputs.t() @ inputs)
    assert torch.equal(found[0], codes)
    assert torch.allclose(dequantise_linear(*found), weight, atol=1e-3)


BATCH = pack([torch.tensor(example([10, 11, 12, 13], ([20, 21], [11]), ([30], [13])))], 64)


def fine_tuned() -> TrainableModel:
    model = TrainableModel(small_checkpoint(), free=True, compiled=False)
    with torch.no_grad():
        for master in model.linears.masters.values():
            master += 0.002 * torch.randn(master.shape, generator=torch.Generator().manual_seed(2))
    model.refresh()
    return model


def test_a_quantised_model_gives_nearly_the_same_loss():
    free = fine_tuned()
    rounded = quantise(free.to_checkpoint({"base": "random"}), [BATCH])
    assert not rounded.is_free and rounded.provenance["quantised"] == "GPTQ, refined"
    assert rounded.tensors.keys() == small_checkpoint().tensors.keys()
    before, after = (float(model.loss(BATCH).detach()) for model in (free, TrainableModel(rounded, compiled=False)))
    assert abs(after / before - 1) < 0.05


def test_each_layer_is_quantised_for_the_outputs_of_the_quantised_layers_before_it(monkeypatch):
    moments = []

    def record(weight, given):
        moments.append(given)
        return quantise_linear(weight, given)

    monkeypatch.setattr("qagen.quantisation.layerwise_quantisation.quantise_linear", record)
    checkpoint = fine_tuned().to_checkpoint({})
    rounded = quantise(checkpoint, [BATCH])
    first_layer = {f"{name}.weight": rounded.linear(name) for name in rounded.linear_names() if ".layers.0." in name}
    seen = {}
    mixed = TrainableModel(Checkpoint(checkpoint.architecture, checkpoint.tensors | first_layer, {}), compiled=False)
    mixed.observer = lambda key, x: seen.update({key: x.detach().float()})
    mixed.loss(BATCH)
    expected = seen["1_qkv"].t() @ seen["1_qkv"]
    assert len(moments) == 2 * 4, "four linears per layer"
    assert torch.allclose(moments[4], expected, rtol=1e-3, atol=1e-3 * float(expected.abs().max()))


def test_the_final_states_are_nearer_than_with_gptq_alone(monkeypatch):
    """Of the residual stream behind the last layer, the part that GPTQ alone loses."""
    free = fine_tuned()
    checkpoint = free.to_checkpoint({})
    wanted = free.hidden(BATCH).detach().float()

    def lost() -> float:
        return float((TrainableModel(quantise(checkpoint, [BATCH], torch.float32), compiled=False).hidden(BATCH).detach().float() - wanted).square().sum())

    now = lost()
    monkeypatch.setattr("qagen.quantisation.layerwise_quantisation.compensated_weight", lambda weight, *_: weight)
    uncompensated = lost()
    monkeypatch.setattr("qagen.quantisation.layerwise_quantisation.refine", lambda _weight, _moments, *rounded: rounded)
    assert now < 0.8 * uncompensated < 0.8 * lost()


def test_layers_that_did_not_move_keep_their_codes():
    start = small_checkpoint()
    moved = TrainableModel(start, free=True, compiled=False)
    with torch.no_grad():
        moved.linears.masters["1_down"] += 0.002 * torch.randn(moved.linears.masters["1_down"].shape)
    rounded = quantise(moved.to_checkpoint({}), [BATCH], start=start)
    assert rounded.tensors.keys() == start.tensors.keys()
    for name in start.linear_names():
        same = all(torch.equal(rounded.tensors[f"{name}.{part}"], start.tensors[f"{name}.{part}"]) for part in ("codes", "scale", "offset"))
        assert same == (".layers.0." in name), name


def test_a_quantised_checkpoint_is_refused():
    with pytest.raises(ValueError, match="4-bit codes already"):
        quantise(small_checkpoint(), [])
