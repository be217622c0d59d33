"""Stored rows of `evaluate_support` in the form of `npx quals score --first-look --compare`: with ROUGE, without QUALS and agreement."""

from __future__ import annotations

from collections.abc import Sequence

from .support_table import SCORES

ROUGES = ("rouge1", "rouge2", "rougeL")


def as_command_rows(labelled: Sequence[dict], rows: Sequence[dict]) -> list[dict]:
    """Rows of the command stay as they are. `labelled`: the texts; rows of other texts are left out. `supported` is a logit here: it ranks texts as
    the probability does. ROUGE is that of `rouge-score`, F1 against the article, with stemming. Raises ValueError without that library."""
    of = {(row["set"], row["id"]): row for row in labelled}
    stored = [(row, of[row["set"], row["id"]]) for row in rows if "outcome" not in row and (row.get("set"), row["id"]) in of]
    if not stored:
        return list(rows)
    try:
        from rouge_score.rouge_scorer import RougeScorer
    except ModuleNotFoundError as error:
        raise ValueError("Stored rows need rouge-score: pip install -e '.[measures]'") from error

    scorer = RougeScorer(list(ROUGES), use_stemmer=True)
    made = [row for row in rows if "outcome" in row]
    for row, text in stored:
        scores = scorer.score(text["source"], text["summary"])
        made.append({
            "id": row["id"], "outcome": "first-look", "quals": None, "rouge": {name: scores[name].fmeasure for name in ROUGES},
            "sourceLogProb": row["logProb"], "supported": -SCORES["text + top 3"](row),
        })  # fmt: skip
    return made
