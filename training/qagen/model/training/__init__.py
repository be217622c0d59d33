"""A training run: steps, learning rate, state."""
