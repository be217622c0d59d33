"""Judged texts, made claims, and the training mix."""
