"""Records of long tables kept by column: each is made when it is looked at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import TypeVar

from csdesk.intake.shapes import Clean, Record
from csdesk.models.lazily import Lazily

T = TypeVar("T")

_NONE: Mapping[str, str] = {}


def column_of(records: Sequence[Record], field: str) -> Sequence[Clean]:
    """The values of one field, None where a record has none."""
    if isinstance(records, RecordsByColumn):
        return records.columns[field] if field in records.columns else [None] * len(records)
    return [record.values.get(field) for record in records]


def lines_of(records: Sequence[Record]) -> Sequence[int]:
    """The line of each record."""
    return records.lines if isinstance(records, RecordsByColumn) else [record.line for record in records]


def have_own(records: Sequence[Record]) -> bool:
    """Whether any record holds a column of the team's own."""
    return any(records.custom()) if isinstance(records, RecordsByColumn) else any(one.custom for one in records)


def have_heads(records: Sequence[Record]) -> bool:
    """Whether any record continues another."""
    return any(records.heads) if isinstance(records, RecordsByColumn) else any(one.head for one in records)


def records_at(records: Sequence[Record], places: Sequence[int]) -> Iterable[Record]:
    """The records at some places."""
    return records.at(places) if isinstance(records, RecordsByColumn) else map(records.__getitem__, places)


class RecordsByColumn(Lazily[Record]):
    """The records of a table, all of the same fields. `columns` holds the cleaned values by field and `lines` the line
    of each record: what needs only these need not make the records."""

    def __init__(
        self,
        columns: Mapping[str, Sequence[Clean]],
        own: Mapping[str, Sequence[object]],
        lines: Sequence[int],
        heads: Sequence[int] = (),
    ) -> None:
        self.columns, self.lines = columns, lines
        self._own, self.heads = own, heads

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[Record]:
        names = tuple(self.columns)
        rows = zip(*self.columns.values(), strict=True) if names else repeat((), len(self))
        heads = self.heads or repeat(0, len(self))
        for values, custom, line, head in zip(rows, self.custom(), self.lines, heads, strict=True):
            yield Record(dict(zip(names, values, strict=True)), custom, line, head)

    def _one(self, at: int) -> Record:
        values = {name: column[at] for name, column in self.columns.items()}
        custom = {name: text for name, column in self._own.items() if type(text := column[at]) is str}
        return Record(values, custom, self.lines[at], self.heads[at] if self.heads else 0)

    def at(self, places: Sequence[int]) -> "RecordsByColumn":
        """The records at some places."""

        def picked(column: Sequence[T]) -> list[T]:
            return [column[at] for at in places]

        columns = {name: picked(column) for name, column in self.columns.items()}
        own = {name: picked(column) for name, column in self._own.items()}
        return RecordsByColumn(columns, own, picked(self.lines), picked(self.heads) if self.heads else ())

    def custom(self) -> Iterator[Mapping[str, str]]:
        """The team's own columns of each record, as text by heading; empty cells are left out."""
        if not self._own:
            return repeat(_NONE, len(self))
        names = tuple(self._own)
        return (
            {name: text for name, text in zip(names, row, strict=True) if type(text) is str}
            for row in zip(*self._own.values(), strict=True)
        )
