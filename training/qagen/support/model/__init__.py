"""The trainable model with the head, its losses, and the reference reading."""
