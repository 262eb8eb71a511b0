"""Binary Office workbooks (.xlsb): errors, formulas, hidden rows and columns, merges and number formats.

Records and their layouts as [MS-XLSB] describes them.
"""

import struct
from collections.abc import Iterator, Sequence
from typing import IO, Final
from zipfile import ZipFile

from csdesk.intake.reading.grid import Merge
from csdesk.intake.reading.looks.gathered import Gathered
from csdesk.intake.reading.looks.ranges import sums_of
from csdesk.intake.reading.sheetxml import SheetLook
from csdesk.intake.reading.workbookxml import BUILT_IN, format_code, parts_by_relation

_BOOK: Final = "xl/workbook.bin"
_STYLES: Final = "xl/styles.bin"
_ROW, _SHEET, _FORMAT, _XF, _XFS, _XFS_END, _COLUMNS, _MERGE = 0, 156, 44, 47, 617, 618, 60, 176
_RK, _ERROR, _BOOL, _REAL, _TEXT, _SHARED_TEXT = range(2, 8)
_FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_BOOL, _FORMULA_ERROR = range(8, 12)
_VALUES: Final = frozenset(range(_RK, _FORMULA_ERROR + 1))
_FORMULAS: Final = frozenset({_FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_BOOL, _FORMULA_ERROR})
_HIDDEN_ROW: Final = 0x10
_CACHED: Final = {_FORMULA_NUMBER: 8, _FORMULA_BOOL: 1, _FORMULA_ERROR: 1}
"""Bytes of a formula's stored value."""
_LONGEST: Final = 1 << 24
_LAST_COLUMN: Final = (1 << 14) - 1


def looks(archive: ZipFile) -> dict[str, SheetLook]:
    """A look at each sheet by its name. Raises ValueError, KeyError or struct.error where the parts are not as they
    should be."""
    formats = _formats(archive) if _STYLES in archive.namelist() else ()
    found = {}
    for name, part in _sheets(archive):
        with archive.open(part) as opened:
            found[name] = _look(opened, formats)
    return found


def _sheets(archive: ZipFile) -> Iterator[tuple[str, str]]:
    parts = parts_by_relation(archive, "xl/_rels/workbook.bin.rels")
    with archive.open(_BOOK) as opened:
        for kind, data in _records(opened):
            if kind == _SHEET:
                relation, at = _text(data, 8)
                name, _ = _text(data, at)
                if relation in parts:
                    yield name, parts[relation]


def _formats(archive: ZipFile) -> tuple[str, ...]:
    """The number format of each cell style."""
    own: dict[int, str] = {}
    codes: list[str] = []
    inside = False
    with archive.open(_STYLES) as opened:
        for kind, data in _records(opened):
            if kind == _FORMAT:
                own[_number(data, "H", 0)] = _text(data, 2)[0]
            elif kind in {_XFS, _XFS_END}:
                inside = kind == _XFS
            elif kind == _XF and inside:
                number = _number(data, "H", 2)
                codes.append(format_code(own.get(number) or BUILT_IN.get(number, "")))
    return tuple(codes)


def _look(part: IO[bytes], formats: Sequence[str]) -> SheetLook:
    found, line = Gathered(), 0
    for kind, data in _records(part):
        if kind == _ROW:
            line = _number(data, "I", 0) + 1
            if len(data) > 11 and data[11] & _HIDDEN_ROW:  # noqa: PLR2004 - where the flag stands
                found.hidden_lines.append(line)
        elif kind in _VALUES:
            _cell(found, line, kind, data, formats)
        elif kind == _COLUMNS:
            first, last = struct.unpack_from("<II", data)
            if _number(data, "H", 16) & 1:
                found.hide_columns(range(first, min(last, _LAST_COLUMN) + 1))
        elif kind == _MERGE:
            top, bottom, left, right = struct.unpack_from("<IIII", data)
            found.merges.append(Merge(top + 1, left, bottom + 1, right))
    return found.look()


def _cell(found: Gathered, line: int, kind: int, data: bytes, formats: Sequence[str]) -> None:
    column, told = struct.unpack_from("<II", data)
    spot, style = (line, column), told & 0xFFFFFF
    if kind in {_ERROR, _FORMULA_ERROR}:
        found.error(spot, data[8])
    number = struct.unpack_from("<d", data, 8)[0] if kind in {_REAL, _FORMULA_NUMBER} else None
    found.value(spot, formats[style] if style < len(formats) else "", number)
    if kind in _FORMULAS:
        found.formula(spot, sums_of(data[_tokens_at(kind, data) :], wide=True))


def _tokens_at(kind: int, data: bytes) -> int:
    """Where a formula's tokens begin: behind its value, two bytes of flags and four that tell its length."""
    value = 4 + 2 * _number(data, "I", 8) if kind == _FORMULA_TEXT else _CACHED[kind]
    return 8 + value + 6


def _records(part: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Each record's kind and bytes. Kind and length are numbers of seven bits a byte, the low ones first."""
    while head := part.read(1):
        kind = head[0]
        if kind & 0x80:
            kind = (kind & 0x7F) | (part.read(1)[0] << 7)
        size = shift = 0
        for _ in range(4):
            (byte,) = part.read(1)
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if size > _LONGEST:
            raise ValueError(size)
        yield kind, part.read(size)


def _text(data: bytes, at: int) -> tuple[str, int]:
    """The text at a place, and where it ends."""
    end = at + 4 + 2 * _number(data, "I", at)
    return data[at + 4 : end].decode("utf-16-le", "replace"), end


def _number(data: bytes, form: str, at: int) -> int:
    number: int = struct.unpack_from(f"<{form}", data, at)[0]
    return number
