"""The gap loss against the reference model and automatic differentiation; labels of sampled pairs by hand."""

import torch
import torch.nn.functional as F

from qagen.model.reference_model import LanguageModel, force_score
from qagen.model.tokenizer import END, SEPARATOR, START
from qagen.support.data.claims import Claim
from qagen.support.data.examples import Branch, Example, Gap
from qagen.support.data.mixed_batch import pack_mixed
from qagen.support.model.pair_gaps import MIDDLE, SLOPE, gap_loss, logistic_loss
from qagen.support.data.sampled_pairs import contains_wrong, occurrences, sample_pairs
from qagen.support.model.support_model import SupportModel
from small import small_checkpoint

TEXT = [10, 11, 12, 13]
PAIRS = ([20, SEPARATOR, 21, END], [30, 31, SEPARATOR, 32, END])


def batch():
    gaps = (Gap(-2.0, True), Gap(-3.0, False))
    branches = [Branch(ids, True, gap=gap) for ids, gap in zip(PAIRS, gaps, strict=True)]
    return pack_mixed([Example([*TEXT, START], branches, "test")], 32)


def test_the_loss_is_that_of_the_gaps_of_the_reference_model() -> None:
    checkpoint = small_checkpoint()
    model = SupportModel(checkpoint, compiled=False, products=torch.float32)
    packed = batch()
    hidden = model.normed(model.states(packed)[packed.gap_sources])
    _, said = gap_loss(packed, hidden, model.embedding)

    reference = LanguageModel(checkpoint)
    scores = force_score(reference, reference.read_text(TEXT), PAIRS)
    first, second = (sum(row) / len(row) - mean for row, mean in zip(scores, (-2.0, -3.0), strict=True))
    mean = torch.tensor((first + second) / 2)
    wanted = F.softplus(torch.tensor(-SLOPE * (MIDDLE - first))) + F.softplus(torch.tensor(SLOPE * (MIDDLE - second)))
    wanted += F.softplus(-SLOPE * (MIDDLE / 2 - mean))  # the text has a wrong pair
    assert abs(said - float(wanted)) < 1e-3


def test_the_gradient_is_that_of_the_loss() -> None:
    packed = batch()
    draw = torch.Generator().manual_seed(1)
    hidden = torch.randn(len(packed.gap_targets), 8, generator=draw).requires_grad_()
    embedding = torch.randn(320, 8, generator=draw)
    moved, said = gap_loss(packed, hidden, embedding)
    (found,) = torch.autograd.grad(moved, hidden)

    log_probs = (hidden @ embedding.t()).log_softmax(-1).gather(1, packed.gap_targets.unsqueeze(1)).squeeze(1)
    gaps = torch.stack([log_probs[:4].mean() + 2.0, log_probs[4:].mean() + 3.0])
    plain = logistic_loss(gaps, torch.tensor([1.0, 0.0]), torch.tensor([0, 0]))
    (wanted,) = torch.autograd.grad(plain, hidden)
    assert abs(said - plain.item()) < 1e-4
    torch.testing.assert_close(found, wanted, atol=1e-5, rtol=1e-4)


def test_a_batch_without_pairs_has_no_loss() -> None:
    packed = pack_mixed([Example([*TEXT, START], [], "test")], 16)
    moved, said = gap_loss(packed, torch.zeros(0, 8), torch.zeros(320, 8))
    assert (float(moved), said) == (0.0, 0.0)


def test_a_pair_is_wrong_if_its_answer_or_its_question_has_a_wrong_word() -> None:
    claim = Claim("The ferry carried 84 people from Dover.", 0, ((18, 20),))
    assert contains_wrong(claim, "How many?", occurrences("84 people", claim.text))
    assert contains_wrong(claim, "Where did 84 people come from?", occurrences("Dover", claim.text))
    assert not contains_wrong(claim, "Where from?", occurrences("dover", claim.text))


def test_sampled_pairs_know_their_log_probability() -> None:
    model = LanguageModel(small_checkpoint())
    prefix = model.read_text(TEXT)
    sampled = sample_pairs(model, prefix, torch.Generator().manual_seed(0))
    for pair in sampled:
        (said,) = force_score(model, prefix, [list(pair.tokens)])
        assert pair.tokens[-1] == END
        assert abs(pair.summary_mean - sum(said) / len(said)) < 1e-4
    assert sampled
