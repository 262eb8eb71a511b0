"""What can be read of a damaged book, put into a new one; the damaged file is not touched."""

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from csdesk.book import tally
from csdesk.book.backup import backup
from csdesk.book.check import check
from csdesk.book.durable import scratch
from csdesk.book.errors import BookDamaged, BookError, BookExists, BookMissing, BookTooNew, NotABook, translated
from csdesk.book.file import Book
from csdesk.book.header import book_version, journal
from csdesk.book.migrations import MIGRATIONS
from csdesk.book.patient import Loss, Patient
from csdesk.book.read import rows
from csdesk.book.row_rules import Acceptable
from csdesk.book.salvage import Salvaged, foreign_tables, salvage
from csdesk.book.store import Clock
from csdesk.models.endings import BOOK_SUFFIX
from csdesk.models.kinds import Kind, StepName

Progress: TypeAlias = Callable[[int, int], None]
_STAGES = 4


@dataclass(frozen=True, slots=True)
class Rescue:
    """What came of it: the rows of each kind that the new book holds, and what it lacks of the damaged one.

    Without the history the new book begins with one step, which cannot be undone.
    """

    book: Path
    damaged: Path
    rows: Mapping[Kind, int]
    losses: tuple[Loss, ...]
    history_kept: bool


def rescue(path: Path, new: Path, *, who: str, clock: Clock, acceptable: Acceptable, progress: Progress) -> Rescue:
    """Make a new, sound book of what can be read of a damaged one.

    Raises BookError: NotABook where nothing of a book is found, BookTooNew where a later csdesk wrote it, BookExists
    where there is something at `new`. `acceptable` says whether a setting may hold a text; `progress` may raise to
    stop, and then nothing is left behind.
    """
    with translated(new):
        if new.exists() or new.is_symlink():
            raise BookExists(new)
    with scratch() as folder, translated(path):
        progress(0, _STAGES)
        found = _read(path, folder)
        progress(1, _STAGES)
        with Book.create(folder / f"rescued{BOOK_SUFFIX}", who=who, clock=clock) as work:
            losses = _filled(work, found, acceptable)
            progress(2, _STAGES)
            kept = not losses and not check(work)
            progress(3, _STAGES)  # the last that may stop it
            if kept:
                backup(work, new)
            else:
                _begin_anew(work, new, path.name, who=who, clock=clock)
    return Rescue(new, path, _proved(new, who=who, clock=clock), losses, kept)


def _read(path: Path, folder: Path) -> dict[str, Salvaged]:
    copy = folder / f"damaged{BOOK_SUFFIX}"
    _copy(path, copy)
    content = copy.read_bytes()
    found, said = salvage(content), _said_by_header(copy)
    if not found:
        raise (NotABook if said is NotABook else BookDamaged)(path)
    if said is BookTooNew and foreign_tables(content):  # else the number itself is damaged
        raise BookTooNew(path)
    return found


def _said_by_header(copy: Path) -> type[BookError] | None:
    try:
        book_version(copy, len(MIGRATIONS))
    except BookError as error:
        return type(error)
    return None


def _copy(path: Path, copy: Path) -> None:
    """Copy a file as SQLite would read it: a change that was cut short is taken back in the copy."""
    if not path.is_file():
        raise NotABook(path) if path.exists() else BookMissing(path)
    for file, to in ((path, copy), (journal(path), journal(copy))):
        if file.exists():
            shutil.copyfile(file, to)
    with suppress(sqlite3.Error), closing(sqlite3.connect(copy)) as driver:
        driver.execute("SELECT 1 FROM sqlite_schema").fetchone()


def _filled(work: Book, found: Mapping[str, Salvaged], acceptable: Acceptable) -> tuple[Loss, ...]:
    for guard in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
        work.driver.execute(f"PRAGMA {guard}")
    with work.writing() as connection:
        connection.exec_driver_sql("DELETE FROM tally")
        patient = Patient(connection, found)
        patient.fill()
        losses = patient.mend(acceptable)
    work.driver.execute("PRAGMA ignore_check_constraints = OFF")
    return losses


def _begin_anew(work: Book, new: Path, name: str, *, who: str, clock: Clock) -> None:
    """Write the rows into a book whose history begins with them."""

    def fill(book: Book) -> None:
        with book.step(StepName.RESCUE, name) as step:
            for kind in Kind:
                held = rows(work, kind)
                ids = [int(str(row.pop("id"))) for row in held]
                step.insert_many(kind, held, ids=ids)

    Book.make(new, fill, who=who, clock=clock).close()


def _proved(new: Path, *, who: str, clock: Clock) -> dict[Kind, int]:
    """How many rows of each kind the new book holds. BookDamaged, and no book, where a check finds anything: a bad
    disk."""
    with Book.open(new, who=who, clock=clock, read_only=True) as book:
        sound = not check(book)
        with book.reading() as connection:
            counts = {kind: count for kind, (count, _) in tally.kept(connection).items()}
    if not sound:
        new.unlink()
        raise BookDamaged(new)
    return {kind: counts[kind] for kind in Kind}
