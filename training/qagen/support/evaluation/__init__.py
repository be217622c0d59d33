"""Measures and calibration of the head."""
