"""Text of the clipboard as the cells that a spreadsheet put there."""

from __future__ import annotations

import csv
import io


def clipped_cells(text: str) -> list[list[str]]:
    """Lines of cells, whichever way lines end. Where no spreadsheet wrote the text, tabs alone part its cells."""
    try:
        return list(csv.reader(io.StringIO(text, newline=None), dialect="excel-tab"))
    except csv.Error:  # a quote that is never closed takes more into one cell than a cell can hold
        return [line.split("\t") for line in text.splitlines()]
