"""Planning the book's own tables: rows found by their references, else by what tells them; none is ever merged."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from csdesk.intake.own.columns import Holds, OwnColumn, OwnTable
from csdesk.intake.own.layouts import BY_KIND, BY_TABLE
from csdesk.intake.own.references import label_parts, row_of
from csdesk.intake.planning.homes import CURRENCY, Accepts
from csdesk.intake.planning.ledger import Ledger, Outcome, iso
from csdesk.intake.planning.own_rows import OwnRows
from csdesk.intake.planning.signals import measure_code
from csdesk.intake.shapes import (
    TOLD_EVERY,
    Change,
    MatchedTable,
    PlannedRow,
    PlannedTable,
    Record,
    TableKind,
    Verdict,
    shown,
)
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.money import MOST_MONEY, Currency
from csdesk.models.problems import Place, Problem, Reason

_MOST_MONTHS = 120
_MADE_BY_NAME = frozenset({Kind.PERSON, Kind.PRODUCT, Kind.MEASURE})


@dataclass(slots=True)
class _Row:
    """One row while it is planned."""

    layout: OwnTable
    record: Record
    place: Place
    currency: str
    columns: dict[str, Value] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        return any(problem.refuses for problem in self.problems)

    def say(self, field_id: str, reason: Reason, *, refuses: bool = True) -> None:
        seen = shown(self.record.values.get(field_id))
        self.problems.append(Problem(self.place, field_id, str("" if seen is None else seen), reason, refuses))


class OwnTables:
    """Plans the book's own tables of one import, kind by kind."""

    def __init__(self, ledger: Ledger, currency: str, accepts: Accepts) -> None:
        self._ledger, self._currency, self._accepts = ledger, currency, accepts
        self.rows = OwnRows(ledger)

    def plan(self, table: MatchedTable, home: str, progress: Callable[[int], object]) -> PlannedTable:
        """One table; `home` is the currency of the book that wrote it, `progress` is told how many records are done."""
        layout = BY_TABLE.get(table.kind)
        if layout is None:
            return PlannedTable(table, (), table.problems)
        self._add_empty_columns(layout, table)
        told: dict[int, list[Problem]] = defaultdict(list)
        for problem in table.problems:
            told[problem.place.row].append(problem)
        rows = []
        for done, record in enumerate(table.records):
            if done % TOLD_EVERY == 0:
                progress(done)
            rows.append(self._row(table, layout, record, told.get(record.line, ()), home))
        said = [problem for row, problems in rows for problem in problems]
        return PlannedTable(table, tuple(row for row, _ in rows), (*table.problems, *said))

    def _add_empty_columns(self, layout: OwnTable, table: MatchedTable) -> None:
        """Own columns in which nothing stands are columns of the book all the same."""
        named = [match.column.heading for match in table.columns if match.field == "" and match.column.heading]
        filled = {name for record in table.records for name in record.custom}
        known = {(row["kind"], row["name"]) for _, row in self._ledger.rows(Kind.CUSTOM_FIELD)}
        for name in named:
            if name not in filled and (layout.kind.value, name) not in known:
                self._ledger.add(Kind.CUSTOM_FIELD, {"kind": layout.kind.value, "name": name}, {}, None)

    # -- rows ------------------------------------------------------------------------------------------------------

    def _row(
        self, table: MatchedTable, layout: OwnTable, record: Record, told: Sequence[Problem], home: str
    ) -> tuple[PlannedRow, list[Problem]]:
        row = _Row(layout, record, Place(table.table.file, table.table.sheet, record.line), home)
        verdict: Verdict = Verdict.REFUSED
        changes: Iterable[Change] = ()
        if not any(problem.refuses for problem in told):
            self._fill(row)
            if not row.is_refused:
                verdict, changes = self._settle(row)
        planned = PlannedRow(
            verdict, layout.kind, record.line, self._title(row), tuple(changes), (*told, *row.problems)
        )
        return planned, row.problems

    def _fill(self, row: _Row) -> None:
        """The record as columns of the book."""
        code = row.record.values.get(f"{row.layout.kind.value}.{CURRENCY}")
        row.currency = str(code) if code else row.currency
        values, columns = row.record.values, row.columns
        for name, column in row.layout.by_column.items():
            value = values.get(column.field)
            if column.of is not None or (value is not None and column.holds is Holds.MONEY):
                value = self._value(row, column)
            if value is None and column.needed and not row.is_refused:
                value = self._missing(row, column)
            assert not isinstance(value, Decimal | tuple)
            columns[name] = value
        self._check(row)

    def _value(self, row: _Row, column: OwnColumn) -> Value:
        """A reference as the row it means, an amount in minor units."""
        value = row.record.values.get(column.field)
        if column.holds is Holds.BELONGS:
            return self._belongs(row, column)
        if isinstance(value, Decimal):
            return self._money(row, column, value)
        return None if value is None else self._named(row, column, str(value))

    def _missing(self, row: _Row, column: OwnColumn) -> Value:
        """Text that was empty in the book it comes from is empty again; anything else must be there."""
        if column.holds is Holds.TEXT and row.record.values.get(row.layout.key) and column.field != row.layout.key:
            return ""
        field_id = "account.name" if column.of is Kind.ACCOUNT else column.field
        row.say(field_id, Reason.MISSING)
        return None

    def _money(self, row: _Row, column: OwnColumn, value: Decimal) -> Value:
        minor = Currency(row.currency).minor_units(Fraction(value))
        if abs(minor) > MOST_MONEY:
            row.say(column.field, Reason.TOO_LARGE)
        return minor

    def _check(self, row: _Row) -> None:
        """What the book's own rules refuse; and amounts of another home currency, which are said to be that."""
        columns, kind = row.columns, row.layout.kind
        months = columns.get("interval_months")
        if isinstance(months, int) and not 1 <= months <= _MOST_MONTHS:
            row.say(f"{kind}.interval_count", Reason.OUT_OF_RANGE)
        start, end = columns.get("starts_on"), columns.get("ended_on")
        if isinstance(start, date) and isinstance(end, date) and end < start:
            row.say("contract.end", Reason.ENDS_BEFORE_START)
        if kind is Kind.SETTING:
            self._check_setting(row)
        elif kind is Kind.MATCHING and not _is_matching(columns):
            row.say("matching.columns", Reason.NOT_UNDERSTOOD)
        if row.currency == self._currency:
            return
        if kind in {Kind.CONTRACT, Kind.INVOICE, Kind.DEAL}:
            columns[CURRENCY] = row.currency
        for column in row.layout.columns:
            elsewhere = column.holds is Holds.MONEY and columns.get(column.column) is not None
            if elsewhere and CURRENCY not in columns:
                row.say(column.field, Reason.OTHER_CURRENCY)

    def _check_setting(self, row: _Row) -> None:
        key, value = str(row.columns.get("key")), str(row.columns.get("value"))
        if not self._accepts(key, value):
            row.say("setting.value", Reason.NOT_UNDERSTOOD)
        elif key == CURRENCY and json.loads(value) != self._currency:
            row.say("setting.value", Reason.OTHER_CURRENCY)

    # -- references ------------------------------------------------------------------------------------------------

    def _belongs(self, row: _Row, column: OwnColumn) -> Value:
        """The row referred to; where the reference is missing or leads nowhere, the one of the name beside it."""
        assert column.of is not None
        text = str(row.record.values.get(column.field) or "")
        number = row_of(text)
        found = None if number is None else self.rows.referred(column.of, number)
        if found is not None:
            return found
        aside = next((one for one in row.layout.columns if one.holds is Holds.ASIDE and one.of is column.of), None)
        name = str(row.record.values.get(aside.field) or "") if aside else ""
        named = self.rows.named(column.of, name) if name else []
        if column.of is Kind.CONTACT:
            account = row.columns.get("account_id")
            named = [one for one in named if self._ledger.value(Kind.CONTACT, one, "account_id") == account]
        if len(named) == 1:
            return named[0]
        if text or name:
            reason = Reason.AMBIGUOUS_ACCOUNT if named else Reason.UNKNOWN_ACCOUNT
            known = column.of is Kind.ACCOUNT
            row.say(aside.field if aside and name else column.field, reason if known else Reason.UNKNOWN_WORD,
                    refuses=known)  # fmt: skip
        return None

    def _named(self, row: _Row, column: OwnColumn, text: str) -> Value:
        """The row of a name; one with a key behind it by that key. A name that nobody bears is a new row's."""
        assert column.of is not None
        name, key = label_parts(text)
        number = row_of(key)
        found = self.rows.referred(column.of, number) if number is not None else None
        if found is None and key and column.of is Kind.MEASURE:
            coded = self.rows.identified(Kind.MEASURE, 0, (key,))
            found = coded[0] if coded else None
        if found is not None:
            return found
        named = self.rows.named(column.of, text)
        if len(named) > 1:
            row.say(column.field, Reason.CONFLICT)
        if named:
            return named[0]
        return self._made(column.of, name if key else text, row.place)

    def _made(self, kind: Kind, name: str, place: Place) -> int:
        assert kind in _MADE_BY_NAME
        columns: dict[str, Value] = {"name": name}
        if kind is Kind.MEASURE:
            columns["code"] = measure_code(name)
            same = self.rows.identified(kind, 0, (columns["code"],))
            if same:
                return same[0]
        made = self._ledger.add(kind, columns, {}, place).id
        self.rows.note(BY_KIND[kind], made, columns)
        return made

    # -- finding ---------------------------------------------------------------------------------------------------

    def _settle(self, row: _Row) -> tuple[Verdict, Iterable[Change]]:
        """The row found or drafted."""
        layout, own = row.layout, None
        if layout.is_referred and row.record.values.get(layout.key):
            own = row_of(str(row.record.values[layout.key]))
            if own is None:
                row.say(layout.key, Reason.NOT_UNDERSTOOD)
                return Verdict.REFUSED, ()
        number = self.rows.find(layout, own, row.columns)
        if number is not None and self.rows.is_claimed(number):
            return self._claimed_twice(row, number)
        custom = row.record.custom
        if number is None:
            done = self._ledger.add(layout.kind, row.columns, custom, row.place, own)
            self.rows.note(layout, done.id, row.columns)
        else:
            done = self._ledger.offer(layout.kind, number, row.columns, custom, row.place)
        self.rows.claim(layout.kind, own, done.id)
        return done.verdict, self._changes(row, done)

    def _claimed_twice(self, row: _Row, number: int) -> tuple[Verdict, Iterable[Change]]:
        """A second row for what a row above is already: the same again, or a contradiction."""
        kind = row.layout.kind
        told = {column: value for column, value in row.columns.items() if value is not None}
        same = all(iso(self._ledger.value(kind, number, column)) == iso(value) for column, value in told.items())
        row.say(row.layout.key, Reason.DUPLICATE if same else Reason.CONFLICT, refuses=False)
        return (Verdict.SAME if same else Verdict.CONFLICT), ()

    # -- the preview -----------------------------------------------------------------------------------------------

    def _title(self, row: _Row) -> str:
        parts = (row.record.values.get(field_id) for field_id in row.layout.title)
        return " · ".join(str(part) for part in parts if part)

    def _changes(self, row: _Row, done: Outcome) -> Iterator[Change]:
        if done.verdict is Verdict.NEW:
            told = row.record.values
            yield from ((name, None, shown(told[name])) for name in row.layout.by_field if name in told)
            return
        for column, old, new in done.changes:
            known = row.layout.by_column.get(column)
            yield known.field if known else column, self._shown(row, known, old), self._shown(row, known, new)

    def _shown(self, row: _Row, column: OwnColumn | None, value: Value) -> Value:
        if column is not None and column.of is not None and isinstance(value, int):
            return self._ledger.value(column.of, value, "name")
        if column is not None and column.holds is Holds.MONEY and isinstance(value, int):
            main = Currency(row.currency).main_units(value)
            return int(main) if main.denominator == 1 else float(main)
        return value


def _is_matching(columns: Mapping[str, Value]) -> bool:
    """Whether a remembered layout is one that this csdesk can use again."""
    try:
        TableKind(str(columns.get("kind")))
        return all(isinstance(json.loads(str(columns.get(name))), dict) for name in ("columns", "choices"))
    except ValueError:
        return False
