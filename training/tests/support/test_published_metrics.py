"""Pair accuracy and AUC of edited summaries, by hand."""

import json
import lzma
from pathlib import Path

from qagen.data.judged_texts import is_dev
from qagen.support.evaluation.published_metrics import auc, pair_accuracy, ranking_table, read_edited_pairs


def write_rows(folder: Path) -> None:
    source = next(text for text in (f"article {number}" for number in range(100)) if is_dev(text))
    other = next(text for text in (f"article {number}" for number in range(100)) if not is_dev(text))

    def row(edited: str, kind: str, low: float, high: float, of: str = source) -> dict:
        peers = {"M_edited": low, "M_reference": high}
        return {"id": edited, "source": of, "summary": edited, "original": "right", "label": 0, "kind": kind, "peers": peers}

    rows = [row("a", "Entity Error", 0.1, 0.5), row("b", "Entity", 0.7, 0.5), row("c", "Other", 0.5, 0.5), row("d", "Other", 0, 1, other)]
    rows.append({"id": "e", "source": source, "summary": "right", "label": 1})
    (folder / "judged").mkdir()
    with lzma.open(folder / "judged" / "bump.jsonl.xz", "wt") as file:
        file.write("".join(json.dumps(each) + "\n" for each in rows))


def test_a_metric_is_ranked_on_the_development_part(tmp_path: Path) -> None:
    write_rows(tmp_path)
    pairs = read_edited_pairs(tmp_path)
    assert [(pair.edited, pair.kind) for pair in pairs] == [("a", "Entity"), ("b", "Entity"), ("c", "Other")]
    assert pair_accuracy(pairs, "M") == 0.5  # right, wrong, a tie
    assert auc(pairs, "M") == 0.5  # 0.5 against 0.1, 0.7 and 0.5: one right, one wrong, one tie
    assert ranking_table(pairs).splitlines()[2] == "| M | 0.500 | 0.500 | 0.500 | 0.500 |"
