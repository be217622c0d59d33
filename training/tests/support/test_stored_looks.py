from qagen.support.evaluation.stored_looks import as_command_rows

TEXT = {"set": "news", "id": "a", "source": "The cat sat on the mat", "summary": "the cats sat", "label": 1, "origin": "news"}


def look(**changed: object) -> dict:
    return {"set": "news", "id": "a", "claim": 0.5, "tokens": [4.0, -1.0, 2.0, 3.0], "logProb": -1.25} | changed


def test_a_stored_row_gets_rouge_and_the_negative_number_of_the_head() -> None:
    (row,) = as_command_rows([TEXT], [look()])
    # "cats" has the stem of "cat": three of three words, and three of six.
    assert abs(row["rouge"]["rouge1"] - 2 / 3) < 1e-12
    assert row["supported"] == -(0.5 + 3.0)
    assert (row["outcome"], row["quals"], row["sourceLogProb"]) == ("first-look", None, -1.25)


def test_rows_of_the_command_stay_and_those_of_other_sets_are_left_out() -> None:
    command = {"id": "a", "outcome": "scored", "quals": -1.0}
    assert as_command_rows([TEXT], [command]) == [command]
    assert as_command_rows([TEXT], [command, look(), look(set="other")])[0] == command
    assert len(as_command_rows([TEXT], [command, look(), look(set="other")])) == 2
