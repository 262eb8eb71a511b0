"""Copies of a book in a folder beside it: made, thinned out, and put back."""

import shutil
import sqlite3
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from csdesk.book.backup_list import Why, folder, free_name, readable, state
from csdesk.book.durable import sync_folder, written_aside
from csdesk.book.errors import BookBusy, BookDamaged, BookError, BookExists, BookMissing, NotABook, translated
from csdesk.book.header import book_version, journal
from csdesk.book.migrations import MIGRATIONS
from csdesk.book.plain import connect, prove
from csdesk.book.sealed import in_memory, is_sealed, unsealed
from csdesk.book.store import Store
from csdesk.models.endings import BOOK_SUFFIX

EVERY = timedelta(minutes=30)
"""How long after a backup the next is due, if the book has changed."""

_ALL_FOR = timedelta(hours=48)
_SPANS: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (12, lambda at: at.date()),
    (10, lambda at: at.isocalendar()[:2]),
    (9, lambda at: (at.year, at.month)),
)
_FAR_FEWER = 0.5
_TRIES = 3


def backup(book: Store, target: Path | None = None, *, why: Why | None = None) -> Path:
    """Copy the book to `target`, which must not be there yet, or into its folder, which is then thinned out."""
    if target is None:
        made = save(book, why=why)
        thin_out(folder(book.path), made)
        return made
    with translated(target):
        if target.exists():
            raise BookExists(target)
    with _copied_to(target) as copy:
        book.driver.backup(copy)
    return target


def save(book: Store, *, why: Why | None = None) -> Path:
    """Copy the book into its folder, and leave the rest of the folder as it is."""
    target = free_name(book.path, book.clock(), why)
    with _copied_to(target) as copy:
        book.driver.backup(copy)
    return target


def backup_if_due(book: Store) -> Path | None:
    """Copy the book if its rows differ from those of the last backup and that one is half an hour old. One from a time
    to come, made by a clock that was ahead, does not count."""
    if book.read_only:
        return None
    now, held = book.clock(), state(book.driver)
    last = next((one for one in readable(folder(book.path)) if one.at <= now), None)
    due = bool(held) if last is None else now - last.at >= EVERY and last.state != held
    return backup(book) if due else None


def restore(path: Path, chosen: Path, password: str = "") -> Path | None:
    """Put a backup in the place of the book; gives where the book as it was is kept, None where there was none. One
    that is encrypted is opened by its password.

    A sound book is overwritten in one transaction, so that other windows see it as a change; a file beyond reading is
    moved. What is no book's place, by its name and its backups, is left alone and raises NotABook.
    """
    sealed = is_sealed(chosen)
    if not sealed:
        book_version(chosen, len(MIGRATIONS))
    there = _place_for(path, chosen)
    with translated(chosen), closing(in_memory(unsealed(chosen, password)) if sealed else connect(chosen)) as source:
        prove(source, chosen)
        kept = free_name(path, _last_changed(path), Why.RESTORE)
        try:
            _overwrite(path, source, kept)
        except (BookDamaged, NotABook, BookMissing):
            _put_in_place(path, source, kept)
    return kept if there else None


def _place_for(path: Path, chosen: Path) -> bool:
    """Whether something stands where the book is to be, which a backup may replace."""
    with translated(path):
        if not path.exists():
            return False
        if not path.is_file() or (path.suffix != BOOK_SUFFIX and not folder(path).is_dir() and not _is_book(path)):
            raise NotABook(path)
        if chosen.exists() and chosen.samefile(path):
            raise BookExists(path)
    return True


def _is_book(path: Path) -> bool:
    try:
        book_version(path, len(MIGRATIONS))
    except BookDamaged:
        return True
    except BookError:
        return False
    return True


def _overwrite(path: Path, source: sqlite3.Connection, kept: Path) -> None:
    book_version(path, len(MIGRATIONS))
    with translated(path), closing(connect(path)) as book:
        prove(book, path)
        with _copied_to(kept) as copy:
            book.backup(copy)
        book.execute("BEGIN EXCLUSIVE")  # the copying call would wait for ever for a lock
        book.execute("COMMIT")
        source.backup(book)


def _put_in_place(path: Path, source: sqlite3.Connection, kept: Path) -> None:
    with translated(path), written_aside(path) as part:
        with closing(connect(part)) as copy:
            source.backup(copy)
        replaced = ((journal(path), journal(kept)), (path, kept))  # a journal left behind would harm the copy
        for file, to in replaced:
            if file.exists():
                _make(to.parent)
                file.rename(to)
                sync_folder(to.parent)


def copy_to_read(path: Path, to: Path) -> None:
    """Copy a book that others may be writing to, without touching it or its folder, and prove the copy sound.

    A change that was cut short, or is under way, is taken back in the copy. Raises BookBusy where the file did not
    stay the same for as long as copying takes.
    """
    book_version(path, len(MIGRATIONS))
    with translated(path):
        for _ in range(_TRIES):
            before = _stamps(path)
            for file, copy in ((path, to), (journal(path), journal(to))):
                copy.unlink(missing_ok=True)
                if file.exists():
                    shutil.copyfile(file, copy)
            if _stamps(path) == before:
                break
        else:
            raise BookBusy(path)
        with closing(connect(to)) as copied:
            prove(copied, path)


def _stamps(path: Path) -> list[tuple[int, int]]:
    return [(of.st_size, of.st_mtime_ns) for of in (file.stat() for file in (path, journal(path)) if file.exists())]


@contextmanager
def _copied_to(target: Path) -> Iterator[sqlite3.Connection]:
    """An empty file to copy a book into, which then is proved sound and becomes `target`."""
    with translated(target):
        if target.parent.name.endswith("-backups"):
            _make(target.parent)
        with written_aside(target) as part, closing(connect(part)) as copy:
            yield copy
            prove(copy, target)


def _make(backups: Path) -> None:
    """Make the folder, readable by its owner only; its name must last before that of any copy in it does."""
    if not backups.is_dir():
        backups.mkdir(0o700, exist_ok=True)
        sync_folder(backups.parent)


def _last_changed(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime if path.exists() else 0, UTC)


def thin_out(place: Path, made: Path) -> None:
    """Remove what the rotation does not keep, unless the one just made holds far fewer rows than that of before: then
    every copy may be needed.

    By a clock that was set back the one just made is not the newest. What cannot be read is not counted and stays: a
    person may know better than to lose it.
    """
    found = list(readable(place))
    new = next((one for one in found if one.path == made), None)
    before = next((one for one in found if one is not new), None)
    if new and before and new.rows >= before.rows * _FAR_FEWER:
        keep = kept_by_rotation([one.at for one in found], new.at)
        with translated(place):
            for one in found:
                if one.at not in keep:
                    one.path.unlink(missing_ok=True)


def kept_by_rotation(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """All of the last 48 hours, then the last of each of 12 days, 10 weeks and 9 months that have any."""
    oldest_first = sorted(moments)
    keep = {at for at in oldest_first if now - at <= _ALL_FOR}
    for number, span in _SPANS:
        last_of_each = {span(at): at for at in oldest_first}
        keep |= set(list(last_of_each.values())[-number:])
    return keep
