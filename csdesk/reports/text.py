"""Text that stays text: what a spreadsheet may hold, how wide it is, and what must not wake up as a formula."""

import re
import unicodedata

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_WAKES_UP = re.compile("'*[=+\\-@\t\r]")


def plain(text: str) -> str:
    """The text without control characters and broken surrogates; tabs stay, every line end becomes a line feed."""
    return text if text.isprintable() else _UNWRITABLE.sub("", _LINE_END.sub("\n", text))


def loses_marks(text: str) -> bool:
    """Whether `plain` leaves out more than a way of ending lines."""
    return not text.isprintable() and _UNWRITABLE.search(_LINE_END.sub("\n", text)) is not None


def quoted_prefix(text: str) -> str:
    """Text for a CSV cell: an apostrophe goes before what a spreadsheet would take for a formula (= + - @ tab CR).

    Text that already has apostrophes there gets one more, so that taking one away, as an import does, always gives the
    text back.
    """
    return f"'{text}" if _WAKES_UP.match(text) else text


def width(text: str) -> int:
    """Columns of the longest line, full-width characters counted twice."""
    return max((_line_width(line) for line in text.split("\n")), default=0)


def _line_width(line: str) -> int:
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(mark) in "WFA" else 1 for mark in line)


def lines(text: str, columns: float) -> int:
    """How many lines the text takes when wrapped to that many columns."""
    return sum(max(1, -(-_line_width(line) // max(1, int(columns)))) for line in text.split("\n"))
