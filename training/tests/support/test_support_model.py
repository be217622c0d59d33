from concurrent.futures import ThreadPoolExecutor

import torch
import torch.nn.functional as F

from qagen.model.checkpoint import SUPPORT_HEAD, Checkpoint
from qagen.model.reference_model import LanguageModel
from qagen.model.tokenizer import END, MARKER, SEPARATOR, START
from qagen.support.data.examples import Branch, Example
from qagen.support.data.mixed_batch import pack_mixed
from qagen.support.model.read_claim import read_claim
from qagen.support.model.support_model import Counts, SupportModel, ranking_loss
from small import SMALL, small_checkpoint

TEXTS = ([10, 11, 12, 13, 14], [50, 51, 52])
CLAIMS = ([20, 21, 22], [30, 31], [11, 12, 13, 40])


def with_head() -> Checkpoint:
    checkpoint = small_checkpoint()
    draw = torch.Generator().manual_seed(3)
    head = {f"{SUPPORT_HEAD}.weight": torch.randn(2, SMALL.width, generator=draw), f"{SUPPORT_HEAD}.bias": torch.tensor([0.3, -0.2])}
    return Checkpoint(SMALL, checkpoint.tensors | head, {})


def claim(ids: list[int], label: int, wrong: int | None = None, readings: int = 1) -> Branch:
    labels = [int(at == wrong) for at in range(len(ids))]
    return Branch([MARKER, *ids, START] * readings, False, 0.5 if label == 0 else 0.0, [-1, *labels, -1] * readings, label)


def example(text: list[int], *branches: Branch) -> Example:
    return Example([*text, START], list(branches), "test")


def test_logits_of_packed_claims_equal_those_of_the_reference_model_alone():
    checkpoint = with_head()
    model = SupportModel(checkpoint, compiled=False, products=torch.float32)
    examples = [example(text, *(claim(ids, 1, 0) for ids in CLAIMS)) for text in TEXTS]
    batch = pack_mixed(examples, 96)
    states = model.states(batch).detach()
    tokens, claims = model.logits(states[batch.token_places], 0), model.logits(states[batch.verdict_places], 1)

    reference = LanguageModel(checkpoint)
    readings = [read_claim(reference, reference.read_text(text), ids) for text in TEXTS for ids in CLAIMS]
    torch.testing.assert_close(tokens.double(), torch.cat([reading.token_logits for reading in readings]), atol=2e-4, rtol=1e-4)
    torch.testing.assert_close(claims.double(), torch.tensor([reading.claim_logit for reading in readings]).double(), atol=2e-4, rtol=1e-4)


def test_the_losses_are_those_worked_out_claim_by_claim():
    checkpoint = with_head()
    model = SupportModel(checkpoint, compiled=False, products=torch.float32)
    pair = Branch([20, SEPARATOR, 21, END], True)
    batch = pack_mixed([example(TEXTS[0], claim(CLAIMS[0], 1, 1), claim(CLAIMS[1], 0), pair)], 64)
    total, said = model.losses(batch, Counts.of([batch]))

    reference = LanguageModel(checkpoint)
    source = reference.read_text(TEXTS[0])
    wrong, right = (read_claim(reference, source, ids) for ids in CLAIMS[:2])
    weights = [1, 4, 1, 1, 1]  # a wrong token counts four times
    labels = [0, 1, 0, 0, 0]
    logits = [*wrong.token_logits.tolist(), *right.token_logits.tolist()]
    token = sum(w * float(F.softplus(torch.tensor(-x if y else x))) for w, y, x in zip(weights, labels, logits, strict=True)) / 8
    text = (F.softplus(torch.tensor(-wrong.claim_logit)) + F.softplus(torch.tensor(right.claim_logit))) / 2
    rank = F.softplus(torch.tensor(right.claim_logit - wrong.claim_logit)) / 2
    lm = -float(right.log_probs.mean())
    assert abs(said["token"] - token) < 1e-3
    assert abs(said["claim"] - float(text)) < 1e-3
    assert abs(said["rank"] - float(rank)) < 1e-3
    assert abs(said["lm"] - lm) < 1e-3
    assert abs(float(total.detach()) - (0.7 * said["qa"] + 0.5 * lm + token + float(text) + 0.5 * float(rank))) < 1e-3


def test_the_ranking_compares_equal_readings_and_the_language_model_learns_the_first():
    branches = claim(CLAIMS[0], 1, 1, readings=2), claim(CLAIMS[1], 0, readings=2)
    batch = pack_mixed([example(TEXTS[0], *branches)], 64)
    start = len(TEXTS[0]) + 1
    length = 2 * (len(CLAIMS[0]) + 2)
    assert batch.verdict_places.tolist() == [start + 4, start + 9, start + length + 3, start + length + 7]
    assert batch.verdict_labels.tolist() == [1, 1, 0, 0]
    assert batch.verdict_texts.tolist() == [0, 1, 0, 1]
    assert batch.targets.tolist() == CLAIMS[1]
    assert batch.sources.tolist() == [start + length, start + length + 1]


def test_ranking_counts_couples_of_one_text_alone():
    logits, labels, texts = torch.tensor([2.0, 1.0, 5.0]), torch.tensor([1.0, 0.0, 0.0]), torch.tensor([0, 0, 1])
    assert torch.isclose(ranking_loss(logits, labels, texts), F.softplus(torch.tensor(-1.0)))


def test_a_step_lowers_every_loss_of_the_head():
    model = SupportModel(small_checkpoint(), compiled=False, products=torch.float32)
    optimiser = torch.optim.AdamW([*model.body_parameters(), *model.head.parameters()], lr=2e-3)
    batches = [pack_mixed([example(text, claim(CLAIMS[0], 1, 1), claim(CLAIMS[1], 0))], 32) for text in TEXTS]
    said = []
    for _ in range(12):
        said.append(model.set_step_gradients(batches)[0])
        optimiser.step()
        model.refresh()
    assert all(said[-1][loss] < said[0][loss] for loss in ("token", "claim", "rank", "lm"))


def test_lanes_give_the_same_gradients():
    batches = [pack_mixed([example(text, claim(CLAIMS[0], 1, 1), claim(CLAIMS[1], 0))], 32) for text in (*TEXTS, TEXTS[0][:2])]
    models = [SupportModel(small_checkpoint(), compiled=False, products=torch.float32) for _ in range(2)]
    with ThreadPoolExecutor(2) as lanes:
        alone, beside = models[0].set_step_gradients(batches), models[1].set_step_gradients(batches, lanes)
    assert alone == beside
    assert alone[0]["token"] > 0
    for one, other in zip(models[0].parameters(), models[1].parameters(), strict=True):
        torch.testing.assert_close(one.grad, other.grad)


def test_layers_below_the_first_trained_one_stay_and_the_others_get_the_same_gradients():
    batches = [pack_mixed([example(TEXTS[0], claim(CLAIMS[0], 1, 1), claim(CLAIMS[1], 0))], 32)]
    models = [SupportModel(small_checkpoint(), compiled=False, products=torch.float32, first_layer=layer) for layer in (0, 1)]
    for model in models:
        model.set_step_gradients(batches)
    whole, upper = ({name: parameter.grad for name, parameter in model.named_parameters()} for model in models)
    below = {name for name, gradient in upper.items() if gradient is None}
    assert below and all(name.split(".")[-1].startswith("0_") for name in below)
    assert len(below) * 2 == len(upper) - 3  # two layers; the final norm and the head belong to none
    # Gradients are clipped by the norm of all that move, so they are equal but for a factor.
    for name in upper.keys() - below:
        if not name.startswith("head."):
            torch.testing.assert_close(F.normalize(upper[name].flatten(), dim=0), F.normalize(whole[name].flatten(), dim=0))
    assert len(models[1].body_parameters()) == len(upper) - len(below) - 2


def test_a_checkpoint_keeps_its_head():
    checkpoint = with_head()
    returned = SupportModel(checkpoint, compiled=False).to_checkpoint({})
    for part in ("weight", "bias"):
        assert torch.equal(returned.tensors[f"{SUPPORT_HEAD}.{part}"], checkpoint.tensors[f"{SUPPORT_HEAD}.{part}"])
