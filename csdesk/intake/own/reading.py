"""Cells of the book's own tables: taken exactly as they stand; what a hand has changed is read as usual."""

import math
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache, partial
from typing import TypeAlias

from csdesk.intake.fields import SKIP
from csdesk.intake.own.columns import Holds, Lists, OwnColumn
from csdesk.intake.own.recognising import OwnFound
from csdesk.intake.shapes import TOLD_EVERY, Cell, Clean, ColumnMatch, FoundTable, MatchedTable, Record
from csdesk.intake.values.dates import Yearless
from csdesk.intake.values.reading import ColumnReading, Noted, as_text
from csdesk.intake.vocabulary.entry import ValueType
from csdesk.models.problems import Place, Problem, Reason
from csdesk.wording.kinds import key_for

Reader: TypeAlias = Callable[[Cell], Clean | Reason]

_SAMPLES = 3
_USUAL = {
    Holds.WHOLE: ValueType.COUNT,
    Holds.DECIMAL: ValueType.NUMBER,
    Holds.SHARE: ValueType.NUMBER,
    Holds.RATE: ValueType.NUMBER,
    Holds.COUNTED: ValueType.COUNT,
    Holds.MONEY: ValueType.MONEY,
    Holds.FLAG: ValueType.YES_NO,
    Holds.DAY: ValueType.DATE,
    Holds.MOMENT: ValueType.DATETIME,
    Holds.MONTH: ValueType.MONTH,
}
_DAYS = (date(1900, 1, 1), date(2999, 12, 31))
"""The days a book can hold."""
_LARGEST = 2**63 - 1
_RANGES: dict[Holds, tuple[float, float]] = {
    Holds.WHOLE: (-_LARGEST, _LARGEST),
    Holds.SHARE: (0, 1),
    Holds.RATE: (math.ulp(0), math.inf),
    Holds.COUNTED: (0, 10**9),
}
"""The least and the most that figures may be."""
_HALF_SECOND = timedelta(microseconds=500_000)


def match_own(table: FoundTable, found: OwnFound, progress: Callable[[int], object]) -> MatchedTable:
    """A table of the book's own with its cells read. Cells that cannot be read refuse their rows. `progress` is told
    how many rows are done."""
    problems = list(table.problems)
    columns = tuple(
        ColumnMatch(column, field, 1.0, _samples(table, at))
        for at, (column, field) in enumerate(zip(table.columns, found.fields, strict=True))
    )
    records = tuple(_records(table, found, problems, progress)) if found.layout else ()
    return MatchedTable(table, found.kind, 1.0, columns, (), records, tuple(problems), own=True)


def _samples(table: FoundTable, at: int) -> tuple[str, ...]:
    return tuple(text for row in table.rows[:50] if (text := as_text(row[at])))[:_SAMPLES]


def _records(
    table: FoundTable, found: OwnFound, problems: list[Problem], progress: Callable[[int], object]
) -> Iterator[Record]:
    layout = found.layout
    assert layout is not None
    readers = [
        (at, field, _reader(layout.by_field[field]))
        for at, field in enumerate(found.fields)
        if field in layout.by_field
    ]
    own = [
        (at, table.columns[at].heading or table.columns[at].letter)
        for at, field in enumerate(found.fields)
        if field not in layout.by_field and field != SKIP
    ]
    for done, (row, line) in enumerate(zip(table.rows, table.lines, strict=True)):
        if done % TOLD_EVERY == 0:
            progress(done)
        values: dict[str, Clean] = {}
        for at, field, read in readers:
            cell = row[at]
            if cell is None or cell == "":
                continue
            value = read(cell)
            if isinstance(value, Reason):
                place = Place(table.file, table.sheet, line, table.columns[at].letter)
                problems.append(Problem(place, field, as_text(cell), value))
            elif value is not None:
                values[field] = value
        yield Record(values, {name: _text(row[at]) for at, name in own if row[at] not in {None, ""}}, line)


def _reader(column: OwnColumn) -> Reader:
    """How the cells of a column are read: the exact forms first, then as other people's spreadsheets are."""
    if column.words is not None:
        return cache(partial(_word, column.words))
    kind = _USUAL.get(column.holds)
    if kind is None:
        return _text
    exact = _EXACT.get(column.holds, _nothing)
    usual = ColumnReading(kind)

    def read(cell: Cell) -> Clean | Reason:
        value = exact(cell)
        if value is None:
            seen = usual.read(cell)
            seen = seen.value if isinstance(seen, Noted) else seen
            value = Reason.NOT_A_DATE if isinstance(seen, Yearless) else seen
        return _within(column.holds, value)

    return read


def _nothing(_cell: Cell) -> None:
    """No exact form: the usual reading decides."""


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else as_text(cell)


def _word(words: Lists, cell: Cell) -> str | Reason:
    return key_for(words, _text(cell)) or Reason.UNKNOWN_WORD


def _decimal(cell: Cell) -> Decimal | None:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    with suppress(InvalidOperation):
        value = Decimal(cell if isinstance(cell, str) else repr(cell))
        return value if value.is_finite() else None
    return None


def _whole(cell: Cell) -> int | None:
    value = _decimal(cell)
    return int(value) if value is not None and value == value.to_integral_value() else None


def _figure(cell: Cell) -> float | None:
    value = _decimal(cell)
    return None if value is None else float(f"{value:.15g}")


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return None if cell.hour or cell.minute or cell.second else cell.date()
    if isinstance(cell, str):
        with suppress(ValueError):
            return date.fromisoformat(cell)
        return None
    return cell if isinstance(cell, date) else None


def _moment(cell: Cell) -> datetime | None:
    """To the second; a workbook's moments come with the error of their fraction."""
    if isinstance(cell, str):
        with suppress(ValueError):
            seen = datetime.fromisoformat(cell)
            return seen.astimezone(UTC).replace(tzinfo=None) if seen.tzinfo else seen
        return None
    return (cell + _HALF_SECOND).replace(microsecond=0) if isinstance(cell, datetime) else None


def _within(holds: Holds, value: Clean | Reason) -> Clean | Reason:
    """A value that the book can hold, or why it cannot."""
    if isinstance(value, Reason):
        return value
    if holds in {Holds.DAY, Holds.MOMENT} and isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        if not _DAYS[0] <= day <= _DAYS[1]:
            return Reason.OUT_OF_RANGE
        return day if holds is Holds.DAY else value
    least, most = _RANGES.get(holds, (-math.inf, math.inf))
    return Reason.OUT_OF_RANGE if isinstance(value, int | float) and not least <= value <= most else value


_EXACT: dict[Holds, Callable[[Cell], Clean]] = {
    Holds.WHOLE: _whole,
    Holds.DECIMAL: _figure,
    Holds.SHARE: _figure,
    Holds.RATE: _figure,
    Holds.COUNTED: _whole,
    Holds.MONEY: _decimal,
    Holds.DAY: _day,
    Holds.MOMENT: _moment,
}
