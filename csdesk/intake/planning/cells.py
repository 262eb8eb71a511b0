"""The values of many records by field, and what is made of them once for all that tell the same."""

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from typing import Any, TypeVar

from csdesk.intake.distinct import numbered
from csdesk.intake.records import column_of
from csdesk.intake.shapes import Clean, Record
from csdesk.models.rows import all_alike

T = TypeVar("T")
Make = Callable[..., T]


class Cells:
    """Records by column."""

    def __init__(self, records: Sequence[Record], fields: Collection[str]) -> None:
        self._records, self._fields = records, fields
        self._columns: dict[str, Sequence[Clean]] = {}

    def __len__(self) -> int:
        return len(self._records)

    def of(self, field: str) -> Sequence[Clean]:
        """The values of a field."""
        column = self._columns.get(field)
        if column is None:
            there = field in self._fields
            column = self._columns[field] = column_of(self._records, field) if there else [None] * len(self)
        return column

    def told(self, fields: Sequence[str], *beside: Sequence[Any]) -> list[tuple[Any, ...]]:
        """What each record tells in those of the fields that there are, and what stands beside it."""
        columns = [*map(self.of, filter(self._fields.__contains__, fields)), *beside]
        return list(zip(*columns, strict=True)) if columns else [()] * len(self)

    def numbers(self, fields: Sequence[str]) -> tuple[list[int], int]:
        """Records that tell the same in those of the fields that there are as equal numbers, and how many differ."""
        numbers, different = _numbered([self.of(field) for field in fields if field in self._fields], len(self))
        return numbers, len(different)

    def once(self, make: Make[T], fields: Sequence[str], *beside: Sequence[Hashable]) -> list[T]:
        """What is made of the values of some fields by field, and of what stands beside them, for each record; it is
        made once for all that are alike."""
        numbers, made = self._made(make, fields, *beside)
        return list(map(made.__getitem__, numbers))

    def parts(
        self, make: Make[tuple[Any, ...]], fields: Sequence[str], *beside: Sequence[Hashable]
    ) -> Iterator[list[Any]]:
        """As `once`, where several things are made: a column of each."""
        numbers, made = self._made(make, fields, *beside)
        parts = zip(*made, strict=True)
        return ([part[0]] * len(numbers) if all_alike(part) else list(map(part.__getitem__, numbers)) for part in parts)

    def _made(self, make: Make[T], fields: Sequence[str], *beside: Sequence[Hashable]) -> tuple[list[int], list[T]]:
        """For each record the number of what it tells in some fields and beside them, and what is made of each such."""
        held = [field for field in fields if field in self._fields]
        numbers, different = _numbered([*map(self.of, held), *beside], len(self))
        return numbers, [make(dict(zip(held, one, strict=False)), *one[len(held) :]) for one in different]


def _numbered(columns: Sequence[Sequence[Any]], count: int) -> tuple[list[int], list[list[Any]]]:
    """Equal rows as equal numbers, and the different ones; columns that are alike all through need no look."""
    if not count:
        return [], []
    varying = [at for at, column in enumerate(columns) if not all_alike(column)]
    first = [column[0] for column in columns]
    if not varying:
        return [0] * count, [first]
    numbers, different = numbered(
        columns[varying[0]] if len(varying) == 1 else zip(*(columns[at] for at in varying), strict=True)
    )
    rows = []
    for one in different:
        row = first.copy()
        for at, value in zip(varying, [one] if len(varying) == 1 else one, strict=True):
            row[at] = value
        rows.append(row)
    return numbers, rows
