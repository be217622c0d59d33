"""Making of the QAGen model that the page runs: data, training, export, golden values, evaluation."""
