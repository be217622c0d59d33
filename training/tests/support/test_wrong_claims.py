"""Claims made wrong for training, and sources made shorter."""

import random

import torch
from tokenizers import AddedToken, Tokenizer, models, pre_tokenizers

from qagen.model.reference_model import LanguageModel, force_score
from qagen.model.tokenizer import MARKER
from qagen.support.data.claims import Claim
from qagen.support.data.made.fluent_edits import FluentEdits
from qagen.support.data.relevant_sentences import relevant_sentences
from qagen.support.model.support_model import SupportModel
from small import SMALL, small_checkpoint

WORDS = ["Ġ" + "".join(letters) for letters in zip(*(random.Random(seed).choices("bcdfghjklm", k=300) for seed in range(6)), strict=True)]


def words_tokenizer() -> Tokenizer:
    """One token a word, with its blank, as frequent words have in byte-level BPE."""
    vocabulary = {f"<{number}>": number for number in range(17)} | {word: 17 + number for number, word in enumerate(dict.fromkeys(WORDS))}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<3>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(" ", "merged_with_next"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    ])  # fmt: skip
    tokenizer.add_special_tokens([AddedToken("<3>", special=True)])
    return tokenizer


def make_edits() -> FluentEdits:
    return FluentEdits(SupportModel(small_checkpoint(), compiled=False, products=torch.float32), words_tokenizer())


def test_an_edit_exchanges_one_word_and_marks_it():
    edits = make_edits()
    words = [word[1:] for word in WORDS[:9]]
    claim = Claim(" " + " ".join(words), 1, ())
    for seed in range(5):
        made = edits.edit(claim, random.Random(seed))
        assert made is not None
        changed = [(old, new) for old, new in zip(words, made.text.split(), strict=True) if old != new]
        ((first, last),) = made.wrong
        assert [new for _, new in changed] == [made.text[first:last]]
        assert made.label == 0
        assert changed[0][0][:4] != changed[0][1][:4]


def test_a_claim_without_a_whole_word_has_no_edit():
    assert make_edits().edit(Claim("a b c", 1, ()), random.Random(0)) is None


def test_a_proposal_fits_as_well_as_the_reference_model_says():
    edits = make_edits()
    ids = list(range(20, 32))
    fits = edits._fits(ids, 4, [40, 41])

    reference = LanguageModel(small_checkpoint())
    nothing = reference.read_text([])
    for token in (40, 41):
        rest = [token, *ids[5:]]
        (said,) = force_score(reference, nothing, [[MARKER, *ids[:4], *rest]])
        assert abs(fits[token] - sum(said[-7:])) < 1e-3


def test_a_shortened_source_keeps_the_first_sentences_and_the_evidence():
    source = "One came. Two came. Nobody knows why. The ferry carried eighty passengers. Weather was fine. Everybody left."
    shorter = relevant_sentences(source, ["The ferry had passengers."], 9, random.Random(0))
    assert shorter == "One came. Two came. The ferry carried eighty passengers."
    assert relevant_sentences(source, ["The ferry had passengers."], 100, random.Random(0)) == source
