"""Scores of published metrics for the texts of BUMP (Ma et al., ACL 2023), and of the model for the same texts."""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

from ...data.judged_texts import is_dev
from ...data.normalise_text import normalise_text

EDITED, REFERENCE = "_edited", "_reference"
Scores = dict[str, float]


@dataclass(frozen=True)
class EditedPair:
    """`edited`: a summary with one wrong edit; `reference`: the summary before it. Their scores by metric rise with consistency."""

    source: str
    kind: str
    edited: str
    reference: str
    edited_scores: Scores
    reference_scores: Scores


def read_edited_pairs(data: Path) -> list[EditedPair]:
    """Of the development part. Texts are normalised."""
    with lzma.open(data / "judged" / "bump.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [_pair(row) for row in rows if row.get("peers") and is_dev(normalise_text(row["source"]))]


def _pair(row: dict) -> EditedPair:
    def scores(ending: str) -> Scores:
        return {name.removesuffix(ending): value for name, value in row["peers"].items() if name.endswith(ending)}

    kind = row["kind"].removesuffix(" Error")
    texts = (normalise_text(row[key]) for key in ("source", "summary", "original"))
    source, edited, reference = texts
    return EditedPair(source, kind, edited, reference, scores(EDITED), scores(REFERENCE))


def ranking_table(pairs: list[EditedPair]) -> str:
    """Markdown: pair accuracy and AUC of each metric over all pairs, then pair accuracy by kind of error. A text counts once in the AUC."""
    kinds = sorted({pair.kind for pair in pairs})
    names = sorted(pairs[0].edited_scores, key=lambda name: -pair_accuracy(pairs, name))
    counts = [sum(pair.kind == kind for pair in pairs) for kind in kinds]
    heads = [f"{kind} ({count})" for kind, count in zip(kinds, counts, strict=True)]
    lines = [f"| metric | pair accuracy ({len(pairs)}) | AUC | " + " | ".join(heads) + " |", "|---" * (3 + len(kinds)) + "|"]
    for name in names:
        of_kinds = [pair_accuracy([pair for pair in pairs if pair.kind == kind], name) for kind in kinds]
        cells = [f"{value:.3f}" for value in (pair_accuracy(pairs, name), auc(pairs, name), *of_kinds)]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def pair_accuracy(pairs: list[EditedPair], name: str) -> float:
    """Share of the pairs whose reference scores higher; a tie counts a half."""
    gaps = np.array([pair.reference_scores[name] - pair.edited_scores[name] for pair in pairs])
    return float(np.mean((gaps > 0) + 0.5 * (gaps == 0)))


def auc(pairs: list[EditedPair], name: str) -> float:
    consistent = {(pair.source, pair.reference): pair.reference_scores[name] for pair in pairs}
    wrong = {(pair.source, pair.edited): pair.edited_scores[name] for pair in pairs}
    labels = [1] * len(consistent) + [0] * len(wrong)
    return float(roc_auc_score(labels, [*consistent.values(), *wrong.values()]))
