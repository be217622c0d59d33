"""QUALS scores from PyTorch, and how far they agree with people."""
