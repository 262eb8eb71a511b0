"""What to call a row when speaking of it to a person."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from csdesk.book import bundles
from csdesk.book.columns import layout
from csdesk.models.kinds import Kind

_NAMING = (
    "name", "title", "statement", "subject", "plan", "number", "key", "file", "item", "stated_reason", "metric",
    "text", "signal", "play", "reason", "external_id", "note", "survey", "factor",
)  # fmt: skip
_LONGEST = 80


def title(kind: Kind, values: Mapping[str, Any]) -> str:
    """The first of a row's naming columns that holds something."""
    found = (values[name] for name in _NAMING if name in layout(kind).names and values.get(name))
    return str(next(found, ""))[:_LONGEST]


def title_in_book(connection: Connection, kind: Kind, row: int) -> str:
    """The same for a row that stands in the book, or the name of its account; '' where there is neither."""
    of = layout(kind)
    found = connection.exec_driver_sql(f'SELECT {of.listed} FROM "{kind}" WHERE id = ?', (row,)).first()
    if found is None:
        return ""
    values = dict(zip(of.names, found, strict=True))
    own = title(kind, values)
    account = values.get("account_id")
    return own if own or account is None else title_in_book(connection, Kind.ACCOUNT, account)


def last_title(connection: Connection, kind: Kind, row: int) -> str:
    """What a row is called, or was when it was last there."""
    found = title_in_book(connection, kind, row)
    if found:
        return found
    wanted = (
        "SELECT ifnull(after, before) FROM change WHERE row_id = ? AND kind = ? AND last_id IS NULL ORDER BY id DESC"
    )
    last = connection.exec_driver_sql(f"{wanted} LIMIT 1", (row, str(kind))).scalar()
    if last is None:
        bundled = bundles.of_row(connection, kind, row)
        last = bundled.after if bundled else None
    return title(kind, json.loads(last)) if last else ""


def account_in_book(connection: Connection, kind: Kind, row: int) -> str:
    """The name of the account that a row belongs to; '' where there is none, and for an account itself."""
    if "account_id" not in layout(kind).names:
        return ""
    wanted = f'SELECT a.name FROM "{kind}" r JOIN account a ON a.id = r.account_id WHERE r.id = ?'
    return str(connection.exec_driver_sql(wanted, (row,)).scalar() or "")
