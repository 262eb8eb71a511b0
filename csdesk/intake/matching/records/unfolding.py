"""The rows of a logo x month matrix as one record for each account and month."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from csdesk.intake.fields import base_of, month_of
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.shapes import Clean, FoundTable, Record
from csdesk.intake.values.periods import months_of_span
from csdesk.intake.values.reading import as_text
from csdesk.models.months import Month, months_between
from csdesk.models.problems import Problem, Reason

_APART = 3
"""Months between two bills, at least."""
_TOO_MANY = 3
"""So many logos do not all leave after the same month, nor two of which nothing is told for months."""
_BLANK = frozenset({""})
_NOTHING = frozenset({"0", "0.0", "0.00", "¥0", "$0", "$0.00", "€0"})


@dataclass(frozen=True, slots=True)
class Period:
    """A column of a matrix: its field and the months it covers."""

    field: str
    first: Month
    last: Month

    @property
    def months(self) -> Sequence[Month]:
        """All of them."""
        return months_between(self.first, self.last)


def periods_of(known: Recognised, fiscal_start: int) -> list[Period]:
    """The columns of a matrix in the order of time."""
    fields = [field for field in known.positions if base_of(field) == "matrix"]
    periods = [Period(field, *months_of_span(month_of(field), fiscal_start)) for field in fields]
    return sorted(periods, key=lambda period: period.first)


def by_month(table: FoundTable, records: Sequence[Record], known: Recognised, fiscal_start: int) -> list[Record]:
    """A matrix's rows as one record for each account and month, in the order of the months. The last months, as long as
    nothing stands in them, are columns made ready: not known yet, and nobody's end."""
    grid = filled_periods(table, records, known, fiscal_start)
    months = [(period, month) for period in grid for month in period.months]
    long = []
    for record in records:
        rest = {name: value for name, value in record.values.items() if base_of(name) != "matrix"}
        for at, (period, month) in enumerate(months):
            value = record.values.get(period.field)
            cell: dict[str, Clean] = {"matrix.month": str(month)}
            if period.last != period.first:
                cell["matrix.until"] = str(period.last)
            if known.amounts:
                cell |= {"matrix.active": bool(value), "matrix.amount": value}
            else:
                cell["matrix.active"] = bool(value)
            long.append(Record({**rest, **cell}, record.custom if at == 0 else {}, record.line))
    return long


def without_negatives(
    table: FoundTable, records: Sequence[Record], known: Recognised, fiscal_start: int
) -> tuple[Sequence[Record], list[Problem]]:
    """The rows of a matrix without amounts below zero, credits and refunds, which are no level that anybody pays.

    Each is named and left out, and what was paid in the period before goes on in its place (in the first that of the
    one after): who is credited is a customer still, so nobody leaves and comes back for it. A row that has no other
    amount is refused.
    """
    if not known.amounts:
        return records, []
    grid = periods_of(known, fiscal_start)
    cells = dict(zip(table.lines, table.rows, strict=True))
    kept: list[Record] = []
    problems: list[Problem] = []
    for record in records:
        amounts = [record.values.get(period.field) for period in grid]
        low = [isinstance(amount, Decimal) and amount < 0 for amount in amounts]
        alone = not any(amount and not is_low for amount, is_low in zip(amounts, low, strict=True))
        level = next((amount for amount, is_low in zip(amounts, low, strict=True) if not is_low), None)
        values = dict(record.values)
        for period, amount, is_low in zip(grid, amounts, low, strict=True):
            if is_low:
                at = known.positions[period.field]
                place, seen = table.place(record.line, table.columns[at].letter), as_text(cells[record.line][at])
                reason = Reason.NEGATIVE if alone else Reason.NEGATIVE_MONTH
                problems.append(Problem(place, period.field, seen, reason, refuses=alone))
            level = values[period.field] = level if is_low else amount
        kept.append(replace(record, values=values) if any(low) else record)
    return kept, problems


def filled_periods(table: FoundTable, records: Sequence[Record], known: Recognised, fiscal_start: int) -> list[Period]:
    """The columns of a matrix without the last ones that only stand ready: blank, or zero for all logos of several."""
    grid = periods_of(known, fiscal_start)
    lines = {record.line for record in records}
    rows = [row for row, line in zip(table.rows, table.lines, strict=True) if line in lines]
    positions = known.positions
    places = [positions[period.field] for period in grid]
    columns = [set(map(as_text, {row[at] for row in rows})) for at in places]
    blank = _last(columns, len(grid), _BLANK)
    zeros = _last(columns, blank, _NOTHING)
    if zeros < blank and all(_BLANK.isdisjoint(columns[at]) for at in range(zeros, blank)):
        left = sum(bool(record.values.get(grid[zeros - 1].field)) for record in records)
        return grid[: zeros if left > 1 and left + blank - zeros > _TOO_MANY else blank]
    return grid[:blank]


def _last(columns: Sequence[set[str]], end: int, nothing: frozenset[str]) -> int:
    """Where the last columns begin, from `end` backwards, that hold nothing else; the first column is none of them."""
    while end > 1 and columns[end - 1] <= nothing:
        end -= 1
    return end


def not_filled(table: FoundTable, records: Sequence[Record], known: Recognised, fiscal_start: int) -> Iterator[Problem]:
    """A word at the first of the last months that hold nothing but zeros, which are left out."""
    filled = filled_periods(table, records, known, fiscal_start)
    ready = periods_of(known, fiscal_start)[len(filled) :]
    columns = [known.positions[period.field] for period in ready]
    if columns and any(as_text(row[at]) for row in table.rows for at in columns):
        column = table.columns[columns[0]]
        place = table.heading_place(column)
        yield Problem(place, "", column.heading, Reason.MONTHS_NOT_FILLED, refuses=False)


def billed_ahead(
    table: FoundTable, records: Sequence[Record], known: Recognised, fiscal_start: int
) -> Iterator[Problem]:
    """A refusal of every row of a matrix that has one amount every few months and nothing between."""
    if not known.amounts:
        return
    grid = periods_of(known, fiscal_start)
    for record in records:
        amounts = [record.values.get(period.field) for period in grid]
        paid = [at for at, amount in enumerate(amounts) if amount]
        steps = {b - a for a, b in pairwise(paid)}
        if len(paid) > 1 and len(steps) == 1 and min(steps) >= _APART and len({amounts[at] for at in paid}) == 1:
            column = table.columns[known.positions[grid[paid[1]].field]]
            place = table.place(record.line, column.letter)
            yield Problem(place, "matrix.amount", str(amounts[paid[0]]), Reason.BILLED_AHEAD)
