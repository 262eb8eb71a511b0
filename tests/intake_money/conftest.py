"""Tables and books in memory, as the tests of matching have them."""

from tests.intake_matching.conftest import book, csv_table, match, planned, table

__all__ = ["book", "csv_table", "match", "planned", "table"]
