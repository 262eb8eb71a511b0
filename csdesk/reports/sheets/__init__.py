"""The sheets of the board workbook, one module each."""
