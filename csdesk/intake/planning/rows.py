"""Planning one table: each source row turned into what it adds or changes, with one verdict."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from csdesk.intake.matching.records.inner_lines import is_line
from csdesk.intake.planning.deals import Deals
from csdesk.intake.planning.doings import Doings
from csdesk.intake.planning.further_people import FurtherPeople
from csdesk.intake.planning.lines import ContractLines
from csdesk.intake.planning.movement_log import MovementLog
from csdesk.intake.planning.people import full_name
from csdesk.intake.planning.previews import Preview, by_line, other_currencies
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.planning.who import NAMES, Who, first_told
from csdesk.intake.shapes import (
    TOLD_EVERY,
    Clean,
    PlannedTable,
    Record,
    TableKind,
)
from csdesk.models.problems import Problem

_TITLES = (
    *NAMES, "cost.item", "cost.month", "ticket.subject", "nps.external_id", "invoice.number", "task.title",
    "feedback.title", "feedback.text", "mailing.name", "figure.name",
    "marker.title", "invitation.name", "invitation.survey",
)  # fmt: skip


class TablePlanner:
    """Plans the rows of one table."""

    def __init__(self, view: TableView, doings: Doings) -> None:
        self._view, self._matched, self._doings = view, view.matched, doings
        self._who = Who(self._view, doings.how_they_are)
        self._further = FurtherPeople(self._view)
        self._lines = ContractLines(self._view)
        self._log = MovementLog(self._view, self._lines)
        self._deals = Deals(self._view, self._who)
        self._takes = {
            TableKind.COSTS: self._doings.take_costs,
            TableKind.FIGURES: self._doings.take_figure,
            TableKind.RATES: self._doings.take_rate,
            TableKind.MARKERS: self._doings.take_marker,
        }
        self._heads = {record.line: record for record in view.matched.records if not record.head}
        self._preview = Preview(self._view)
        self._titles = titles_of(self._view)

    def plan(self, progress: Callable[[int], object]) -> PlannedTable:
        """The table's preview; its drafts are in the shared ledger. `progress` is told how many records are done."""
        problems = by_line(self._matched.problems)
        rows, done = [], 0
        for nth, (line, records) in enumerate(self._rows()):
            if nth % TOLD_EVERY == 0:
                progress(done)
            rows.append(self._row(records, problems.get(line, ())))
            done += len(records)
        self._log.settle()
        self._doings.settle()
        self._deals.settle()
        self._who.settle()
        planned = []
        for nth, row in enumerate(rows):
            if nth % TOLD_EVERY == 0:
                progress(done)
            planned.append(self._preview.planned(row, problems.get(row.record.line, ())))
        said = [problem for row in rows for problem in row.problems]
        problems_said = (*self._matched.problems, *other_currencies(self._view), *said)
        return PlannedTable(self._matched, tuple(planned), problems_said, tuple(self._who.lookalikes))

    def _rows(self) -> Iterator[tuple[int, list[Record]]]:
        if self._view.kind is not TableKind.UNKNOWN:
            for line, records in groupby(self._matched.records, key=lambda record: record.line):
                yield line, list(records)

    def _row(self, records: list[Record], problems: Sequence[Problem]) -> SourceRow:
        record, table = records[0], self._matched.table
        head = self._heads.get(record.head) if record.head else None
        title = title_in(record.values, self._titles) or (title_in(head.values, self._titles) if head else "")
        row = SourceRow(record, table.place(record.line), title)
        if problems and any(problem.refuses for problem in problems):
            self._log.note_refused(row)
            return row
        if self._view.is_beyond(row, records):
            return row
        if take := self._takes.get(self._view.kind):
            for one in records:
                take(row, one.values)
            return row
        if not head and self._deals.take(row):
            return row
        inner = self._view.kind is TableKind.CONTRACTS and is_line(record)
        line = None if head and not inner else self._lines.read(row)
        account = None if row.is_refused else self._who.account(row, head)
        if row.is_refused:
            return row
        contact = self._who.contact(row, account)
        self._further.take(row, account)
        if self._view.kind is TableKind.MATRIX:
            self._lines.take_runs(row, account, records)
        elif self._view.kind is TableKind.MOVEMENTS and account is not None:
            self._log.take(row, account)
        elif line is not None:
            self._lines.take(row, account, line)
        self._deals.note_won(row, account)
        self._doings.take(row, account, contact)
        return row


def titles_of(view: TableView) -> tuple[str, ...]:
    """The fields by which a table's rows may be called, best first."""
    return tuple(field for field in _TITLES if field in view.fields)


def title_in(values: Mapping[str, Clean], titles: Sequence[str]) -> str:
    """What a row is called in the preview."""
    named = first_told(values, titles)
    return str(named) if named else full_name(values) or str(values.get("contact.email") or "")
