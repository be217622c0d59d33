"""The commands: options, input, output."""
