"""The loss against hand-worked values, and what a step does to the probabilities of both sides."""

import math

import pytest
import torch
from conseq.data.batches import batches_of, pack
from conseq.data.examples import Ending, Example
from conseq.model.contrast_loss import token_losses
from conseq.model.summariser import Summariser
from qagen.model.reference_model import LanguageModel, force_score
from qagen.model.tokenizer import MARKER, START
from small import small_checkpoint

TEXT = [10, 11, 12, 13, START]
GOOD, BAD = Ending([MARKER, 20, 21, START]), Ending([MARKER, 30, 31, 32, START], is_negative=True)


def test_losses_worked_by_hand():
    log_probs = torch.tensor([0.5, 0.25, 0.25, 1.0]).log()
    losses = token_losses(log_probs, torch.tensor([False, False, True, True]))
    # -ln 1/2, -ln 1/4, -ln 3/4, and -ln 1e-20: the least rest of the released code.
    assert losses.tolist() == pytest.approx([0.693147, 1.386294, 0.287682, 46.051702], abs=1e-5)


def test_unlikelihood_pushes_a_token_down_by_its_odds():
    log_probs = torch.tensor([0.2, 0.2]).log().requires_grad_()
    token_losses(log_probs, torch.tensor([False, True])).sum().backward()
    # d(-ln p)/d(ln p) = -1; d(-ln(1 - p))/d(ln p) = p / (1 - p).
    assert log_probs.grad.tolist() == pytest.approx([-1.0, 0.25], abs=1e-6)


def test_each_ending_is_scored_as_by_the_reference_model_alone():
    checkpoint = small_checkpoint()
    other = Example([40, 41, START], [Ending([MARKER, 50, START])])
    losses = Summariser(checkpoint).target_losses(pack([other, Example(TEXT, [GOOD, BAD])]))

    reference = LanguageModel(checkpoint)
    text = reference.read_text(TEXT[:-1])
    [good], [bad] = (force_score(reference, text, [ending.ids]) for ending in (GOOD, BAD))
    expected = [-value for value in good[1:]] + [-math.log(1 - math.exp(value)) for value in bad[1:]]
    assert losses.tolist()[2:] == pytest.approx(expected, abs=2e-4)


def test_steps_raise_the_good_summary_and_lower_the_bad_one():
    model = Summariser(small_checkpoint())
    example = Example(TEXT, [GOOD, BAD])
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3)
    said = []
    for _ in range(10):
        said.append(model.set_step_gradients([pack([example])]))
        optimiser.step()
        model.refresh()
    assert said[-1].positive < said[0].positive and said[-1].negative < said[0].negative


def test_gradients_do_not_depend_on_the_batches():
    examples = [Example(TEXT, [GOOD, BAD]), Example([40, START], [GOOD]), Example([60, 61, START], [BAD])]
    found = []
    for tokens in (100, 12):
        model = Summariser(small_checkpoint())
        batches = batches_of(examples, tokens)
        found.append((len(batches), model.set_step_gradients(batches), [p.grad for p in model.parameters()]))
    (one, whole, gradients), (several, parts, others) = found
    assert (one, several) == (1, 3)
    assert parts.positive == pytest.approx(whole.positive, abs=1e-5) and parts.negative == pytest.approx(whole.negative, abs=1e-5)
    for gradient, other in zip(gradients, others, strict=True):
        torch.testing.assert_close(gradient, other, atol=1e-6, rtol=1e-4)
