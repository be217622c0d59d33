"""Articles with reference summaries, and the examples and batches of training."""
