"""Write `golden/measures.json`: expected values of ROUGE (Google's rouge-score), of its stemmer (NLTK) and of SQuAD's answer F1.

    pip install -e '.[measures]'
    python -m qagen golden_measures [--examples DIR] [--golden DIR]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from ..evaluation.measure_texts import ANSWERS, examples, text_pairs, words_to_stem
from ..evaluation.squad_f1 import exact, f1
from ..paths import GOLDEN, PROJECT

ROUGES = ["rouge1", "rouge2", "rougeL"]


def main() -> None:
    from nltk.stem.porter import PorterStemmer
    from rouge_score.rouge_scorer import RougeScorer

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=Path, default=PROJECT / "public" / "examples", metavar="DIR")
    parser.add_argument("--golden", type=Path, default=GOLDEN, metavar="DIR")
    arguments = parser.parse_args()
    scorer, stemmer = RougeScorer(ROUGES, use_stemmer=True), PorterStemmer()
    pairs = examples(arguments.examples)

    def expected(reference: str, summary: str) -> dict:
        scores = scorer.score(reference, summary)
        return {name: [scores[name].precision, scores[name].recall, scores[name].fmeasure] for name in ROUGES}

    values = {
        "rouge": [
            {"reference": reference, "summary": summary, **expected(reference, summary)} for reference, summary in text_pairs(pairs)
        ],
        "stems": {word: stemmer.stem(word) for word in words_to_stem(pairs)},
        "answers": [{"answer": one, "other": two, "f1": f1(one, two), "exact": exact(one, two)} for one, two in ANSWERS],
    }
    path = arguments.golden / "measures.json"
    path.write_text(json.dumps(values, ensure_ascii=False) + "\n")
    print(f"Wrote {path}: {len(values['rouge'])} pairs of texts, {len(values['stems'])} stems.")
