"""Which rows of two copies are one row, though each copy gave it an id of its own."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping

from sqlalchemy import UniqueConstraint

from csdesk.book.columns import Stored, layout
from csdesk.book.merging.side import Side, Values, referring
from csdesk.models.kinds import Kind
from csdesk.models.tables import metadata
from csdesk.models.text import fold_case

_ONE_OF_A_NAME = {Kind.PERSON: ("name",), Kind.PRODUCT: ("name",)}


def _unique(kind: Kind) -> tuple[str, ...]:
    """The columns of which no two rows of a kind may hold the same."""
    table = metadata.tables[kind]
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            return tuple(column.name for column in constraint.columns)
    return ()


class Pairs:
    """Ids of the copy and of this book, both ways; ids that are the same in both need no pair."""

    def __init__(self, mine: Side, theirs: Side) -> None:
        self._mine, self._theirs = mine, theirs
        self._known = theirs.same | mine.same
        self._to_mine: dict[int, int] = {}
        self._to_theirs: dict[int, int] = {}

    def mine_of(self, row: int) -> int:
        """The id in this book of a row of the copy."""
        return self._to_mine.get(row, row)

    def theirs_of(self, row: int) -> int:
        """The id in the copy of a row of this book."""
        return self._to_theirs.get(row, row)

    def recall(self, kind: Kind) -> None:
        """Take up what earlier merges have found of a kind."""
        mine, theirs = self._mine.ids(kind), self._theirs.ids(kind)
        for row, here in self._known.items():
            if row in theirs and row not in mine:
                self._add(row, here)
        for row, there in self._known.items():
            if row in mine and row not in theirs and row not in self._to_theirs:
                self._add(there, row)

    def join(self, found: Mapping[int, int]) -> None:
        """Take ids of the copy for ids of this book."""
        for row, here in found.items():
            self._add(row, here)

    def _add(self, row: int, here: int) -> None:
        self._to_mine[row], self._to_theirs[here] = here, row

    def translated(self, kind: Kind, values: Values) -> Values:
        """A row of the copy with the ids that this book has."""
        turned = {column: self.mine_of(to) for column in referring(kind) if isinstance(to := values.get(column), int)}
        return {**values, "id": self.mine_of(int(str(values["id"]))), **turned} if turned else values

    def find(self, kind: Kind, added: Collection[int], own: Collection[int]) -> dict[int, int]:
        """Rows added on both sides that hold the same throughout, or that can only be one; ids of the copy first."""
        found = self._alike(kind, added, self._mine.fetch(kind, own), layout(kind).names[1:])
        columns = _unique(kind)
        if columns:  # no second one can be, whoever added it when
            rest = [row for row in added if row not in found]
            taken = set(found.values())
            others = self._mine.fetch(kind, self._mine.ids(kind) - taken)
            found |= self._alike(kind, rest, others, columns)
        elif kind in _ONE_OF_A_NAME:
            found |= self._left(kind, added, own, found, _ONE_OF_A_NAME[kind])
        return found

    def namesakes(
        self, kind: Kind, added: Collection[int], own: Collection[int], found: Mapping[int, int]
    ) -> Iterator[tuple[int, int]]:
        """Accounts that both sides added under one name, whatever else they hold."""
        if kind is Kind.ACCOUNT:
            yield from self._left(kind, added, own, found, ("name",)).items()

    def _left(
        self, kind: Kind, added: Collection[int], own: Collection[int], found: Mapping[int, int], by: tuple[str, ...]
    ) -> dict[int, int]:
        taken = set(found.values())
        candidates = self._mine.fetch(kind, [row for row in own if row not in taken])
        return self._alike(kind, [row for row in added if row not in found], candidates, by)

    def _alike(
        self, kind: Kind, added: Collection[int], candidates: Mapping[int, Values], by: tuple[str, ...]
    ) -> dict[int, int]:
        """One for one, in the order of ids."""
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for here, values in sorted(candidates.items(), reverse=True):
            waiting[_held(values, by)].append(here)
        found: dict[int, int] = {}
        if waiting:
            for row, values in sorted(self._theirs.fetch(kind, added).items()):
                alike = waiting.get(_held(self.translated(kind, values), by))
                if alike:
                    found[row] = alike.pop()
        return found


def _held(values: Values, by: tuple[str, ...]) -> tuple[Stored, ...]:
    return tuple(_folded(values.get(column)) if by == ("name",) else values.get(column) for column in by)


def _folded(value: Stored) -> Stored:
    """A name as people compare names: letter case and width aside."""
    return " ".join(fold_case(value).split()) if isinstance(value, str) else value
