"""Against cases counted by hand."""

import pytest
from qagen.evaluation.auc_by_origin import Couples, auc_by_origin, auc_of, within_needed

# Couples of (right, wrong) are 2 x 1, 2 x 2, 1 x 1, 1 x 2.
ROWS = [
    ("news", True, -0.1), ("news", True, -0.3), ("news", False, -0.2),
    ("blog", True, -0.9), ("blog", False, -0.8), ("blog", False, -0.9),
]  # fmt: skip


def test_couples_are_counted_by_the_origins_of_both() -> None:
    assert auc_by_origin(ROWS) == [
        Couples("news", "blog", pytest.approx(4 / 9), 1.0),
        Couples("blog", "blog", pytest.approx(2 / 9), 0.25),  # one tie, one in the wrong order
        Couples("news", "news", pytest.approx(2 / 9), 0.5),
        Couples("blog", "news", pytest.approx(1 / 9), 0.0),
    ]


def test_couples_add_up_to_the_auc_of_the_set() -> None:
    assert auc_of(auc_by_origin(ROWS)) == pytest.approx((4 + 0.5 + 1) / 9)


def test_what_each_origin_would_need() -> None:
    # 4 of 9 are given by the origins; for 7 of 9 the other 4 couples must give 3.
    assert within_needed(auc_by_origin(ROWS), 7 / 9) == pytest.approx(0.75)


def test_an_origin_without_couples_is_left_out() -> None:
    assert auc_by_origin([("news", True, 1.0), ("news", False, 0.0), ("blog", True, 0.5)]) == [
        Couples("blog", "news", 0.5, 1.0), Couples("news", "news", 0.5, 1.0),
    ]  # fmt: skip
