import torch

from qagen.data.batches import pack
from qagen.model.lanes import Lanes
from qagen.model.trainable_model import TrainableModel
from small import example, small_checkpoint

FIRST = pack([torch.tensor(example([10, 11, 12], ([20, 21], [11])))], 32)
SECOND = pack([torch.tensor(example([30, 31], ([40], [31]), ([41, 42], [30])))], 32)


def test_lanes_give_the_gradient_of_the_mean_over_all_targets():
    model = TrainableModel(small_checkpoint(), free=True, compiled=False)
    expected = [torch.zeros(())] * len(list(model.parameters()))
    targets = len(FIRST.targets) + len(SECOND.targets)
    for batch in (FIRST, SECOND):
        _, gradients = model.gradients(batch)
        expected = [total + gradient.float() / targets for total, gradient in zip(expected, gradients, strict=True)]
    length = torch.cat([gradient.flatten() for gradient in expected]).norm()
    loss, norm = Lanes(model, 2).gradients([FIRST, SECOND])
    assert abs(norm / length.item() - 1) < 1e-4
    assert abs(loss - sum(model.loss(batch).item() for batch in (FIRST, SECOND)) / targets) < 1e-6
    clipped = min(1.0, 1.0 / norm)
    parameters = [*(model.linears.masters[key] for key in model.weights), *model.norms.values()]
    for parameter, gradient in zip(parameters, expected, strict=True):
        assert torch.allclose(parameter.grad, gradient * clipped, rtol=1e-3, atol=1e-6)


def test_a_model_distilled_from_itself_has_no_gradient():
    model = TrainableModel(small_checkpoint(), compiled=False)
    loss, norm = Lanes(model, 1, teacher=model).gradients([FIRST])
    assert abs(loss) < 1e-6 and norm < 1e-3
