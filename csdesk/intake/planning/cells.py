"""The values of many records by field, and what is made of them once for all that tell the same."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from csdesk.intake.distinct import numbered
from csdesk.intake.records import column_of
from csdesk.intake.shapes import Clean, Record

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
        return (list(map(part.__getitem__, numbers)) for part in zip(*made, strict=True))

    def _made(
        self, make: Make[T], fields: Sequence[str], *beside: Sequence[Hashable]
    ) -> tuple[list[int], list[T]]:
        """For each record the number of what it tells in some fields and beside them, and what is made of each such."""
        held = [field for field in fields if field in self._fields]
        numbers, different = numbered(self.told(held, *beside))
        return numbers, [make(_by_field(held, one), *one[len(held) :]) for one in different]


def _by_field(fields: Sequence[str], values: Sequence[Clean]) -> Mapping[str, Clean]:
    return dict(zip(fields, values, strict=False))
