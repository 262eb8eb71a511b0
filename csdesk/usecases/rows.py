"""Single rows of the book, for the actions that change them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csdesk.models.deletions import DELETIONS
from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes

_TITLES = {Kind.TASK: "title", Kind.MARKER: "title", Kind.TOUCH: "note", Kind.CONTRACT: "plan", Kind.COST: "month",
           Kind.GOAL: "statement", Kind.MILESTONE: "title", Kind.FEEDBACK: "title",
           Kind.EXCHANGE_RATE: "month", Kind.TARGET: "metric", Kind.PACK: "file", Kind.WIN: "title"}  # fmt: skip
_BY_ACCOUNT = frozenset({Kind.ANSWER, Kind.HEALTH_VALUE, Kind.INTERVIEW, Kind.RISK})
"""Rows that go by the name of their account."""


class Gone(Exception):
    """The row is no longer in the book."""


def one_row(book: Book, kind: Kind, row: int) -> dict[str, Any]:
    """Every column of one row. Raises Gone where another window or process has deleted it."""
    from csdesk.book.read import rows

    found = rows(book, kind, where={"id": row})
    if not found:
        raise Gone(kind.value)
    return dict(found[0])


def name_of(book: Book, kind: Kind, row: int) -> str:
    """What people call a row, for the undo menu and the history. Raises Gone where it has been deleted."""
    found = one_row(book, kind, row)
    if kind in _BY_ACCOUNT:
        return name_of(book, Kind.ACCOUNT, found["account_id"]) if found["account_id"] else ""
    return str(found.get(title_column(kind)) or "")


def title_column(kind: Kind) -> str:
    """The column that holds what people call a row."""
    return _TITLES.get(kind, "name")


def delete_row(book: Book, kind: Kind, row: int) -> Changes:
    """Delete one row of a kind that a person deletes. Raises Gone where it has been deleted already."""
    with book.step(DELETIONS[kind], subject=name_of(book, kind, row)) as step:
        step.delete(kind, row)
    return step.changes
