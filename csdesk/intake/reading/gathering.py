"""Tables of one layout that stand in several places, put together into one whose cells keep their addresses."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from csdesk.intake.reading.grid import Spot
from csdesk.intake.shapes import Cell, Column, FoundTable
from csdesk.models.problems import Place, Problem, letters

_NAMED: Final = 3
"""Sheets that are named; of all others the number is told."""
_LONGEST_CONTEXT: Final = 4_000


def address(spot: Spot) -> str:
    """A cell by line and column as a spreadsheet calls it."""
    line, column = spot
    return f"{letters(column)}{line}"


def sheet_names(sheets: Iterable[str]) -> str:
    """The sheets that a table was gathered from, as one name."""
    names = list(dict.fromkeys(sheets))
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" +{more}" if more > 0 else "")


def one_context(texts: Iterable[str]) -> str:
    """What stands around each of the places, said once."""
    lines = (line for text in texts for line in text.splitlines())
    return "\n".join(dict.fromkeys(lines))[:_LONGEST_CONTEXT]


@dataclass(slots=True)
class Gathered:
    """Rows that stand anywhere, counted from 1, with the sheet and address of every cell."""

    columns: Sequence[Column]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    stands: dict[tuple[int, str], tuple[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, cells: Sequence[Cell], sheet: str, line: int, addresses: Iterable[str]) -> int:
        """One more row, with the line and the addresses it has in its sheet; returns its number."""
        self.rows.append(tuple(cells))
        number = len(self.rows)
        self.stands[number, ""] = (sheet, str(line))
        for column, cell in zip(self.columns, addresses, strict=True):
            self.stands[number, column.letter] = (sheet, cell)
        return number

    def table(self, like: FoundTable, sheets: Sequence[str], context: str) -> FoundTable:
        """All of it as one table."""
        return replace(
            like,
            sheet=sheet_names(sheets),
            columns=tuple(self.columns),
            rows=tuple(self.rows),
            lines=tuple(range(1, len(self.rows) + 1)),
            context=context,
            problems=tuple(self.problems),
            stands=self.stands,
        )


def gathered(tables: Sequence[FoundTable]) -> FoundTable:
    """Tables under the same headings as one; a single one stays as it is."""
    if len(tables) == 1:
        return tables[0]
    first = tables[0]
    columns = [replace(column, letter=letters(at)) for at, column in enumerate(first.columns)]
    whole = Gathered(columns)
    for table in tables:
        numbers = {
            line: whole.add(row, _sheet(table, line), table.place(line).line, _addresses(table, line))
            for row, line in zip(table.rows, table.lines, strict=True)
        }
        names = {mine.letter: column.letter for mine, column in zip(table.columns, columns, strict=True)}
        whole.problems += _moved(table, numbers, names)
    return whole.table(first, [table.sheet for table in tables], one_context(table.context for table in tables))


def _sheet(table: FoundTable, line: int) -> str:
    return table.place(line).sheet


def _addresses(table: FoundTable, line: int) -> Iterator[str]:
    return (_cell(table.place(line, column.letter)) for column in table.columns)


def _cell(place: Place) -> str:
    return str(replace(place, sheet=""))


def _moved(table: FoundTable, numbers: dict[int, int], names: dict[str, str]) -> Iterator[Problem]:
    """The problems of one of the tables, at the rows and columns that its cells have got."""
    for one in table.problems:
        row, column = numbers.get(one.place.row, 0), names.get(one.place.column, "")
        yield replace(one, place=replace(one.place, row=row, column=column, cell=_cell(one.place)))


def with_column(table: FoundTable, heading: str, cell: str, value: Cell, stands: tuple[str, str]) -> FoundTable:
    """A table with one more column in front whose value is the same in every row and stands elsewhere."""
    taken = {column.letter for column in table.columns}
    letter = next(name for at in range(len(taken) + 1) if (name := letters(at)) not in taken)
    return replace(
        table,
        columns=(Column(heading, cell, letter), *table.columns),
        rows=tuple((value, *row) for row in table.rows),
        formats={at + 1: text for at, text in table.formats.items()},
        stands={**table.stands, **{(line, letter): stands for line in table.lines}},
    )
