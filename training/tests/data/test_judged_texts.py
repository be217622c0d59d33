import json
import lzma
from pathlib import Path

import pytest

from qagen.data.judged_texts import JudgedText, is_dev, judged_text, read_judged_texts


def row(**more: object) -> dict:
    return {"id": "7", "source": "Anna left Rome.", "summary": "Anna left Oslo.", "label": 0} | more


def wrong_words(**more: object) -> list[str] | None:
    text = judged_text(row(**more), "toy")
    return None if text.wrong is None else [text.summary[start:end] for start, end in text.wrong]


def test_texts_are_normalised() -> None:
    text = judged_text(row(source=" Anna\u00a0left\r\n\r\nRome. ", label=1.0), "toy")
    assert text == JudgedText("7", "toy", "Anna left\nRome.", "Anna left Oslo.", 1, [])


def test_words_of_a_consistent_text_are_right_even_if_it_was_edited() -> None:
    assert wrong_words(label=1, original="Anna left Rome.") == []


def test_marked_words_move_with_the_text() -> None:
    assert wrong_words(summary="  Anna le\u00adft  Oslo.", spans=[[14, 18, "EntE"]], original="Anna left Oslo.") == ["Oslo"]


def test_marks_that_overlap_become_one_in_the_order_of_the_text() -> None:
    assert wrong_words(spans=[[10, 14, "a"], [1, 2, "c"], [2, 6, "b"], [0, 4, "a"]]) == ["Anna l", "Oslo"]
    assert wrong_words(spans=[[0, 9, "a"], [2, 4, "b"]]) == ["Anna left"]


def test_words_that_differ_from_the_original_are_wrong() -> None:
    assert wrong_words(original="Anna\u00a0left Rome.") == ["Oslo"]


def test_words_are_unknown_without_marks_and_without_an_edit() -> None:
    assert wrong_words() is None
    assert wrong_words(spans=[]) is None
    assert wrong_words(original="anna left oslo") is None


@pytest.mark.parametrize("broken", [{"label": 0.5}, {"spans": [[3, 99, "a"]]}, {"spans": [[5, 5, "a"]]}, {"spans": [[-1, 2, "a"]]}])
def test_bad_rows_are_refused(broken: dict) -> None:
    with pytest.raises(ValueError):
        judged_text(row(**broken), "toy")


def write_set(data: Path, name: str, lines: list[str]) -> None:
    (data / "judged").mkdir(exist_ok=True)
    (data / "judged" / f"{name}.jsonl.xz").write_bytes(lzma.compress("".join(line + "\n" for line in lines).encode()))


def test_all_sets_of_the_folder_or_the_named_ones_are_read(tmp_path: Path) -> None:
    # U+2028 inside a JSON string does not end a line.
    write_set(tmp_path, "b", [json.dumps(row(id="1", source="a\u2028b"), ensure_ascii=False), json.dumps(row(id="2"))])
    write_set(tmp_path, "a", [json.dumps(row(id="3"))])
    assert [(text.set, text.id) for text in read_judged_texts(tmp_path)] == [("a", "3"), ("b", "1"), ("b", "2")]
    assert [text.id for text in read_judged_texts(tmp_path, ["b"])] == ["1", "2"]
    assert read_judged_texts(tmp_path, []) == []


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    write_set(tmp_path, "a", [json.dumps(row()), '{"id": "2"}'])
    with pytest.raises(ValueError, match=r"a\.jsonl\.xz, line 2 .*label"):
        read_judged_texts(tmp_path)


def test_missing_data_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="--data"):
        read_judged_texts(tmp_path)
    write_set(tmp_path, "a", [])
    with pytest.raises(FileNotFoundError, match=r"b\.jsonl\.xz"):
        read_judged_texts(tmp_path, ["a", "b"])


def test_an_eighth_of_the_sources_is_for_development() -> None:
    dev = [is_dev(f"Article {number}.") for number in range(2000)]
    assert 182 <= sum(dev) <= 298  # 240 expected; four standard deviations are 58


def test_sources_that_differ_in_case_and_punctuation_alone_are_on_one_side() -> None:
    assert all(is_dev(f"News {number}.\nMore.") == is_dev(f"NEWS {number}: more!") for number in range(200))
