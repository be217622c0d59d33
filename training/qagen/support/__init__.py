"""The support head: one pass over article and summary says which words the article does not support."""
