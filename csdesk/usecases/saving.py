"""Small files a person saves on the way: a chart, a table as it is shown, the rows an import refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from csdesk.usecases.refused_marks import REASON, ROW
from csdesk.wording.speech import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from csdesk.models.drafts import Value
    from csdesk.models.kinds import Language
    from csdesk.models.problems import Problem
    from csdesk.reports.tables import Table
    from csdesk.usecases.importing import PlannedTable

    Progress = Callable[[int, int], None]

_SHEET = Words("Refused rows", "取り込めない行")
_BETWEEN = Words("; ", "、")


def save_bytes(content: bytes, path: Path) -> None:
    """Put a file where the person wants it, whole or not at all. Raises ReportRefused."""
    from csdesk.reports.delivery import delivered

    with delivered(path) as handle:
        handle.write(content)


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table as it is shown: its name, headings, and of each cell the day or figure that it holds, else its text;
    `numbers` are the columns of figures."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[date | float | str, ...], ...]
    numbers: frozenset[int] = frozenset()


def save_table(table: ShownTable, path: Path, language: Language, progress: Progress) -> tuple[Problem, ...]:
    """Write a table as it is shown; days as days, figures as numbers, everything else as text.

    A path that ends in .csv gives text, any other a workbook. Gives the texts that could not be written whole. Raises
    ReportRefused.
    """
    from csdesk.reports.tables import Table

    rows = [tuple(_figure(c) if at in table.numbers else c for at, c in enumerate(row)) for row in table.rows]
    return _save(Table(table.name, table.headings, rows), path, language, progress)


def _figure(shown: date | float | str) -> Value:
    """The number a cell shows, without the signs around it; text that shows none stays text."""
    from csdesk.intake.values.numbers import read_number

    number = read_number(shown) if isinstance(shown, str) and shown else None
    if not isinstance(number, Decimal):
        return shown
    return int(number) if number == number.to_integral_value() else float(number)


def refused_alone(planned: PlannedTable) -> PlannedTable:
    """A planned table with nothing but its refused rows, to be kept for saving them once the rest is written."""
    from csdesk.intake.by_verdict import ByVerdict
    from csdesk.usecases.importing import Verdict

    if isinstance(planned.rows, ByVerdict):  # made as they are looked at: there is little to let go of
        return replace(planned, rows=planned.rows.only(Verdict.REFUSED), lookalikes=())
    rows = tuple(planned.rows_of(Verdict.REFUSED))
    wanted, table = {row.line for row in rows}, planned.matched.table
    kept = [(line, cells) for line, cells in zip(table.lines, table.rows, strict=True) if line in wanted]
    rest = replace(table, lines=tuple(line for line, _ in kept), rows=tuple(cells for _, cells in kept))
    return replace(planned, matched=replace(planned.matched, table=rest, records=()), rows=rows, lookalikes=())


def save_refused(planned: PlannedTable, path: Path, language: Language, progress: Progress) -> int:
    """Write the refused rows of a table as they stood, each with its row number and the reasons; returns how many.

    A path that ends in .csv gives text, any other a workbook. Mended there, the file can be imported again.
    Raises ReportRefused.
    """
    from csdesk.reports.tables import Table

    rows = list(_refused(planned, language))
    columns = planned.matched.table.columns
    headings = (*(column.heading for column in columns), ROW.say(language), REASON.say(language))
    _save(Table(_SHEET.say(language), headings, rows), path, language, progress)
    return len(rows)


def _refused(planned: PlannedTable, language: Language) -> Iterator[list[Value]]:
    from csdesk.usecases.importing import Verdict
    from csdesk.usecases.sentences import problem_sentence

    table = planned.matched.table
    for row in planned.rows:
        if row.verdict is Verdict.REFUSED:
            reasons = _BETWEEN.say(language).join(problem_sentence(problem, language) for problem in row.problems)
            at = table.position(row.line)
            stood = table.rows[at] if at < len(table.lines) and table.lines[at] == row.line else ()
            yield [*stood, *[None] * (len(table.columns) - len(stood)), table.row_name(row.line), reasons]


def _save(table: Table, path: Path, language: Language, progress: Progress) -> tuple[Problem, ...]:
    from csdesk.reports.tables import write_csv, write_tables

    if path.suffix.casefold() == ".csv":
        return write_csv(table, path, progress)
    return write_tables([table], path, progress, language)
