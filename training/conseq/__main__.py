"""Runs one step: `python -m conseq STEP [options]`. Without a step it lists them, in their order."""

from __future__ import annotations

import sys
from .run_step import run_step

STEPS = {
    "all_steps": "runs all the others in one command",
    "train_mle": "trains the summariser on reference summaries, by maximum likelihood",
    "generate": "writes summaries of training or test articles",
    "score": "scores summaries with `quals score`",
    "choose": "chooses S+ and S- by QUALS or by ROUGE",
    "train_contrast": "goes on from the MLE summariser: likelihood of S+, unlikelihood of S-",
    "report": "prints the tables of docs/conseq.md",
}


def usage() -> str:
    width = max(map(len, STEPS))
    lines = [f"  {name:{width}}  {what}" for name, what in STEPS.items()]
    return "\n".join(["usage: python -m conseq STEP [options]", "", "steps:", *lines, "", "Options of a step: python -m conseq STEP --help"])


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        print(usage())
        return
    step = sys.argv[1]
    if step not in STEPS:
        sys.exit(f"No step is called {step!r}.\n\n{usage()}")
    try:
        run_step(step, sys.argv[2:])
    except (OSError, ValueError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
