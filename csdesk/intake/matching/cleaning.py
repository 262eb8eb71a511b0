"""Cleaning: every matched cell read, records made, and every refused or questioned cell named with its reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import repeat

from csdesk.intake.distinct import once_each
from csdesk.intake.fields import ValueType, base_of, field_of, month_of
from csdesk.intake.matching.endings import day_of
from csdesk.intake.matching.headings import fold_words
from csdesk.intake.matching.recognising import Recognised
from csdesk.intake.matching.rules import is_vital
from csdesk.intake.shapes import Cell, Clean, FoundTable, Record, TableKind
from csdesk.intake.values.dates import Yearless, with_year
from csdesk.intake.values.reading import ColumnReading, Noted, Reading, as_text
from csdesk.intake.values.text import error_cell, folded, is_nothing
from csdesk.intake.values.words import read_mark
from csdesk.models.problems import Place, Problem, Reason

_SPECIAL = frozenset({Reason, Noted, Yearless})
_NONE: dict[str, str] = {}
_RECORD_STARTS = "レコードの開始行"


@dataclass(slots=True)
class Cleaned:
    """The records of a table and the problems met on the way."""

    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def clean(
    table: FoundTable, known: Recognised, readings: dict[int, ColumnReading], progress: Callable[[int], object]
) -> Cleaned:
    """Read every matched column, then put the rows together again. `progress` is told of rows: when half the columns
    are read, that is half the rows."""
    done = Cleaned()
    columns: dict[str, list[Clean]] = {}
    marks = _x_is_yes(table, known)
    for nth, (field_id, at) in enumerate(known.positions.items()):
        progress(nth * len(table.rows) // len(known.positions))
        cells = [row[at] for row in table.rows]
        if base_of(field_id) == "matrix" and field_id not in known.amounts:
            read: list[Reading] = once_each(partial(_mark, x_yes=marks), cells)
        elif field_of(field_id).type is ValueType.YES_NO and _are_ticks(cells):
            read = [True if as_text(cell).strip() else None for cell in cells]
        else:
            read = readings[at].read_all(cells)
        columns[field_id] = _Settling(table, known.kind, at, field_id, done.problems).values(read)
    own = _own_columns(table, known, done.problems)
    names, nothing = tuple(columns), (None,) * len(columns)
    rows = zip(*columns.values(), strict=True) if columns else repeat(())
    heads = _heads(table) or repeat(0)
    done.records = [
        Record(dict(zip(names, values, strict=True)), custom, line, head)
        for values, custom, line, head in zip(rows, own or repeat(_NONE), table.lines, heads, strict=False)
        if custom or values != nothing
    ]
    return done


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

    def values(self, read: Sequence[Reading]) -> list[Clean]:
        """The values, in order."""
        kinds = set(map(type, read))
        if kinds.isdisjoint(_SPECIAL):
            return list(read)  # type: ignore[arg-type] # values alone
        settled = _with_years(read) if Yearless in kinds else read
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


def _with_years(read: Sequence[Reading]) -> list[Reading]:
    """Days without a year given that of the day nearest above, at the top of the first below."""
    near: date | None = None
    first = next(filter(None, map(_dated, read)), None)
    dated: list[Reading] = []
    for value in read:
        if isinstance(value, Yearless):
            beside = near or first
            found = with_year(value, beside) if beside else None
            dated.append(Noted(found, Reason.YEAR_TAKEN) if found else Reason.NOT_A_DATE)
        else:
            dated.append(value)
        near = _dated(dated[-1]) or near
    return dated


def _dated(value: Reading) -> date | None:
    """The day of a value read with its year."""
    if isinstance(value, Yearless | Reason):
        return None
    return day_of(value.value if isinstance(value, Noted) else value)


def _x_is_yes(table: FoundTable, known: Recognised) -> bool:
    """Whether a letter x is a tick in this grid: it is, unless other ticks stand beside it."""
    months = [at for field_id, at in known.positions.items() if base_of(field_id) == "matrix"]
    cells = {row[at] for row in table.rows for at in months if isinstance(row[at], str)}
    ticks = {text for text in cells if isinstance(text, str) and read_mark(text, x_is_yes=False)}
    return not ticks


def _are_ticks(cells: Sequence[Cell]) -> bool:
    """Whether a column of yes and no has the letter x alone, which then ticks; beside other words it crosses out."""
    return {folded(text) for cell in cells if (text := as_text(cell).strip())} == {"x"}


def _mark(cell: Cell, *, x_yes: bool) -> Reading:
    if cell is None:
        return False
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float):
        return bool(cell) if cell in (0, 1) else Reason.NOT_YES_OR_NO
    answer = read_mark(str(cell), x_is_yes=x_yes)
    return Reason.NOT_YES_OR_NO if answer is None else answer


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


def _own_columns(table: FoundTable, known: Recognised, problems: list[Problem]) -> list[dict[str, str]]:
    """The team's own columns as text, by heading; empty cells and columns that only count are left out. An error of
    the spreadsheet is no value, and is told."""
    own = [
        (at, match.column.heading.strip() or match.column.letter)
        for at, match in enumerate(known.columns)
        if match.field == "" and at not in known.numbering and fold_words(match.column.heading) != _RECORD_STARTS
    ]
    names, columns = [], []
    for at, name in own:
        read = once_each(_own_text, [row[at] for row in table.rows])
        kinds = set(map(type, read))
        if Reason in kinds:
            problems += (
                Problem(place_of(table, nth, at), "", as_text(table.rows[nth][at]), Reason.ERROR_CELL, refuses=False)
                for nth, text in enumerate(read)
                if isinstance(text, Reason)
            )
        if str in kinds:
            names.append(name)
            columns.append(read)
    return [
        {name: text for name, text in zip(names, row, strict=True) if type(text) is str}
        for row in zip(*columns, strict=True)
    ]


def _own_text(cell: Cell) -> str | Reason | None:
    """The text of a cell, None of an empty one, the reason of an error."""
    if cell is None or (isinstance(cell, str) and is_nothing(cell)):
        return None
    return (error_cell(cell) if isinstance(cell, str) else None) or as_text(cell)


def by_month(table: FoundTable, records: Sequence[Record], known: Recognised) -> list[Record]:
    """A matrix's rows as one record for each account and month, in the order of the months. The last months, as long as
    nothing stands in them, are columns made ready: not known yet, and nobody's end."""
    grid = sorted((month_of(f), f) for f in known.positions if base_of(f) == "matrix")
    lines = {record.line for record in records}
    rows = [row for row, line in zip(table.rows, table.lines, strict=True) if line in lines]
    while len(grid) > 1 and all(row[known.positions[grid[-1][1]]] in (None, "") for row in rows):
        grid.pop()
    long = []
    for record in records:
        rest = {name: value for name, value in record.values.items() if base_of(name) != "matrix"}
        for at, (month, field_id) in enumerate(grid):
            value = record.values.get(field_id)
            cell: dict[str, Clean] = {"matrix.month": month}
            if known.amounts:
                cell |= {"matrix.active": bool(value), "matrix.amount": value}
            else:
                cell["matrix.active"] = bool(value)
            long.append(Record({**rest, **cell}, record.custom if at == 0 else {}, record.line))
    return long
