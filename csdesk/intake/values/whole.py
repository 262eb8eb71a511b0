"""Whole columns read at once: what comes again is read once, and plain text not looked at further."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from csdesk.intake.distinct import distinct, kinds, once_each, starts
from csdesk.intake.shapes import Cell
from csdesk.intake.values.reading import TEXTS, TOO_LONG, ColumnReading, Reading
from csdesk.intake.values.text import PLAIN_STARTS, is_plain
from csdesk.intake.vocabulary.entry import ValueType

_KEPT: Final = TEXTS - {ValueType.EMAIL}
"""Types of which a plain text is the value itself."""

_OFTEN: Final = 4
"""Times that texts come on average, from which each is read once."""


def read_column(reading: ColumnReading, cells: Sequence[Cell]) -> list[Reading]:
    """What `ColumnReading.read` makes of each cell."""
    if reading.type not in _KEPT:
        return once_each(reading.read, cells)
    types = kinds(cells)
    if types == {int}:
        return list(map(str, cells))
    if types == {str} and len(distinct(cells)) * _OFTEN > len(cells) and _all_plain(cells):  # type: ignore[arg-type] # texts
        return list(map(str.rstrip, cells))  # type: ignore[arg-type] # as above
    return once_each(partial(_read_text, reading), cells)


def _all_plain(texts: Sequence[str]) -> bool:
    """Whether every text is the value itself, as `_read_text` sees it; looked at together, they take no time."""
    whole = "".join(texts)
    plain = whole.isascii() and whole.isprintable() and "(" not in whole and ".0" not in whole
    return plain and max(map(len, texts)) <= TOO_LONG and starts(texts) <= PLAIN_STARTS


def _read_text(reading: ColumnReading, cell: Cell) -> Reading:
    if isinstance(cell, str) and is_plain(cell) and cell[-2:] != ".0" and "(" not in cell and len(cell) <= TOO_LONG:
        return cell.rstrip()
    return reading.read(cell)
