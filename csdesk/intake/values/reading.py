"""Reading the cells of one column: by the kind of value it holds and the style its own cells agree on."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from csdesk.intake.fields import ValueType
from csdesk.intake.shapes import Cell, Clean
from csdesk.intake.values.currencies import named_currency
from csdesk.intake.values.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    Dated,
    DateStyle,
    OpenEnd,
    Seen,
    Yearless,
    read_date,
    serial_date,
)
from csdesk.intake.values.durations import days_of, minutes_of
from csdesk.intake.values.moments import plain_moment
from csdesk.intake.values.numbers import (
    CODES,
    PLAIN,
    NumberStyle,
    currency_of,
    exact,
    has_scale,
    read_number,
    without_included_tax,
    without_span,
)
from csdesk.intake.values.text import clean_text, error_cell, folded, is_nothing
from csdesk.intake.values.words import months_of, read_auto, read_yes_no
from csdesk.models.problems import Reason


@dataclass(frozen=True, slots=True)
class Noted:
    """A value that was taken, and what the person should know about it."""

    value: Clean
    note: Reason


Reading: TypeAlias = Clean | Noted | Yearless
"""What a cell gives: a value (None: none), a value with a note, or a day whose year is still to be found. A `Reason`
(itself text) is told apart by its class and means that the cell was refused."""

_LINK = re.compile(r"\s*\(https?://[^)\s]*\)")
_EMAIL = re.compile(r"(?<![^\s@<>()（）,;\"'])[^\s@<>()（）,;\"']+@[^\s@<>()（）,;\"']+\.[^\s@<>()（）,;\"']+")
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*://)?(?:www\.)?([^\s/@:?#]+\.[^\s/@:?#.]{2,})(?:[:/?#].*)?$", re.IGNORECASE)
_CLOCK = re.compile(r"(-?)(\d{1,5}):([0-5]?\d)(?::([0-5]?\d))?")
_RANGE = re.compile(r"\s*(?:→|⇒|->|〜|～|~|―|–|—|\bto\b|から|\s-\s)\s*")
_FRACTION = re.compile(r"(-?\d+)\.0+")
_FREE = frozenset({"無料", "無償", "free", "free of charge"})
TOO_LONG = 32_767
_EXACT = 1e15
_REMEMBERED = 30_000


@dataclass(slots=True)
class ColumnReading:
    """How one column is read. `scale` multiplies figures (千円: 1000; minutes into hours: 1/60), but not those with a
    scale of their own ('5万'). Amounts that match `refused` are not taken ('/年' in a column of monthly amounts),
    nor are those that name another currency than `code`, the column's, where that is known. Where every cell says that
    tax is in it (`taxed`), amounts are read with it. Where the book keeps the day alone (`as_written`), a moment stays
    that of its own zone."""

    type: ValueType
    numbers: NumberStyle = PLAIN
    dates: DateStyle = field(default_factory=DateStyle)
    scale: Decimal = Decimal(1)
    last: bool = False
    refused: re.Pattern[str] | None = None
    code: str = ""
    taxed: bool = False
    as_written: bool = False
    _seen: dict[str, Reading] = field(default_factory=dict)

    def read(self, cell: Cell) -> Reading:
        """The value of a cell, or the Reason why it has none. Texts that come again are read once."""
        if isinstance(cell, str):
            if cell not in self._seen:
                self._seen[cell] = self._read_text(cell)
            return self._seen[cell]
        return None if cell is None else _TYPED[self.type](self, cell)

    def forget(self) -> None:
        """Let go of what was read, where that is much."""
        if len(self._seen) > _REMEMBERED:
            self._seen = {}

    def _read_text(self, text: str) -> Reading:
        if refused := error_cell(text):
            return refused
        if is_nothing(text, figures=self.type not in TEXTS) and not self._means_no(text):
            return None
        if len(text) > TOO_LONG:
            return Reason.TOO_LONG
        return _READERS[self.type](self, text)

    def _means_no(self, text: str) -> bool:
        """Whether a word for 'nothing' is the answer itself: 自動更新 なし."""
        return self.type is ValueType.YES_NO and read_yes_no(text) is False

    def money(self, text: str) -> Reading:
        """An amount in main units, exact."""
        value = read_number(text, self.numbers)
        if isinstance(value, Reason):
            if folded(text) in _FREE:
                return Decimal(0)
            value = read_number(without_span(without_included_tax(text) if self.taxed else text), self.numbers)
        if isinstance(value, Reason) or text.rstrip().endswith(("%", "％")):
            return Reason.NOT_MONEY
        if self.refused and self.refused.search(folded(text)):
            return Reason.NOT_MONEY
        if self.code and currency_of(text, self.code) not in {"", self.code}:
            return Reason.MIXED_CURRENCY
        return value if self.scale != 1 and has_scale(text) else value * self.scale

    def number(self, text: str) -> Reading:
        """A figure: whole where it is whole."""
        value = read_number(text, self.numbers, counters=True)
        return value if isinstance(value, Reason) else _plain(value * self.scale)

    def count(self, text: str) -> Reading:
        """A whole number; of days also by the unit that the cell names."""
        told = days_of(text) if self.type is ValueType.DAYS else None
        value = self.number(text) if told is None else told
        return Reason.NOT_A_NUMBER if isinstance(value, float) else value

    def hours(self, text: str) -> Reading:
        """Hours from HH:MM:SS (which may pass 24) or from a figure, to two decimals."""
        if found := _CLOCK.fullmatch(text.strip()):
            seconds = int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4] or 0)
            return round(seconds / 3600, 2) * (-1 if found[1] else 1)
        value = read_number(text, self.numbers, counters=True)
        if isinstance(value, Reason):
            told = minutes_of(text)
            return value if told is None else _plain(round(told / 60, 2))
        return _plain(round(value * self.scale, 2))

    def minutes(self, text: str) -> Reading:
        """Minutes, to two decimals: by the units that the cell names, else a figure in the unit of its column. A
        duration knows no 'k' and no 'M'."""
        told = minutes_of(text)
        if told is None:
            value = Reason.NOT_A_NUMBER if has_scale(text) else read_number(text, self.numbers)
            if isinstance(value, Reason):
                return value
            told = value * self.scale
        return _plain(round(told, 2))

    def day(self, text: str) -> Reading:
        """A date; it keeps its time where the cell has one."""
        return self._dated(read_date(text, self.dates))

    def moment(self, text: str) -> Reading:
        """A moment: UTC where the cell names a zone, else as written; a day alone is its midnight."""
        if not self.as_written and (plain := plain_moment(text)):
            return plain
        seen = read_date(text, self.dates)
        if isinstance(seen, Dated) and seen.utc and not self.as_written:
            return seen.utc
        return _midnight(self._dated(seen))

    def month(self, text: str) -> Reading:
        """A month as YYYY-MM."""
        seen = read_date(text, self.dates)
        if isinstance(seen, Dated):
            return f"{seen.day:%Y-%m}"
        return Reason.NOT_A_MONTH

    def period(self, text: str) -> Reading:
        """Two days from a range, or a number of months from '12ヶ月' or '1 year'."""
        match [part for part in _RANGE.split(text.strip()) if part]:
            case [begin, end]:
                first, last = read_date(begin, self.dates), read_date(end, self.dates)
            case _:
                return months_of(text) or Reason.NOT_UNDERSTOOD
        if isinstance(first, Dated) and isinstance(last, Dated):
            return (first.day, last.last or last.day)
        return Reason.NOT_A_DATE

    def yes_no(self, text: str) -> Reading:
        """Yes or no by word or mark; what renews by itself does so in words as well."""
        answer = read_auto(text) if self.type is ValueType.YES_NO else read_yes_no(text)
        return Reason.NOT_YES_OR_NO if answer is None else answer

    def text(self, text: str) -> Reading:
        """Text as typed."""
        return clean_text(text)

    def name(self, text: str) -> Reading:
        """A name; the link behind it that some tools export is cut."""
        return clean_text(_LINK.sub("", text)) or None

    def identifier(self, text: str) -> Reading:
        """An id as typed, without the '.0' that a workbook's number leaves."""
        return _FRACTION.sub(r"\1", clean_text(text)) if text[-2:] == ".0" else clean_text(text)

    def email(self, text: str) -> Reading:
        """The first address in the cell."""
        found = _EMAIL.search(text)
        return found.group().removeprefix("mailto:") if found else Reason.NOT_UNDERSTOOD

    def domain(self, text: str) -> Reading:
        """The host of an address or URL, without 'www.'."""
        found = _HOST.match(folded(text))
        return found.group(1) if found else Reason.NOT_UNDERSTOOD

    def currency(self, text: str) -> Reading:
        """A currency's code as typed where it is one, else the code of its sign."""
        word = clean_text(text)
        if word.upper() in CODES:
            return word
        return named_currency(word) or currency_of(word, "") or Reason.UNKNOWN_WORD

    def _dated(self, seen: Seen | Reason) -> Reading:
        if isinstance(seen, OpenEnd):
            return None if self.last else Reason.NOT_A_DATE
        if not isinstance(seen, Dated):
            return seen
        value = seen.last if self.last and seen.last else seen.value
        return Noted(value, seen.note) if seen.note else value


def _midnight(value: Reading) -> Reading:
    """A day as its first moment, anything else as it is."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - as written
    return value


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _typed_number(reading: ColumnReading, cell: Cell) -> Reading:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return Reason.NOT_MONEY if reading.type in {ValueType.MONEY, ValueType.CENTS} else Reason.NOT_A_NUMBER
    value = exact(cell)
    if isinstance(value, Reason):
        return value
    if reading.type in {ValueType.MONEY, ValueType.CENTS}:
        return value * reading.scale
    plain = _plain(value * reading.scale)
    return Reason.NOT_A_NUMBER if reading.type in _WHOLE and isinstance(plain, float) else plain


def _typed_date(reading: ColumnReading, cell: Cell) -> Reading:
    if isinstance(cell, datetime):
        seen: Reading = cell.replace(tzinfo=None, microsecond=0)
        if reading.type is not ValueType.DATETIME and isinstance(seen, datetime) and not (seen.hour or seen.minute):
            seen = seen.date()
    elif isinstance(cell, date):
        seen = cell
    elif isinstance(cell, bool) or not isinstance(cell, int | float):
        return Reason.NOT_A_DATE
    else:
        packed = str(int(cell)) if float(cell).is_integer() else ""
        found = serial_date(cell) or (read_date(packed, reading.dates) if len(packed) in {6, 8, 10} else None)
        seen = reading._dated(found or Reason.NOT_A_DATE)  # noqa: SLF001 - the column's own reading
    if isinstance(seen, date) and not FIRST_YEAR <= seen.year <= LAST_YEAR:
        return None if reading.last else Reason.NOT_A_DATE
    if reading.type is ValueType.MONTH and isinstance(seen, date):
        return f"{seen:%Y-%m}"
    return _midnight(seen) if reading.type is ValueType.DATETIME else seen


def _typed_text(reading: ColumnReading, cell: Cell) -> Reading:
    return _READERS[reading.type](reading, _as_text(cell))


def _as_text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(" ") if cell.hour or cell.minute or cell.second else cell.date().isoformat()
    return str(cell)


def _typed_yes_no(reading: ColumnReading, cell: Cell) -> Reading:
    return cell if isinstance(cell, bool) else reading.yes_no(_as_text(cell))


def _typed_duration(reading: ColumnReading, cell: Cell) -> Reading:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return _READERS[reading.type](reading, _as_text(cell))
    value = exact(cell)
    return value if isinstance(value, Reason) else _plain(round(value * reading.scale, 2))


def _typed_period(reading: ColumnReading, cell: Cell) -> Reading:
    whole = not isinstance(cell, bool) and isinstance(cell, int | float) and float(cell).is_integer()
    return reading.period(_as_text(cell)) if whole else Reason.NOT_UNDERSTOOD


def as_text(cell: Cell) -> str:
    """A cell as a person sees it: 12 for 12.0, dates as YYYY-MM-DD, nothing for an empty one."""
    return "" if cell is None else clean_text(cell) if isinstance(cell, str) else _as_text(cell)


TEXTS = frozenset(
    {ValueType.TEXT, ValueType.NAME, ValueType.NAMES, ValueType.IDENTIFIER, ValueType.WORD, ValueType.EMAIL}
)
"""Types of values that are text: what is said for a figure that nobody knows may be meant there."""
_WHOLE = frozenset({ValueType.COUNT, ValueType.DAYS})
_T = ValueType
_READERS: dict[ValueType, Callable[[ColumnReading, str], Reading]] = {
    _T.TEXT: ColumnReading.text,
    _T.WORD: ColumnReading.text,
    _T.NAME: ColumnReading.name,
    _T.NAMES: ColumnReading.name,
    _T.IDENTIFIER: ColumnReading.identifier,
    _T.EMAIL: ColumnReading.email,
    _T.DOMAIN: ColumnReading.domain,
    _T.CURRENCY: ColumnReading.currency,
    _T.MONEY: ColumnReading.money,
    _T.CENTS: ColumnReading.money,
    _T.NUMBER: ColumnReading.number,
    **dict.fromkeys((_T.COUNT, _T.DAYS), ColumnReading.count),
    _T.HOURS: ColumnReading.hours,
    _T.MINUTES: ColumnReading.minutes,
    _T.DATE: ColumnReading.day,
    _T.DATETIME: ColumnReading.moment,
    _T.MONTH: ColumnReading.month,
    _T.PERIOD: ColumnReading.period,
    _T.YES_NO: ColumnReading.yes_no,
    _T.MARK: ColumnReading.yes_no,
}
_TYPED: dict[ValueType, Callable[[ColumnReading, Cell], Reading]] = {
    **dict.fromkeys(ValueType, _typed_text),
    **dict.fromkeys((_T.MONEY, _T.CENTS, _T.NUMBER, _T.COUNT, _T.DAYS), _typed_number),
    **dict.fromkeys((_T.DATE, _T.DATETIME, _T.MONTH), _typed_date),
    _T.YES_NO: _typed_yes_no,
    _T.MARK: _typed_yes_no,
    _T.HOURS: _typed_duration,
    _T.MINUTES: _typed_duration,
    _T.PERIOD: _typed_period,
}
