"""Days out of the book as a calendar file (iCalendar, RFC 5545) that any calendar takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from csdesk.reports.delivery import delivered
from csdesk.reports.text import plain

_LINE = 75
"""Octets a line may have before it is folded."""
_SINCE = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One entry, of a whole day. A calendar that has an entry of the same `uid` takes the newer one in its place."""

    uid: str
    on: date
    title: str
    about: str
    category: str


def write_calendar(days: Sequence[CalendarDay], path: Path, *, name: str, at: datetime) -> None:
    """Write the days, whole or not at all; `at` is the moment they are told. Raises ReportRefused."""
    with delivered(path) as handle:
        for line in _lines(days, name, at):
            handle.write(folded(line))


def _lines(days: Sequence[CalendarDay], name: str, at: datetime) -> Iterator[str]:
    """The later of two files counts: its entries have the higher sequence, minutes since 2020."""
    stamp, sequence = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}", int((at - _SINCE) / timedelta(minutes=1))
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//csdesk//csdesk//EN", "CALSCALE:GREGORIAN")
    yield from ("METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}")
    for day in days:
        yield from ("BEGIN:VEVENT", f"UID:{escaped(day.uid)}", f"DTSTAMP:{stamp}", f"SEQUENCE:{sequence}")
        yield from (f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}", f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}")
        yield f"SUMMARY:{escaped(day.title)}"
        if day.about:
            yield f"DESCRIPTION:{escaped(day.about)}"
        yield from (f"CATEGORIES:{escaped(day.category)}", "TRANSP:TRANSPARENT", "END:VEVENT")
    yield "END:VCALENDAR"


def escaped(text: str) -> str:
    """Text as a value of the format: backslash, semicolon, comma and line ends are written with a backslash."""
    kept = plain(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return kept.replace("\n", "\\n")


def folded(line: str) -> bytes:
    """The line with its end; what is longer than 75 octets goes on in lines that begin with a space, and no letter is
    broken."""
    parts, used = [bytearray()], 0
    for letter in line:
        octets = letter.encode("utf-8")
        if used + len(octets) > _LINE:
            parts.append(bytearray(b" "))
            used = 1
        parts[-1] += octets
        used += len(octets)
    return b"\r\n".join(map(bytes, parts)) + b"\r\n"
