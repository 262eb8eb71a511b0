"""Files going out: the board workbook, and tables as spreadsheets."""
