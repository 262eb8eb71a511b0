"""Planning the book's own tables: rows found by their references, else by what tells them; none is ever merged."""

import json
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from csdesk.intake.own.columns import Holds, OwnColumn, OwnTable
from csdesk.intake.own.layouts import BY_KIND, BY_TABLE
from csdesk.intake.own.references import label_parts, row_of
from csdesk.intake.planning.facts import shown
from csdesk.intake.planning.ledger import Ledger, Outcome, iso
from csdesk.intake.planning.signals import measure_code
from csdesk.intake.shapes import FoundTable, MatchedTable, PlannedRow, PlannedTable, Record, TableKind, Verdict
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.money import Currency
from csdesk.models.problems import Place, Problem, Reason

Change: TypeAlias = tuple[str, Value, Value]
Accepts: TypeAlias = Callable[[str, str], bool]
"""Whether a setting may hold a value, by its key."""

_FILLED = (Kind.ACCOUNT, Kind.PERSON, Kind.CONTRACT, Kind.INVOICE, Kind.COST)
"""Kinds whose amounts are in the book's currency: while a book has any, its currency stays."""
_MOST_MONEY = 10**13
_MOST_MONTHS = 120
_MADE_BY_NAME = frozenset({Kind.PERSON, Kind.PRODUCT, Kind.MEASURE})
_CURRENCY = "currency"


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
        self._mapped: dict[tuple[Kind, int], int] = {}
        """Rows of the plan by the references that the file gives them."""
        self._references: dict[Kind, set[int]] = defaultdict(set)
        self._claimed: set[int] = set()
        self._found: dict[Kind, list[dict[Hashable, deque[int]]]] = {}
        self._names: dict[tuple[Kind, bool], dict[str, list[int]]] = {}

    def plan(self, table: MatchedTable, home: str) -> PlannedTable:
        """One table; `home` is the currency of the book that wrote it."""
        layout = BY_TABLE.get(table.kind)
        if layout is None:
            return PlannedTable(table, (), table.problems)
        self._add_empty_columns(layout, table)
        told: dict[int, list[Problem]] = defaultdict(list)
        for problem in table.problems:
            told[problem.place.row].append(problem)
        rows = [self._row(table, layout, record, told.get(record.line, ()), home) for record in table.records]
        said = [problem for row, problems in rows for problem in problems]
        return PlannedTable(table, tuple(row for row, _ in rows), (*table.problems, *said))

    def note_references(self, table: MatchedTable) -> None:
        """Note which rows a table names itself, before any is looked for by what it holds."""
        layout = BY_TABLE.get(table.kind)
        if layout is not None and layout.is_referred:
            rows = (row_of(str(record.values.get(layout.key) or "")) for record in table.records)
            self._references[layout.kind].update(row for row in rows if row is not None)

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
        code = row.record.values.get(f"{row.layout.kind.value}.{_CURRENCY}")
        row.currency = str(code) if code else row.currency
        for column in row.layout.columns:
            if column.holds in {Holds.ASIDE, Holds.REFERENCE}:
                continue
            value = self._value(row, column)
            if value is None and column.needed and not row.is_refused:
                value = self._missing(row, column)
            row.columns[column.column] = value
        self._check(row)

    def _value(self, row: _Row, column: OwnColumn) -> Value:
        value = row.record.values.get(column.field)
        match column.holds:
            case Holds.BELONGS:
                return self._belongs(row, column)
            case Holds.NAMED if value is not None and column.of is not None:
                return self._named(row, column, str(value))
            case Holds.MONEY if isinstance(value, Decimal):
                return self._money(row, column, value)
            case _:
                assert not isinstance(value, Decimal | tuple)
                return value

    def _missing(self, row: _Row, column: OwnColumn) -> Value:
        """Text that was empty in the book it comes from is empty again; anything else must be there."""
        if column.holds is Holds.TEXT and row.record.values.get(row.layout.key) and column.field != row.layout.key:
            return ""
        field_id = "account.name" if column.of is Kind.ACCOUNT else column.field
        row.say(field_id, Reason.MISSING)
        return None

    def _money(self, row: _Row, column: OwnColumn, value: Decimal) -> Value:
        minor = Currency(row.currency).minor_units(Fraction(value))
        if abs(minor) > _MOST_MONEY:
            row.say(column.field, Reason.OUT_OF_RANGE)
        return minor

    def _check(self, row: _Row) -> None:
        """What the book's own rules refuse; and amounts of another home currency, which are said to be that."""
        columns, kind = row.columns, row.layout.kind
        months = columns.get("interval_months")
        if isinstance(months, int) and not 1 <= months <= _MOST_MONTHS:
            row.say("contract.interval_count", Reason.OUT_OF_RANGE)
        if kind is Kind.SETTING:
            self._check_setting(row)
        elif kind is Kind.MATCHING and not _is_matching(columns):
            row.say("matching.columns", Reason.NOT_UNDERSTOOD)
        if row.currency == self._currency:
            return
        if kind in {Kind.CONTRACT, Kind.INVOICE}:
            columns[_CURRENCY] = row.currency
        for column in row.layout.columns:
            elsewhere = column.holds is Holds.MONEY and columns.get(column.column) is not None
            if elsewhere and _CURRENCY not in columns:
                row.say(column.field, Reason.OTHER_CURRENCY)

    def _check_setting(self, row: _Row) -> None:
        key, value = str(row.columns.get("key")), str(row.columns.get("value"))
        if not self._accepts(key, value):
            row.say("setting.value", Reason.NOT_UNDERSTOOD)
        elif key == _CURRENCY and json.loads(value) != self._currency:
            row.say("setting.value", Reason.OTHER_CURRENCY)

    # -- references ------------------------------------------------------------------------------------------------

    def _belongs(self, row: _Row, column: OwnColumn) -> Value:
        """The row referred to; where the reference is missing or leads nowhere, the one of the name beside it."""
        assert column.of is not None
        text = str(row.record.values.get(column.field) or "")
        number = row_of(text)
        found = None if number is None else self._referred(column.of, number)
        if found is not None:
            return found
        aside = next((one for one in row.layout.columns if one.holds is Holds.ASIDE and one.of is column.of), None)
        name = str(row.record.values.get(aside.field) or "") if aside else ""
        named = self._by_name(column.of, name) if name else []
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

    def _referred(self, kind: Kind, number: int) -> int | None:
        mapped = self._mapped.get((kind, number))
        if mapped is not None:
            return mapped
        return number if self._ledger.holds(kind, number) else None

    def _named(self, row: _Row, column: OwnColumn, text: str) -> Value:
        """The row of a name; one with a key behind it by that key. A name that nobody bears is a new row's."""
        assert column.of is not None
        name, key = label_parts(text)
        number = row_of(key)
        found = self._referred(column.of, number) if number is not None else None
        if found is None and key and column.of is Kind.MEASURE:
            coded = self._identified(Kind.MEASURE, 0, (key,))
            found = coded[0] if coded else None
        if found is not None:
            return found
        named = self._by_name(column.of, text)
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
            same = self._identified(kind, 0, (columns["code"],))
            if same:
                return same[0]
        made = self._ledger.add(kind, columns, {}, place).id
        self._note(BY_KIND[kind], made, columns)
        return made

    def _by_name(self, kind: Kind, name: str) -> list[int]:
        """Rows of a name: those of the file, else those of the book."""
        for planned in (True, False):
            names = self._names.get((kind, planned))
            if names is None:
                names = self._names[kind, planned] = defaultdict(list)
                for number, held in self._ledger.rows(kind):
                    if (number in self._claimed or number < 0) is planned:
                        names[str(held["name"])].append(number)
            if name in names:
                return names[name]
        return []

    # -- finding ---------------------------------------------------------------------------------------------------

    def _settle(self, row: _Row) -> tuple[Verdict, Iterable[Change]]:
        """The row found or drafted."""
        layout, own = row.layout, None
        if layout.is_referred and row.record.values.get(layout.key):
            own = row_of(str(row.record.values[layout.key]))
            if own is None:
                row.say(layout.key, Reason.NOT_UNDERSTOOD)
                return Verdict.REFUSED, ()
        again = self._mapped.get((layout.kind, own)) if own is not None else None
        number = self._found_again(row, own) if again is None else None
        if again is not None or (number is not None and number in self._claimed):
            return self._claimed_twice(row, again if again is not None else number or 0)
        custom = row.record.custom
        if number is None:
            done = self._ledger.add(layout.kind, row.columns, custom, row.place, own)
            self._note(layout, done.id, row.columns)
        else:
            done = self._ledger.offer(layout.kind, number, row.columns, custom, row.place)
        self._claimed.add(done.id)
        if own is not None:
            self._mapped[layout.kind, own] = done.id
        return done.verdict, self._changes(row, done)

    def _found_again(self, row: _Row, own: int | None) -> int | None:
        """The book's row of that reference; else the first of its identity that no other row of the file is."""
        layout = row.layout
        if own is not None and self._ledger.holds(layout.kind, own):
            return own
        for at, columns in enumerate(layout.identities):
            key = tuple(iso(row.columns.get(column)) for column in columns)
            if None in key and len(columns) <= 2:  # noqa: PLR2004 - an id or a name that is not told
                continue
            found = self._identified(layout.kind, at, key)
            if layout.once:
                return found[0] if found else None
            while found:
                number = found.popleft()
                if number not in self._claimed and number not in self._references[layout.kind]:
                    return number
        return None

    def _identified(self, kind: Kind, at: int, key: tuple[Hashable, ...]) -> deque[int]:
        """The book's rows of an identity, in their order."""
        known = self._found.get(kind)
        if known is None:
            known = self._found[kind] = [defaultdict(deque) for _ in BY_KIND[kind].identities]
            for number, held in self._ledger.rows(kind):
                if number > 0:
                    _note_identities(known, BY_KIND[kind], number, held)
        return known[at].get(key, deque())

    def _note(self, layout: OwnTable, number: int, columns: Mapping[str, Value]) -> None:
        """Remember a row of the plan by its name, and by its identity where no other row may have it."""
        if layout.once:
            self._identified(layout.kind, 0, ())
            _note_identities(self._found[layout.kind], layout, number, columns)
        if (layout.kind, True) in self._names:
            self._names[layout.kind, True][str(columns.get("name"))].append(number)

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


def _note_identities(
    known: list[dict[Hashable, deque[int]]], layout: OwnTable, number: int, held: Mapping[str, Value]
) -> None:
    for at, columns in enumerate(layout.identities):
        known[at][tuple(iso(held.get(column)) for column in columns)].append(number)


class Homes:
    """The currencies of the books that wrote the tables of an import, by their settings."""

    def __init__(self, tables: Sequence[MatchedTable], ledger: Ledger, currency: str) -> None:
        told = [(table.table, _currency_in(table)) for table in tables]
        self._by_file = {table.sha256: code for table, code in told if code and table.sheet}
        self._of_text = next((code for table, code in told if code and not table.sheet), None)
        first = next((code for _, code in told if code), None)
        is_empty = not any(True for kind in _FILLED for _ in ledger.rows(kind))
        self.currency = first if first and is_empty else currency
        """The book's own from now on: one without any amount takes that of the first book that comes into it."""

    def of(self, table: FoundTable) -> str:
        """The currency that amounts of a table are in where nothing else is said."""
        code = self._by_file.get(table.sha256) if table.sheet else self._of_text
        return code or self.currency


def _currency_in(table: MatchedTable) -> str | None:
    if not table.own or table.kind is not TableKind.SETTINGS:
        return None
    for record in table.records:
        if record.values.get("setting.key") == _CURRENCY:
            try:
                code = json.loads(str(record.values.get("setting.value")))
            except ValueError:
                return None
            return code if isinstance(code, str) and len(code) == len("JPY") else None
    return None


def _is_matching(columns: Mapping[str, Value]) -> bool:
    """Whether a remembered layout is one that this csdesk can use again."""
    try:
        TableKind(str(columns.get("kind")))
        return all(isinstance(json.loads(str(columns.get(name))), dict) for name in ("columns", "choices"))
    except ValueError:
        return False
