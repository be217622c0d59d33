import lzma

import pytest
from conseq.data.articles import read_articles, sample
from toy_articles import write_articles


def test_samples_are_fixed_by_the_seed_and_nested(tmp_path):
    write_articles(tmp_path, "train", 30, 1)
    articles = read_articles(tmp_path, "train")
    assert len(articles) == 30 and len(articles[0].references) == 2
    assert sample(articles, 5, 3) == sample(articles, 20, 3)[:5] != sample(articles, 5, 4)
    with pytest.raises(ValueError, match="30 articles, not 31"):
        sample(articles, 31, 3)


def test_faults_name_file_and_line(tmp_path):
    with pytest.raises(FileNotFoundError, match="--data"):
        read_articles(tmp_path, "test")
    (tmp_path / "summaries").mkdir()
    rows = '{"id": "a", "source": " \\n", "summaries": ["x"]}\n{"id": "b", "source": "x", "summaries": [" "]}\n'
    path = tmp_path / "summaries" / "scitldr-test.jsonl.xz"
    path.write_bytes(lzma.compress(rows.encode()))
    assert read_articles(tmp_path, "test") == []
    path.write_bytes(lzma.compress((rows + '{"id": "c", "source": "x"}\n').encode()))
    with pytest.raises(ValueError, match="scitldr-test.jsonl.xz, line 3"):
        read_articles(tmp_path, "test")
