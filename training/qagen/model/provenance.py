"""What made the weights of a checkpoint, run after run."""

from __future__ import annotations

from collections.abc import Sequence

STARTED_FROM = "started_from"


def after_run(of_start: dict, start: str, run: dict, keys: Sequence[str]) -> dict:
    """Provenance of the start checkpoint, extended by this run. `keys`: what a run of this kind writes; those of the run before move to the list
    `earlier_runs`, with what it started from."""
    before = {key: of_start[key] for key in keys if key in of_start}
    if before and STARTED_FROM in of_start:
        before[STARTED_FROM] = of_start[STARTED_FROM]
    kept = {key: value for key, value in of_start.items() if key not in keys}
    earlier = [*of_start.get("earlier_runs", []), *([before] if before else [])]
    return {**kept, STARTED_FROM: start, **run, **({"earlier_runs": earlier} if earlier else {})}
