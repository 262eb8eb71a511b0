"""Plain tables going out: a workbook with one sheet a kind, or CSV; text stays text, and all of it reads back."""

import codecs
import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from csdesk.book.durable import sync_folder
from csdesk.intake.shapes import Progress
from csdesk.models.drafts import Value
from csdesk.models.kinds import Language
from csdesk.models.problems import Place, Problem, Reason
from csdesk.reports.delivery import Hindrance, ReportRefused, delivered
from csdesk.reports.inks import MUTED, SURFACE, font
from csdesk.reports.pack import write_text
from csdesk.reports.text import loses_marks, plain, quoted_prefix, width
from csdesk.reports.workbooks import Workbook, Worksheet, column_letter, workbook_at

_ROWS_A_SHEET = 1_048_575
"""Rows under the heading that a sheet can hold."""
_EXACT = 2**53
"""From here on a spreadsheet's numbers lose digits: larger whole numbers are written as text."""
_FIRST_DAY = date(1900, 3, 1)
"""Earlier days are no numbers in a spreadsheet, or not the same in each; they are written as text."""
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


def fitting(tables: Sequence[Table]) -> list[Table]:
    """The tables under names that sheets and files take; one too long for a sheet goes on in a next one under the same
    headings."""
    parts = [
        replace(table, rows=table.rows[first : first + _ROWS_A_SHEET])
        for table in tables
        for first in range(0, max(1, len(table.rows)), _ROWS_A_SHEET)
    ]
    names = sheet_names([part.name for part in parts])
    return [replace(part, name=name) for name, part in zip(names, parts, strict=True)]


def write_tables(
    tables: Sequence[Table],
    path: Path,
    progress: Progress | None = None,
    language: Language = Language.EN,
    password: str = "",
) -> tuple[Problem, ...]:
    """A workbook with a sheet a table.

    Whole numbers of 16 digits and more, and days before March 1900, are written as text. Returns a problem for each
    text that a cell could not hold whole. Raises ReportRefused; lets Cancelled through, leaving nothing behind.
    """
    parts = fitting(tables)
    counted = _Counted(sum(len(part.rows) for part in parts), progress)
    problems: list[Problem] = []
    how: dict[str, Any] = {"font": font(language), "streaming": True, "password": password, "pulse": counted.tell}
    with workbook_at(path, created=_BEGINNING, **how) as book:
        for part in parts:
            sheet = _Rows(book, part.name, part.headings)
            for number, row in enumerate(part.rows, 1):
                counted.one_more()
                problems += _told(path, part, number, sheet.write(number, row))
            sheet.finish(len(part.rows))
    return tuple(problems)


def write_csvs(tables: Sequence[Table], folder: Path, progress: Progress | None = None) -> tuple[Problem, ...]:
    """A CSV file a table in a folder, which is made where there is none: UTF-8 with its mark, so that Excel reads it;
    text that would wake up as a formula gets an apostrophe before it.

    Returns a problem for each text that could not be written whole. Raises ReportRefused; lets Cancelled through.
    """
    _make(folder)
    parts = fitting(tables)
    counted = _Counted(sum(len(part.rows) for part in parts), progress)
    return tuple(problem for part in parts for problem in _write_csv(part, folder / f"{part.name}.csv", counted))


def write_csv(table: Table, path: Path, progress: Progress | None = None) -> tuple[Problem, ...]:
    """One table as CSV; the file is there as a whole or not at all."""
    return tuple(_write_csv(table, path, _Counted(len(table.rows), progress)))


def _write_csv(table: Table, path: Path, counted: "_Counted") -> list[Problem]:
    problems: list[Problem] = []
    with delivered(path) as handle:
        writer = csv.writer(codecs.getwriter("utf-8-sig")(handle, "replace"))
        writer.writerow([quoted_prefix(plain(heading)) for heading in table.headings])
        for number, row in enumerate(table.rows, 1):
            counted.one_more()
            writer.writerow([_csv_text(value) for value in row])
            lost = {
                column: Reason.UNWRITABLE
                for column, value in enumerate(row)
                if isinstance(value, str) and loses_marks(value)
            }
            problems += _told(path, replace(table, name=""), number, lost)
    return problems


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)  # or the files in it would last, and it would not
    except FileExistsError as error:
        raise ReportRefused(Hindrance.BAD_NAME, folder) from error
    except FileNotFoundError as error:
        raise ReportRefused(Hindrance.NO_FOLDER, folder) from error
    except OSError as error:
        raise ReportRefused(Hindrance.CANNOT_WRITE, folder) from error


class _Counted:
    """Rows written, told now and then."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def one_more(self) -> None:
        if self._done % _REPORTED_EVERY == 0:
            self.tell()
        self._done += 1

    def tell(self) -> None:
        if self._progress is not None:
            self._progress(self._done, self._total)


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

    def write(self, row: int, cells: Sequence[Value]) -> dict[int, Reason]:
        """Write one row; why a cell could not hold its text whole, by column."""
        if row <= _SAMPLED:
            self._widths = [
                max(now, min(40.0, width(str(value)) + 2)) if value is not None else now
                for now, value in zip(self._widths, cells, strict=True)
            ]
        seen = ((column, self._put(row, column, value)) for column, value in enumerate(cells))
        return {column: reason for column, reason in seen if reason is not None}

    def _put(self, row: int, column: int, value: Value) -> Reason | None:
        page = self._page
        if value is None or value == "":
            return None
        if isinstance(value, str):
            if not write_text(page, row, column, value):
                return Reason.TOO_LONG
            return Reason.UNWRITABLE if loses_marks(value) else None
        if isinstance(value, bool):
            page.write_boolean(row, column, value)
        elif isinstance(value, date):
            self._put_date(row, column, value)
        elif math.isfinite(value) and abs(value) < _EXACT:
            page.write_number(row, column, value)
        elif math.isfinite(value):
            write_text(page, row, column, str(value))
        return None

    def _put_date(self, row: int, column: int, value: date) -> None:
        moment = _utc(value) if isinstance(value, datetime) else None
        if (moment.date() if moment else value) < _FIRST_DAY:
            write_text(self._page, row, column, (moment or value).isoformat())
        elif moment:
            self._page.write_datetime(row, column, moment, self._moment)
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


def _told(path: Path, part: Table, row: int, lost: Mapping[int, Reason]) -> list[Problem]:
    return [
        Problem(
            Place(path.name, part.name, row + 1, column_letter(column)),
            part.headings[column],
            str(part.rows[row - 1][column])[:40],
            reason,
            refuses=False,
        )
        for column, reason in lost.items()
    ]


def _csv_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return quoted_prefix(plain(value))
    if isinstance(value, datetime):
        return _utc(value).isoformat(sep=" ")
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)
