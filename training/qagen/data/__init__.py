"""Data of training: texts, examples, batches."""
