"""Lists about the work with customers as text, and the book that they are planned against, kept in memory."""

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date

import pytest

from csdesk.intake.matching import match_tables
from csdesk.intake.planning import plan
from csdesk.intake.shapes import Column, FoundTable, Known, MatchedTable, Matching, Plan
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Language

AS_OF = date(2026, 11, 28)
Rows = list[dict[str, Value]]


def listed(text: str, file: str = "list.csv", sheet: str = "") -> FoundTable:
    """A table from lines, headings first; a bar ends a line as well."""
    rows = list(csv.reader(io.StringIO(text.strip().replace("|", "\n"))))
    columns = tuple(Column(name, f"{chr(65 + at)}1", chr(65 + at)) for at, name in enumerate(rows[0]))
    full = tuple(tuple((*row, *[""] * len(columns))[: len(columns)]) for row in rows[1:])
    lines = tuple(range(2, 2 + len(full)))
    return FoundTable(
        file, "0" * 64, sheet, hidden=False, range="", encoding="utf-8", separator=",", columns=columns, rows=full,
        lines=lines,
    )  # fmt: skip


class HeldBook:
    """The rows that plans have written."""

    def __init__(self) -> None:
        self._rows: dict[Kind, dict[int, dict[str, Value]]] = {kind: {} for kind in Kind}
        self._next = 100

    @property
    def known(self) -> Known:
        return {kind: tuple(rows.values()) for kind, rows in self._rows.items()}

    def rows(self, kind: Kind) -> Rows:
        return list(self._rows[kind].values())

    def add(self, of: Kind, /, **values: Value) -> int:
        self._next += 1
        self._rows[of][self._next] = {"id": self._next, **values}
        return self._next

    def apply(self, planned: Plan) -> None:
        ids: dict[Value, int] = {}
        for draft in planned.drafts:
            values = {
                column: ids.get(value, value) if column.endswith("_id") else value
                for column, value in draft.values.items()
            }
            if draft.id < 0:
                ids[draft.id] = self.add(draft.kind, **values)
            else:
                self._rows[draft.kind][draft.id].update(values)
            for name, text in draft.custom.items():
                self._keep(draft.kind, ids.get(draft.id, draft.id), name, text)

    def _keep(self, kind: Kind, row: int, name: str, text: str) -> None:
        field = self._found(Kind.CUSTOM_FIELD, kind=kind.value, name=name)
        value = self._found(Kind.CUSTOM_VALUE, field_id=field, row_id=row)
        self._rows[Kind.CUSTOM_VALUE][value]["value"] = text

    def _found(self, of: Kind, /, **key: Value) -> int:
        for number, row in self._rows[of].items():
            if all(row[name] == value for name, value in key.items()):
                return number
        return self.add(of, **key)

    def own(self, kind: Kind) -> list[tuple[str, str]]:
        """The own columns of all rows of a kind."""
        names = {row["id"]: row for row in self.rows(Kind.CUSTOM_FIELD)}
        return [
            (str(names[row["field_id"]]["name"]), str(row["value"]))
            for row in self.rows(Kind.CUSTOM_VALUE)
            if names[row["field_id"]]["kind"] == kind.value
        ]


Matched = Callable[..., MatchedTable]
Planned = Callable[..., Plan]


@pytest.fixture
def matched() -> Matched:
    """One list matched, in English and yen unless said otherwise."""

    def make(
        text: str, chosen: Matching | None = None, *, language: Language = Language.EN, **more: str
    ) -> MatchedTable:
        tables = [listed(text, **more)]
        return match_tables(tables, [chosen] if chosen else [], language=language, currency="JPY")[0]

    return make


@pytest.fixture
def book() -> HeldBook:
    return HeldBook()


@pytest.fixture
def planned(matched: Matched, book: HeldBook) -> Planned:
    """The plan of a list against the book."""

    def make(text: str, chosen: Matching | None = None, *, as_of: date = AS_OF, **more: str) -> Plan:
        return plan([matched(text, chosen, **more)], book.known, currency="JPY", as_of=as_of)

    return make


def drafted(planned_: Plan, kind: Kind) -> Rows:
    """The values of new and changed rows of a kind."""
    return [dict(draft.values) for draft in planned_.drafts if draft.kind is kind]


def without(rows: Iterable[dict[str, Value]], *names: str) -> Rows:
    """Rows without some columns."""
    return [{name: value for name, value in row.items() if name not in names} for row in rows]
