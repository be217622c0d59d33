"""Runs one step: `python -m qagen STEP [options]`. Without a step it lists the steps of each stage."""

from __future__ import annotations

import sys
from importlib import import_module

# Folder of `qagen/steps` -> step -> what it does, in the order of a release.
STEPS = {
    "prepare": {
        "fetch_base": "downloads the base model and its tokenizer",
        "check_data": "checks the data folder against its checksums",
        "prepare_data": "cuts question-answer data into training examples",
    },
    "train": {
        "train": "full-precision fine-tuning, or quantisation-aware distillation",
        "train_support": "trains the support head and the QAGen model on judged texts and QA pairs",
        "average": "averages the weights of several checkpoints",
        "quantise": "turns full-precision weights into 4-bit codes (GPTQ)",
        "shorten": "keeps some layers of a model, as the start of a student",
    },
    "measure": {
        "measure_dev": "prints the loss on SQuAD's dev set",
        "measure_support": "prints how well the support head ranks and points",
        "compare_metrics": "ranks edited summaries by the support head and by published metrics",
        "evaluate": "scores summaries that people judged",
        "evaluate_table": "prints the tables of the model card from stored rows",
        "evaluate_support": "reads labelled texts with the support head, as page and command do",
        "support_table": "prints the support head's tables of the model card from stored rows",
        "compare_rows": "compares two files of rows",
        "marked_rows": "writes judged texts with their wrong words as rows for the command",
        "compare_edits": "compares edited summaries with their originals",
        "compare_measures": "prints how well QUALS, ROUGE, agreement and log p agree with people",
    },
    "ship": {
        "all_steps": "runs fetch_base to calibrate in one command",
        "release_support": "runs quantise to write_card, for a model with a support head, in one command",
        "export": "writes the model folder: ONNX graphs, weights, manifest",
        "rewrite_graphs": "writes the graphs of an exported model again on the same weights",
        "calibrate": "fits calibration.json to the rows",
        "calibrate_support": "fits the support head's probabilities and writes them into its file",
        "write_card": "writes the support head's tables into the model card",
    },
    "fixtures": {
        "golden": "writes expected values from PyTorch for the tests",
        "golden_measures": "writes expected values of ROUGE and answer agreement for the tests",
        "tiny": "makes the small model of the tests",
        "tiny_generic": "makes random models in transformers.js layout for the tests",
        "bare_products": "makes the graphs of matrix products for the benchmark",
    },
}
FOLDERS = {step: folder for folder, steps in STEPS.items() for step in steps}


def usage() -> str:
    width = max(map(len, FOLDERS))
    lines = []
    for folder, steps in STEPS.items():
        lines += ["", f"{folder}:", *(f"  {name:{width}}  {what}" for name, what in steps.items())]
    return "\n".join(["usage: python -m qagen STEP [options]", *lines, "", "Options of a step: python -m qagen STEP --help"])


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        print(usage())
        return
    step = sys.argv[1]
    if step not in FOLDERS:
        sys.exit(f"No step is called {step!r}.\n\n{usage()}")
    sys.argv = [f"python -m qagen {step}", *sys.argv[2:]]
    import_module(f"qagen.steps.{FOLDERS[step]}.{step}").main()


if __name__ == "__main__":
    main()
