"""The book: making one, opening one, changing it in steps, and going back."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Self

from csdesk.book import backup, check, log, steps, undo
from csdesk.book.attendance import Attendance
from csdesk.book.backup_list import Why
from csdesk.book.damage import OF_THE_FILE
from csdesk.book.durable import scratch, sweep, written_aside
from csdesk.book.errors import (
    BookDamaged,
    BookError,
    BookExists,
    BookReadOnly,
    NameTooLong,
    too_long,
    translated,
)
from csdesk.book.header import book_version
from csdesk.book.migrations import MIGRATIONS, migrate, refuse_altered
from csdesk.book.steps import Step
from csdesk.book.store import Clock, Store
from csdesk.book.taken import Plan
from csdesk.book.undo import UndoState
from csdesk.models.drafts import Changes
from csdesk.models.endings import BOOK_SUFFIX
from csdesk.models.kinds import StepName


class Book(Store):
    """An open book. It belongs to the thread that opened it; whatever goes wrong with its file is a BookError."""

    is_copy = False
    """Whether what is read is a copy of the file at `path`."""
    attendance: Attendance | None = None
    """Where other computers may write to the book's folder: this one's record there."""

    @classmethod
    def create(cls, path: Path, *, who: str, clock: Clock, base: int | None = None) -> Self:
        """Make an empty book, readable by its owner only. `base` makes the ids given until it is closed predictable."""
        with translated(path):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            with Store(path, who=who, clock=clock) as empty:
                migrate(empty, MIGRATIONS)
            return cls._prepared(path, who=who, clock=clock, base=base)
        except BookError:
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def make(
        cls, path: Path, fill: Callable[[Self], object], *, who: str, clock: Clock, base: int | None = None
    ) -> Self:
        """Make a book and fill it. It stands at `path` only when it is whole: half of it would be taken for all."""
        with translated(path):
            _refuse_taken(path)
            if too_long(path, _BACKUP):
                raise NameTooLong(path)
            with written_aside(path) as part:
                part.unlink()
                try:
                    with cls.create(part, who=who, clock=clock, base=base) as book:
                        fill(book)
                except BookError as failure:  # of a file by a name that nobody has asked for
                    raise type(failure)(path, failure.detail) from failure
                _refuse_taken(path)  # another process may have made one meanwhile
        return cls.open(path, who=who, clock=clock)

    @classmethod
    def open(cls, path: Path, *, who: str, clock: Clock, read_only: bool = False) -> Self:
        """Open a book; one of an earlier version is backed up and brought up to date.

        What is missing, not a book, too new, damaged, altered or not to be written to raises its own BookError and is
        left as it was. `read_only` touches nothing, so a change that a crash cut short raises BookUnfinished.
        """
        behind = book_version(path, len(MIGRATIONS)) < len(MIGRATIONS)
        if behind if read_only else not _may_write(path):
            raise BookReadOnly(path)
        if not read_only:
            sweep(path.parent)
        if behind:
            with Store(path, who=who, clock=clock) as earlier:
                refuse_altered(earlier.driver, path, MIGRATIONS)
                backup.save(earlier, why=Why.UPGRADE)
                migrate(earlier, MIGRATIONS)
        return cls._prepared(path, who=who, clock=clock, read_only=read_only)

    @classmethod
    def open_copy(cls, path: Path, *, who: str, clock: Clock) -> Self:
        """Open a checked copy for reading, in a folder of its own that goes with it; the book itself is not touched."""
        sweep()
        with ExitStack() as until, translated(path):
            copy = until.enter_context(scratch()) / f"copy{BOOK_SUFFIX}"
            backup.copy_to_read(path, copy)
            if book_version(copy, len(MIGRATIONS)) < len(MIGRATIONS):
                with Store(copy, who=who, clock=clock) as earlier:
                    migrate(earlier, MIGRATIONS)
            book = cls._prepared(copy, who=who, clock=clock, read_only=True)
            if any(damage.what in OF_THE_FILE for damage in check.check(book)):
                book.close()
                raise BookDamaged(path)
            book.path, book.is_copy = path, True
            book.afterwards = until.pop_all()
        return book

    @classmethod
    def _prepared(cls, path: Path, *, who: str, clock: Clock, read_only: bool = False, base: int | None = None) -> Self:
        book = cls(path, who=who, clock=clock, read_only=read_only, base=base)
        try:
            with translated(path):
                refuse_altered(book.driver, path, MIGRATIONS)
                if not read_only:
                    log.set_up(book.driver)
        except BookError:
            book.close()
            raise
        return book

    def step(self, name: StepName, subject: str = "") -> AbstractContextManager[Step]:
        """One change, which can be undone; `subject` is a name to show with it: the account, the file."""
        return steps.step(self, name, subject)

    def undo(self) -> Changes | None:
        """Undo the last step that is done; None where there is none."""
        return undo.undo(self)

    def redo(self) -> Changes | None:
        """Do again the step undone last; None where there is none."""
        return undo.redo(self)

    def undo_state(self) -> UndoState:
        """What undo and redo would do."""
        return undo.undo_state(self)

    def take_back(self, step: int) -> Changes:
        """Take any one step back as far as later ones let it, as a step of its own; UndoRefused where nothing goes."""
        return undo.take_back(self, step)

    def taken_back(self, step: int) -> tuple[Changes, Plan]:
        """The same; also tells what went and what stayed."""
        return undo.taken_back(self, step)

    def take_back_plan(self, step: int) -> Plan:
        """What taking a step back would do, and what would stay."""
        return undo.take_back_plan(self, step)


_BACKUP = f"-backups/{'n' * 48}"
"""No backup's name is longer; its folder's is as long as the journal's."""


def _refuse_taken(path: Path) -> None:
    """A link that leads nowhere now may lead to a book as soon as its disk is there again."""
    if path.exists() or path.is_symlink():
        raise BookExists(path)


def _may_write(path: Path) -> bool:
    """SQLite needs the folder as well, for its journal."""
    as_acting = os.access in os.supports_effective_ids
    return all(os.access(needed, os.W_OK, effective_ids=as_acting) for needed in (path, path.parent))
