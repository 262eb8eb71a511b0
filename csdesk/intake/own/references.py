"""Rows of a book named in a spreadsheet: letters that no spreadsheet program takes for a number and rounds."""

import re
from functools import lru_cache

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_DIGITS = {letter: digit for digit, letter in enumerate(_LETTERS)}
_LENGTH = 13
"""Letters that hold any id of 62 bits."""
_FORM = re.compile(rf"cs-([{_LETTERS}]{{{_LENGTH}}})([{_LETTERS}]{{2}})")
_LABEL = re.compile(r"(.*) \[([^\[\]]+)\]", re.DOTALL)


def reference(row: int) -> str:
    """The id of a row as text, with two letters that tell a slip of the pen."""
    digits = [_LETTERS[row >> 5 * place & 31] for place in reversed(range(_LENGTH))]
    return f"cs-{''.join(digits)}{_check(row)}"


@lru_cache(maxsize=100_000)
def row_of(text: str) -> int | None:
    """The id that a reference names; None for text that is none."""
    found = _FORM.fullmatch(text.strip().casefold())
    if found is None:
        return None
    row = 0
    for letter in found[1]:
        row = row << 5 | _DIGITS[letter]
    return row if _check(row) == found[2] else None


def _check(row: int) -> str:
    high, low = divmod(row % 961, 31)
    return _LETTERS[high] + _LETTERS[low]


def label(name: str, key: str, *, alone: bool) -> str:
    """What stands for a row in another row's cell: its name, with its key where the name does not stand `alone`."""
    return name if alone and not _LABEL.fullmatch(name) else f"{name} [{key}]"


def label_parts(text: str) -> tuple[str, str]:
    """Name and key of a label; no key where it is a name alone."""
    found = _LABEL.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")
