"""What one computer says of a book it has open.

It is judged by its last renewal against the clock here. The two clocks are taken to agree to within `FRESH_FOR`, less
the minute between renewals and what the copying of a folder takes; a record that lies further ahead than that proves
that they do not, and is not judged.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

FRESH_FOR = timedelta(minutes=10)
"""A record that was not renewed for so long is no sign any more that the book is open."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A computer as one person uses it: `key` tells it from every other, `name` is what people call it."""

    key: str
    name: str


class Standing(StrEnum):
    """What a record says of the book now; `wording` says it."""

    OPEN = "open"
    SILENT = "silent"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Presence:
    """What a record tells: where, who, since when, when last seen. Equal only while it has not been renewed."""

    machine: Machine
    who: str
    since: datetime
    seen: datetime
    session: str
    record: Path

    def standing(self, now: datetime) -> Standing:
        """Whether the book is taken to be open there."""
        if now - self.seen > FRESH_FOR:
            return Standing.SILENT
        return Standing.UNCLEAR if self.seen - now > FRESH_FOR else Standing.OPEN
