"""How a text separates and quotes its cells, found by trial parses of its first part."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from io import StringIO
from typing import TYPE_CHECKING, Final

from csdesk.intake.reading.standins import PARTED, QUOTED, SEPARATOR, holds

if TYPE_CHECKING:
    from _csv import Reader as _Reader

_USUAL: Final = (",", "\t", ";", "|")
_RARE: Final = ("||", "::", ";;", "\x1f", "^", "~", ":")
"""Separators that are ordinary characters elsewhere: they must part every line alike, below headings of words."""
RUN: Final = "  "
"""Columns lined up by spaces: two or more part the cells."""
_SPACES: Final = (RUN, " ")
_WEAK: Final = frozenset({":", " "})
"""Separators so frequent inside texts that a pair of them proves nothing."""
_STEADY: Final = 0.9
_SAMPLE: Final = 64 * 1024
_TYPED: Final = re.compile(r"[\s¥￥$€£(△▲+-]*\d[\d.,:/%\s-]*(?:[T\s][\d:.Z]+)?\)?\s*[€$£円]?-?")
_MISQUOTED: Final = 0.5
"""What a separator is worth next to which quotes stand in the wrong places."""
_HEADING_COUNTS: Final = 0.2
_TYPES_COUNT: Final = 0.1
_WIDTH_COUNTS: Final = 0.03
"""What each further column is worth: an amount with a comma in it makes two of any line."""
_WIDE: Final = 8
_TITLES: Final = 6
"""Records among which the heading is looked for, below titles that were filled up to the width of the table."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text separates and quotes; an empty `quote` means that quotes are ordinary characters.

    `escape` stands before a quote or separator that is part of a cell; `spaced` means that spaces stand between
    separators and quotes.
    """

    separator: str
    quote: str = '"'
    escape: str = ""
    spaced: bool = False

    def prepared(self, text: str) -> str:
        """The text with stand-ins for all that the csv module does not know."""
        if self.escape:
            text = _unescaped(text, self)
        if self.spaced:
            text = re.sub(rf'" +(?={re.escape(self.separator)}|$)', '"', text, flags=re.MULTILINE)
        if holds(text, '="'):
            text = _marked_texts(self.separator).sub(r'\1"\2"', text)
        if self.separator == RUN:
            return re.sub(r"(?<=\S) {2,}(?=\S)", SEPARATOR, text)
        return text.replace(self.separator, SEPARATOR) if len(self.separator) > 1 else text

    def reader(self, lines: Iterable[str], *, strict: bool = False) -> "_Reader":
        """Records of prepared lines; with `strict`, `csv.Error` where a quote stands in the wrong place."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quotechar=self.quote or None,
            quoting=csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE,
            skipinitialspace=self.spaced,
            strict=strict,
        )

    @property
    def delimiter(self) -> str:
        """The one character between two cells of a prepared text."""
        return self.separator if len(self.separator) == 1 else SEPARATOR

    @property
    def unquoted(self) -> "Dialect":
        """The same with quotes as ordinary characters."""
        return replace(self, quote="")


@dataclass(frozen=True, slots=True)
class Trial:
    """What a dialect makes of the sample, and how much like a table that looks."""

    dialect: Dialect
    score: float
    width: int = 1
    """Most frequent number of cells of at least two; 1 where there is none."""
    rows: int = 0
    """Records of that width."""


def find_dialect(text: str, separator: str | None = None) -> Trial:
    """The separator whose trial parse of the first 64 KB gives the steadiest width; '' where none gives two columns.

    A heading row of words and cells that look like numbers and dates settle what widths leave open ('a;1,5').
    """
    sample = sample_of(text)
    best = Trial(Dialect(separator or ""), 0.0)
    for candidate in (separator,) if separator else _USUAL:
        best = max(best, _tried(sample, candidate), key=lambda trial: trial.score)
    if separator or best.score > 1:
        return best
    for candidate in (*_RARE, *_SPACES):
        trial = _tried(sample, candidate)
        if trial.score > best.score and _parts_all(sample, trial):
            return trial
    return best


def sample_of(text: str) -> str:
    """The lines of the first 64 KB."""
    if len(text) <= _SAMPLE:
        return text
    end = text.rfind("\n", 0, _SAMPLE)
    return text[: end + 1] if end > 0 else text[:_SAMPLE]


def _tried(sample: str, separator: str) -> Trial:
    if separator not in sample:
        return Trial(Dialect(separator), 0.0)
    dialect = _quoting(sample, separator)
    records = _trial(sample, dialect)
    width = _usual_width(records)
    rows = sum(len(record) == width for record in records)
    return Trial(dialect, _score(records) * _quoting_worth(sample, dialect), width, rows)


def _parts_all(sample: str, trial: Trial) -> bool:
    """Whether nearly all lines have the same number of cells, the first ones words, and a column values below."""
    records = _trial(sample, trial.dialect)
    table = [record for record in records if len(record) == trial.width]
    if trial.width < 2 + (trial.dialect.separator in _WEAK) or len(table) < _STEADY * len(records):
        return False
    values = [[bool(_TYPED.fullmatch(cell.strip())) for cell in column] for column in zip(*table[1:], strict=True)]
    return _words(table[0]) == trial.width and any(sum(typed) >= _STEADY * len(typed) for typed in values)


def _quoting(sample: str, separator: str) -> Dialect:
    """Doubled quotes unless they break the rules and another way keeps them, or parts the lines more steadily."""
    plain = Dialect(separator)
    if separator == RUN:
        return plain.unquoted
    if '"' not in sample:
        return _without_quotes(sample, plain)
    obeyed = obeys(sample, plain)
    spaced, escaped = Dialect(separator, spaced=True), Dialect(separator, '"', "\\")
    if _has_spaces_at_quotes(sample, separator) and obeys(sample, spaced):
        return _steadier(sample, plain, spaced) if obeyed else spaced
    if not obeyed and '\\"' in sample and obeys(sample, escaped):
        return escaped
    return plain if obeyed else _steadier(sample, plain, _without_quotes(sample, plain.unquoted))


def _without_quotes(sample: str, plain: Dialect) -> Dialect:
    """Single quotes, or a backslash before separators, where these part the lines more steadily."""
    separator = plain.separator
    if "'" in sample and _has_single_quotes(sample, separator):
        single = Dialect(separator, "'")
        return single if _is_quoted_throughout(sample, separator) else _steadier(sample, plain, single)
    return _steadier(sample, plain, Dialect(separator, plain.quote, "\\")) if "\\" + separator in sample else plain


def _has_spaces_at_quotes(sample: str, separator: str) -> bool:
    edge = re.escape(separator)
    return re.search(rf'{edge} +"|" +{edge}', sample) is not None


def _steadier(sample: str, one: Dialect, other: Dialect) -> Dialect:
    return other if _steadiness(_trial(sample, other)) > _steadiness(_trial(sample, one)) else one


def _single_quoted(separator: str, inside: str) -> str:
    edge = re.escape(separator)
    return rf"(?:^|{edge})\s*'(?:[^'\n]|'')*{inside}(?:[^'\n]|'')*'(?=\s*{edge}|\s*$)"


def _has_single_quotes(sample: str, separator: str) -> bool:
    """Whether single quotes hold a separator together, or stand around all cells."""
    together = re.search(_single_quoted(separator, re.escape(separator)), sample, re.MULTILINE)
    return together is not None or _is_quoted_throughout(sample, separator)


def _is_quoted_throughout(sample: str, separator: str) -> bool:
    quoted = re.findall(rf"(?:^|{re.escape(separator)})'[^'\n]*'(?={re.escape(separator)}|$)", sample, re.MULTILINE)
    return len(quoted) > sample.count("\n")


def _quoting_worth(sample: str, dialect: Dialect) -> float:
    return 1.0 if '"' not in sample or (dialect.quote and obeys(sample, dialect)) else _MISQUOTED


def obeys(sample: str, dialect: Dialect) -> bool:
    """Whether quotes stand where the dialect wants them."""
    told = trouble(dialect.prepared(sample), dialect)
    return not told or (len(sample) >= _SAMPLE // 2 and "unexpected end" in told)  # it may be cut inside quotes


def trouble(piece: str, dialect: Dialect) -> str:
    """What the rules of quoting have against prepared text."""
    try:
        for _ in dialect.reader(StringIO(piece), strict=True):
            pass
    except csv.Error as error:
        return str(error)
    return ""


@lru_cache(maxsize=8)
def _escapes(separator: str, quote: str) -> re.Pattern[str]:
    return re.compile(r"\\(\\|" + "|".join(map(re.escape, filter(None, (quote, separator)))) + ")")


@lru_cache(maxsize=8)
def _marked_texts(separator: str) -> re.Pattern[str]:
    """Cells by which Excel is told to take a value for text, with a separator in them (="Sample, Inc.")."""
    edge = re.escape(separator)
    return re.compile(rf'(^|{edge})="((?:[^"\n]|"")*{edge}(?:[^"\n]|"")*)"(?={edge}|$)', re.MULTILINE)


def _unescaped(text: str, dialect: Dialect) -> str:
    """Stand-ins for escaped quotes and separators. A doubled backslash is one where all backslashes are escapes."""
    escapes = _escapes(dialect.separator, dialect.quote)
    backslash = "\\" if "\\" not in escapes.sub("", text) else "\\\\"
    meant = {"\\": backslash, dialect.quote: QUOTED, dialect.separator: PARTED}
    return escapes.sub(lambda found: meant[found[1]], text)


def _trial(sample: str, dialect: Dialect) -> list[list[str]]:
    records: list[list[str]] = []
    with suppress(csv.Error):  # what was read so far is evidence enough
        lines = StringIO(dialect.prepared(sample))
        records.extend(record for record in dialect.reader(lines) if record and not _is_comment(record))
    return records


def _is_comment(record: Sequence[str]) -> bool:
    return record[0][:1] == "#" and len(record) < 3  # noqa: PLR2004 - a comment, with one separator in it


def _steadiness(records: Sequence[Sequence[str]]) -> float:
    """Share of records of the most frequent width of at least two."""
    widths = Counter(len(record) for record in records)
    return max((count for width, count in widths.items() if width > 1), default=0) / max(1, len(records))


def _usual_width(records: Sequence[Sequence[str]]) -> int:
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
