"""Write summaries by a trained summariser, with greedy decoding.

    python -m conseq generate --data DIR --part pool --articles 80 [--summariser mle] [--run DIR]
    python -m conseq generate --data DIR --part test --articles 30 --summariser quals

`pool`: articles of the training set, the first of those that `train_mle` reads with the same seed, each with a row for the reference and
one for the generated summary. `test`: articles of the test set, which no step trains on. Writes RUN/PART-SUMMARISER.jsonl; a killed
run resumes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from qagen.evaluation.rows import fingerprint, read_rows
from qagen.model.reference_model import PRECISIONS, LanguageModel
from qagen.model.tokenizer import load_tokenizer
from qagen.onnx.exported_model import open_checkpoint
from qagen.paths import add_data_option
from tqdm import tqdm

from ..data.articles import TEST, TRAIN, Article, read_articles, sample
from ..data.examples import encode_article
from ..files import MLE, PARTS, SUMMARISERS, add_run_option, checkpoint_of, summaries_of, tokenizer_of
from ..model.decode import DecodeSettings, write_summary


def rows_of(article: Article, summary: str, part: str, writer: str) -> list[dict]:
    """`writer`: fingerprint of the summariser's weights."""
    common = {"source": article.source, "article": article.id, "references": list(article.references)}
    generated = {"id": f"{article.id}/generated", "summary": summary, "kind": "generated", **common, "writer": writer}
    if part == "test":
        return [generated]
    return [{"id": f"{article.id}/reference", "summary": article.references[0], "kind": "reference", **common}, generated]


def articles_left(path: Path, articles: list[Article], writer: str) -> list[Article]:
    """Articles that have no generated summary in the file. Raises ValueError if another summariser wrote it."""
    done = {row["article"]: row["writer"] for row in read_rows(path) if row["kind"] == "generated"}
    if set(done.values()) - {writer}:
        raise ValueError(f"{path} has summaries of another summariser. Move it away to write them anew.")
    return [article for article in articles if article.id not in done]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, required=True)
    parser.add_argument("--articles", type=int, required=True)
    parser.add_argument("--summariser", choices=SUMMARISERS, default=MLE)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--precision", choices=PRECISIONS, default="float32")
    add_data_option(parser)
    add_run_option(parser)
    options = parser.parse_args()
    torch.set_num_threads(1)
    checkpoint = checkpoint_of(options.run, options.summariser)
    path, writer = summaries_of(options.run, options.part, options.summariser), fingerprint(checkpoint)
    articles = sample(read_articles(options.data, TRAIN if options.part == "pool" else TEST), options.articles, options.seed)
    waiting = articles_left(path, articles, writer)
    model = LanguageModel(open_checkpoint(checkpoint), PRECISIONS[options.precision])
    tokenizer = load_tokenizer(tokenizer_of(options.run))
    with path.open("a", encoding="utf-8") as file:
        for article in tqdm(waiting, unit="article", mininterval=10):
            tokens = write_summary(model, encode_article(article.source, tokenizer), DecodeSettings())
            rows = rows_of(article, tokenizer.decode(tokens).strip(), options.part, writer)
            file.write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
            file.flush()
    print(f"{path}: {len(articles)} articles.")
