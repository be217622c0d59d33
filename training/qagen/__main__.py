"""Runs one step: `python -m qagen STEP [options]`. Without a step it lists them, in the order in which a model is made."""

from __future__ import annotations

import sys
from importlib import import_module

STEPS = {
    "all_steps": "runs fetch_base to calibrate in one command",
    "fetch_base": "downloads the base model and its tokenizer",
    "check_data": "checks the data folder against its checksums",
    "prepare_data": "cuts question-answer data into training examples",
    "train": "full-precision fine-tuning, or quantisation-aware distillation",
    "train_support": "trains the support head and the QAGen model on judged texts and QA pairs",
    "measure_support": "prints how well the support head ranks and points",
    "compare_metrics": "ranks edited summaries by the support head and by published metrics",
    "calibrate_support": "fits the support head's probabilities and writes them into its file",
    "quantise": "turns full-precision weights into 4-bit codes (GPTQ)",
    "measure_dev": "prints the loss on SQuAD's dev set",
    "export": "writes the model folder: ONNX graphs, weights, manifest",
    "golden": "writes expected values from PyTorch for the tests",
    "golden_measures": "writes expected values of ROUGE and answer agreement for the tests",
    "evaluate": "scores summaries that people judged",
    "evaluate_table": "prints the tables of the model card from stored rows",
    "evaluate_support": "reads labelled texts with the support head, as page and command do",
    "support_table": "prints the support head's tables of the model card from stored rows",
    "compare_rows": "compares two files of rows",
    "compare_edits": "compares edited summaries with their originals",
    "compare_measures": "prints how well QUALS, ROUGE, agreement and log p agree with people",
    "calibrate": "fits calibration.json to the rows",
    "rewrite_graphs": "writes the graphs of an exported model again on the same weights",
    "shorten": "keeps some layers of a model, as the start of a student",
    "tiny": "makes the small model of the tests",
    "tiny_generic": "makes random models in transformers.js layout for the tests",
    "bare_products": "makes the graphs of matrix products for the benchmark",
}


def usage() -> str:
    width = max(map(len, STEPS))
    lines = [f"  {name:{width}}  {what}" for name, what in STEPS.items()]
    return "\n".join(["usage: python -m qagen STEP [options]", "", "steps:", *lines, "", "Options of a step: python -m qagen STEP --help"])


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        print(usage())
        return
    step = sys.argv[1]
    if step not in STEPS:
        sys.exit(f"No step is called {step!r}.\n\n{usage()}")
    sys.argv = [f"python -m qagen {step}", *sys.argv[2:]]
    import_module(f"qagen.steps.{step}").main()


if __name__ == "__main__":
    main()
