"""The tables of a full export: rows of the book as cells, columns as the team's own spreadsheets have them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from csdesk.intake.fields import SKIP, field_of
from csdesk.intake.own.columns import Holds, OwnColumn
from csdesk.intake.own.layouts import BY_KIND, DESCRIPTION
from csdesk.intake.own.references import label, reference
from csdesk.models.kinds import Kind
from csdesk.models.money import Currency
from csdesk.wording.intake import field_words
from csdesk.wording.kinds import name_of_kind
from csdesk.wording.speech import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from csdesk.book.file import Book
    from csdesk.intake.own.columns import OwnTable
    from csdesk.models.drafts import Value
    from csdesk.models.kinds import Language
    from csdesk.reports.tables import Table

Row = dict[str, Any]
_MONTHS_OF = {"contract.mrr": 1, "contract.arr": 12}
"""Months that an amount told a second time covers."""
_TELLING = (Kind.ACCOUNT, Kind.CONTACT, Kind.CONTRACT)
_NAMED = (Kind.PERSON, Kind.PRODUCT, Kind.MEASURE)
_OWN = Words("A column of your own", "独自の列")
_AGAIN = Words("Told again for the reader; not read back", "参考として再掲（取り込みでは読み込みません）")


@dataclass(frozen=True, slots=True)
class Shown:
    """A column of a written table: its heading, the field it is read back as ('' for the team's own), its cells."""

    heading: str
    field: str
    cell: Callable[[Row], Value]


class _Cells(Sequence[tuple["Value", ...]]):
    """Rows as cells, made when they are written: who waits to read the book need not wait for them."""

    def __init__(self, rows: Sequence[Row], columns: tuple[Shown, ...]) -> None:
        self._rows, self._columns = rows, columns

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> tuple[Value, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> _Cells: ...
    def __getitem__(self, at: int | slice) -> tuple[Value, ...] | _Cells:
        if isinstance(at, slice):
            return _Cells(self._rows[at], self._columns)
        return tuple(column.cell(self._rows[at]) for column in self._columns)


class Writer:
    """The book's rows at one moment, and the names that their references stand for."""

    def __init__(self, book: Book, language: Language) -> None:
        from csdesk.book.read import custom_values, known
        from csdesk.usecases.settings import book_settings

        with book.reading():
            self._rows: Mapping[Kind, Sequence[Row]] = known(book, (*BY_KIND, Kind.CUSTOM_FIELD))
            self._custom = {kind: custom_values(book, kind) for kind in BY_KIND}
            self._home = book_settings(book).money
        self._language = language
        self._ids: dict[Kind, dict[Any, Row]] = {kind: {row["id"]: row for row in self._rows[kind]} for kind in BY_KIND}
        self._names = {kind: Counter(row["name"] for row in self._rows[kind]) for kind in _NAMED}

    def has(self, kind: Kind) -> bool:
        """Whether the book has rows of the kind."""
        return bool(self._rows[kind])

    def table(self, layout: OwnTable) -> tuple[Table, tuple[Shown, ...]]:
        """One kind of rows, and what its columns are."""
        from csdesk.reports.tables import Table

        columns = tuple(self._columns(layout))
        cells = _Cells(self._rows[layout.kind], columns)
        headings = tuple(column.heading for column in columns)
        return Table(name_of_kind(layout.kind, self._language), headings, cells), columns

    # -- columns ---------------------------------------------------------------------------------------------------

    def _columns(self, layout: OwnTable) -> Iterator[Shown]:
        """First those of the spreadsheet that was imported last, then all others; references at the end."""
        met: set[str] = set()
        own = {str(row["name"]) for row in self._rows[Kind.CUSTOM_FIELD] if row["kind"] == layout.kind}
        for heading, field in self._layouts.get(layout.table.value, {}).items():
            shown = self._imported(layout, heading, field, own)
            if shown is not None:
                met.add(shown.field or f"custom:{heading}")
                yield shown
        rest = [column for column in layout.columns if column.field not in met]
        last = [column for column in rest if column.holds in {Holds.REFERENCE, Holds.BELONGS}]
        yield from (self._known(layout, column) for column in rest if column not in last)
        yield from (self._own(layout, name) for name in sorted(own) if f"custom:{name}" not in met)
        yield from (self._known(layout, column) for column in last)

    @cached_property
    def _layouts(self) -> dict[str, dict[str, str]]:
        """Fields by heading, of each kind of table the last that was imported."""
        found = {}
        for row in self._rows[Kind.MATCHING]:
            columns = json.loads(row["columns"])
            found[row["kind"]] = {str(heading): str(field) for heading, field in columns.items() if heading}
        return found

    def _known(self, layout: OwnTable, column: OwnColumn, heading: str = "") -> Shown:
        words = heading or field_words(column.field, self._language)
        return Shown(words, column.field, self._cells(layout, column))

    def _own(self, layout: OwnTable, name: str) -> Shown:
        values = self._custom[layout.kind]
        return Shown(name, "", lambda row: values.get(row["id"], {}).get(name))

    def _imported(self, layout: OwnTable, heading: str, field: str, own: set[str]) -> Shown | None:
        """A column of an imported spreadsheet: one of the table's, the team's own, or what another row tells."""
        column = layout.by_field.get(field)
        if column is not None:
            return self._known(layout, column, heading)
        if heading in own:
            return self._own(layout, heading)
        cell = self._beside(layout, field)
        return None if cell is None else Shown(heading, SKIP, cell)

    def _beside(self, layout: OwnTable, field: str) -> Callable[[Row], Value] | None:
        """What other rows tell of a row: its account or person; of an account, its contract line and person where it
        has but one, for of several none can speak for all."""
        if field in _MONTHS_OF and layout.kind is Kind.CONTRACT:
            return lambda row: self._for_months(row, _MONTHS_OF[field])
        kind = next((kind for kind in _TELLING if field in BY_KIND[kind].by_field), None)
        kind = Kind.CONTRACT if field in _MONTHS_OF else kind
        if kind is None or (layout.kind is not Kind.ACCOUNT and kind is Kind.CONTRACT):
            return None
        told = BY_KIND[kind]
        cell = self._beside(told, field) if field in _MONTHS_OF else self._cells(told, told.by_field[field])
        assert cell is not None
        whose = f"{kind.value}_id"
        if layout.kind is Kind.ACCOUNT:
            return _through(cell, self._only[kind], "id")
        return _through(cell, self._ids[kind], whose) if whose in {one.column for one in layout.columns} else None

    @cached_property
    def _only(self) -> dict[Kind, dict[Any, Row]]:
        """Lines and people of accounts that have but one."""
        found: dict[Kind, dict[Any, Row]] = {}
        for kind in (Kind.CONTRACT, Kind.CONTACT):
            many = Counter(row["account_id"] for row in self._rows[kind])
            found[kind] = {row["account_id"]: row for row in self._rows[kind] if many[row["account_id"]] == 1}
        return found

    # -- cells -----------------------------------------------------------------------------------------------------

    def _cells(self, layout: OwnTable, column: OwnColumn) -> Callable[[Row], Value]:
        """How a column's cells are made from rows."""
        name = column.column
        if column.of is not None:
            return self._cells_named(column, column.of)
        if column.holds is Holds.REFERENCE:
            return lambda row: reference(row["id"])
        if column.holds is Holds.MONEY:
            return lambda row: _main(row[name], self._currency(layout, row))
        if column.words is not None:
            words, language = column.words, self._language
            return lambda row: words[row[name]].say(language) if row[name] in words else row[name]
        return lambda row: row[name]

    def _cells_named(self, column: OwnColumn, of: Kind) -> Callable[[Row], Value]:
        """Cells that stand for another row: its name, or its reference."""
        name, rows = column.column, self._ids[of]
        if column.holds is Holds.BELONGS:
            return lambda row: None if row[name] is None else reference(row[name])
        if column.holds is Holds.ASIDE:
            return lambda row: rows[row[name]]["name"] if row[name] in rows else None
        return lambda row: self._label(of, row[name])

    def _label(self, kind: Kind, number: int | None) -> str | None:
        row = self._ids[kind].get(number)
        if row is None:
            return None
        key = str(row["code"]) if kind is Kind.MEASURE else reference(row["id"])
        return label(str(row["name"]), key, alone=self._names[kind][row["name"]] == 1)

    def _currency(self, layout: OwnTable, row: Row) -> Currency:
        return Currency(row["currency"]) if "currency" in layout.by_column and row["currency"] else self._home

    def _for_months(self, row: Row, months: int) -> Value:
        if row["amount"] is None:
            return None
        currency = Currency(row["currency"]) if row["currency"] else self._home
        exact = currency.main_units(Fraction(row["amount"] * months, row["interval_months"]))
        return int(exact) if exact.denominator == 1 else round(float(exact), currency.digits + 2)


def _through(cell: Callable[[Row], Value], rows: Mapping[Any, Row], whose: str) -> Callable[[Row], Value]:
    """Cells that another row tells, found by a column."""
    return lambda row: cell(rows[row[whose]]) if row[whose] in rows else None


def _main(minor: int | None, currency: Currency) -> Value:
    if minor is None:
        return None
    exact = currency.main_units(minor)
    return int(exact) if exact.denominator == 1 else float(exact)


def described(tables: Sequence[tuple[Table, tuple[Shown, ...]]], language: Language) -> Table:
    """What each column of each table holds, for people and for the way back."""
    from csdesk.reports.tables import Table
    from csdesk.reports.workbooks import column_letter
    from csdesk.wording.intake import kind_words

    rows = [
        (table.name, column_letter(at), column.heading, column.field, _about(column.field, language))
        for table, columns in tables
        for at, column in enumerate(columns)
    ]
    headings = tuple(field_words(field, language) for field in DESCRIPTION)
    return Table(kind_words("columns", language), headings, rows)


def _about(field: str, language: Language) -> str:
    if field in {"", SKIP}:
        return _OWN.say(language) if field == "" else _AGAIN.say(language)
    return f"{field_words(field, language)} ({field_of(field).example})"
