"""Rows of one kind by column: a book may have many, and most are only ever looked at a column at a time."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from csdesk.models.drafts import Value
from csdesk.models.lazily import Lazily

Row = Mapping[str, Value]


class Numbered(Protocol):
    """Rows in order of their ids."""

    @property
    def ids(self) -> Sequence[int]:
        """The id of every row."""

    def __len__(self) -> int:
        """How many there are."""

    def __getitem__(self, at: int) -> Row:
        """The row at that place."""


def all_alike(values: Sequence[object]) -> bool:
    """Whether all values are the same, of which there is at least one."""
    return len(values) > 0 and values[0] == values[-1] and values.count(values[0]) == len(values)


class RowColumns(Lazily[Row]):
    """Rows in order of their ids, the values of each column together; a row is made when it is looked at."""

    def __init__(self, ids: Sequence[int], columns: Mapping[str, Sequence[Value]], names: Collection[str] = ()) -> None:
        """`columns` are those beside the id; of those `names` that are not among them, every row has None."""
        self.ids, self.columns = ids, columns
        self._empty = dict.fromkeys(name for name in names if name not in columns)

    def __len__(self) -> int:
        return len(self.ids)

    def column(self, name: str) -> Sequence[Value]:
        """The values of a column; where there is none, None for each row."""
        return self.columns.get(name) or [None] * len(self)

    def _one(self, at: int) -> Row:
        return {"id": self.ids[at], **self._empty, **{name: column[at] for name, column in self.columns.items()}}


class RowsById(Mapping[int, Row]):
    """Rows by id; a row is made when it is asked for."""

    def __init__(self, rows: Numbered) -> None:
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[int]:
        return iter(self.rows.ids)

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self.place(number) is not None

    def in_order(self) -> Iterator[tuple[int, Row]]:
        """Every id with its row."""
        return ((number, self.rows[at]) for at, number in enumerate(self.rows.ids))

    def place(self, number: int) -> int | None:
        """Where the row of an id stands; None where there is none."""
        at = bisect_left(self.rows.ids, number)
        return at if at < len(self.rows) and self.rows.ids[at] == number else None

    def __getitem__(self, number: int) -> Row:
        at = self.place(number)
        if at is None:
            raise KeyError(number)
        return self.rows[at]


def by_column(rows: Sequence[Row]) -> RowColumns:
    """Rows, each given by itself, in order of their ids; what one does not hold is None."""
    ordered = sorted(rows, key=lambda row: int(str(row["id"])))
    names = dict.fromkeys(name for row in ordered for name in row if name != "id")
    ids = [int(str(row["id"])) for row in ordered]
    return RowColumns(ids, {name: [row.get(name) for row in ordered] for name in names})
