"""Rows as the log has them, made without SQLite: letter by letter what `Layout.json` makes of the rows in the file."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from csdesk.book.columns import Layout, Stored
from csdesk.models.rows import all_alike

_EXACT = 10**15
"""Whole numbers below it are written out."""

Column = Sequence[Stored]


def row_texts(connection: Connection, of: Layout, columns: Mapping[str, Column]) -> list[str]:
    """The JSON text of each row. Columns that are not told hold their defaults, as in the table."""
    form: list[str] = []
    varying: list[Iterable[object]] = []
    for name in of.names:
        fragment, values = _fragment(connection, name, columns.get(name, (of.defaults[name],)))
        form.append(fragment)
        varying += values
    whole = f"{{{''.join(form)[1:]}}}"  # every row begins with its id, and so with a comma
    return [whole % row for row in zip(*varying, strict=True)]


def _fragment(connection: Connection, name: str, values: Column) -> tuple[str, list[Iterable[object]]]:
    """What a column adds to the form of every row, and what of it differs from row to row."""
    label = f',"{name}":'
    if name != "id" and all_alike(values):
        return "".join(label + text.replace("%", "%%") for text in _written(connection, values[:1])), []
    kinds = set(map(type, values))
    if kinds == {int}:
        return f"{label}%d", [values]
    if kinds == {str} and _plain(values):
        return f'{label}"%s"', [values]
    if kinds == {float}:
        distinct = list(set(values))
        known = dict(zip(distinct, _written(connection, distinct), strict=True))
        return f"{label}%s", [map(known.__getitem__, values)]
    if type(None) not in kinds:
        return f"{label}%s", [_written(connection, values)]
    written = iter(_written(connection, [held for held in values if held is not None]))
    return "%s", [["" if held is None else label + next(written) for held in values]]


def _plain(texts: Iterable[Any]) -> bool:
    """Whether no letter of theirs needs another before it."""
    whole = "".join(texts)
    return whole.isprintable() and '"' not in whole and "\\" not in whole


def _written(connection: Connection, values: Iterable[Stored]) -> Iterator[str]:
    known: dict[float, str] = {}
    for held in values:
        if isinstance(held, str):
            yield _QUOTED(held)
        elif isinstance(held, int):
            yield str(held)
        elif held is not None:
            text = known.get(held)
            if text is None:
                text = known[held] = _decimal(connection, held)
            yield text


_QUOTED: Callable[[str], str] = json.JSONEncoder(ensure_ascii=False).encode


def _decimal(connection: Connection, held: float) -> str:
    """Digits are SQLite's own affair."""
    if held.is_integer() and abs(held) < _EXACT:
        return f"{int(held)}.0"
    return str(connection.exec_driver_sql("SELECT json_array(?)", (held,)).scalar_one())[1:-1]
