"""Which field each column of a table feeds."""
