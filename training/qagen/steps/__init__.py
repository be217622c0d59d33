"""The commands, one folder per stage. Each module is one step with a `main`; run it as `python -m qagen STEP`."""
