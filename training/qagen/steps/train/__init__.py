"""Training and 4-bit quantisation."""
