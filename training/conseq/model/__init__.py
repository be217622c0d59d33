"""The summariser: loss, training run, decoding."""
