"""Articles with reference summaries: `summaries/NAME-PART.jsonl.xz` of the data folder."""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qagen.data.normalise_text import normalise_text

SET = "scitldr"
TRAIN, TEST = "train", "test"


@dataclass(frozen=True)
class Article:
    """All texts are normalised. `references`: at least one."""

    id: str
    source: str
    references: tuple[str, ...]


def read_articles(data: Path, part: str, name: str = SET) -> list[Article]:
    """Articles without a source or without a reference are left out. Raises FileNotFoundError if the file is missing, and ValueError,
    naming file and line, for a row that cannot be read."""
    path = data / "summaries" / f"{name}-{part}.jsonl.xz"
    if not path.is_file():
        raise FileNotFoundError(f"No articles at {path}. Pass the folder that holds summaries/ with --data DIR.")
    articles = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                references = tuple(filter(None, map(normalise_text, row["summaries"])))
                article = Article(str(row["id"]), normalise_text(row["source"]), references)
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path.name}, line {number} is not an article with summaries: {error!r}") from error
            if article.source and article.references:
                articles.append(article)
    return articles


def sample(articles: Sequence[Article], count: int, seed: int) -> list[Article]:
    """`count` random articles. With the same seed, a larger sample begins with a smaller one. Raises ValueError if there are too few."""
    if count > len(articles):
        raise ValueError(f"There are {len(articles)} articles, not {count}.")
    shuffled = list(articles)
    random.Random(seed).shuffle(shuffled)
    return shuffled[:count]
