"""Training, export and evaluation of the QAGen model."""
