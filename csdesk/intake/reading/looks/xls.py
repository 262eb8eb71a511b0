"""Old binary workbooks (.xls): errors, formulas, hidden rows and columns, and number formats.

Records and their layouts as [MS-XLS] describes them; those of the version before it (BIFF5) differ in texts alone.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from csdesk.intake.reading.looks.gathered import Gathered
from csdesk.intake.reading.looks.ranges import sums_of
from csdesk.intake.reading.sheetxml import SheetLook
from csdesk.intake.reading.workbookxml import BUILT_IN, format_code

_BEGIN, _END, _SHEET, _FORMAT, _XF, _ROW, _COLUMNS = 0x809, 0x0A, 0x85, 0x41E, 0xE0, 0x208, 0x7D
_FORMULA, _NUMBER, _RK, _RKS, _TEXT, _OLD_TEXT, _TRUTH = 0x06, 0x203, 0x27E, 0xBD, 0xFD, 0x204, 0x205
_CELLS: Final = frozenset({_NUMBER, _RK, _TEXT, _OLD_TEXT})
_EIGHT: Final = 0x600
"""The version of a workbook whose texts are Unicode."""
_HIDDEN_ROW: Final = 0x20
_LAST_COLUMN: Final = 255
_STREAMS: Final = ("Workbook", "Book")


@dataclass(slots=True)
class _Book:
    """What stands before the sheets."""

    starts: dict[int, str] = field(default_factory=dict)
    """Names of sheets by where they begin."""
    own: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)

    def formats(self) -> list[str]:
        """The number format of each cell style."""
        return [format_code(self.own.get(number) or BUILT_IN.get(number, "")) for number in self.styles]


def looks(data: bytes) -> dict[str, SheetLook]:
    """A look at each sheet by its name. Raises OSError, ValueError or struct.error where the file is not as it should
    be."""
    stream = _stream(data)
    book = _book(stream)
    formats = book.formats()
    return {name: _look(stream, start, formats) for start, name in book.starts.items()}


def _stream(data: bytes) -> bytes:
    from olefile import OleFileIO  # type: ignore[import-untyped] # it ships no types

    with OleFileIO(BytesIO(data)) as parts:
        name = next((name for name in _STREAMS if parts.exists(name)), None)
        if name is None:
            raise ValueError(name)
        found: bytes = parts.openstream(name).read()
    return found


def _book(stream: bytes) -> _Book:
    book, unicode = _Book(), True
    for kind, data in _records(stream, 0):
        if kind == _BEGIN:
            unicode = _number(data, "H", 0) == _EIGHT
        elif kind == _SHEET:
            book.starts[_number(data, "I", 0)] = _short_text(data[6:], unicode=unicode)
        elif kind == _FORMAT:
            text = _long_text(data[2:]) if unicode else _bytes_text(data[2:])
            book.own[_number(data, "H", 0)] = text
        elif kind == _XF:
            book.styles.append(_number(data, "H", 2))
    return book


def _look(stream: bytes, start: int, formats: Sequence[str]) -> SheetLook:
    found = Gathered()
    for kind, data in _records(stream, start):
        if kind == _ROW:
            if _number(data, "H", 12) & _HIDDEN_ROW:
                found.hidden_lines.append(_number(data, "H", 0) + 1)
        elif kind == _COLUMNS:
            first, last = struct.unpack_from("<HH", data)
            if _number(data, "H", 8) & 1:
                found.hide_columns(range(first, min(last, _LAST_COLUMN) + 1))
        elif kind == _RKS:
            _several(found, data, formats)
        elif kind in _CELLS or kind in {_FORMULA, _TRUTH}:
            _cell(found, kind, data, formats)
    return found.look()


def _several(found: Gathered, data: bytes, formats: Sequence[str]) -> None:
    """Numbers side by side."""
    line, first = struct.unpack_from("<HH", data)
    for nth, at in enumerate(range(4, len(data) - 2, 6)):
        found.value((line + 1, first + nth), _style(formats, _number(data, "H", at)), _short_number(data, at + 2))


def _cell(found: Gathered, kind: int, data: bytes, formats: Sequence[str]) -> None:
    line, column, style = struct.unpack_from("<HHH", data)
    spot, number = (line + 1, column), None
    if kind == _NUMBER:
        number = struct.unpack_from("<d", data, 6)[0]
    elif kind == _RK:
        number = _short_number(data, 6)
    elif kind == _TRUTH and data[7]:
        found.error(spot, data[6])
    elif kind == _FORMULA:
        found.formula(spot, sums_of(data[22:], wide=False))
        if data[12:14] != b"\xff\xff":
            number = struct.unpack_from("<d", data, 6)[0]
        elif data[6] == 2:  # noqa: PLR2004 - an error
            found.error(spot, data[8])
    found.value(spot, _style(formats, style), number)


def _style(formats: Sequence[str], style: int) -> str:
    return formats[style] if style < len(formats) else ""


def _short_number(data: bytes, at: int) -> float:
    """A number packed in four bytes: a whole one or the upper half of a long one, perhaps of a hundredth."""
    packed = _number(data, "i", at)
    if packed & 2:
        value = float(packed >> 2)
    else:
        value = struct.unpack("<d", bytes(4) + struct.pack("<I", packed & 0xFFFFFFFC))[0]
    return value / 100 if packed & 1 else value


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records from a beginning to its end; what charts and the like have between begin and end of their own is
    passed over."""
    at, depth = start, 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth == 1:
            yield kind, stream[at + 4 : at + 4 + size]
        if depth <= 0:
            return
        at += 4 + size


def _short_text(data: bytes, *, unicode: bool) -> str:
    if not unicode:
        return _bytes_text(data)
    return _characters(data[2:], data[0], wide=bool(data[1] & 1))


def _long_text(data: bytes) -> str:
    return _characters(data[3:], _number(data, "H", 0), wide=bool(data[2] & 1))


def _characters(data: bytes, count: int, *, wide: bool) -> str:
    return data[: 2 * count].decode("utf-16-le", "replace") if wide else data[:count].decode("latin-1")


def _bytes_text(data: bytes) -> str:
    return data[1 : 1 + data[0]].decode("cp932", "replace")


def _number(data: bytes, form: str, at: int) -> int:
    number: int = struct.unpack_from(f"<{form}", data, at)[0]
    return number
