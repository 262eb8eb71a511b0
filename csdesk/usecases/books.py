"""Opening, making, closing, checking and saving books; undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.book.errors import BookElsewhere, BookError, Trouble
from csdesk.models.kinds import StepName
from csdesk.usecases.sharing import attend, refuse_if_elsewhere
from csdesk.usecases.stopped import Refused, Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime
    from pathlib import Path

    from csdesk.book.damage import Damage as Damage
    from csdesk.book.file import Book as Book
    from csdesk.book.history import HistoryItem as HistoryItem
    from csdesk.book.presence import Machine as Machine
    from csdesk.book.presence import Presence as Presence
    from csdesk.book.taken import Kept as Kept
    from csdesk.book.taken import Plan as Plan
    from csdesk.book.undo import UndoState as UndoState
    from csdesk.models.drafts import Changes
    from csdesk.models.kinds import Language
    from csdesk.usecases.settings import BookSettings
    from csdesk.usecases.sharing import WhichMachine

    Clock = Callable[[], datetime]
    Progress = Callable[[int, int], None]

MANY_ROWS = 50
"""A step of more rows than this is preceded by a backup."""

__all__ = ["BookElsewhere", "BookError", "Refused", "Stopped", "Trouble", "attend"]


def open_book(
    path: Path,
    *,
    who: str,
    clock: Clock,
    read_only: bool = False,
    machine: WhichMachine | None = None,
    despite: Collection[Presence] = (),
) -> Book:
    """Open a book. Raises BookError; the file is then as it was.

    With `machine` this computer takes its turn among those that share the book's folder: BookElsewhere names another
    that has it open, unless the person knows and goes on `despite` what it said.
    """
    from csdesk.book.file import Book

    if read_only or machine is None:
        return _readable(Book.open(path, who=who, clock=clock, read_only=read_only))
    refuse_if_elsewhere(path, machine, clock, despite)
    return attend(_readable(Book.open(path, who=who, clock=clock)), machine, despite)


def _readable(book: Book) -> Book:
    """The book, where its settings are such as csdesk stores: everything else reads them first."""
    from csdesk.book.errors import BookAltered
    from csdesk.book.read import settings
    from csdesk.usecases.setting_values import acceptable

    try:
        if not all(acceptable(key, text) for key, text in settings(book).items()):
            raise BookAltered(book.path)
    except BookError:
        book.close()
        raise
    return book


def open_to_read(path: Path, *, who: str, clock: Clock, machine: WhichMachine) -> Book:
    """Open a book for reading alone. What a crash left undone, or an earlier version, is seen to first; an earlier
    version that must stay as it is here is read from a copy."""
    from csdesk.book.errors import BookReadOnly, BookUnfinished

    try:
        return open_book(path, who=who, clock=clock, read_only=True)
    except (BookReadOnly, BookUnfinished) as first:
        try:
            open_book(path, who=who, clock=clock, machine=machine).close()
        except (BookReadOnly, BookElsewhere) as second:
            if isinstance(first, BookReadOnly):
                return open_copy(path, who=who, clock=clock)
            raise (first if isinstance(second, BookReadOnly) else second) from None
    return open_book(path, who=who, clock=clock, read_only=True)


def open_copy(path: Path, *, who: str, clock: Clock) -> Book:
    """Open a checked copy of a book for reading; the book and its folder are not touched. Raises BookError."""
    from csdesk.book.file import Book

    return _readable(Book.open_copy(path, who=who, clock=clock))


def new_book(path: Path, settings: BookSettings, *, who: str, clock: Clock) -> Book:
    """Make an empty book with these settings. Raises BookError where the file exists or cannot be made."""
    from csdesk.book.file import Book
    from csdesk.usecases.settings import change_settings

    return Book.make(path, lambda book: change_settings(book, settings, name=StepName.NEW_BOOK), who=who, clock=clock)


def demo_book(path: Path, *, who: str, clock: Clock, language: Language) -> Book:
    """Make the demo book: about sixty invented accounts over the three years up to today."""
    from csdesk.usecases.demo import fill_demo

    return fill_demo(path, who=who, clock=clock, language=language)


def has_changed(book: Book) -> bool:
    """Whether another process wrote to the book since this was last asked."""
    return book.changed_elsewhere()


def check_book(book: Book, progress: Progress = lambda _done, _whole: None) -> tuple[Damage, ...]:
    """Every damage that SQLite, the row tallies and the house rules can know; empty for a sound book. `progress` is
    told how many of the checks are done, and may raise to stop."""
    from csdesk.book.check import check
    from csdesk.usecases.setting_values import acceptable

    return check(book, acceptable, progress)


def refuse_damaged(book: Book) -> None:
    """Raise BookDamaged where a check finds anything."""
    from csdesk.book.errors import BookDamaged

    if check_book(book):
        raise BookDamaged(book.path)


def backup_book(book: Book, target: Path | None = None) -> Path:
    """Save a checked copy, by default into `BOOK-backups/` beside the book; returns where it is."""
    from csdesk.book.backup import backup

    return backup(book, target)


def backup_if_due(book: Book) -> Path | None:
    """Save a copy where the book has changed and the last copy is half an hour old. Raises BookError: no room, say."""
    from csdesk.book.backup import backup_if_due as save_if_due

    return save_if_due(book)


def save_before(book: Book, rows: int) -> None:
    """Save a copy before a step that changes many rows at once. Raises BookError; then the step is not to be done."""
    from csdesk.book.backup import backup
    from csdesk.book.backup_list import Why

    if rows > MANY_ROWS and not book.read_only:  # there the step is refused
        backup(book, why=Why.CHANGE)


def save_before_import(book: Book) -> None:
    """Save a copy before an import, however small, unless there is nothing yet to lose. Raises BookError."""
    from csdesk.book.backup import backup
    from csdesk.book.backup_list import Why, state

    if not book.read_only and state(book.driver):
        backup(book, why=Why.IMPORT)


def restore_book(path: Path, copy: Path, *, clock: Clock, machine: WhichMachine, password: str = "") -> Path | None:
    """Put a copy, which the password opens where it is encrypted, in the place of a closed book; returns where a
    replaced book is kept. Raises BookError: also where another computer has the book open."""
    from csdesk.book.backup import restore

    refuse_if_elsewhere(path, machine, clock)
    return restore(path, copy, password)


def undo(book: Book) -> Changes | None:
    """Take the last step back; None when there is none. Raises BookError where its rows have changed since.

    A large step is preceded by a copy, as it was when it was done.
    """
    last = book.undo_state().undo
    save_before(book, last.rows if last else 0)
    return book.undo()


def redo(book: Book) -> Changes | None:
    """Do again what was last taken back; None when there is nothing. Raises BookError where its rows have changed."""
    next_one = book.undo_state().redo
    save_before(book, next_one.rows if next_one else 0)
    return book.redo()


def undo_state(book: Book) -> UndoState:
    """The steps that undo and redo would act on, for the menu."""
    return book.undo_state()


def take_back(book: Book, step: int) -> Changes:
    """Take an earlier step back as far as later ones let it, as a step of its own. Raises BookError: also where nothing
    of it can be taken back."""
    return taken_back(book, step)[0]


def taken_back(book: Book, step: int) -> tuple[Changes, Plan]:
    """The same; also tells what stayed, and why. Many rows are preceded by a backup."""
    from csdesk.book.undo import standing

    save_before(book, standing(book, step).rows)
    return book.taken_back(step)


def take_back_plan(book: Book, step: int) -> Plan:
    """What taking a step back would do and what would stay; nothing is changed. Raises BookError as `take_back`."""
    return book.take_back_plan(step)
