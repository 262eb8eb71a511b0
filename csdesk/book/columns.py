"""How the rows of each kind are written to and read from the file."""

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Float, Integer, Text

from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.rows import all_alike
from csdesk.models.tables import metadata
from csdesk.models.tables.base import MONEY
from csdesk.models.text import visible

Stored: TypeAlias = str | int | float | None
"""A value as the file holds it: days and moments as ISO text, yes and no as 1 and 0."""


def _whole(value: Value) -> Stored:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _decimal(value: Value) -> Stored:
    """Fifteen digits are what decimal text carries there and back; the change log is such text."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError(value)
    return float(f"{value:.15g}")


def _yes_or_no(value: Value) -> Stored:
    if not isinstance(value, bool):
        raise TypeError(value)
    return int(value)


def _words(value: Value) -> Stored:
    if not isinstance(value, str):
        raise TypeError(value)
    return visible(value)


def _day(value: Value) -> Stored:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise TypeError(value)
    return value.isoformat()


def _moment(value: Value) -> Stored:
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if not isinstance(value, datetime):
        raise TypeError(value)
    return written_moment(value)


def written_moment(moment: datetime) -> str:
    """In UTC, to the second; a moment that names no zone is taken to be in UTC."""
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.replace(tzinfo=None).isoformat(timespec="seconds")


def read_moment(text: str) -> datetime:
    """Aware, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


_WRITERS: dict[type, Callable[[Value], Stored]] = {
    BigInteger: _whole,
    Integer: _whole,
    Float: _decimal,
    Boolean: _yes_or_no,
    Text: _words,
    Date: _day,
    DateTime: _moment,
}
_AS_IT_IS: dict[Callable[[Value], Stored], type] = {_whole: int, _words: str}
"""Writers that leave every value of one type as it is; of text, what can be printed."""
_ONE_FOR_ALL = frozenset({_day, _decimal, _yes_or_no})
"""Writers whose values come again and again, and are the same where they are equal."""
_APART = frozenset({str, type(None), date})
"""Types whose values equal none of another type, where the file would hold that otherwise."""
_READERS: dict[type, Callable[[Any], Value]] = {
    Boolean: bool,
    Date: date.fromisoformat,
    DateTime: datetime.fromisoformat,
}
_FORMS: dict[type, str] = {Date: "%Y-%m-%d", DateTime: "%Y-%m-%dT%H:%M:%S"}


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one kind, in the table's order, and the statements that follow from them."""

    kind: Kind
    names: tuple[str, ...]
    writers: Mapping[str, Callable[[Value], Stored]]
    """Of all columns but `id`, which the book gives."""
    readers: Mapping[str, Callable[[Any], Value]]
    """Only of columns that are not read as they are stored."""
    dates: Mapping[str, str]
    """Columns of days and moments, with the form in which they are stored."""
    defaults: Mapping[str, Stored]
    references: Mapping[str, Kind]
    listed: str
    """Every column, quoted, as SELECT wants them."""

    @property
    def account(self) -> str | None:
        """The column that tells which account a row belongs to."""
        if self.kind is Kind.ACCOUNT:
            return "id"
        return "account_id" if "account_id" in self.references else None

    def stored(self, values: Mapping[str, Value]) -> dict[str, Stored]:
        """Values as the file holds them, None as the column's default; TypeError names a column that is not there or
        cannot hold its value."""
        writers, defaults = self.writers, self.defaults
        try:
            return {name: defaults[name] if held is None else writers[name](held) for name, held in values.items()}
        except (KeyError, TypeError, ValueError) as failure:
            raise TypeError(f"{self.kind}: {self._misfit(values)}") from failure

    def stored_columns(self, columns: Mapping[str, Sequence[Value]]) -> dict[str, Sequence[Stored]]:
        """Whole columns of many rows as the file holds them, in the table's order."""
        try:
            return {name: self._column(name, columns[name]) for name in sorted(columns, key=self.names.index)}
        except (KeyError, TypeError, ValueError):
            for row in zip(*columns.values(), strict=True):
                self.stored(dict(zip(columns, row, strict=True)))  # names the value that is wrong
            raise

    def _column(self, name: str, values: Sequence[Any]) -> Sequence[Stored]:
        write, default = self.writers[name], self.defaults[name]
        if all_alike(values) and (type(values[0]) in _APART or len(set(map(type, values))) == 1):
            return [default if values[0] is None else write(values[0])] * len(values)
        kinds = set(map(type, values))
        as_they_are = kinds == {_AS_IT_IS.get(write)} or (
            default is None and kinds == {_AS_IT_IS.get(write), type(None)}
        )
        if as_they_are and (write is not _words or "".join(filter(None, values)).isprintable()):
            return values
        if write in _ONE_FOR_ALL and len(kinds - {type(None)}) == 1:
            written = {held: default if held is None else write(held) for held in set(values)}
            return list(map(written.__getitem__, values))
        return [default if held is None else write(held) for held in values]

    def insert(self, names: Iterable[str] = (), rows: int = 1) -> str:
        """The statement that adds rows; with names, such of these columns alone, the others as the table has them by
        default."""
        listed = ", ".join(f'"{name}"' for name in names) or self.listed
        each = f"({', '.join('?' * (listed.count(',') + 1))})"
        return f'INSERT INTO "{self.kind}" ({listed}) VALUES {", ".join([each] * rows)}'

    def sought(self, name: str, value: Value) -> Stored:
        """A value to compare a column with. Ids are as they are; None is None, whatever the default."""
        if isinstance(value, int) and name == "id":
            return value
        return None if value is None else self.stored({name: value})[name]

    def _misfit(self, values: Mapping[str, Value]) -> str:
        for name, value in values.items():
            try:
                if value is not None:
                    self.writers[name](value)
            except (TypeError, ValueError):
                return f"{name} cannot hold {value!r}"
            except KeyError:
                break
        return f"no such column {sorted(values.keys() - self.writers.keys())}"

    def row(self, stored: Mapping[str, Stored]) -> tuple[Stored, ...]:
        """A whole row to insert, defaults where nothing is said."""
        return tuple({**self.defaults, **stored}.values())

    def native(self, row: Iterable[Any]) -> dict[str, Value]:
        """A row, its values in the table's order, by column name and as Python has them."""
        found = dict(zip(self.names, row, strict=True))
        for name, read in self.readers.items():
            if found[name] is not None:
                found[name] = read(found[name])
        return found

    def json(self, of: str = "") -> str:
        """The SQL text that makes a row (`OLD.`, `NEW.` or of the table itself) a JSON object without its NULLs.

        The same text everywhere: log, digests and dumps are compared letter by letter.
        """
        pairs = ", ".join(f"'{name}', {of}\"{name}\"" for name in self.names)
        return f"json_patch('{{}}', json_object({pairs}))"

    def from_json(self, text: str) -> tuple[Stored, ...]:
        """A whole row to insert, from what `json` made."""
        return self.row(json.loads(text))


def _writer(column: Column[Any]) -> Callable[[Value], Stored]:
    return _WRITERS[type(column.type)]


def _default(column: Column[Any]) -> Stored:
    value = getattr(column.default, "arg", None)
    return None if value is None else _writer(column)(value)


def money_columns(kind: Kind) -> tuple[str, ...]:
    """The columns of a kind that hold amounts in minor units."""
    return tuple(column.name for column in metadata.tables[kind].columns if MONEY in column.info)


def python_types(kind: Kind) -> dict[str, type]:
    """What each column of a kind holds, as Python has it."""
    return {column.name: column.type.python_type for column in metadata.tables[kind].columns}


@cache
def layout(kind: Kind) -> Layout:
    """The layout of a kind."""
    table = metadata.tables[kind]
    columns = {column.name: column for column in table.columns}
    quoted = ", ".join(f'"{name}"' for name in columns)
    return Layout(
        kind=kind,
        names=tuple(columns),
        writers={name: _writer(column) for name, column in columns.items() if name != "id"},
        readers={name: _READERS[type(c.type)] for name, c in columns.items() if type(c.type) in _READERS},
        dates={name: _FORMS[type(c.type)] for name, c in columns.items() if type(c.type) in _FORMS},
        defaults={name: _default(column) for name, column in columns.items()},
        references={name: Kind(key.column.table.name) for name, c in columns.items() for key in c.foreign_keys},
        listed=quoted,
    )
