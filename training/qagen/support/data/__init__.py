"""Judged texts, made wrong claims, and the training mix."""
