"""Calendar files as RFC 5545 has them: lines folded at 75 octets, text escaped, entries that move."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from csdesk.reports.calendar_file import CalendarDay, escaped, folded, write_calendar

AT = datetime(2024, 4, 18, 3, 0, tzinfo=UTC)


def unfolded(content: bytes) -> list[str]:
    return content.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_folded_lines_have_at_most_75_octets_and_read_back(text: str) -> None:
    content = folded(f"SUMMARY:{text}")
    assert all(len(line) <= 75 for line in content.removesuffix(b"\r\n").split(b"\r\n"))
    assert all(line.decode() is not None for line in content.split(b"\r\n"))
    if not text.startswith(" "):
        assert content.endswith(b"\r\n")
    assert unfolded(content) == [f"SUMMARY:{text}"]


@given(st.text(st.sampled_from("a,;\\\nn:語"), max_size=40))
def test_escaped_text_reads_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert "\n" not in escaped(text)


def test_a_file_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "days.ics"
    day = CalendarDay(
        "task-7@csdesk", date(2024, 12, 31), "Next step: a, b; c", "Owner: Ann\nBy the customer", "Next step"
    )
    write_calendar([day], path, name="csdesk", at=AT)
    assert unfolded(path.read_bytes()) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//csdesk//csdesk//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:csdesk",
        "BEGIN:VEVENT",
        "UID:task-7@csdesk",
        "DTSTAMP:20240418T030000Z",
        "SEQUENCE:2259540",
        "DTSTART;VALUE=DATE:20241231",
        "DTEND;VALUE=DATE:20250101",
        "SUMMARY:Next step: a\\, b\\; c",
        "DESCRIPTION:Owner: Ann\\nBy the customer",
        "CATEGORIES:Next step",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
