"""4-bit codes for full-precision weights: GPTQ, and what follows it."""
