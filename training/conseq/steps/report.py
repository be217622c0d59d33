"""Print the tables of docs/conseq.md: the choice, and each summariser on the test articles.

    python -m conseq report [--run DIR]

Summarisers whose test summaries are not there are left out, except the MLE start.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from qagen.evaluation.rows import read_all_rows, read_rows

from ..evaluation.report_table import join, table
from ..files import CHOICES, MLE, SUMMARISERS, add_run_option, scores_of, summaries_of

TITLES = {MLE: "MLE", "quals": "ConSeq by QUALS", "rouge": "ConSeq by ROUGE"}
JUDGES = ("quals", "supported")


def pool_lines(run: Path) -> list[str]:
    """Of both kinds of the pool, and of the texts that were chosen: mean QUALS, and the mean of the second judge, which did not choose."""
    rows, scores = (read_all_rows([path(run, "pool", MLE)]) for path in (summaries_of, scores_of))
    of = {str(score["id"]): score for score in scores}
    lines = ["| texts | number | QUALS | second judge |", "|---|--:|--:|--:|"]
    groups = {f"pool, {kind}": [row["id"] for row in rows if row["kind"] == kind] for kind in ("reference", "generated")}
    for by in CHOICES:
        groups |= {f"by {by}, {side}": [row["id"] for row in read_rows(run / by / f"{side}.jsonl")] for side in ("positive", "negative")}
    for name, ids in groups.items():
        lines.append(f"| {name} | {len(ids)} | {' | '.join(mean_cell([of[id].get(judge) for id in ids]) for judge in JUDGES)} |")
    return lines


def mean_cell(values: list[float | None]) -> str:
    """Unscorable texts and models without a support head leave None."""
    known = [value for value in values if value is not None]
    return f"{np.mean(known):.3f}" if known else "–"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_run_option(parser)
    run = parser.parse_args().run
    measured = {}
    for name in SUMMARISERS:
        paths = [path(run, "test", name) for path in (summaries_of, scores_of)]
        if name == MLE or all(path.exists() for path in paths):
            measured[TITLES[name]] = join(*(read_all_rows([path]) for path in paths))
    print("\n".join([*pool_lines(run), "", table(measured)]))
