"""A second place for the backups of a book, on another disk say: every backup is copied there as well."""

from contextlib import closing
from itertools import count
from pathlib import Path

from csdesk.book.backup import thin_out
from csdesk.book.backup_list import backups_in, folder, readable
from csdesk.book.durable import written_aside
from csdesk.book.errors import BookDamaged, NoFolder, translated
from csdesk.book.plain import connect, prove


def place_within(book: Path, chosen: Path) -> Path | None:
    """The folder in the chosen one that is named after the book and made for it. One that holds backups of another
    book of that name is left alone, and a number added; None where the chosen one has the backups already."""
    own = folder(book)
    with translated(chosen):
        for number in count(1):
            place = chosen / (own.name if number == 1 else f"{own.name} {number}")
            if place.exists() and own.exists() and place.samefile(own):
                return None
            if not place.exists() or _is_of(book, place):
                place.mkdir(0o700, exist_ok=True)
                return place
    raise AssertionError


def _is_of(book: Path, place: Path) -> bool:
    """Whether a folder holds nothing yet, or a backup that lies beside the book as well."""
    there = {(one.path.name, one.size) for one in backups_in(place)}
    return place.is_dir() and (not there or any((one.path.name, one.size) in there for one in backups_in(folder(book))))


def copy_on(book: Path, place: Path) -> int:
    """Copy the backups that are newer than those in the second place, then thin that out; how many were copied.

    Raises BookError, NoFolder where the place is not there: a disk that is away is no reason to make its folder
    elsewhere.
    """
    if not place.is_dir():
        raise NoFolder(place)
    last = next(readable(place), None)
    copied: list[Path] = []
    for one in reversed(list(readable(folder(book)))):
        target = place / one.path.name
        if (last is None or one.at >= last.at) and not target.exists() and _copy(one.path, target):
            copied.append(target)
    if copied:
        thin_out(place, copied[-1])
    return len(copied)


def _copy(backup: Path, target: Path) -> bool:
    """A checked copy; False where the backup turns out to be damaged, which no other copy needs to suffer from."""
    with translated(backup), closing(connect(backup)) as source:
        try:
            prove(source, backup)
        except BookDamaged:
            return False
        with translated(target), written_aside(target) as part, closing(connect(part)) as copy:
            source.backup(copy)
            prove(copy, target)
    return True
