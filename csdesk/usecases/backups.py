"""The backups of a book as a person chooses among them: what each holds, and what has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.book.backup_list import Backup as Backup
    from csdesk.book.comparison import Difference
    from csdesk.models.kinds import Language

_TURNS = ("added", "gone", "changed")


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup, whether it holds the very rows that the book holds now, and whether it is in the second place alone."""

    backup: Backup
    same_as_now: bool
    second: bool


def list_backups(book: Path, place: Path | None = None) -> tuple[Listed, ...]:
    """The backups of a book, newest first, also those that cannot be read, and those that only its second place has.
    Raises BookError: of the folder beside the book alone."""
    from csdesk.book.backup_list import backups

    now, own = _state_now(book), backups(book)
    names = {one.path.name for one in own if one.trouble is None}
    second = [one for one in _there(place) if one.path.name not in names]
    found = [(one, False) for one in own] + [(one, True) for one in second]
    found.sort(key=lambda each: each[0].at, reverse=True)
    return tuple(Listed(one, one.trouble is None and one.state == now, there) for one, there in found)


def _there(place: Path | None) -> list[Backup]:
    from csdesk.book.backup_list import backups_in
    from csdesk.book.errors import BookError

    try:
        return list(backups_in(place)) if place else []
    except BookError:  # the disk is away
        return []


def second_place(book: Path, chosen: Path) -> Path | None:
    """The folder for the book's backups within a chosen one, with all of them copied; None where they are there
    already. Raises BookError."""
    from csdesk.book.second_place import copy_on, place_within

    place = place_within(book, chosen)
    if place is not None:
        copy_on(book, place)
    return place


def copy_to_second(book: Path, place: Path) -> int:
    """Copy what is new to the second place; how many. Raises BookError: where it cannot be reached, say."""
    from csdesk.book.second_place import copy_on

    return copy_on(book, place)


def _state_now(book: Path) -> object:
    from csdesk.book.backup_list import state_of
    from csdesk.book.errors import BookError

    try:
        return state_of(book)
    except BookError:  # that it cannot be read is why a backup is wanted
        return None


def since(backup: Path, book: Path) -> tuple[Difference, ...]:
    """What has changed in the book since the backup was made. Raises BookError: of the file that cannot be read."""
    from csdesk.book.comparison import differences

    return differences(backup, book)


def since_lines(found: tuple[Difference, ...], language: Language) -> tuple[str, ...]:
    """The same in words, a line for each kind that people know."""
    from csdesk.wording.backups import difference_words, no_difference_words
    from csdesk.wording.kinds import KINDS

    lines = tuple(
        difference_words(
            one.kind,
            [
                (turn, some.count, some.names, some.more)
                for turn, some in zip(_TURNS, (one.added, one.gone, one.changed), strict=True)
            ],
            language,
        )
        for one in found
        if one.kind in KINDS
    )
    return lines or (no_difference_words(language, notes=bool(found)),)
