"""The commands. Each module is one step with a `main`; run it as `python -m qagen STEP`."""
