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
from qagen.evaluation.expected_values import Reference
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
    rows = read_rows(path)
    done = {row["article"]: row["writer"] for row in rows if row["kind"] == "generated"}
    if set(done.values()) - {writer}:
        raise ValueError(f"{path} has summaries of another summariser. Move it away to write them anew.")
    # A killed run may leave the reference of an article without its generated summary.
    if any(row["article"] not in done for row in rows):
        path.write_text(lines_of([row for row in rows if row["article"] in done]), encoding="utf-8")
    return [article for article in articles if article.id not in done]


def lines_of(rows: list[dict]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write(path: Path, articles: list[Article], part: str, writer: str, summariser: Reference) -> None:
    """Appends the rows of each article when its summary is done."""
    with path.open("a", encoding="utf-8") as file:
        for article in tqdm(articles, unit="article", mininterval=10):
            tokens = write_summary(summariser.model, encode_article(article.source, summariser.tokenizer), DecodeSettings())
            file.write(lines_of(rows_of(article, summariser.tokenizer.decode(tokens).strip(), part, writer)))
            file.flush()


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
    if waiting:
        model = LanguageModel(open_checkpoint(checkpoint), PRECISIONS[options.precision])
        write(path, waiting, options.part, writer, Reference(model, load_tokenizer(tokenizer_of(options.run))))
    print(f"{path}: {len(articles)} articles.")
