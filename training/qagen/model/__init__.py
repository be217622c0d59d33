"""The QAGen model: its checkpoint, its forward passes in PyTorch, and what trains and quantises it."""
