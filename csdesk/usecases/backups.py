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
    """A backup, and whether it holds the very rows that the book holds now."""

    backup: Backup
    same_as_now: bool


def list_backups(book: Path) -> tuple[Listed, ...]:
    """The backups of a book, newest first, also those that cannot be read. Raises BookError: of the folder alone."""
    from csdesk.book.backup_list import backups

    now = _state_now(book)
    return tuple(Listed(one, one.trouble is None and one.state == now) for one in backups(book))


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
                (turn, some.count, some.names)
                for turn, some in zip(_TURNS, (one.added, one.gone, one.changed), strict=True)
            ],
            language,
        )
        for one in found
        if one.kind in KINDS
    )
    return lines or (no_difference_words(language, notes=bool(found)),)
