"""What passes between the program and the process that reads a workbook: what is asked for, and cells by column."""

from array import array
from collections.abc import Callable, Hashable, Sequence
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from csdesk.intake.distinct import numbered, once_each
from csdesk.intake.reading.limits import MAX_CELL

if TYPE_CHECKING:
    from csdesk.intake.shapes import Cell

SLOW, CELLS, LOOKS = "--slow", "--cells", "--looks"
"""What the process is asked for: to do without the fast reader, which has just killed one like it; the cells alone;
the second look alone."""

NO_MEMORY, LOCKED, UNREADABLE = "no memory", "locked", "unreadable"
"""Why the process could not read a workbook."""

Packed: TypeAlias = tuple[str, Any, bytes]
"""How the cells are packed: 'numbers', 'text', 'codes' or 'cells'; what they are packed in; and their codes."""

_BETWEEN: Final = "\0"
_CODE: Final = "I"
_OFTEN: Final = 2
"""Times that cells come on average, from which each is sent once."""
_PROBE: Final = 200
"""Cells that tell whether most of a column come only once."""
_EXACT: Final = 1e15


def pack(cells: Sequence[Hashable]) -> tuple[Packed, list[int]]:
    """Cells as readers give them, packed as they are kept; and the positions of those that were cut, being too long."""
    kinds = set(map(type, cells))
    if kinds == {float}:
        return ("numbers", array("d", cells).tobytes(), b""), []  # type: ignore[type-var] # floats alone
    if kinds == {str} and _come_once(cells[:_PROBE]) and (text := _one_text(cells)):  # type: ignore[arg-type] # texts alone
        return ("text", text, b""), []
    numbers, distinct = numbered(cells)
    long = {cell for cell in distinct if isinstance(cell, str) and _is_too_long(cell)} if str in kinds else ()
    cut = [at for at, cell in enumerate(cells) if cell in long] if long else []
    if len(distinct) * _OFTEN > len(cells) or len(kinds & {bool, int, float}) > 1:
        return ("cells", list(once_each(_cell, cells)), b""), cut
    return ("codes", list(map(_cell, distinct)), array(_CODE, numbers).tobytes()), cut


def _come_once(cells: Sequence[Hashable]) -> bool:
    """Whether most cells come only once."""
    return len(set(cells)) * _OFTEN > len(cells)


def _one_text(texts: Sequence[str]) -> str:
    """All texts as one; '' where one of them is too long, blank or holds what stands between."""
    if max(map(len, texts)) > MAX_CELL or any(map(str.isspace, texts)):
        return ""
    text = _BETWEEN.join(texts)
    return text if text.count(_BETWEEN) == len(texts) - 1 else ""


def unpack(packed: Packed) -> "list[Cell]":
    """The cells again, each kind as `shapes.Cell` has it."""
    kind, held, codes = packed
    if kind == "numbers":
        return _numbers(array("d", held))
    if kind == "text":
        texts = held.split(_BETWEEN)
        return [text or None for text in texts] if "" in texts else texts
    return list(map(held.__getitem__, array(_CODE, codes))) if kind == "codes" else held


def _numbers(floats: Sequence[float]) -> "list[Cell]":
    if all(map(float.is_integer, floats)) and min(floats) > -_EXACT and max(floats) < _EXACT:
        return list(map(int, floats))
    return list(map(_number, floats))


def _is_too_long(text: str) -> bool:
    return len(text) > MAX_CELL and not text.isspace()


def _cell(value: Hashable) -> "Cell":
    convert = _CONVERT.get(value.__class__)
    return convert(value) if convert else value  # type: ignore[return-value]


def _text(value: str) -> "Cell":
    return value[:MAX_CELL] if value and not value.isspace() else None


def _number(value: float) -> "Cell":
    return int(value) if value.is_integer() and -_EXACT < value < _EXACT else value


def _moment(value: datetime) -> "Cell":
    return value if value.hour or value.minute or value.second or value.microsecond else value.date()


def _time(value: time) -> "Cell":
    return value.isoformat("seconds")


def _span(value: timedelta) -> "Cell":
    """Hours may pass 24, as Excel shows them."""
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


_CONVERT: Final[dict[type, Callable[..., "Cell"]]] = {
    str: _text,
    float: _number,
    datetime: _moment,
    time: _time,
    timedelta: _span,
}
