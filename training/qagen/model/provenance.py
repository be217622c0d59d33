"""What made the weights of a checkpoint, run after run."""

from __future__ import annotations

from collections.abc import Sequence

STARTED_FROM = "started_from"
OF_THE_HEAD = "support_steps"  # a run of the support head writes it


def after_run(of_start: dict, start: str, run: dict, keys: Sequence[str]) -> dict:
    """Provenance of the start checkpoint, extended by this run. `keys`: what a run of this kind writes; those of the run before move to the list
    `earlier_runs`, with what it started from, unless that was another kind of run."""
    before = {key: of_start[key] for key in keys if key in of_start}
    # The support head is trained last, so the start of a model with one is that of the head's run.
    if before and STARTED_FROM in of_start and (OF_THE_HEAD in keys or OF_THE_HEAD not in of_start):
        before[STARTED_FROM] = of_start[STARTED_FROM]
    kept = {key: value for key, value in of_start.items() if key not in keys}
    earlier = [*of_start.get("earlier_runs", []), *([before] if before else [])]
    return {**kept, STARTED_FROM: start, **run, **({"earlier_runs": earlier} if earlier else {})}
