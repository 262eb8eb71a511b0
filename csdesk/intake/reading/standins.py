"""Characters that would mislead the csv module, replaced by ones that no text holds, and put back in the cells."""

import re
from collections.abc import Iterator
from typing import Final

from csdesk.models.text import visible

LONE_RETURN: Final = "\ufdd0"
SEPARATOR: Final = "\ufdd1"
"""What stands for a separator of several characters, of which the csv module knows none."""
QUOTED: Final = "\ufdd2"
"""A quote that is part of a cell."""
PARTED: Final = "\ufdd3"
"""A separator that is part of a cell."""
_ALL: Final = LONE_RETURN + SEPARATOR + QUOTED + PARTED
_SHOWN: Final = {ord(sign): visible(sign) for sign in _ALL}
_STEP: Final = 1 << 20
_RETURNS_BEFORE: Final = re.compile(r"\r+\n")


def without_standins(text: str) -> str:
    """A text whose own ones are shown by their codes, without the mark of its end that CP/M left to the world."""
    if any(sign in text for sign in _ALL):
        text = text.translate(_SHOWN)
    return text.rstrip("\x1a\0")


def plain_line_ends(text: str) -> str:
    r"""Every end that is surely one as \n; what is left of \r may end lines or stand in cells.

    A text of unit and record separators, the control characters made for tables, ends its lines by the latter.
    """
    if "\x1e" in text and "\x1f" in text:
        text = text.replace("\x1e\r\n", "\n").replace("\x1e\n", "\n").replace("\x1e", "\n")
    if "\r" not in text:
        return text
    text = "".join(_RETURNS_BEFORE.sub("\n", piece) for piece in _pieces(text))
    if "\r" in text and text.count("\r") == text.count("\n\r"):
        return text.replace("\n\r", "\n")
    return text


def holds(text: str, signs: str) -> bool:
    """Whether signs stand in a text, looked for some of it at a time: in a large one that takes long."""
    return any(text.find(signs, at, at + _STEP + len(signs)) >= 0 for at in range(0, len(text), _STEP))


def _pieces(text: str) -> Iterator[str]:
    """Some lines at a time: a large text at a stroke would hold up every other thread."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _STEP) + 1 or len(text)
        yield text[start:end]
        start = end


class Restoring:
    """The characters that the stand-ins of a text stand for."""

    def __init__(self, separator: str, quote: str) -> None:
        self._meant = {
            ord(LONE_RETURN): "\n",
            ord(SEPARATOR): separator,
            ord(QUOTED): quote or '"',
            ord(PARTED): separator,
        }

    def record(self, record: list[str]) -> list[str]:
        """The cells with what stands in them indeed."""
        return [cell if cell.isascii() else cell.translate(self._meant) for cell in record]


def needs_restoring(text: str) -> bool:
    """Whether a text holds any stand-in, so that its cells must be looked at."""
    return any(sign in text for sign in _ALL)
