"""Expected values for the tests of everything that runs an exported model."""
