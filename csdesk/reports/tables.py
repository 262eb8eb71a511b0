"""Plain tables going out: a workbook with one sheet a kind, or CSV; text stays text, and all of it reads back."""

import codecs
import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from csdesk.intake.shapes import Progress
from csdesk.models.drafts import Value
from csdesk.models.kinds import Language
from csdesk.models.problems import Place, Problem, Reason
from csdesk.reports.delivery import delivered
from csdesk.reports.inks import MUTED, SURFACE, font
from csdesk.reports.pack import write_text
from csdesk.reports.text import quoted_prefix, width
from csdesk.reports.workbooks import Workbook, Worksheet, column_letter, workbook_at

_ROWS_A_SHEET = 1_048_575
"""Rows under the heading that a sheet can hold."""
_EXACT = 2**53
"""From here on a spreadsheet's numbers lose digits: larger whole numbers are written as text."""
_FIRST_YEAR = 1900
"""Earlier dates are no numbers in a spreadsheet: they are written as text."""
_REPORTED_EVERY = 500
_SAMPLED = 200
_BEGINNING = date(2000, 1, 1)
"""Stands as the day of making, so that the same rows give the same bytes."""


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of rows: its name, headings, and cells in their order."""

    name: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


def write_tables(
    tables: Sequence[Table], path: Path, progress: Progress | None = None, language: Language = Language.EN
) -> tuple[Problem, ...]:
    """A workbook with a sheet a table; rows beyond a sheet's end go on in a next one under the same headings.

    Whole numbers of 16 digits and more, and dates before 1900, are written as text. Returns a problem for each text
    that a cell could not hold whole. Raises ReportRefused; lets Cancelled through, leaving nothing behind.
    """
    parts = list(_parts(tables))
    total = sum(len(part.rows) for part in parts)
    done = 0
    problems: list[Problem] = []

    def pulse() -> None:
        if progress is not None:
            progress(done, total)

    with workbook_at(path, created=_BEGINNING, font=font(language), streaming=True, pulse=pulse) as book:
        for name, part in zip(sheet_names([part.name for part in parts]), parts, strict=True):
            sheet = _Rows(book, name, part.headings)
            for number, row in enumerate(part.rows, 1):
                if done % _REPORTED_EVERY == 0:
                    pulse()
                problems += _cut(path, name, part, number, sheet.write(number, row))
                done += 1
            sheet.finish(len(part.rows))
    return tuple(problems)


def write_csv(table: Table, path: Path, progress: Progress | None = None) -> None:
    """UTF-8 with its mark, so that Excel reads it; text that would wake up as a formula gets an apostrophe before it.

    Raises ReportRefused; lets Cancelled through, leaving nothing behind.
    """
    with delivered(path) as handle:
        writer = csv.writer(codecs.getwriter("utf-8-sig")(handle, "replace"))
        writer.writerow([quoted_prefix(heading) for heading in table.headings])
        for number, row in enumerate(table.rows):
            if progress is not None and number % _REPORTED_EVERY == 0:
                progress(number, len(table.rows))
            writer.writerow([_csv_text(value) for value in row])


def sheet_names(names: Sequence[str]) -> list[str]:
    r"""Names that a workbook takes: 31 characters, none of []:*?/\, no apostrophe at the ends, each one different."""
    taken: set[str] = {"history"}
    found = []
    for name in names:
        plain_name = "".join(" " if mark in "[]:*?/\\" or not mark.isprintable() else mark for mark in name)
        wanted = plain_name.strip(" '") or "Sheet"
        number, unique = 1, _fit(wanted, "")
        while unique.casefold() in taken:
            number += 1
            unique = _fit(wanted, f" ({number})")
        taken.add(unique.casefold())
        found.append(unique)
    return found


def _fit(name: str, ending: str) -> str:
    """The name cut so that it and its ending take no more than 31 UTF-16 units."""
    room = 31 - len(ending)
    while len(name.encode("utf-16-le")) // 2 > room:
        name = name[:-1]
    return f"{name.rstrip(chr(39))}{ending}"


def _parts(tables: Sequence[Table]) -> list[Table]:
    """The tables, those too long for a sheet in several."""
    return [
        Table(table.name, table.headings, table.rows[first : first + _ROWS_A_SHEET])
        for table in tables
        for first in range(0, max(1, len(table.rows)), _ROWS_A_SHEET)
    ]


class _Rows:
    """A sheet that takes rows from the top down."""

    def __init__(self, book: Workbook, name: str, headings: Sequence[str]) -> None:
        self._page: Worksheet = book.add_worksheet(name)
        base = {"valign": "top"}
        head = book.add_format({"bold": True, "bg_color": SURFACE, "bottom": 1, "bottom_color": MUTED, **base})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", **base})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left", **base})
        self._widths = [min(40.0, max(8.0, width(heading) + 3)) for heading in headings]
        for column, heading in enumerate(headings):
            write_text(self._page, 0, column, heading, head)

    def write(self, row: int, cells: Sequence[Value]) -> list[int]:
        """Write one row; the columns whose text a cell could not hold whole."""
        if row <= _SAMPLED:
            self._widths = [
                max(now, min(40.0, width(str(value)) + 2)) if value is not None else now
                for now, value in zip(self._widths, cells, strict=True)
            ]
        return [column for column, value in enumerate(cells) if not self._put(row, column, value)]

    def _put(self, row: int, column: int, value: Value) -> bool:
        page = self._page
        if value is None or value == "":
            return True
        if isinstance(value, str):
            return write_text(page, row, column, value)
        if isinstance(value, bool):
            page.write_boolean(row, column, value)
        elif isinstance(value, date):
            self._put_date(row, column, value)
        elif math.isfinite(value) and abs(value) < _EXACT:
            page.write_number(row, column, value)
        elif math.isfinite(value):
            write_text(page, row, column, str(value))
        return True

    def _put_date(self, row: int, column: int, value: date) -> None:
        if value.year < _FIRST_YEAR:
            write_text(self._page, row, column, value.isoformat())
        elif isinstance(value, datetime):
            self._page.write_datetime(row, column, _utc(value), self._moment)
        else:
            self._page.write_datetime(row, column, value, self._day)

    def finish(self, rows: int) -> None:
        """Set widths, freeze and filter the heading row."""
        for column, columns in enumerate(self._widths):
            self._page.set_column(column, column, columns)
        self._page.freeze_panes(1, 0)
        self._page.autofilter(0, 0, max(1, rows), max(0, len(self._widths) - 1))


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _cut(path: Path, sheet: str, part: Table, row: int, columns: Sequence[int]) -> list[Problem]:
    return [
        Problem(
            Place(path.name, sheet, row + 1, column_letter(column)),
            part.headings[column],
            str(part.rows[row - 1][column])[:40],
            Reason.TOO_LONG,
            refuses=False,
        )
        for column in columns
    ]


def _csv_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return quoted_prefix(value.replace("\x00", ""))
    if isinstance(value, datetime):
        return _utc(value).isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date) else str(value)
