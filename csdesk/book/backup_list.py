"""The backups in the folder beside a book: their names, and what each holds."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from csdesk.book.columns import read_moment
from csdesk.book.errors import BookError, Trouble, translated
from csdesk.book.header import book_version
from csdesk.book.migrations import MIGRATIONS, refuse_altered
from csdesk.book.store import uri_for_reading
from csdesk.models.endings import BOOK_SUFFIX
from csdesk.models.kinds import Kind

State: TypeAlias = frozenset[tuple[str, int, int]]
"""The tally of the kinds that have rows: equal where the same rows are held."""


class Why(StrEnum):
    """What a backup was made before, as its name tells; one made from time to time says nothing."""

    IMPORT = "import"
    CHANGE = "change"
    MERGE = "merge"
    RESTORE = "restore"
    UPGRADE = "upgrade"


_STAMP = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(
    rf"(?P<stamp>\d{{4}}-\d\d-\d\dT\d{{6}}Z)(?:-(?P<number>\d{{1,9}}))?(?:-(?P<why>{'|'.join(Why)}))?{re.escape(BOOK_SUFFIX)}",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup, when and why it was made, and what it holds: nothing where `trouble` tells why it cannot be read."""

    path: Path
    at: datetime
    why: Why | None
    size: int
    accounts: int
    contracts: int
    touches: int
    rows: int
    state: State
    trouble: Trouble | None


@dataclass(frozen=True, slots=True)
class _Named:
    """What the name of a backup tells; of those made in one second the later has the greater number."""

    at: datetime
    number: int
    path: Path
    why: Why | None


def folder(book: Path) -> Path:
    """Where the backups of a book are."""
    return book.with_name(f"{book.name}-backups")


def backups(book: Path) -> list[Backup]:
    """The backups of a book, newest first. The book itself need not be readable, nor there."""
    return list(backups_in(folder(book)))


def readable(place: Path) -> Iterator[Backup]:
    """The backups in a folder that can be put back, newest first."""
    return (one for one in backups_in(place) if one.trouble is None)


def backups_in(place: Path) -> Iterator[Backup]:
    """The backups in a folder, newest first."""
    for named in sorted(_named_in(place), key=lambda one: (one.at, one.number), reverse=True):
        try:
            yield _described(named)
        except BookError as error:
            if error.trouble is not Trouble.MISSING:  # it may have been thinned out meanwhile
                yield Backup(named.path, named.at, named.why, _size(named.path), 0, 0, 0, 0, frozenset(), error.trouble)


def state_of(path: Path) -> State:
    """What a book or backup holds, which is not touched. Raises BookError."""
    book_version(path, len(MIGRATIONS))
    with translated(path), closing(sqlite3.connect(uri_for_reading(path), uri=True)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        refuse_altered(connection, path, MIGRATIONS)
        return state(connection)


def state(connection: sqlite3.Connection) -> State:
    """The same through a connection."""
    return frozenset(connection.execute("SELECT kind, rows, digest FROM tally WHERE rows > 0"))


def free_name(book: Path, at: datetime, why: Why | None = None) -> Path:
    """Where a backup that is made now is to stand."""
    stamp = at.astimezone(UTC).strftime(_STAMP)
    taken = max((one.number for one in _named_in(folder(book)) if one.path.name.startswith(stamp)), default=0)
    parts = (stamp, str(taken + 1) if taken else "", why or "")
    return folder(book) / f"{'-'.join(filter(None, parts))}{BOOK_SUFFIX}"


def _named_in(place: Path) -> list[_Named]:
    with translated(place):
        return list(_named(place.iterdir())) if place.is_dir() else []


def _named(paths: Iterable[Path]) -> Iterator[_Named]:
    for path in paths:
        found = _NAME.fullmatch(path.name)
        at = _moment(found["stamp"]) if found else None
        if found and at:
            why = Why(found["why"]) if found["why"] else None
            yield _Named(at, int(found["number"] or 1), path, why)


def _moment(stamp: str) -> datetime | None:
    """None for one that there is not."""
    with suppress(ValueError):
        return read_moment(f"{stamp[:13]}:{stamp[13:15]}:{stamp[15:17]}")
    return None


def _described(named: _Named) -> Backup:
    found = state_of(named.path)
    rows = {kind: number for kind, number, _ in found}
    return Backup(
        path=named.path,
        at=named.at,
        why=named.why,
        size=_size(named.path),
        accounts=rows.get(Kind.ACCOUNT, 0),
        contracts=rows.get(Kind.CONTRACT, 0),
        touches=rows.get(Kind.TOUCH, 0),
        rows=sum(rows.values()),
        state=found,
        trouble=None,
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
