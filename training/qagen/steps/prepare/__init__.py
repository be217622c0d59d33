"""Base model, data files and training examples."""
