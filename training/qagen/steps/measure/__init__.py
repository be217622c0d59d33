"""Measures of models and of rows of scores."""
