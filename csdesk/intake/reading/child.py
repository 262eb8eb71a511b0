"""The process that reads workbooks: bytes on standard input, pickled messages on standard output, limits on itself.

Readers of untrusted workbooks may ask for absurd memory, panic or never end; here they can only end this process.
"""

import pickle
import struct
import sys
import warnings
import zlib
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final, TypeAlias
from zipfile import BadZipFile, ZipFile

from csdesk.intake.distinct import once_each
from csdesk.intake.reading.grid import Facts, Merge
from csdesk.intake.reading.limits import (
    CHILD_MEMORY,
    CHILD_SECONDS,
    CHUNK_ROWS,
    DENSE_CELLS,
    MAX_CELL,
    MAX_CELLS,
)
from csdesk.intake.reading.sheetxml import SheetLook, look
from csdesk.intake.reading.workbookxml import computes_on_load, number_formats, sheet_parts
from csdesk.intake.shapes import Cell, Refusal

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Message: TypeAlias = tuple[str, object, object]
"""('sheet', (name, hidden, left), facts), ('rows', lines, rows), ('cut', spots, None), ('refused', reason, None),
('end', None, None)."""

_Numbered: TypeAlias = Iterator[tuple[int, list[Hashable]]]
_EXACT: Final = 1e15
_LEAP_DAY: Final = "1900-02-29"
_LEAP_DAY_READ: Final = date(1900, 2, 28)
_NOT_LOOKED_AT: Final = (
    BadZipFile, zlib.error, struct.error, ValueError, LookupError, OSError, SyntaxError, EOFError, RuntimeError,
)  # fmt: skip
"""What the second look may stumble over while the readers still cope; XML that is none is a SyntaxError."""
_NO_LOOK: Final = SheetLook(Facts(), 0, ())


def main() -> int:
    """Reads the one workbook given; `--slow` leaves out the fast reader, which has just killed a process like this."""
    _limit_itself()
    out = sys.stdout.buffer
    for message in read(sys.stdin.buffer.read(), slow="--slow" in sys.argv):
        pickle.dump(message, out, protocol=5)
        out.flush()
    return 0


def read(data: bytes, *, slow: bool) -> Iterator[Message]:
    """The messages about a workbook; trouble is a message too."""
    try:
        yield from _workbook(data, slow=slow)
    except MemoryError:
        yield ("refused", Refusal.TOO_LARGE.value, None)
    except _TooManyCells:
        yield ("refused", Refusal.TOO_LARGE.value, None)
    except BaseException as error:  # noqa: BLE001 - a panic of the fast reader is no Exception
        locked = type(error).__name__ == "PasswordError"
        yield ("refused", (Refusal.ENCRYPTED if locked else Refusal.BROKEN).value, None)
    else:
        yield ("end", None, None)


class _TooManyCells(Exception):
    pass


def _limit_itself() -> None:
    """Address space and processor time, where the system knows such limits."""
    sys.modules["numpy"] = None  # type: ignore[assignment] # openpyxl does without it, and starts in half the time
    warnings.simplefilter("ignore")
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (CHILD_MEMORY, CHILD_MEMORY))
        seconds = int(CHILD_SECONDS)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _workbook(data: bytes, *, slow: bool) -> Iterator[Message]:
    looks: dict[str, SheetLook] = {}
    with suppress(*_NOT_LOOKED_AT):
        looks = _looks(data)
    book = None if slow else _fast_book(data, has_other=bool(looks))
    if book is None:
        yield from _slow_sheets(data, looks)
        return
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for told in book.sheets_metadata:
        if told.typ is SheetTypeEnum.WorkSheet:
            hidden = told.visible is not SheetVisibleEnum.Visible
            yield from _sheet(data, book, told.name, looks.get(told.name, _NO_LOOK), hidden=hidden)


def _looks(data: bytes) -> dict[str, SheetLook]:
    from csdesk.intake.reading.looks import opendocument, xls, xlsb

    if not data.startswith(b"PK"):
        return xls.looks(data)
    with ZipFile(BytesIO(data)) as archive:
        names = {name.lower() for name in archive.namelist()}
        if "content.xml" in names:
            return opendocument.looks(archive)
        if "xl/workbook.bin" in names:
            return xlsb.looks(archive)
        formats = number_formats(archive)
        looks = {}
        for name, part in sheet_parts(archive).items():
            with archive.open(part) as opened:
                looks[name] = look(opened, formats)
        if computes_on_load(archive) and not any(found.calculated for found in looks.values()):
            return {name: found.all_uncalculated() for name, found in looks.items()}
    return looks


def _fast_book(data: bytes, *, has_other: bool) -> "CalamineWorkbook | None":
    """None where the fast reader gives up on a workbook that another reader can try."""
    from python_calamine import CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError:
        raise
    except BaseException:
        if not has_other:
            raise
        return None


def _sheet(data: bytes, book: "CalamineWorkbook", name: str, seen: SheetLook, *, hidden: bool) -> Iterator[Message]:
    if seen.dense_cells > DENSE_CELLS:
        yield from _slow_sheets(data, {name: seen})
        return
    try:
        sheet = book.get_sheet_by_name(name)
    except BaseException:
        if seen is _NO_LOOK:
            raise
        yield from _slow_sheets(data, {name: seen})
        return
    merges = seen.facts.merges or _merges(sheet)
    left = sheet.start[1] if sheet.start else 0
    yield ("sheet", (name, hidden, left), replace(seen.facts, merges=merges))
    if sheet.start:
        numbered = ((line, list[Hashable](row)) for line, row in enumerate(sheet.iter_rows(), 1))
        yield from _rows(numbered, left, seen)


def _merges(sheet: "CalamineSheet") -> tuple[Merge, ...]:
    return tuple(Merge(a + 1, b, c + 1, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ())


def _slow_sheets(data: bytes, looks: dict[str, SheetLook]) -> Iterator[Message]:
    """Cell by cell, which costs as much as there are cells, wherever they stand."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        if sheet.title not in looks:
            continue
        sheet.reset_dimensions()
        seen = looks[sheet.title]
        yield ("sheet", (sheet.title, sheet.sheet_state != "visible", 0), seen.facts)
        yield from _rows(_slow_rows(sheet.iter_rows(values_only=True)), 0, seen)


def _slow_rows(rows: Iterable[tuple[object, ...]]) -> _Numbered:
    for line, row in enumerate(rows, 1):
        width = len(row)
        while width and row[width - 1] is None:
            width -= 1
        if width:
            yield line, list(row[:width])


def _rows(numbered: _Numbered, left: int, seen: SheetLook) -> Iterator[Message]:
    """Messages of the rows that hold anything, some thousands at a time."""
    cells, cut = 0, []
    errors: dict[int, list[tuple[int, str]]] = {}
    for (line, column), text in seen.facts.errors.items():
        errors.setdefault(line, []).append((column - left, text))
    while chunk := list(islice(numbered, CHUNK_ROWS)):
        lines, rows = [], []
        converted, spots = _converted([row for _, row in chunk])
        cut += [(chunk[at][0], left + position) for at, position in spots]
        for (line, _), row in zip(chunk, converted, strict=True):
            for position, text in errors.get(line, ()):
                row.extend([None] * (position + 1 - len(row)))
                row[position] = text
            if row.count(None) != len(row):
                lines.append(line)
                rows.append(row)
                cells += len(row)
        _mark_leap_days(lines, rows, left, seen)
        if cells > MAX_CELLS:
            raise _TooManyCells
        yield ("rows", lines, rows)
    if cut:
        yield ("cut", tuple(cut), None)


def _converted(rows: list[list[Hashable]]) -> tuple[list[list[Cell]], list[tuple[int, int]]]:
    """Rows with their cells as they are sent, column by column; and where, by row and position, text was cut."""
    converted: list[list[Cell]] = []
    spots = []
    for _, run in groupby(rows, key=len):
        columns = [_column(cells) for cells in zip(*run, strict=True)]
        spots += [(len(converted) + at, position) for position, (_, cut) in enumerate(columns) for at in cut]
        converted += map(list, zip(*(cells for cells, _ in columns), strict=True))
    return converted, sorted(spots)


def _column(cells: Sequence[Hashable]) -> tuple[list[Cell], list[int]]:
    """Cells of one column as they are sent, and which were cut. One that comes again is sent once: pickle only refers
    to it."""
    long = {cell for cell in set(cells) if isinstance(cell, str) and len(cell) > MAX_CELL and not cell.isspace()}
    return once_each(_cell, cells), [at for at, cell in enumerate(cells) if cell in long] if long else []


def _cell(value: Hashable) -> Cell:
    convert = _CONVERT.get(value.__class__)
    return convert(value) if convert else value  # type: ignore[return-value]


def _mark_leap_days(lines: list[int], rows: list[list[Cell]], left: int, seen: SheetLook) -> None:
    """Readers take 29 February 1900 for the day before; it is given as the text it would be, which is no date."""
    at = dict(zip(lines, rows, strict=True)) if seen.leap_days else {}
    for line, column in seen.leap_days:
        row = at.get(line, [])
        if 0 <= column - left < len(row) and row[column - left] == _LEAP_DAY_READ:
            row[column - left] = _LEAP_DAY


def _text(value: str) -> Cell:
    return value[:MAX_CELL] if value and not value.isspace() else None


def _number(value: float) -> Cell:
    return int(value) if value.is_integer() and -_EXACT < value < _EXACT else value


def _moment(value: datetime) -> Cell:
    return value if value.hour or value.minute or value.second or value.microsecond else value.date()


def _time(value: time) -> Cell:
    return value.isoformat("seconds")


def _span(value: timedelta) -> Cell:
    """Hours may pass 24, as Excel shows them."""
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


_CONVERT: Final[dict[type, Callable[..., Cell]]] = {
    str: _text,
    float: _number,
    datetime: _moment,
    time: _time,
    timedelta: _span,
}

if __name__ == "__main__":
    sys.exit(main())
