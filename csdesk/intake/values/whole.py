"""Whole columns read at once: what comes again is read once, and plain text not looked at further."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from csdesk.intake.distinct import once_each
from csdesk.intake.shapes import Cell
from csdesk.intake.values.reading import TEXTS, TOO_LONG, ColumnReading, Reading
from csdesk.intake.values.text import is_plain
from csdesk.intake.vocabulary.entry import ValueType

_KEPT: Final = TEXTS - {ValueType.EMAIL}
"""Types of which a plain text is the value itself."""


def read_column(reading: ColumnReading, cells: Sequence[Cell]) -> list[Reading]:
    """What `ColumnReading.read` makes of each cell."""
    if reading.type not in _KEPT:
        return once_each(reading.read, cells)
    if set(map(type, cells)) == {int}:
        return list(map(str, cells))
    return once_each(partial(_read_text, reading), cells)


def _read_text(reading: ColumnReading, cell: Cell) -> Reading:
    if isinstance(cell, str) and is_plain(cell) and cell[-2:] != ".0" and "(" not in cell and len(cell) <= TOO_LONG:
        return cell.rstrip()
    return reading.read(cell)
