"""Claims that are made from consistent claims: wrong ones, and right ones with other words."""
