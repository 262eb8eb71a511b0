"""Single rows of the book, for the actions that change them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind, StepName

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes

_TITLES = {Kind.TASK: "title", Kind.MARKER: "title", Kind.TOUCH: "note", Kind.CONTRACT: "plan"}

_DELETE_STEPS = {
    Kind.CONTACT: StepName.DELETE_CONTACT,
    Kind.CONTRACT: StepName.DELETE_CONTRACT,
    Kind.TOUCH: StepName.DELETE_TOUCH,
    Kind.TASK: StepName.DELETE_TASK,
    Kind.HEALTH_VALUE: StepName.SET_HEALTH,
    Kind.SAVED_VIEW: StepName.DELETE_VIEW,
}


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
    """What people call a row, for the undo menu and the history."""
    return str(one_row(book, kind, row).get(_TITLES.get(kind, "name")) or "")


def delete_row(book: Book, kind: Kind, row: int) -> Changes:
    """Delete one contact, contract line, touch, task, saved view or health value set by hand."""
    with book.step(_DELETE_STEPS[kind], subject=name_of(book, kind, row)) as step:
        step.delete(kind, row)
    return step.changes
