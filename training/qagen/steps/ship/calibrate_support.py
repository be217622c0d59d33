"""Calibrates the support head on rows of `evaluate_support` and writes the result into the model's support-head.json.

    python -m qagen calibrate_support evaluation/FILE.jsonl.xz [FILE …] --id ID [--sets SET …] [--models DIR]

Rows of other sets are left out. The sets for evaluation are refused, and so are rows of other weights than the model's.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ...evaluation.rows import read_rows_to_fit
from ...onnx.exported_model import fingerprint
from ...onnx.manifest import read_manifest, refresh_file
from ...onnx.model_index import refresh_entry
from ...onnx.support_head import FILE
from ...paths import MODELS
from ...support.evaluation.claim_calibration import calibrate_claims, calibrate_tokens, mark_levels

# Texts such as people paste: an article and a summary or an answer, judged by people.
SETS = ("ragtruth-summary", "ragtruth-qa", "defacto", "bump", "fib-xsum", "fib-cnn_dm", "summedits-samsum", "summedits-sales_email")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--id", required=True)
    parser.add_argument("--sets", nargs="+", default=list(SETS))
    parser.add_argument("--models", type=Path, default=MODELS, metavar="DIR")
    arguments = parser.parse_args()
    path = arguments.models / arguments.id / FILE
    try:
        rows = read_rows_to_fit(arguments.rows, arguments.sets, fingerprint(path.parent))
        head = json.loads(path.read_text())
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    claims, tokens = calibrate_claims(rows), calibrate_tokens(rows)
    levels = mark_levels(rows, tokens)
    print(json.dumps({**claims, "levels": levels}, indent=1))
    head["calibration"] = {"token": tokens, "claim": {key: claims[key] for key in ("weights", "offset")}, "levels": levels}
    path.write_text(json.dumps(head, separators=(",", ":")) + "\n")
    refresh_file(path)
    refresh_entry(arguments.models, read_manifest(path.parent))
    print(f"Wrote {path}.")
