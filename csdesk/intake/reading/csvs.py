"""Text to rows: line ends, separator and quoting found by trial, every cell as text."""

import csv
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from itertools import chain, compress, islice
from typing import Final

from csdesk.intake.packed import PackedRows
from csdesk.intake.reading.dialects import Trial, find_dialect, sample_of
from csdesk.intake.reading.grid import Facts, Grid, Row, Spot
from csdesk.intake.reading.limits import CHUNK_ROWS, MAX_CELL, MAX_TEXT, MAX_TEXT_CELLS
from csdesk.intake.reading.mending import mended
from csdesk.intake.reading.sections import parted_otherwise
from csdesk.intake.reading.standins import (
    LONE_RETURN,
    Restoring,
    holds,
    needs_restoring,
    plain_line_ends,
    without_standins,
)
from csdesk.intake.shapes import FileRefused, Progress, Refusal

_SEPARATOR_LINE: Final = re.compile(r'"?sep=([,;|\t:^~])"?\n', re.IGNORECASE)
_PACKED_FROM: Final = 2**20
"""Characters from which rows are packed."""
_STEP: Final = 1 << 20
_RULE: Final = re.compile(r"[\s+|:]*[-=_─━]{2}[-=_─━\s+|:]*|`{3,}\w*")
_RULED: Final = frozenset(["", *" +|:-=_─━`"])
"""A line drawn under headings, and the fence around a table copied from a wiki."""
_SHORTEST_RULE: Final = 3
_WRAPPED: Final = 0.9

_limit_lock = threading.Lock()


def read_csv(text: str, progress: Progress, separator: str | None = None) -> Grid:
    """The rows that hold anything, without an encoding.

    A row's line is its number as a spreadsheet program shows it after opening the file: quoted line breaks don't
    count, blank lines do, a first line `sep=;` does not.
    """
    text = plain_line_ends(without_standins(text).lstrip("\ufeff"))
    if told := _SEPARATOR_LINE.match(text):
        text, separator = text[told.end() :], told[1]
    with _long_fields():
        text, trial = _with_line_ends(text, separator)
        return _grid(text, trial, progress)


@contextmanager
def _long_fields() -> Iterator[None]:
    """The csv module's field limit, which is the whole process's, raised and put back."""
    with _limit_lock:
        before = csv.field_size_limit(2 * MAX_TEXT)
        try:
            yield
        finally:
            csv.field_size_limit(before)


def _with_line_ends(text: str, separator: str | None) -> tuple[str, Trial]:
    r"""A lone \r ends lines where these come out more like a table so; else it is a break inside a cell."""
    as_ends = _unwrapped(text.replace("\r", "\n"))
    ending = find_dialect(as_ends, separator)
    if "\r" not in text:
        return as_ends, ending
    in_cells = _unwrapped(text.replace("\r", LONE_RETURN))
    inside = find_dialect(in_cells, separator)
    is_inside = inside.score >= ending.score and inside.rows > 1
    return (in_cells, inside) if is_inside else (as_ends, ending)


def _unwrapped(text: str) -> str:
    """The lines of a text that went through a writer twice, so that each is one quoted cell."""
    if text[:1] != '"' or not holds(text, '""'):
        return text
    records = list(islice(csv.reader(StringIO(sample_of(text))), 100))
    wrapped = [record for record in records if len(record) == 1 and "," in record[0]]
    if len(wrapped) < max(2, _WRAPPED * len(records)) or any(len(record) > 1 for record in records):
        return text
    return "\n".join(record[0] if record else "" for record in csv.reader(StringIO(text)))


def _grid(text: str, trial: Trial, progress: Progress) -> Grid:
    """Some thousand records at a time; those of large files are packed."""
    rows: list[Row] | PackedRows = PackedRows() if len(text) > _PACKED_FROM else []
    lines: list[int] = []
    cut: list[Spot] = []
    cells = done = 0
    source = _records(text, trial)
    while chunk := list(islice(source, CHUNK_ROWS)):
        if max(map(len, chain.from_iterable(chunk)), default=0) > MAX_CELL:
            cut += _cut_long(chunk, done + 1)
        holding = list(map(_holds_anything, chunk))
        lines += compress(range(done + 1, done + len(chunk) + 1), holding)
        rows.extend(list(compress(chunk, holding)))
        cells += sum(map(len, chunk))
        done += len(chunk)
        if cells > MAX_TEXT_CELLS:
            raise FileRefused(Refusal.TOO_LARGE)
        progress(done, 0)
    separator = trial.dialect.separator
    return Grid(
        rows if isinstance(rows, PackedRows) else parted_otherwise(rows, lines, separator),
        lines,
        separator=separator,
        empty="",
        facts=Facts(cut=tuple(cut)),
    )


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends; some at a time, for a reader of all takes four bytes for each letter."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _STEP) + 1 or len(text)
        yield from StringIO(text[start:end])
        start = end


def _records(text: str, trial: Trial) -> Iterator[list[str]]:
    """The cells of each line, with all that stands in them."""
    dialect = trial.dialect
    prepared = dialect.prepared(text)
    quoted = bool(dialect.quote) and dialect.quote in prepared
    records: Iterator[list[str]] = (
        mended(prepared, dialect, trial.width) if quoted else dialect.unquoted.reader(_lines(prepared))
    )
    return (
        map(Restoring(dialect.separator, dialect.quote).record, records)
        if quoted or needs_restoring(prepared)
        else records
    )


def _holds_anything(record: Sequence[str]) -> bool:
    return any(map(str.strip, record)) and not (record[0][:1] in _RULED and _is_rule(record))


def _is_rule(record: Sequence[str]) -> bool:
    longest = max(map(len, record))
    return longest >= _SHORTEST_RULE and all(not cell or _RULE.fullmatch(cell) for cell in record)


def _cut_long(records: list[list[str]], first_line: int) -> list[Spot]:
    cut = []
    for line, record in enumerate(records, first_line):
        for column, cell in enumerate(record):
            if len(cell) > MAX_CELL:
                record[column] = cell[:MAX_CELL]
                cut.append((line, column))
    return cut
