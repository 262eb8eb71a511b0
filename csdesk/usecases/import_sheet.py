"""The part of a sheet around one of its rows, as a person sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from csdesk.intake.shapes import FoundTable


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of a sheet: its number, and the text of the cells of the columns that are shown. `name` is what the
    line is called, where that is not its number."""

    line: int
    cells: tuple[str, ...]
    heading: bool = False
    name: str = ""


def lines_around(table: FoundTable, line: int, columns: range, *, reach: int) -> tuple[SheetLine, ...]:
    """The headings, then the rows of the table that stand nearest to a line: so many before it and after it."""
    return tuple(_lines(table, line, columns, reach))


def _lines(table: FoundTable, line: int, columns: range, reach: int) -> Iterator[SheetLine]:
    from csdesk.intake.values.reading import as_text

    if table.columns:
        heads = tuple(table.columns[place].heading for place in columns)
        yield SheetLine(table.columns[0].line, heads, heading=True)
    at = table.position(line)
    for place in range(max(0, at - reach), min(len(table.lines), at + reach + 1)):
        row = table.rows[place]
        cells = tuple(as_text(row[column]) if column < len(row) else "" for column in columns)
        yield SheetLine(table.lines[place], cells, name=str(table.row_name(table.lines[place])))
