"""The exchange rates of a table, one record for each month and pair: of days the last of each month."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from csdesk.intake.fields import base_of, month_of
from csdesk.intake.matching.meaning.styles import Home
from csdesk.intake.matching.records.cleaning import place_of
from csdesk.intake.matching.tables.rates import KIND_WORDS
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.shapes import Clean, FoundTable, Record
from csdesk.intake.values.currencies import Pair, pair_of
from csdesk.intake.values.date_orders import order_votes
from csdesk.intake.values.dates import Dated, DateOrder, DateStyle, Seen, read_date
from csdesk.intake.values.numbers import read_number
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.text import error_cell, is_nothing
from csdesk.models.months import Month
from csdesk.models.problems import Place, Problem, Reason

_MANY = frozenset({"JPY", "KRW", "IDR", "VND", "INR", "THB", "PHP", "TWD"})
"""Currencies of which any great one buys many."""
_GREAT = frozenset({"USD", "EUR", "GBP", "CHF", "AUD", "CAD", "SGD"})


@dataclass(frozen=True, slots=True)
class _Rate:
    """A rate where it stands: row and column of the table, its day, whether that is a whole month, and its pair."""

    row: int
    at: int
    on: date
    whole: bool
    pair: Pair
    value: Decimal
    stated: bool
    """Whether both currencies are named."""


@dataclass(slots=True)
class RateRows:
    """Reads one table of exchange rates."""

    table: FoundTable
    known: Recognised
    home: Home
    problems: list[Problem] = field(default_factory=list)

    def records(self) -> list[Record]:
        """A record for each month and pair, in the order of the rows that they are of."""
        rates = self._turned(list(self._rates()))
        last: dict[tuple[Month, str, str], _Rate] = {}
        whole: list[_Rate] = []
        for rate in rates:
            key = (Month.of(rate.on), rate.pair.currency, rate.pair.base)
            if rate.whole:
                whole.append(rate)
            elif key not in last or last[key].on <= rate.on:
                last[key] = rate
        if len(last) + len(whole) < len(rates):
            self._note(Reason.LAST_OF_MONTH, str(len(rates)))
        return [self._record(rate) for rate in sorted((*whole, *last.values()), key=lambda rate: (rate.row, rate.at))]

    def _record(self, rate: _Rate) -> Record:
        source = self._text(rate.row, "rate.source") or self._kind_of(rate.at)
        values: dict[str, Clean] = {
            "rate.month": str(Month.of(rate.on)), "rate.currency": rate.pair.currency, "rate.base": rate.pair.base,
            "rate.value": float(rate.value), "rate.source": source or None,
        }  # fmt: skip
        return Record(values, {}, self.table.lines[rate.row])

    def _kind_of(self, at: int) -> str:
        """What the heading says beside the currency: TTM, 仲値, Close."""
        heading = self.table.columns[at].heading.strip()
        return heading if KIND_WORDS.search(fold_words(heading)) and pair_of(heading) is None else ""

    def _rates(self) -> Iterator[_Rate]:
        """Every cell that holds a rate."""
        columns = [(name, at) for name, at in self.known.positions.items() if base_of(name) == "rate.value"]
        days = self._days()
        for row in range(len(self.table.rows)):
            for name, at in columns:
                text = as_text(self.table.rows[row][at])
                if not text or is_nothing(text, figures=True) or error_cell(text):
                    continue
                seen = days[row] if "rate.month" in self.known.positions else read_date(month_of(name))
                if not isinstance(seen, Dated):
                    self._say(row, self.known.positions.get("rate.month", at), "rate.month", Reason.NOT_A_DATE)
                    break
                pair = self._pair(row, name)
                value = read_number(text)
                if pair is None:
                    self._say(row, self.known.positions.get("rate.currency", at), "rate.currency", Reason.UNKNOWN_WORD)
                elif isinstance(value, Reason) or value <= 0:
                    self._say(row, at, "rate.value", Reason.NOT_A_NUMBER)
                else:
                    stated = self._names_both(row, name)
                    yield _Rate(row, at, seen.day, seen.last is not None, pair, value / pair.per, stated)

    def _days(self) -> list[Seen | Reason]:
        at = self.known.positions.get("rate.month")
        if at is None:
            return []
        texts = [as_text(row[at]) for row in self.table.rows]
        month_first, day_first, _ = order_votes(texts)
        order = DateOrder.DMY if day_first > month_first else DateOrder.MDY
        return [read_date(text, DateStyle(order)) for text in texts]

    def _names_both(self, row: int, name: str) -> bool:
        """Whether row, column or title name both currencies of a rate."""
        pair = pair_of(self._said(row, name))
        return pair is not None and bool(pair.base)

    def _said(self, row: int, name: str) -> str:
        """The words for the currencies of a cell: its row's, else its column's, else the title's."""
        said = " ".join(filter(None, (self._text(row, "rate.currency"), self._text(row, "rate.base"))))
        column = month_of(name) if "rate.currency" not in self.known.positions else ""
        return said or column or f"{self.table.context} {self.table.sheet} {self.table.file}"

    def _pair(self, row: int, name: str) -> Pair | None:
        """The pair of a cell; of one that names a currency alone, with the one that the table's rates are against."""
        about = f"{self.table.context} {self.table.sheet} {self.table.file}"
        pair = pair_of(self._said(row, name))
        if pair is None:
            return None
        per = self._text(row, "rate.per")
        units = int(per) if per.isdecimal() and int(per) else pair.per
        base = pair.base or self._against(about, pair.currency)
        return Pair(pair.currency, base, units) if base != pair.currency else None

    def _against(self, about: str, currency: str) -> str:
        """The currency that rates are against where they name one alone: the title's, else the book's."""
        named = pair_of(about)
        told = named.currency if named and not named.base else ""
        return told if told not in {"", currency} else self.home.currency

    def _turned(self, rates: list[_Rate]) -> list[_Rate]:
        """Rates the way round that their sizes tell, where columns name one currency alone: 149 is yen for a dollar,
        whichever of them heads the column. Where no size tells, a rate is what one unit of the named one costs."""
        alone = [rate for rate in rates if not rate.stated]
        votes = [_is_straight(rate) for rate in alone]
        straight, turned = votes.count(True), votes.count(False)
        if alone and not straight and not turned:
            self._note(Reason.RATE_DIRECTION_TAKEN, f"{alone[0].pair.currency}/{alone[0].pair.base}")
        if turned <= straight:
            return rates
        return [rate if rate.stated else replace(rate, pair=Pair(rate.pair.base, rate.pair.currency)) for rate in rates]

    def _note(self, reason: Reason, seen: str) -> None:
        place = Place(self.table.file, self.table.sheet, self.table.columns[0].line)
        self.problems.append(Problem(place, "rate.value", seen, reason, refuses=False))

    def _text(self, row: int, name: str) -> str:
        at = self.known.positions.get(name)
        return as_text(self.table.rows[row][at]).strip() if at is not None else ""

    def _say(self, row: int, at: int, name: str, reason: Reason) -> None:
        seen = as_text(self.table.rows[row][at])
        self.problems.append(Problem(place_of(self.table, row, at), name, seen, reason))


def _is_straight(rate: _Rate) -> bool | None:
    """Whether a rate's size fits what one unit of its currency costs; None where either way would do."""
    many, great = rate.pair.base in _MANY, rate.pair.base in _GREAT
    if (rate.pair.currency in _GREAT and many) or (rate.pair.currency in _MANY and great):
        return (rate.value > 1) is many
    return None
