"""What to do about a damaged book: its newest sound backup, or a new book of all that can be read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.models.endings import BOOK_SUFFIX
from csdesk.usecases.backups import list_backups
from csdesk.usecases.books import BookError, Trouble, check_book, open_copy

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.book.rescue import Rescue as Rescue
    from csdesk.usecases.backups import Backup
    from csdesk.usecases.books import Clock, Progress

_LEAST = 200_000
"""Bytes of a book without a row, or somewhat less."""


def may_be_rescued(error: Exception) -> bool:
    """Whether what is wrong with a file is damage, which may have reached even what tells that it is a book."""
    if not isinstance(error, BookError):
        return False
    headless = error.trouble is Trouble.NOT_A_BOOK and _was_a_book(error.path)
    return headless or error.trouble in {Trouble.DAMAGED, Trouble.ALTERED}


def _was_a_book(path: Path) -> bool:
    """Whether a file is called a book, and is as large as one at least or has backups beside it."""
    if path.suffix != BOOK_SUFFIX or not path.is_file():
        return False
    return path.stat().st_size >= _LEAST or bool(list_backups(path))


def rescue_book(path: Path, new: Path, *, who: str, clock: Clock, progress: Progress) -> Rescue:
    """Put what can be read of a damaged book into a new one, which is sound; the damaged file is not touched. Raises
    BookError; nothing is then at `new` that was not there before."""
    from csdesk.book.rescue import rescue
    from csdesk.usecases.setting_values import acceptable

    return rescue(path, new, who=who, clock=clock, acceptable=acceptable, progress=progress)


def newest_sound_backup(path: Path, *, clock: Clock) -> Backup | None:
    """The newest backup of a book in which a check finds nothing; None where there is none."""
    for listed in list_backups(path):
        try:
            with open_copy(listed.backup.path, who="", clock=clock) as book:
                if not check_book(book):
                    return listed.backup
        except BookError:
            continue
    return None
