"""The choice of S+ and S−, and the tables of the report."""
