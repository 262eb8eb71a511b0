"""Small files a person saves on the way: a chart, and the rows of an import that were refused."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import TYPE_CHECKING

from csdesk.wording.speech import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from csdesk.models.kinds import Language
    from csdesk.usecases.importing import PlannedTable

_ROW = Words("Row", "行")
_REASON = Words("Reason", "理由")
_SHEET = Words("Refused rows", "取り込めない行")
_BETWEEN = Words("; ", "、")


def save_bytes(content: bytes, path: Path) -> None:
    """Put a file where the person wants it, whole or not at all. Raises ReportRefused."""
    from csdesk.reports.delivery import delivered

    with delivered(path) as handle:
        handle.write(content)


def save_refused(planned: PlannedTable, path: Path, language: Language, on: date) -> int:
    """Write the refused rows of a table as they stood, each with its row number and the reasons; returns how many.

    A path that ends in .csv gives text, any other a workbook. Mended there, the file can be imported again.
    Raises ReportRefused.
    """
    rows = list(_refused(planned, language))
    columns = planned.matched.table.columns
    headings: list[object] = [*(column.heading for column in columns), _ROW.say(language), _REASON.say(language)]
    if path.suffix.lower() == ".csv":
        save_bytes(_as_csv([headings, *rows]), path)
    else:
        _as_workbook([headings, *rows], path, _SHEET.say(language), on)
    return len(rows)


def _refused(planned: PlannedTable, language: Language) -> Iterator[list[object]]:
    from csdesk.usecases.importing import Verdict
    from csdesk.usecases.sentences import problem_sentence

    table = planned.matched.table
    cells = dict(zip(table.lines, table.rows, strict=True))
    for row in planned.rows:
        if row.verdict is Verdict.REFUSED:
            reasons = _BETWEEN.say(language).join(problem_sentence(problem, language) for problem in row.problems)
            stood = cells.get(row.line, ())
            yield [*stood, *[None] * (len(table.columns) - len(stood)), row.line, reasons]


def _as_csv(rows: list[list[object]]) -> bytes:
    from csdesk.reports.text import plain, quoted_prefix

    out = io.StringIO()
    written = ([quoted_prefix(plain(cell)) if isinstance(cell, str) else cell for cell in row] for row in rows)
    csv.writer(out).writerows(written)
    return out.getvalue().encode("utf-8-sig")


def _as_workbook(rows: list[list[object]], path: Path, name: str, on: date) -> None:
    from csdesk.reports.text import plain
    from csdesk.reports.workbooks import workbook_at

    with workbook_at(path, created=on, font={}) as book:
        page = book.add_worksheet(name)
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for place, row in enumerate(rows):
            for across, cell in enumerate(row):
                if isinstance(cell, datetime | date):
                    page.write_datetime(place, across, cell, day)
                elif cell is not None:
                    page.write(place, across, plain(cell) if isinstance(cell, str) else cell)
        page.freeze_panes(1, 0)
