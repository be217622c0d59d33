"""Small models for the tests."""
