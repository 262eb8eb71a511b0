"""Records of a text in which some quotes stand where none should: each such record is taken by what it looks like."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from itertools import islice
from typing import Final

from csdesk.intake.reading.dialects import Dialect, trouble
from csdesk.intake.reading.standins import QUOTED

_LONGEST_RECORD: Final = 50
"""Line breaks in one record that raise the suspicion of a quote never closed."""
_LONGEST_MENDED: Final = 20
"""Lines that one misquoted record may take."""
_READ_AGAIN: Final = 4
"""How many times the text's length may be read in vain before its quotes are given up."""


@dataclass(slots=True)
class _Text:
    """Prepared text on its way through the readers, and how much of it was read in vain."""

    source: StringIO
    dialect: Dialect
    width: int
    left: int


def mended(text: str, dialect: Dialect, width: int) -> Iterator[list[str]]:
    """Records of prepared text of which most have `width` cells.

    A quote that is never closed, or text around quotes inside a cell, costs no more than its own record.
    """
    work = _Text(StringIO(text), dialect, width, _READ_AGAIN * len(text))
    reader = dialect.reader(work.source, strict=True)
    while True:
        start, before = work.source.tell(), reader.line_num
        try:
            record = next(reader, None)
            wrong = record is not None and reader.line_num - before > 1 and _is_runaway(work, start, record)
        except csv.Error:
            record, wrong = [], True
        if record is None:
            return
        if wrong:
            work.left -= work.source.tell() - start
            work.source.seek(start)
            if work.left < 0:
                yield from dialect.unquoted.reader(work.source)
                return
            record = _taken(work)
            reader = dialect.reader(work.source, strict=True)
        yield record


def _is_runaway(work: _Text, start: int, record: list[str]) -> bool:
    """A record over several lines without the usual width, either absurdly many or each of them with it."""
    if len(record) == work.width:
        return False
    lines = work.source.getvalue()[start : work.source.tell()].splitlines()
    plain = list(work.dialect.unquoted.reader(lines[:_LONGEST_RECORD]))
    return len(lines) > _LONGEST_RECORD or all(len(line) == work.width for line in plain)


def _taken(work: _Text) -> list[str]:
    """The next record by the first way that gives it the usual width: quotes inside cells kept as they are, over one
    line or several, or no quoting at all."""
    start = work.source.tell()
    line = work.source.readline()
    inside = _with_quotes_inside(line, work.dialect)
    plain = _unquoted(line, work.dialect)
    for record in filter(None, (inside, plain)):
        if len(record) == work.width:
            return record
    behind = work.source.tell()
    work.source.seek(start)
    piece = ""
    for further in islice(work.source, _LONGEST_MENDED):
        piece += further
        record = _with_quotes_inside(piece, work.dialect)
        if record and len(record) == work.width:
            work.source.seek(start + len(piece))
            return record
    work.source.seek(behind)
    return inside or plain


@lru_cache(maxsize=8)
def _inside(delimiter: str, quote: str) -> re.Pattern[str]:
    """A quote, or a doubled one, neither at the start nor at the end of a cell."""
    edge = re.escape(delimiter)
    return re.compile(rf"(?<![{edge}\n])(?<!^){quote}{quote}?(?! *[{edge}\n]| *$)")


def _with_quotes_inside(piece: str, dialect: Dialect) -> list[str]:
    """One record whose cells hold quotes as they are; none where the quotes around cells don't pair even so."""
    mended_piece = _inside(dialect.delimiter, dialect.quote).sub(QUOTED, piece)
    if trouble(mended_piece, dialect):
        return []
    records = list(dialect.reader(StringIO(mended_piece)))
    return records[0] if len(records) == 1 else []


def _unquoted(line: str, dialect: Dialect) -> list[str]:
    record = next(dialect.unquoted.reader([line]), [])
    quote = dialect.quote
    whole = [len(cell) > 1 and cell[0] == cell[-1] == quote for cell in record]
    return [
        cell[1:-1].replace(quote * 2, quote) if is_whole else cell for cell, is_whole in zip(record, whole, strict=True)
    ]
