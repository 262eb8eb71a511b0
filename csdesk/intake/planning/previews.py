"""What the preview shows of a row that has been planned, and what is said of a table as a whole."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from csdesk.intake.fields import is_month_field
from csdesk.intake.planning.facts import field_of_column
from csdesk.intake.planning.ledger import Outcome
from csdesk.intake.planning.source import CURRENCIES, SourceRow, TableView
from csdesk.intake.shapes import Cell, Change, Clean, PlannedRow, TableKind, Verdict, shown
from csdesk.models.kinds import Kind
from csdesk.models.problems import Place, Problem, Reason

_CURRENCY = "currency"
_SEVERAL = frozenset({TableKind.RATES, TableKind.FIGURES})
_OF_LINES = ("starts_on", "start_known", "ended_on", "amount")


class Preview:
    """The lines of one table's preview."""

    def __init__(self, view: TableView) -> None:
        self._view = view
        self.told = tuple(match.field for match in view.matched.columns if match.field in view.fields)
        """The fields that a new row shows."""

    def planned(self, row: SourceRow, problems: Sequence[Problem]) -> PlannedRow:
        """The line of a row; `problems` are those that matching has found in it."""
        told = (*problems, *row.problems)
        verdict, kind, line = self.verdict(row, told), self._view.main, row.record.line
        if verdict is Verdict.NEW and self._view.kind is TableKind.MATRIX:
            return PlannedRow(verdict, kind, line, row.title, tuple(self._of_months(row)), told)
        if verdict is Verdict.NEW:
            return PlannedRow(verdict, kind, line, row.title, (), told, self.told, self._values(row))
        changes = tuple(change for kind, done in row.outcomes for change in self._changes(row, kind, done))
        return PlannedRow(verdict, kind, line, row.title, changes, told)

    def verdict(self, row: SourceRow, told: Sequence[Problem]) -> Verdict:
        """One verdict for everything a row does, all that is told of it considered."""
        refused = bool(told) and any(problem.refuses for problem in told)
        return Verdict.REFUSED if refused else self._verdict(row)

    def _verdict(self, row: SourceRow) -> Verdict:
        """New where what the table is of is new, changed where anything else is."""
        if len(row.outcomes) == 1:
            return row.outcomes[0][1].verdict
        seen = {done.verdict for _, done in row.outcomes}
        main = {done.verdict for kind, done in row.outcomes if kind is self._view.main}
        if Verdict.CONFLICT in seen:
            return Verdict.CONFLICT
        if Verdict.NEW in main or (not main and Verdict.NEW in seen):
            return Verdict.NEW
        return Verdict.CHANGED if seen - {Verdict.SAME} else Verdict.SAME

    def _values(self, row: SourceRow) -> Mapping[str, Clean]:
        """The values of a row; where it holds several records, a rate or a figure of a month each, their cells."""
        if self._view.kind not in _SEVERAL:
            return row.values
        cells = zip(self._view.matched.columns, self._rows[row.record.line], strict=True)
        several = {match.field: cell for match, cell in cells if is_month_field(match.field) and cell != ""}
        return {**row.values, **several}

    @cached_property
    def _rows(self) -> Mapping[int, Sequence[Cell]]:
        """The rows of the table by their lines."""
        return dict(zip(self._view.matched.table.lines, self._view.matched.table.rows, strict=True))

    def _of_months(self, row: SourceRow) -> Iterator[Change]:
        """What a new row of months brings: itself, and of each contract that its months make from when to when it runs,
        and what is paid."""
        for name in self.told:
            if not is_month_field(name) and (value := row.values.get(name)) is not None:
                yield name, None, shown(value)
        for kind, done in row.outcomes:
            if kind is Kind.CONTRACT and done.verdict is Verdict.NEW:
                yield from self._of_line(row, done.id)

    def _of_line(self, row: SourceRow, number: int) -> Iterator[Change]:
        value, currency = self._view.shared.ledger.value, self._view.currency_of(row)
        monthly = value(Kind.CONTRACT, number, "interval_months") == 1
        for column in _OF_LINES:
            held = value(Kind.CONTRACT, number, column)
            if held is not None and held is not True:
                field = field_of_column(Kind.CONTRACT.value, "mrr" if column == "amount" and monthly else column)
                yield field, None, self._view.named(column, held, currency)

    def _changes(self, row: SourceRow, kind: Kind, done: Outcome) -> Iterator[Change]:
        """What there is and what the row has instead, each amount in its own currency; the book's is not stored."""
        told, home, now = (*done.changes, *done.conflicts), self._view.shared.currency, self._view.currency_of(row)
        was = next((str(old or home) for column, old, _ in told if column == _CURRENCY), now)
        for column, old, new in told:
            field = field_of_column(kind.value, column)
            if column == _CURRENCY:
                yield field, was, new or home
            else:
                yield field, self._view.named(column, old, was), self._view.named(column, new, now)


def other_currencies(view: TableView) -> list[Problem]:
    """A word on every currency of a table that is not the book's."""
    fields = [field for field in CURRENCIES if field in view.fields]
    codes = {str(code).upper() for field in fields for code in view.cells.of(field) if code}
    table, home = view.matched.table, view.shared.currency
    return [
        Problem(Place(table.file, table.sheet), "contract.currency", code, Reason.OTHER_CURRENCY, refuses=False)
        for code in sorted((codes | {view.currency}) - {home})
    ]


def by_line(problems: Sequence[Problem]) -> dict[int, list[Problem]]:
    """Problems by the line they stand on."""
    found: dict[int, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.place.row, []).append(problem)
    return found
