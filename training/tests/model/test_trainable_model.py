import torch
from transformers import LlamaConfig, LlamaForCausalLM

from qagen.data.batches import pack
from qagen.model.checkpoint import dequantise, dequantise_linear
from qagen.model.joined_weights import grid_gradients, rounded_grid
from qagen.model.trainable_model import TokenLoss, TrainableModel
from small import SMALL, example, small_checkpoint

TEXT = [10, 11, 12, 13, 14]
PAIRS = [([20, 21, 22], [11, 12]), ([30, 31], [13]), ([40], [10, 11, 12])]


def reference_model() -> LlamaForCausalLM:
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=SMALL.vocabulary, hidden_size=SMALL.width, intermediate_size=SMALL.intermediate,
            num_hidden_layers=SMALL.layers, num_attention_heads=SMALL.query_heads,
            num_key_value_heads=SMALL.key_value_heads, head_dim=SMALL.head_size, rms_norm_eps=SMALL.norm_epsilon,
            rope_parameters={"rope_theta": SMALL.rope_base, "rope_type": "default"}, tie_word_embeddings=True,
        )
    )
    model.load_state_dict(dequantise(small_checkpoint()))
    return model.eval()


def test_the_loss_of_packed_pairs_is_that_of_each_pair_alone_in_transformers():
    reference = 0.0
    for pair in PAIRS:
        ids = torch.tensor([example(TEXT, pair)])
        with torch.no_grad():
            log_probs = reference_model()(ids).logits[0].log_softmax(-1)
        learned = range(len(TEXT) + 1, ids.shape[1])
        reference -= sum(float(log_probs[i - 1, ids[0, i]]) for i in learned)
    packed = torch.tensor(example(TEXT, *PAIRS))
    batch = pack([packed, packed], 96)
    loss = TrainableModel(small_checkpoint(), compiled=False).loss(batch).detach()
    assert abs(float(loss) / (2 * reference) - 1) < 0.005  # bfloat16


def test_an_untrained_model_gives_back_its_checkpoint():
    checkpoint = small_checkpoint()
    returned = TrainableModel(checkpoint, compiled=False).to_checkpoint({"steps": 0})
    assert returned.tensors.keys() == checkpoint.tensors.keys()
    for name, tensor in checkpoint.tensors.items():
        assert torch.equal(tensor, returned.tensors[name]), name
        assert tensor.dtype == returned.tensors[name].dtype


def test_what_is_measured_is_what_is_saved():
    model = TrainableModel(small_checkpoint(), compiled=False)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter += 0.003 * torch.randn_like(parameter)
    model.refresh()
    again = TrainableModel(model.to_checkpoint({}), compiled=False)
    for key, weight in model.weights.items():
        assert torch.equal(weight, again.weights[key])


def test_grid_gradients_are_those_of_autograd():
    codes = torch.randint(0, 16, (4, 64)).to(torch.uint8)
    spread, centre = (torch.rand(4, 2, requires_grad=True) for _ in range(2))
    slope = torch.randn(4, 64).bfloat16()
    dequantise_linear(codes, spread / 4, centre - 7.5 * spread / 4).backward(slope.float())
    found = grid_gradients(slope, codes)
    assert torch.allclose(found[0], spread.grad, atol=1e-4) and torch.allclose(found[1], centre.grad, atol=1e-4)


def test_the_rounded_grid_keeps_its_centre():
    # In float16, 2049 becomes 2048. The middle of the codes, 7.5, then stays at 0 only with an offset of -7.5 * 2048.
    scale, offset = rounded_grid(torch.tensor([[4 * 2049.0]]), torch.tensor([[0.0]]))
    assert (scale.item(), offset.item()) == (2048, -15360)


def test_token_loss_and_its_gradient_are_those_of_cross_entropy():
    hidden = torch.randn(700, 64).bfloat16().requires_grad_()
    embedding, targets = torch.randn(320, 64).bfloat16(), torch.randint(0, 320, (700,))
    loss = TokenLoss.apply(hidden, targets, embedding)
    (loss / 700).backward()
    mine, hidden.grad = hidden.grad.float(), None
    expected = torch.nn.functional.cross_entropy((hidden @ embedding.t()).float(), targets)
    expected.backward()
    assert torch.allclose(loss / 700, expected, rtol=1e-3)
    assert torch.nn.functional.cosine_similarity(mine.flatten(), hidden.grad.float().flatten(), dim=0) > 0.999


def test_the_teacher_loss_and_its_gradient_are_those_of_kl_divergence():
    hidden = torch.randn(700, 64).bfloat16().requires_grad_()
    embedding, taught = torch.randn(320, 64).bfloat16(), torch.randn(700, 64).bfloat16()
    loss = TokenLoss.apply(hidden, torch.zeros(700), embedding, taught)
    (loss / 700).backward()
    mine, hidden.grad = hidden.grad.float(), None
    student, teacher = ((part @ embedding.t()).float().log_softmax(-1) for part in (hidden, taught))
    expected = torch.nn.functional.kl_div(student, teacher, reduction="batchmean", log_target=True)
    expected.backward()
    assert torch.allclose(loss / 700, expected, rtol=1e-3)
    assert torch.nn.functional.cosine_similarity(mine.flatten(), hidden.grad.float().flatten(), dim=0) > 0.999


def trained(model: TrainableModel) -> list[float]:
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.0)
    batch = pack([torch.tensor(example(TEXT, *PAIRS))], 64)
    losses = []
    for _ in range(15):
        loss, gradients = model.gradients(batch)
        model.set_gradients([gradient.float() / len(batch.targets) for gradient in gradients])
        optimiser.step()
        model.refresh()
        losses.append(loss)
    return losses


def test_training_the_grid_lowers_the_loss_and_changes_no_code():
    model = TrainableModel(small_checkpoint(), compiled=False)
    losses = trained(model)
    assert losses[-1] < 0.7 * losses[0]
    tensors = model.to_checkpoint({}).tensors
    assert all(torch.equal(tensor, tensors[name]) for name, tensor in small_checkpoint().tensors.items() if "codes" in name)


def test_full_precision_training_lowers_the_loss_and_resumes_from_its_checkpoint():
    model = TrainableModel(small_checkpoint(), free=True, compiled=False)
    losses = trained(model)
    assert losses[-1] < 0.7 * losses[0]
    checkpoint = model.to_checkpoint({})
    assert checkpoint.is_free
    again = TrainableModel(checkpoint, compiled=False)
    assert all(torch.equal(weight, again.weights[key]) for key, weight in model.weights.items())


def test_full_precision_weights_start_from_the_dequantised_ones():
    free = TrainableModel(small_checkpoint(), free=True, compiled=False)
    for name, weight in dequantise(small_checkpoint()).items():
        if "_proj." in name:
            assert torch.equal(free.to_checkpoint({}).tensors[name], weight)
