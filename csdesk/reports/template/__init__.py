"""A workbook of the user's own, filled by its defined names."""
