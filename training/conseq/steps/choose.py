"""Choose S+ and S- from the scored pool.

    python -m conseq choose --by quals [--references 0.3] [--generated 0.3] [--run DIR]
    python -m conseq choose --by rouge

Writes RUN/BY/positive.jsonl and RUN/BY/negative.jsonl. `quals choose --input RUN/pool-mle.jsonl --scores RUN/pool-mle-scores.jsonl`
chooses the same; for ROUGE it needs the rows of `quals score --compare`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from qagen.evaluation.rows import read_all_rows

from ..evaluation.choose import RELEASED_SHARE, ScoredText, by_quals, by_rouge, choose
from ..files import CHOICES, MLE, add_run_option, scores_of, summaries_of


def write_texts(path: Path, texts: list[ScoredText]) -> None:
    rows = ({"id": text.id, "source": text.source, "summary": text.summary, "value": text.value} for text in texts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--by", choices=CHOICES, required=True, help="quals, or the mean of ROUGE-1, -2 and -L against the article")
    parser.add_argument("--references", type=float, default=RELEASED_SHARE, help="share of the references, from the best on")
    parser.add_argument("--generated", type=float, default=RELEASED_SHARE, help="share of the generated summaries, from the worst on")
    add_run_option(parser)
    options = parser.parse_args()
    rows = read_all_rows([summaries_of(options.run, "pool", MLE)])
    texts = by_quals(rows, read_all_rows([scores_of(options.run, "pool", MLE)])) if options.by == "quals" else by_rouge(rows)
    chosen = choose(texts, options.references, options.generated)
    if not chosen.positive:
        raise ValueError(f"No article has texts in both sets, of {len(texts)} texts. Choose larger shares or more articles.")
    for name, side in (("positive", chosen.positive), ("negative", chosen.negative)):
        write_texts(options.run / options.by / f"{name}.jsonl", side)
    print(f"{len(chosen.positive)} in S+, {len(chosen.negative)} in S-, of {len(rows)} texts; {len(rows) - len(texts)} have no score.")
