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

from csdesk.intake.reading.grid import Facts, Grid, Row, Spot
from csdesk.intake.reading.limits import CHUNK_ROWS, MAX_CELL, MAX_CELLS, MAX_FILE
from csdesk.intake.shapes import FileRefused, Progress, Refusal

if TYPE_CHECKING:
    from _csv import Reader as _Reader

_SEPARATORS: Final = (",", "\t", ";", "|")
_SAMPLE: Final = 64 * 1024
_SEPARATOR_LINE: Final = re.compile(r"sep=([,;|\t:^~])\n", re.IGNORECASE)
_TYPED: Final = re.compile(r"[\s¥￥$€£(△▲+-]*\d[\d.,:/%\s-]*(?:[T\s][\d:.Z]+)?\)?\s*[€$£円]?-?")
_LONGEST_RECORD: Final = 50
"""Line breaks in one record that raise the suspicion of a quote never closed."""
_REPAIRS: Final = 100
_SHARED_FROM: Final = 8 * 2**20
_LONE_RETURN: Final = "\u2028"
_MISQUOTED: Final = 0.5
"""What a separator is worth next to which quotes stand in the wrong places."""
_HEADING_COUNTS: Final = 0.2
_TYPES_COUNT: Final = 0.1
_WIDTH_COUNTS: Final = 0.03
"""What each further column is worth: an amount with a comma in it makes two of any line."""
_WIDE: Final = 8
_TITLES: Final = 6
"""Records among which the heading is looked for, below titles that were filled up to the width of the table."""

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
        return _grid(text, dialect, progress)


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
        score = _score(_trial(sample, dialect)) * _quoting_worth(sample, dialect)
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


def _quoting_worth(sample: str, dialect: Dialect) -> float:
    return 1.0 if '"' not in sample or (dialect.quote and _obeys(sample, dialect)) else _MISQUOTED


def _obeys(sample: str, dialect: Dialect) -> bool:
    trouble = _trouble(sample, dialect)
    return not trouble or (len(sample) >= _SAMPLE // 2 and "unexpected end" in trouble)  # it may be cut inside quotes


def _trial(sample: str, dialect: Dialect) -> list[list[str]]:
    records: list[list[str]] = []
    with suppress(csv.Error):  # what was read so far is evidence enough
        records.extend(record for record in dialect.reader(StringIO(sample)) if record and not _is_comment(record))
    return records


def _is_comment(record: Sequence[str]) -> bool:
    return record[0][:1] == "#" and len(record) < 3  # noqa: PLR2004 - a comment, with one separator in it


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
    heading = max(map(_words, table[:_TITLES]), default=0) / width
    first = records.index(table[0]) <= len(records) - len(table)
    wide = _WIDTH_COUNTS * min(width, _WIDE)
    return steadiness + _TYPES_COUNT * typed + _HEADING_COUNTS * first * heading + wide


def _words(record: Sequence[str]) -> int:
    """Different cells of a record that may head a column."""
    return len({cell for cell in record if cell.strip() and not _TYPED.fullmatch(cell.strip())})


def _grid(text: str, dialect: Dialect, progress: Progress) -> Grid:
    """Some thousand records at a time; equal texts of large files are kept once."""
    rows: list[Row] = []
    lines: list[int] = []
    cut: list[Spot] = []
    cells = done = 0
    shared: dict[str, str] | None = {} if len(text) > _SHARED_FROM else None
    has_returns = _LONE_RETURN in text
    source = _mended(text, dialect) if dialect.quote and dialect.quote in text else dialect.reader(StringIO(text))
    while chunk := list(islice(source, CHUNK_ROWS)):
        if has_returns:
            chunk = [[cell.replace(_LONE_RETURN, "\n") for cell in record] for record in chunk]
        if shared is not None:
            chunk = [[shared.setdefault(cell, cell) for cell in record] for record in chunk]
        if max(map(len, chain.from_iterable(chunk)), default=0) > MAX_CELL:
            cut += _cut_long(chunk, done + 1)
        lines += (line for line, record in enumerate(chunk, done + 1) if any(map(str.strip, record)))
        rows += (record for record in chunk if any(map(str.strip, record)))
        cells += sum(map(len, chunk))
        done += len(chunk)
        if cells > MAX_CELLS:
            raise FileRefused(Refusal.TOO_LARGE)
        progress(done, 0)
    return Grid(rows, lines, separator=dialect.separator, empty="", facts=Facts(cut=tuple(cut)))


def _mended(text: str, dialect: Dialect) -> Iterator[list[str]]:
    """Records, with the line of a quote that is never closed taken without quoting.

    Such a record runs to the end of the file, or over more lines than any cell would and then breaks the rules of
    quoting or comes out with another width than its neighbours.
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
        if span > 1 and _is_runaway(text[start : source.tell()], span, dialect, usual=len(record) == width):
            source.seek(start)
            record = _unquoted(source.readline(), dialect)
            repairs += 1
            reader = (dialect if repairs < _REPAIRS else Dialect(dialect.separator, "")).reader(source)
        yield record


def _is_runaway(piece: str, span: int, dialect: Dialect, *, usual: bool) -> bool:
    trouble = _trouble(piece, dialect)
    return "unexpected end" in trouble or (span > _LONGEST_RECORD and (bool(trouble) or not usual))


def _trouble(piece: str, dialect: Dialect) -> str:
    """What the rules of quoting have against the text of one record."""
    try:
        for _ in dialect.reader(StringIO(piece), strict=True):
            pass
    except csv.Error as error:
        return str(error)
    return ""


def _unquoted(line: str, dialect: Dialect) -> list[str]:
    record = next(Dialect(dialect.separator, "").reader([line]), [])
    quote = dialect.quote
    whole = [len(cell) > 1 and cell[0] == cell[-1] == quote for cell in record]
    return [
        cell[1:-1].replace(quote * 2, quote) if is_whole else cell for cell, is_whole in zip(record, whole, strict=True)
    ]


def _cut_long(records: list[list[str]], first_line: int) -> list[Spot]:
    cut = []
    for line, record in enumerate(records, first_line):
        for column, cell in enumerate(record):
            if len(cell) > MAX_CELL:
                record[column] = cell[:MAX_CELL]
                cut.append((line, column))
    return cut
