"""The parts that a graph is built from."""
