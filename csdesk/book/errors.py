"""What can go wrong with a book, and the one place where SQLite's and the system's errors become it."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from csdesk.book.presence import Presence, Standing
from csdesk.models.kinds import Kind


class Trouble(StrEnum):
    """What happened; `wording` says it, with what is safe and what to do."""

    MISSING = "missing"
    NO_FOLDER = "no_folder"
    NAME_TOO_LONG = "name_too_long"
    EXISTS = "exists"
    NOT_A_BOOK = "not_a_book"
    TOO_NEW = "too_new"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - what happened
    DAMAGED = "damaged"
    ALTERED = "altered"
    BUSY = "busy"
    READ_ONLY = "read_only"
    READING_ONLY = "reading_only"
    UNFINISHED = "unfinished"
    ELSEWHERE = "elsewhere"
    NO_ACCESS = "no_access"
    DISK_FULL = "disk_full"
    DISK_FAILED = "disk_failed"
    REPLACED = "replaced"
    ROW_GONE = "row_gone"
    ROW_REFUSED = "row_refused"
    UNDO_REFUSED = "undo_refused"
    NO_SUCH_STEP = "no_such_step"
    STEP_STAYS = "step_stays"
    NOT_A_COPY = "not_a_copy"
    MERGE_MOVED = "merge_moved"
    STEP_ERASED = "step_erased"
    NAME_TAKEN = "name_taken"
    OWNER_GONE = "owner_gone"
    FAILED = "failed"


class BookError(Exception):
    """Something about the file at `path` that a person must know. Whatever was being done has not been done at all."""

    trouble: ClassVar[Trouble] = Trouble.FAILED

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{self.trouble}: {path}" + (f" ({detail})" if detail else ""))
        self.path = path
        self.detail = detail


class BookMissing(BookError):
    """There is no file."""

    trouble = Trouble.MISSING


class NoFolder(BookMissing):
    """There is not even the folder in which the file is to be."""

    trouble = Trouble.NO_FOLDER


class NameTooLong(BookError):
    """The file's name or the whole path leaves no room for the longer names of its journal and backups."""

    trouble = Trouble.NAME_TOO_LONG


class BookExists(BookError):
    """A new file was asked for where there is one."""

    trouble = Trouble.EXISTS


class NotABook(BookError):
    """A file of another kind, or a folder."""

    trouble = Trouble.NOT_A_BOOK


class BookTooNew(BookError):
    """Written by a later csdesk."""

    trouble = Trouble.TOO_NEW


class WrongPassword(BookError):
    """An encrypted book that the password does not open; one that is damaged cannot be told from that."""

    trouble = Trouble.WRONG_PASSWORD


class BookDamaged(BookError):
    """The file is a book, but parts of it cannot be read."""

    trouble = Trouble.DAMAGED


class BookAltered(BookDamaged):
    """Its tables are not as csdesk made them: another program added or changed some."""

    trouble = Trouble.ALTERED


class BookBusy(BookError):
    """Another process held the file longer than is waited for."""

    trouble = Trouble.BUSY


class BookReadOnly(BookError):
    """The file or its folder may be read, not written."""

    trouble = Trouble.READ_ONLY


class ReadingOnly(BookError):
    """A change was asked of a book that is open for reading."""

    trouble = Trouble.READING_ONLY


class BookUnfinished(BookError):
    """A change was cut short by a crash; it must be taken back first, which needs the right to write."""

    trouble = Trouble.UNFINISHED


class BookElsewhere(BookError):
    """Another computer has the book open, or has not said that it closed it; it was seen `silent_for` ago."""

    trouble = Trouble.ELSEWHERE

    def __init__(self, path: Path, presence: Presence, standing: Standing, silent_for: timedelta) -> None:
        super().__init__(path, presence.machine.key)
        self.presence, self.standing, self.silent_for = presence, standing, silent_for

    @property
    def may_be_gone(self) -> bool:
        """Whether nothing says that the book is still open there."""
        return self.standing is not Standing.OPEN


class NoAccess(BookError):
    """The system does not let this user read the file or make files in its folder."""

    trouble = Trouble.NO_ACCESS


class DiskFull(BookError):
    """No room left."""

    trouble = Trouble.DISK_FULL


class DiskFailed(BookError):
    """The disk or the network did not answer."""

    trouble = Trouble.DISK_FAILED


class BookReplaced(BookError):
    """The file was moved, or another one put in its place, while it was open."""

    trouble = Trouble.REPLACED


class RowGone(BookError):
    """A row to be changed is no longer there."""

    trouble = Trouble.ROW_GONE


class RowRefused(BookError):
    """A value the tables cannot hold; `detail` names the column."""

    trouble = Trouble.ROW_REFUSED


class UndoRefused(BookError):
    """A step cannot be taken back because a row has changed since, or something new hangs on it.

    `kind`, `row` and `title` name that row; None and '' where it cannot be named.
    """

    trouble = Trouble.UNDO_REFUSED

    def __init__(self, path: Path, kind: Kind | None = None, row: int | None = None, title: str = "") -> None:
        super().__init__(path, f"{kind} {row} {title}" if kind else "")
        self.kind, self.row, self.title = kind, row, title


class NoSuchStep(UndoRefused):
    """The history has no step of that number."""

    trouble = Trouble.NO_SUCH_STEP


class StepStays(UndoRefused):
    """The step was undone already, or it made the book."""

    trouble = Trouble.STEP_STAYS


class NotACopy(BookError):
    """What is to be merged is a book, but no copy of this one."""

    trouble = Trouble.NOT_A_COPY


class MergeMoved(BookError):
    """A merge has something to ask that has not been answered, as one of the books was changed after the look."""

    trouble = Trouble.MERGE_MOVED


class StepErased(UndoRefused):
    """Rows that the step changed were deleted for good."""

    trouble = Trouble.STEP_ERASED


class NameTaken(BookError):
    """A row comes back from the bin, and another has its name by now."""

    trouble = Trouble.NAME_TAKEN


class OwnerGone(BookError):
    """A row cannot come back from the bin, for its account is neither in the book nor in the bin."""

    trouble = Trouble.OWNER_GONE


_BY_SQLITE: dict[int, type[BookError]] = {
    sqlite3.SQLITE_READONLY_ROLLBACK: BookUnfinished,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_BUSY: BookBusy,
    sqlite3.SQLITE_LOCKED: BookBusy,
    sqlite3.SQLITE_PROTOCOL: BookBusy,
    sqlite3.SQLITE_READONLY: BookReadOnly,
    sqlite3.SQLITE_CANTOPEN: NoAccess,
    sqlite3.SQLITE_PERM: NoAccess,
    sqlite3.SQLITE_AUTH: NoAccess,
    sqlite3.SQLITE_NOTADB: BookDamaged,
    sqlite3.SQLITE_CORRUPT: BookDamaged,
    sqlite3.SQLITE_IOERR: DiskFailed,
    sqlite3.SQLITE_CONSTRAINT: RowRefused,
    sqlite3.SQLITE_MISMATCH: RowRefused,
    sqlite3.SQLITE_TOOBIG: RowRefused,
}
_BY_SYSTEM: dict[int, type[BookError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: NoAccess,
    errno.EPERM: NoAccess,
    errno.EROFS: BookReadOnly,
    errno.ENOENT: BookMissing,
    errno.ENOTDIR: BookMissing,
    errno.ENAMETOOLONG: NameTooLong,
    errno.EEXIST: BookExists,
    errno.EISDIR: NotABook,
}


_LONGEST_PATH = 512
"""Bytes, its end included, that SQLite takes on POSIX systems."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system says about the file into a BookError; all else passes."""
    try:
        with sql_translated(path):
            yield
    except OSError as failure:
        kind = _BY_SYSTEM.get(failure.errno or 0, DiskFailed)
        if kind is BookMissing and not os.path.isdir(path.parent):  # noqa: PTH112 - on 3.11 Path's own raises
            kind = NoFolder
        raise kind(path, failure.strerror or "") from failure


@contextmanager
def sql_translated(path: Path) -> Iterator[None]:
    """Turn what SQLite says alone into a BookError: for blocks in which callers' code runs."""
    try:
        yield
    except UnicodeDecodeError as failure:  # SQLite quotes damaged names as they are, and the driver stumbles over them
        raise BookDamaged(path, "not Unicode") from failure
    except Exception as failure:
        cause = getattr(failure, "orig", failure)  # SQLAlchemy keeps the driver's error there
        if not isinstance(cause, sqlite3.Error):
            raise
        code = _code(cause)
        family = code & 0xFF  # the low byte; the rest says which of the family
        kind = _BY_SQLITE.get(code) or _BY_SQLITE.get(family, BookError)
        if kind is NoAccess and too_long(path):
            kind = NameTooLong
        raise kind(path, str(cause)) from failure


def too_long(path: Path, beside: str = "-journal") -> bool:
    """Whether the system or SQLite takes no name that is longer by as much as the name of what is kept beside."""
    longer = f"{os.path.abspath(path)}{beside}"  # noqa: PTH100 - Path has no call that keeps links
    try:
        os.lstat(longer)
    except OSError as failure:
        if failure.errno == errno.ENAMETOOLONG:
            return True
    return os.name == "posix" and len(os.fsencode(longer)) >= _LONGEST_PATH


def _code(error: sqlite3.Error) -> int:
    """SQLite's code. The driver gives none for text that is not Unicode, which SQLite itself does not mind."""
    if hasattr(error, "sqlite_errorcode"):
        return error.sqlite_errorcode
    return sqlite3.SQLITE_CORRUPT if isinstance(error, sqlite3.OperationalError) else sqlite3.SQLITE_ERROR


MISSHAPEN = (TypeError, LookupError, AttributeError)
"""What comes of JSON that is not as csdesk writes it."""


@contextmanager
def damage_told(path: Path, *also: type[Exception]) -> Iterator[None]:
    """Turn a stored value that cannot be what it should be, such as a day, into BookDamaged; `also` says what else it
    may raise."""
    awaited: tuple[type[Exception], ...] = (ValueError, RecursionError, *also)
    try:
        yield
    except awaited as failure:
        raise BookDamaged(path, type(failure).__name__) from failure
