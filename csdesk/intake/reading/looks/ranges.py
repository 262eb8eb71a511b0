"""Formulas of binary workbooks: which vertical range they are a figure of."""

import struct
from typing import Final

_AREAS: Final = b"\x25\x45\x65"
"""First byte of a range on the same sheet, by the class of its use ([MS-XLS] PtgArea)."""
_SUM: Final = 0x19, 0x10
"""First two bytes of the short form of SUM (PtgAttrSum)."""
_CALLS: Final = b"\x22\x42\x62"
"""First byte of a function with any number of arguments (PtgFuncVar), which are counted in the next."""
_FIGURES: Final = frozenset({0, 4, 5, 6, 7, 227, 344, 483})
"""COUNT, SUM, AVERAGE, MIN, MAX, MEDIAN, SUBTOTAL, AGGREGATE by number (Ftab)."""
_COLUMN: Final = 0x3FFF


def sums_of(tokens: bytes, *, wide: bool) -> tuple[int, int] | None:
    """First and last line of the range of one column that a formula adds up or counts; `wide` where lines are written
    in four bytes, as in .xlsb."""
    form = "<IIHH" if wide else "<HHHH"
    size = struct.calcsize(form)
    at = next((at for at, token in enumerate(tokens[:8]) if token in _AREAS), -1)
    if at < 0 or len(tokens) < at + 1 + size + 2:
        return None
    top, bottom, left, right = struct.unpack_from(form, tokens, at + 1)
    rest = tokens[at + 1 + size :]
    adds = (rest[0], rest[1] & 0x10) == _SUM
    calls = rest[0] in _CALLS and len(rest) > 3 and struct.unpack_from("<H", rest, 2)[0] & 0x7FFF in _FIGURES  # noqa: PLR2004
    if not (adds or calls) or left & _COLUMN != right & _COLUMN:
        return None
    return top + 1, bottom + 1
