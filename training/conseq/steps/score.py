"""Score written summaries with the project's command, `quals score`. Summaries of the test set also get the agreement of answers
(`--compare`), which takes about as long again.

    python -m conseq score --part pool [--summariser mle] [--paths 20] [--model ../public/models/ID] [--run DIR]

Needs Node and the project's packages (`npm install`). Writes RUN/PART-SUMMARISER-scores.jsonl; a killed run resumes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from qagen.paths import MODELS, PROJECT

from ..files import MLE, PARTS, SUMMARISERS, add_run_option, scores_of, summaries_of

COMMAND = ("node", "cli/quals.js")


def score(rows: Path, scores: Path, model: Path, paths: int, compare: bool) -> None:
    """Raises FileNotFoundError if there are no rows, ValueError if the command could not score them."""
    if not rows.exists():
        raise FileNotFoundError(f"No summaries at {rows}. Run `python -m conseq generate` first.")
    files = ["--input", str(rows.resolve()), "--output", str(scores.resolve()), "--model", str(model.resolve())]
    resume = ["--resume"] if any(path.exists() for path in (scores, scores.with_name(scores.name + ".unfinished"))) else []
    more = [*(["--compare"] if compare else []), *resume]
    done = subprocess.run([*COMMAND, "score", *files, "--paths", str(paths), *more], cwd=PROJECT, stdout=sys.stderr)
    if done.returncode == 2:
        raise ValueError(f"`quals score` stopped at {rows.name}. Its message is above.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, required=True)
    parser.add_argument("--summariser", choices=SUMMARISERS, default=MLE)
    parser.add_argument("--paths", type=int, default=20, help="paths of the search for QA pairs")
    parser.add_argument("--model", type=Path, default=MODELS / "qagen-smollm2-135m", metavar="DIR", help="QAGen model that scores")
    add_run_option(parser)
    options = parser.parse_args()
    scores = scores_of(options.run, options.part, options.summariser)
    score(summaries_of(options.run, options.part, options.summariser), scores, options.model, options.paths, compare=options.part == "test")
    print(f"Wrote {scores}.")
