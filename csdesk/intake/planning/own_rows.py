"""Finding the rows that the book's own tables speak of: by reference, by name, by what tells them apart."""

from collections import defaultdict, deque
from collections.abc import Hashable, Mapping

from csdesk.intake.own.columns import OwnTable
from csdesk.intake.own.layouts import BY_KIND, BY_TABLE
from csdesk.intake.own.references import row_of
from csdesk.intake.planning.ledger import Ledger, iso
from csdesk.intake.shapes import MatchedTable
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind


class OwnRows:
    """Rows of the book and of the plan. What one row of a file is, no other row of it can be."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._mapped: dict[tuple[Kind, int], int] = {}
        """Rows of the plan by the references that the file gives them."""
        self._references: dict[Kind, set[int]] = defaultdict(set)
        self._claimed: set[int] = set()
        self._known: dict[Kind, list[dict[Hashable, deque[int]]]] = {}
        """For each identity of a kind, the book's rows by what they hold."""
        self._names: dict[tuple[Kind, bool], dict[str, list[int]]] = {}

    def note_references(self, table: MatchedTable) -> None:
        """Note which rows a table names itself, before any is looked for by what it holds."""
        layout = BY_TABLE.get(table.kind)
        if layout is not None and layout.is_referred:
            rows = (row_of(str(record.values.get(layout.key) or "")) for record in table.records)
            self._references[layout.kind].update(row for row in rows if row is not None)

    def referred(self, kind: Kind, number: int) -> int | None:
        """The row that a reference means: the file's own, else the book's."""
        mapped = self._mapped.get((kind, number))
        if mapped is not None:
            return mapped
        return number if self._ledger.holds(kind, number) else None

    def named(self, kind: Kind, name: str) -> list[int]:
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

    def find(self, layout: OwnTable, own: int | None, columns: Mapping[str, Value]) -> int | None:
        """The row of that reference; else the first of the book's of one identity that no other row of the file is."""
        found = self.referred(layout.kind, own) if own is not None else None
        return self._alike(layout, columns) if found is None else found

    def _alike(self, layout: OwnTable, columns: Mapping[str, Value]) -> int | None:
        for at, identity in enumerate(layout.identities):
            key = tuple(iso(columns.get(column)) for column in identity)
            if None in key and len(identity) <= 2:  # noqa: PLR2004 - an id or a name that is not told
                continue
            found = self.identified(layout.kind, at, key)
            if layout.once:
                return found[0] if found else None
            while found:
                number = found.popleft()
                if number not in self._claimed and number not in self._references[layout.kind]:
                    return number
        return None

    def identified(self, kind: Kind, at: int, key: tuple[Hashable, ...]) -> deque[int]:
        """The book's rows of an identity, in their order; of those that are there but once, the plan's too."""
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = [defaultdict(deque) for _ in BY_KIND[kind].identities]
            for number, held in self._ledger.rows(kind):
                if number > 0:
                    _note(known, BY_KIND[kind], number, held)
        return known[at].get(key, deque())

    def note(self, layout: OwnTable, number: int, columns: Mapping[str, Value]) -> None:
        """Remember a row of the plan by its name, and by its identity where no other row may have it."""
        if layout.once:
            self.identified(layout.kind, 0, ())
            _note(self._known[layout.kind], layout, number, columns)
        if (layout.kind, True) in self._names:
            self._names[layout.kind, True][str(columns.get("name"))].append(number)

    def claim(self, kind: Kind, own: int | None, number: int) -> None:
        """Say which row the one with that reference is."""
        self._claimed.add(number)
        if own is not None:
            self._mapped[kind, own] = number

    def is_claimed(self, number: int) -> bool:
        """Whether a row of the file is it already."""
        return number in self._claimed


def _note(known: list[dict[Hashable, deque[int]]], layout: OwnTable, number: int, held: Mapping[str, Value]) -> None:
    for at, columns in enumerate(layout.identities):
        known[at][tuple(iso(held.get(column)) for column in columns)].append(number)
