"""Records beside a book by which computers tell one another that it is open: a courtesy among people, never a lock.

Each computer writes a record of its own, so that a service that copies the folder has nothing to join. A record
outlives a crash: that it stands means nothing, only that it is renewed does.
"""

import contextlib
import json
import os
import secrets
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from csdesk.book.columns import read_moment, written_moment
from csdesk.book.errors import BookElsewhere
from csdesk.book.presence import Machine, Presence, Standing

_LONGEST = 80
_MOST_BYTES = 4096


def present(book: Path) -> Iterator[Presence]:
    """What the records beside a book tell; one that cannot be read tells nothing."""
    begins = _folded(f"{book.resolve().name}-open-")
    with contextlib.suppress(OSError), os.scandir(book.resolve().parent) as there:
        for entry in there:
            if _folded(entry.name).startswith(begins):
                found = _read(Path(entry.path))
                if found is not None:
                    yield found


def refuse_if_elsewhere(book: Path, machine: Machine, now: datetime, despite: Collection[Presence] = ()) -> None:
    """Raise BookElsewhere for the computer seen last, unless there is none but those of `despite`, as they were seen
    then."""
    others = [found for found in present(book) if found.machine.key != machine.key and found not in despite]
    if others:
        last = max(others, key=lambda found: found.seen)
        raise BookElsewhere(book, last, last.standing(now), now - last.seen)


class Attendance:
    """This computer's own record. Where it cannot be written the book is used without."""

    def __init__(self, book: Path, machine: Machine, who: str, clock: Callable[[], datetime]) -> None:
        self.book, self.machine = book, machine
        self._clock = clock
        self._path = _record(book, machine)
        now = _whole_second(clock())
        self._mine = Presence(machine, who, now, now, secrets.token_hex(8), self._path)

    def enter(self) -> None:
        """Say that the book is open, unless another process of this computer says so already."""
        said = _read(self._path)
        if said is None or said.standing(self._clock()) is not Standing.OPEN:
            self._write()

    def renew(self) -> tuple[Presence, ...]:
        """Say it again, and tell which other computers say so too."""
        self._mine = replace(self._mine, seen=_whole_second(self._clock()))
        self._write()
        now = self._clock()
        others = (found for found in present(self.book) if found.machine.key != self.machine.key)
        return tuple(found for found in others if found.standing(now) is Standing.OPEN)

    def leave(self) -> None:
        """Take the record away; one that another process of this computer has written since stays."""
        said = _read(self._path)
        if said is not None and said.session == self._mine.session:
            with contextlib.suppress(OSError):
                self._path.unlink()

    def take_over(self, gone: Collection[Presence]) -> None:
        """Take away the records of computers that the person knows to be done with the book."""
        for presence in gone:
            with contextlib.suppress(OSError):
                presence.record.unlink()

    def _write(self) -> None:
        part = self._path.with_name(f".{self._path.name}.part")
        mine = self._mine
        told = {
            "key": mine.machine.key,
            "computer": mine.machine.name,
            "who": mine.who,
            "since": written_moment(mine.since),
            "seen": written_moment(mine.seen),
            "session": mine.session,
        }
        with contextlib.suppress(OSError):
            part.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
            part.chmod(self.book.stat().st_mode & 0o666)  # whoever may read the book may know who uses it
            part.replace(self._path)


def _record(book: Path, machine: Machine) -> Path:
    whole = book.resolve()
    return whole.with_name(f"{whole.name}-open-{machine.key}")


def _read(record: Path) -> Presence | None:
    try:
        with record.open("rb") as file:
            told = json.loads(file.read(_MOST_BYTES))
        machine = Machine(str(told["key"])[:_LONGEST], str(told["computer"])[:_LONGEST])
        who = str(told["who"])[:_LONGEST]
        since, seen = read_moment(told["since"]), read_moment(told["seen"])
        return Presence(machine, who, since, seen, str(told["session"]), record)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _folded(name: str) -> str:
    """As file systems compare names that care neither for case nor for how accents are put together."""
    return unicodedata.normalize("NFC", name).casefold()


def _whole_second(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
