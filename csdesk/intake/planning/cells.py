"""The values of many records by field, and what is made of them once for all that tell the same."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

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
        told, made = self._made(make, fields, *beside)
        return list(map(made.__getitem__, told))

    def parts(
        self, make: Make[tuple[Any, ...]], fields: Sequence[str], *beside: Sequence[Hashable]
    ) -> Iterator[list[Any]]:
        """As `once`, where several things are made: a column of each."""
        told, made = self._made(make, fields, *beside)
        places = dict(zip(made, range(len(made)), strict=True))
        at = list(map(places.__getitem__, told))
        return (list(map(part.__getitem__, at)) for part in zip(*made.values(), strict=True))

    def _made(
        self, make: Make[T], fields: Sequence[str], *beside: Sequence[Hashable]
    ) -> tuple[list[tuple[Any, ...]], dict[tuple[Any, ...], T]]:
        """What each record tells in some fields and beside them, and what is made of all that are alike."""
        held = [field for field in fields if field in self._fields]
        told, count = self.told(held, *beside), len(held)
        return told, {one: make(_by_field(held, one), *one[count:]) for one in dict.fromkeys(told)}


def _by_field(fields: Sequence[str], values: Sequence[Clean]) -> Mapping[str, Clean]:
    return dict(zip(fields, values, strict=False))
