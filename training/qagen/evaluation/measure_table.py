"""How well QUALS and the measures beside it agree with people: rows of `npx quals score --compare`, joined with labelled summaries.

Rows of `--first-look --compare` have no QUALS and no agreement: these lines are then left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .agreement_table import agreement_line

MEASURES: dict[str, Callable[[dict], float | None]] = {
    "QUALS": lambda row: row["quals"],
    "ROUGE-1 with the source": lambda row: row["rouge"]["rouge1"],
    "ROUGE-2 with the source": lambda row: row["rouge"]["rouge2"],
    "ROUGE-L with the source": lambda row: row["rouge"]["rougeL"],
    "agreement (QAGS, one model)": lambda row: row.get("agreement"),
    "log p(summary given source)": lambda row: row["sourceLogProb"],
    "support head": lambda row: row.get("supported"),
}
HEAD = "| measure | summaries | ROC-AUC | Pearson | Spearman |\n|---|--:|---|---|---|"


def join(labelled: Sequence[dict], scored: Sequence[dict]) -> list[dict]:
    """Rows of the command that were compared, with `label`, `origin` and `source` of their id. Raises ValueError for rows without --compare."""
    of = {row["id"]: row for row in labelled}
    found = [row | {key: of[row["id"]][key] for key in ("label", "origin", "source")} for row in scored if row["id"] in of]
    compared = [row for row in found if row["outcome"] != "error"]
    if any("rouge" not in row for row in compared):
        raise ValueError("These rows were made without --compare.")
    return compared


def table(rows: Sequence[dict]) -> str:
    """Over all rows, and within each origin. 95 % bootstrap intervals over articles."""
    parts = [_part("All origins", rows)]
    origins = sorted({row["origin"] for row in rows})
    if len(origins) > 1:
        parts += [_part(origin, [row for row in rows if row["origin"] == origin]) for origin in origins]
    return "\n\n".join(parts)


def _part(name: str, rows: Sequence[dict]) -> str:
    lines = [agreement_line(measure, of, rows) for measure, of in MEASURES.items() if any(of(row) is not None for row in rows)]
    sources = len({row["source"] for row in rows})
    return "\n".join([f"{name}, {len(rows)} summaries of {sources} articles", "", HEAD, *lines])
