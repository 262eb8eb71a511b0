"""Text to rows: separator and quoting found by trial, every cell as text."""

import csv
import re
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import StringIO
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from csdesk.intake.reading.grid import Facts, Grid, Row
from csdesk.intake.reading.limits import CHUNK_ROWS, MAX_CELL, MAX_CELLS, MAX_FILE
from csdesk.intake.shapes import FileRefused, Progress, Refusal

if TYPE_CHECKING:
    from _csv import Reader as _Reader

_SEPARATORS: Final = (",", "\t", ";", "|")
_SAMPLE: Final = 64 * 1024
_SEPARATOR_LINE: Final = re.compile(r"sep=([,;|\t:^~])\n", re.IGNORECASE)
_TYPED: Final = re.compile(r"[\s¥￥$€£(△▲+-]*\d[\d.,:/%\s-]*(?:[T\s][\d:.Z]+)?\)?")
_LONGEST_RECORD: Final = 50
"""Line breaks in one record that raise the suspicion of a quote never closed."""
_REPAIRS: Final = 100
_INTERN_FROM: Final = 8 * 2**20
_LONE_RETURN: Final = "\u2028"
_HEADING_COUNTS: Final = 0.2
_TYPES_COUNT: Final = 0.1

_limit_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text separates and quotes; an empty `quote` means that quotes are ordinary characters."""

    separator: str
    quote: str = '"'
    escape: str | None = None

    def reader(self, lines: Iterable[str], *, strict: bool = False) -> "_Reader":
        """Records of the lines; with `strict`, `csv.Error` where a quote stands in the wrong place."""
        return csv.reader(
            lines,
            delimiter=self.separator or "\x1f",
            quotechar=self.quote or None,
            escapechar=self.escape,
            doublequote=self.escape is None,
            quoting=csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE,
            strict=strict,
        )


def read_csv(text: str, progress: Progress, separator: str | None = None) -> Grid:
    """The rows that hold anything, without an encoding.

    A row's line is its number as a spreadsheet program shows it after opening the file: quoted line breaks don't
    count, blank lines do, a first line `sep=;` does not.
    """
    text = _plain_line_ends(text)
    if told := _SEPARATOR_LINE.match(text):
        text, separator = text[told.end() :], told[1]
    with _long_fields():
        dialect = find_dialect(text, separator)
        records = _records(text, dialect, progress)
    if _LONE_RETURN in text:
        records = [[cell.replace(_LONE_RETURN, "\n") for cell in record] for record in records]
    cut = _cut_long(records)
    lines = [number for number, record in enumerate(records, 1) if any(map(str.strip, record))]
    rows: list[Row] = [record for record in records if any(map(str.strip, record))]
    return Grid(rows, lines, separator=dialect.separator, empty="", facts=Facts(cut=cut))


def find_dialect(text: str, separator: str | None = None) -> Dialect:
    """The separator whose trial parse of the first 64 KB gives the steadiest width; '' where none gives two columns.

    A heading row of words and cells that look like numbers and dates settle what widths leave open ('a;1,5').
    """
    sample = _sample(text)
    best, most = Dialect(separator or ""), 0.0
    for candidate in (separator,) if separator else _SEPARATORS:
        if candidate not in sample:
            continue
        dialect = _quoting(sample, candidate)
        score = _score(_trial(sample, dialect))
        if score > most:
            best, most = dialect, score
    return best


@contextmanager
def _long_fields() -> Iterator[None]:
    """The csv module's field limit, which is the whole process's, raised and put back."""
    with _limit_lock:
        before = csv.field_size_limit(2 * MAX_FILE)
        try:
            yield
        finally:
            csv.field_size_limit(before)


def _plain_line_ends(text: str) -> str:
    r"""Only \n ends a line: a lone \r does so too where it is the file's habit, else it is a break inside a cell."""
    if "\r" not in text:
        return text
    text = text.replace("\r\n", "\n")
    returns = text.count("\r")
    return text.replace("\r", _LONE_RETURN if returns and text.count("\n") >= returns else "\n")


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    end = text.rfind("\n", 0, _SAMPLE)
    return text[: end + 1] if end > 0 else text[:_SAMPLE]


def _quoting(sample: str, separator: str) -> Dialect:
    """Doubled quotes unless they break the rules and another way keeps them; single quotes where no double ones are."""
    plain = Dialect(separator)
    if '"' not in sample:
        edge = re.escape(separator)
        quoted = len(re.findall(rf"(?:^|{edge})'[^'\n]*'(?={edge}|$)", sample, re.MULTILINE))
        return Dialect(separator, "'") if quoted > sample.count("\n") else Dialect(separator)
    if _obeys(sample, plain):
        return plain
    if '\\"' in sample and _obeys(sample, escaped := Dialect(separator, '"', "\\")):
        return escaped
    unquoted = Dialect(separator, "")
    return unquoted if _steadiness(_trial(sample, unquoted)) > _steadiness(_trial(sample, plain)) else plain


def _obeys(sample: str, dialect: Dialect) -> bool:
    try:
        for _ in dialect.reader(StringIO(sample), strict=True):
            pass
    except csv.Error as error:
        return len(sample) >= _SAMPLE // 2 and "unexpected end" in str(error)  # the sample may end inside quotes
    return True


def _trial(sample: str, dialect: Dialect) -> list[list[str]]:
    records: list[list[str]] = []
    with suppress(csv.Error):  # what was read so far is evidence enough
        records.extend(record for record in dialect.reader(StringIO(sample)) if record and record[0][:1] != "#")
    return records


def _steadiness(records: Sequence[Sequence[str]]) -> float:
    """Share of records of the most frequent width of at least two."""
    widths = Counter(len(record) for record in records)
    return max((count for width, count in widths.items() if width > 1), default=0) / max(1, len(records))


def _usual_width(records: Sequence[Sequence[str]]) -> int:
    """Most frequent width of at least two; 1 where there is none."""
    widths = Counter(len(record) for record in records if len(record) > 1)
    return widths.most_common(1)[0][0] if widths else 1


def _score(records: list[list[str]]) -> float:
    steadiness = _steadiness(records)
    if not steadiness:
        return 0.0
    width = _usual_width(records)
    table = [record for record in records if len(record) == width]
    cells = [cell.strip() for record in table[1:100] for cell in record if cell]
    typed = sum(bool(_TYPED.fullmatch(cell)) for cell in cells) / max(1, len(cells))
    heading = [cell for cell in table[0] if cell.strip() and not _TYPED.fullmatch(cell.strip())]
    first = records.index(table[0]) <= len(records) - len(table)
    return steadiness + _TYPES_COUNT * typed + _HEADING_COUNTS * first * len(set(heading)) / width


def _records(text: str, dialect: Dialect, progress: Progress) -> list[list[str]]:
    """All records, with equal texts shared in large files."""
    records: list[list[str]] = []
    cells = 0
    shared: dict[str, str] | None = {} if len(text) > _INTERN_FROM else None
    source = _mended(text, dialect) if dialect.quote and dialect.quote in text else dialect.reader(StringIO(text))
    while chunk := list(islice(source, CHUNK_ROWS)):
        if shared is not None:
            chunk = [[shared.setdefault(cell, cell) for cell in record] for record in chunk]
        records += chunk
        cells += sum(map(len, chunk))
        if cells > MAX_CELLS:
            raise FileRefused(Refusal.TOO_LARGE)
        progress(len(records), 0)
    return records


def _mended(text: str, dialect: Dialect) -> Iterator[list[str]]:
    """Records, with the line of a quote that is never closed taken without quoting.

    Such a record runs to the end of the file, or over more lines than any cell would and comes out with another width
    than its neighbours.
    """
    width = _usual_width(_trial(_sample(text), dialect))
    source = StringIO(text)
    reader = dialect.reader(source)
    repairs = 0
    while True:
        start, before = source.tell(), reader.line_num
        record = next(reader, None)
        if record is None:
            return
        span = reader.line_num - before
        runaway = span > _LONGEST_RECORD and len(record) != width
        if span > 1 and (runaway or (source.tell() == len(text) and not _closes(text[start:], dialect))):
            source.seek(start)
            record = _unquoted(source.readline(), dialect)
            repairs += 1
            reader = (dialect if repairs < _REPAIRS else Dialect(dialect.separator, "")).reader(source)
        yield record


def _closes(piece: str, dialect: Dialect) -> bool:
    try:
        for _ in dialect.reader(StringIO(piece), strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" not in str(error)
    return True


def _unquoted(line: str, dialect: Dialect) -> list[str]:
    record = next(Dialect(dialect.separator, "").reader([line]), [])
    quote = dialect.quote
    whole = [len(cell) > 1 and cell[0] == cell[-1] == quote for cell in record]
    return [
        cell[1:-1].replace(quote * 2, quote) if is_whole else cell for cell, is_whole in zip(record, whole, strict=True)
    ]


def _cut_long(records: list[list[str]]) -> tuple[tuple[int, int], ...]:
    if max(map(len, chain.from_iterable(records)), default=0) <= MAX_CELL:
        return ()
    cut = []
    for line, record in enumerate(records, 1):
        for column, cell in enumerate(record):
            if len(cell) > MAX_CELL:
                record[column] = cell[:MAX_CELL]
                cut.append((line, column))
    return tuple(cut)
