"""Cleaning: every matched cell read, records made, and every refused or questioned cell named with its reason."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import compress
from typing import TypeAlias

from csdesk.intake.by_column import ByColumn, cells_of
from csdesk.intake.distinct import distinct, kinds, once_each
from csdesk.intake.fields import ValueType, base_of, field_of
from csdesk.intake.matching.records.rules import is_vital
from csdesk.intake.matching.records.second_columns import filled_beside
from csdesk.intake.matching.records.years_beside import YearsAround, YearsBeside, with_years
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.matching.words.activity import legend_of, meaning_of, read_active
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.records import RecordsByColumn
from csdesk.intake.shapes import Cell, Clean, FoundTable, Record, TableKind
from csdesk.intake.values.dates import Yearless
from csdesk.intake.values.nobodies import of_nobody
from csdesk.intake.values.reading import ColumnReading, Noted, Reading, as_text
from csdesk.intake.values.text import error_cell, folded, is_nothing
from csdesk.intake.values.whole import read_column
from csdesk.intake.values.words import read_mark
from csdesk.models.problems import Place, Problem, Reason

_SPECIAL = frozenset({Reason, Noted, Yearless})
_PAST = frozenset(
    {"touch.date", "touch.last_at", "usage.last_seen", "usage.date", "ticket.opened_at", "ticket.closed_at",
     "nps.responded_at", "invoice.date", "invoice.paid_on", "task.done_on", "milestone.done_on", "interview.on_date",
     "feedback.given_on"}
)  # fmt: skip
"""Days on which something was done."""
_BESIDE = {
    "invoice.due": ("invoice.date",),
    "invoice.paid_on": ("invoice.due", "invoice.date"),
    "ticket.closed_at": ("ticket.opened_at",),
    "task.done_on": ("task.due",),
    "milestone.done_on": ("milestone.due",),
}
"""The days of the same row near which a day is."""
_NOTE_SIGN = re.compile(r"(?<=[\d円])\s*(?:[※＊*†‡]+\s?\d?|[(（]?注\s?\d?[)）]?)$")
_Own: TypeAlias = str | Reason | None
_RECORD_STARTS = "レコードの開始行"


@dataclass(slots=True)
class Cleaned:
    """The records of a table and the problems met on the way; `years` are for the rows below."""

    years: YearsAround
    records: Sequence[Record] = ()
    problems: list[Problem] = field(default_factory=list)


def clean(
    table: FoundTable,
    known: Recognised,
    readings: dict[int, ColumnReading],
    progress: Callable[[int], object],
    as_of: date | None = None,
    around: YearsAround | None = None,
) -> Cleaned:
    """Read every matched column, then put the rows together again; of long tables a row when it is looked at.
    `progress` is told of rows: when half the columns are read, that is half the rows. Past days of a column that tells
    no year are the last ones up to `as_of`; of a part of a table, `around` knows the days in the rest."""
    above = around or YearsAround()
    done = Cleaned(YearsAround(dict(above.above), dict(above.first), above.wanted))
    columns: dict[str, Sequence[Clean]] = {}
    marks, legend = _x_is_yes(table, known), legend_of(table.context)
    order = sorted(known.positions.items(), key=lambda one: one[0] in _BESIDE)
    for nth, (field_id, at) in enumerate(order):
        progress(nth * len(table.rows) // len(known.positions))
        cells = cells_of(table.rows, at)
        if base_of(field_id) == "matrix" and field_id not in known.amounts:
            read: list[Reading] = once_each(partial(_mark, legend=legend, x_yes=marks), cells)
        elif field_of(field_id).type is ValueType.YES_NO and _are_ticks(cells):
            read = [True if as_text(cell).strip() else None for cell in cells]
        else:
            read = _amounts(readings[at], cells) if field_id in known.amounts else read_column(readings[at], cells)
            read = filled_beside(read, table, known, field_id, readings[at])
        beside = next((columns[other] for other in _BESIDE.get(field_id, ()) if other in columns), ())
        last = as_of if base_of(field_id) in _PAST else None
        years = YearsBeside(beside, last, above.above.get(field_id), above.first.get(field_id))
        read = _without_nobodies(read) if field_id == "account.name" else read
        columns[field_id] = _Settling(table, known.kind, at, field_id, done.problems, years).values(read)
        if around and field_of(field_id).type.is_date:
            done.years.below(field_id, read, columns[field_id])
    columns = {field_id: columns[field_id] for field_id in known.positions}
    records = _filled(columns, _own_columns(table, known, done.problems), table.lines, _heads(table))
    done.records = records if isinstance(table.rows, ByColumn) else list(records)
    return done


def _filled(
    columns: dict[str, Sequence[Clean]],
    own: dict[str, Sequence[_Own]],
    lines: Sequence[int],
    heads: Sequence[int],
) -> RecordsByColumn:
    """The records of the rows that hold anything."""
    if any(None not in column for column in columns.values()):
        return RecordsByColumn(columns, own, lines, heads)
    kept = [False] * len(lines)
    for column in columns.values():
        kept = [keep or value is not None for keep, value in zip(kept, column, strict=True)]
    for texts in own.values():
        kept = [keep or type(text) is str for keep, text in zip(kept, texts, strict=True)]
    if all(kept):
        return RecordsByColumn(columns, own, lines, heads)
    return RecordsByColumn(
        {name: list(compress(column, kept)) for name, column in columns.items()},
        {name: list(compress(texts, kept)) for name, texts in own.items()},
        list(compress(lines, kept)),
        list(compress(heads, kept)),
    )


def place_of(table: FoundTable, at: int, column: int) -> Place:
    """The address of a cell by its position in the table."""
    return table.place(table.lines[at], table.columns[column].letter)


@dataclass(slots=True)
class _Settling:
    """One column whose cells have been read: refused cells are emptied and named, days without a year are given one."""

    table: FoundTable
    kind: TableKind
    position: int
    field: str
    problems: list[Problem]
    years: YearsBeside

    def values(self, read: Sequence[Reading]) -> Sequence[Clean]:
        """The values, in order."""
        types = kinds(read)
        if types.isdisjoint(_SPECIAL):
            return read  # type: ignore[return-value] # values alone
        settled = with_years(read, self.years) if Yearless in types else read
        return [
            value if type(value) not in _SPECIAL else self._settled(row, value)  # type: ignore[misc] # as above
            for row, value in enumerate(settled)
        ]

    def _settled(self, row: int, value: Reading) -> Clean:
        if isinstance(value, Noted):
            self._say(row, value.note, refuses=False)
            return value.value
        assert isinstance(value, Reason)
        self._say(row, value, refuses=is_vital(self.kind, self.field))
        return None

    def _say(self, row: int, reason: Reason, *, refuses: bool) -> None:
        seen = as_text(self.table.rows[row][self.position])
        self.problems.append(Problem(place_of(self.table, row, self.position), self.field, seen, reason, refuses))


def _without_nobodies(read: list[Reading]) -> list[Reading]:
    nobodies = of_nobody(name for name in distinct(read) if isinstance(name, str))
    return [None if name in nobodies else name for name in read] if nobodies else read


def _x_is_yes(table: FoundTable, known: Recognised) -> bool:
    """Whether a letter x is a tick in this grid: it is, unless other ticks stand beside it."""
    months = [at for field_id, at in known.positions.items() if base_of(field_id) == "matrix"]
    cells = {cell for at in months for cell in cells_of(table.rows, at) if isinstance(cell, str)}
    ticks = {text for text in cells if isinstance(text, str) and read_mark(text, x_is_yes=False)}
    return not ticks


def _are_ticks(cells: Sequence[Cell]) -> bool:
    """Whether a column of yes and no has the letter x alone, which then ticks; beside other words it crosses out."""
    return {folded(text) for cell in cells if (text := as_text(cell).strip())} == {"x"}


def _mark(cell: Cell, *, legend: Mapping[str, bool | Reason], x_yes: bool) -> Reading:
    return read_active(as_text(cell), legend, x_is_yes=x_yes)


def _amounts(reading: ColumnReading, cells: Sequence[Cell]) -> list[Reading]:
    """Amounts by month: nothing is paid where a word says that the customer has left or is on trial, and a word that
    nobody knows leaves it open."""
    words: dict[Cell, bool | Reason | None] = {cell: meaning_of(cell) for cell in set(cells) if isinstance(cell, str)}
    plain = [0 if words.get(cell) is False else _without_note(cell) for cell in cells]
    read = read_column(reading, plain)
    if Reason.UNCLEAR_MARK not in words.values():
        return read
    return [
        Reason.UNCLEAR_MARK if words.get(cell) is Reason.UNCLEAR_MARK else value
        for cell, value in zip(cells, read, strict=True)
    ]


def _without_note(cell: Cell) -> Cell:
    """A cell without the sign of a note behind its figure."""
    return _NOTE_SIGN.sub("", cell) if isinstance(cell, str) else cell


def _heads(table: FoundTable) -> list[int]:
    """For each row the line of the record it continues: a `*` in the first column starts one, rows without it belong
    to the last. Empty where the table has no such column."""
    starts = [at for at, column in enumerate(table.columns) if fold_words(column.heading) == _RECORD_STARTS]
    if not starts:
        return []
    heads, last = [], 0
    for row, line in zip(table.rows, table.lines, strict=True):
        begins = as_text(row[starts[0]]) == "*"
        last = line if begins else last
        heads.append(0 if begins else last)
    return heads


def _own_columns(table: FoundTable, known: Recognised, problems: list[Problem]) -> dict[str, Sequence[_Own]]:
    """The team's own columns as text, by heading; empty cells and columns that only count are left out. An error of
    the spreadsheet is no value, and is told."""
    own = [
        (at, match.column.heading.strip() or match.column.letter)
        for at, match in enumerate(known.columns)
        if match.field == "" and at not in known.numbering and fold_words(match.column.heading) != _RECORD_STARTS
    ]
    columns: dict[str, Sequence[_Own]] = {}
    for at, name in own:
        read = once_each(_own_text, cells_of(table.rows, at))
        types = kinds(read)
        if Reason in types:
            problems += (
                Problem(place_of(table, nth, at), "", as_text(table.rows[nth][at]), Reason.ERROR_CELL, refuses=False)
                for nth, text in enumerate(read)
                if isinstance(text, Reason)
            )
        if str in types:
            columns[name] = _latest(columns[name], read) if name in columns else read
    return columns


def _latest(first: Sequence[_Own], second: Sequence[_Own]) -> list[_Own]:
    """Two columns under one heading: the text of the second where it has one."""
    return [new if type(new) is str else old for old, new in zip(first, second, strict=True)]


def _own_text(cell: Cell) -> _Own:
    """The text of a cell, None of an empty one, the reason of an error."""
    if cell is None or (isinstance(cell, str) and is_nothing(cell)):
        return None
    return (error_cell(cell) if isinstance(cell, str) else None) or as_text(cell)
