"""A book in a folder that several computers share: one of them writes, and the others are told which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.usecases.places import shared_place

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime
    from pathlib import Path

    from csdesk.book.file import Book
    from csdesk.book.presence import Machine, Presence

    WhichMachine = Callable[[], Machine]


def is_shared(path: Path) -> bool:
    """Whether other computers may open the book: its folder says so, or one of them has left a record there."""
    from csdesk.book.attendance import present

    return shared_place(path) is not None or any(True for _ in present(path))


def refuse_if_elsewhere(
    path: Path, machine: WhichMachine, clock: Callable[[], datetime], despite: Collection[Presence] = ()
) -> None:
    """Raise BookElsewhere where another computer has the book open, or may have. What is told `despite` is known to
    the person and no hindrance, as long as it has not been renewed since."""
    from csdesk.book import attendance

    if is_shared(path):
        attendance.refuse_if_elsewhere(path, machine(), clock(), despite)


def attend(book: Book, machine: WhichMachine, despite: Collection[Presence] = ()) -> Book:
    """Leave this computer's record beside a book that is shared, until the book is closed.

    Raises BookElsewhere, and closes the book, where another computer was as quick.
    """
    from csdesk.book import attendance
    from csdesk.book.errors import BookElsewhere

    if not is_shared(book.path):
        return book
    me = machine()
    book.attendance = attendance.Attendance(book.path, me, book.who, book.clock)
    book.attendance.take_over(despite)
    book.attendance.enter()
    book.afterwards.callback(book.attendance.leave)
    try:
        attendance.refuse_if_elsewhere(book.path, me, book.clock(), despite)
    except BookElsewhere:
        book.close()
        raise
    return book


def renew_presence(book: Book) -> tuple[Presence, ...]:
    """Say that the book is still open here, where it is shared; which other computers say the same."""
    return () if book.attendance is None else book.attendance.renew()
