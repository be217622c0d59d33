"""The card's tables: a made card, and the card of the shipped model against the stored rows."""

import subprocess
import sys

import pytest
from qagen.paths import PROJECT
from qagen.support.evaluation.card_tables import with_tables

CARD = """# Model
### First
Text.

| a | b |
|---|---|
| 1 | 2 |

Between.

| c |
|---|
| 3 |
| 4 |
### Second

| a | b |
|---|---|
| 5 | 6 |
"""


def test_the_tables_of_one_section_are_replaced():
    found = with_tables(CARD, "### First", ["| a | b |\n|---|---|\n| 7 | 8 |\n| 9 | 0 |", "| c |\n|---|\n| x |"])
    assert found == CARD.replace("| 1 | 2 |", "| 7 | 8 |\n| 9 | 0 |").replace("| 3 |\n| 4 |", "| x |")


@pytest.mark.parametrize(
    ("heading", "tables", "message"),
    [("### Third", [], "no section"), ("### First", ["| b |"], "another table"), ("### First", ["| a | b |", "| c |", "| d |"], "no table")],
)
def test_a_card_of_another_form_is_refused(heading, tables, message):
    with pytest.raises(ValueError, match=message):
        with_tables(CARD, heading, tables)


def test_the_shipped_card_has_the_numbers_of_the_stored_rows():
    files = ["--evaluation", "evaluation/0.6.0-support-evaluation.jsonl.xz", "--development", "evaluation/0.6.0-support-development.jsonl.xz"]
    command = [sys.executable, "-m", "qagen", "write_card", "--id", "qagen-smollm2-135m", *files, "--check"]
    done = subprocess.run(command, cwd=PROJECT / "training", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
