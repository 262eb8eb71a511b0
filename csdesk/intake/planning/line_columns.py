"""Rows as contract lines by column: each part of a line is read once for all rows that tell it alike."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from csdesk.intake.distinct import kinds
from csdesk.intake.matching.meaning.endings import START_OF, day_of
from csdesk.intake.planning.cells import Cells
from csdesk.intake.planning.contracts import (
    DISCOUNTED,
    STANDING_FIELDS,
    LineReader,
    Values,
    change_in,
    flag_in,
    none_of,
    status_of,
    text_in,
)
from csdesk.intake.planning.line_days import ends_of, months_between, notice_of, start_of, whole
from csdesk.intake.planning.meaning import Meaning
from csdesk.intake.planning.money import Price, discounts_of, price_of
from csdesk.intake.shapes import Clean
from csdesk.intake.values.words import Standing
from csdesk.models.drafts import Value
from csdesk.models.kinds import Charge
from csdesk.models.money import MOST_MONEY, Currency

if TYPE_CHECKING:
    from csdesk.intake.planning.use_figures import Bools

_STATES: tuple[Standing | None, ...] = (None, *Standing)
_STARTS = ("contract.start", "contract.period", *START_OF.values(), "contract.created_at")
_ENDS = ("contract.end", "contract.canceled_at", "contract.renewal", "contract.period")
_NOTICE = ("contract.notice_days", "contract.notice_by")
_NO_DAYS = (None, None, None, True)


class LineColumns:
    """The columns of every row's line, as `LineReader` reads one. `odd` are rows that are no plain lines: none at all,
    or with something to be said of them."""

    def __init__(self, reader: LineReader, meaning: Meaning, cells: Cells, progress: Callable[[float], object]) -> None:
        self._reader, self._meaning, self._cells = reader, meaning, cells
        self.odd: Bools = np.zeros(len(cells), np.bool_)
        states = self._standing()
        progress(0.2)
        self.columns: dict[str, Sequence[Value]] = {
            "external_id": texts(cells.of("contract.external_id")),
            **self._days(states),
            "end_reading": self._same(value=reader.end_reading),
            "status": [status_of(_STATES[state]) for state in states]
            if reader.stands
            else self._same(value=status_of(None)),
            "auto_renew": self._kept("contract.auto_renew", flag_in),
            "seats": self._kept("contract.quantity", whole),
            **{column: texts(cells.of(field)) for field, column in reader.texts},
        }
        if reader.cancels:
            self.columns["cancelled_on"] = self._kept("contract.canceled_at", day_of)
        progress(0.6)
        self.columns |= self._money()
        if {"contract.change", "contract.type"} & meaning.fields:
            self.columns["change"] = self._changes()

    def _same(self, *, value: Value) -> Sequence[Value]:
        return [value] * len(self._cells)

    def _kept(self, field: str, read: Callable[..., Value]) -> Sequence[Value]:
        return (
            [read(value) for value in self._cells.of(field)]
            if field in self._meaning.fields
            else self._same(value=None)
        )

    def _mark(self, odd: Iterable[bool]) -> None:
        self.odd |= np.fromiter(odd, np.bool_, len(self._cells))

    def _standing(self) -> Sequence[int]:
        """How each contract stands, by its place among the states."""
        if not self._reader.stands and "contract.running" not in self._meaning.fields:
            return [0] * len(self._cells)

        def read(values: Values) -> tuple[int, bool]:
            state = self._reader.state(values)
            told = state is None and bool(values.get("contract.status"))
            return _STATES.index(state), told or none_of(values, state, self._meaning) is not None

        states, odd = self._cells.parts(read, sorted(STANDING_FIELDS))
        self._mark(odd)
        return states

    def _days(self, states: Sequence[int]) -> dict[str, Sequence[Value]]:
        meaning, cells, noticed = self._meaning, self._cells, self._reader.noticed

        def first(values: Values, state: int = 0) -> date | None:
            return start_of(values, _STATES[state], meaning)[0]

        def further(
            values: Values, state: int, start: date | None = date.min
        ) -> tuple[date | None, date | None, date | None, bool]:
            if start is None:
                return _NO_DAYS
            term, ended = ends_of(values, _STATES[state], start, meaning)
            odd = _STATES[state] is Standing.ENDED and ended is None
            return term, ended, notice_of(values, term) if noticed else None, odd

        starts = cells.once(first, _STARTS, states)
        beside = [starts] if "contract.period" in meaning.fields else []
        terms, ends, notices, odd = cells.parts(further, [*_ENDS, *_NOTICE], states, *beside)
        if None in starts:
            self._mark(start is None for start in starts)
        self._mark(odd)
        return {
            "starts_on": starts,
            "start_known": self._same(value=True),
            "term_ends_on": terms,
            "ended_on": ends,
            "notice_by": notices,
        }

    def _money(self) -> dict[str, Sequence[Value]]:
        reader, cells, home = self._reader, self._cells, self._meaning.currency
        currencies = cells.once(reader.currency, ["contract.currency"])
        terms = [self._terms()] if reader.period == "term" else []

        def read(values: Values, currency: str, term: int | None = None) -> tuple[int | None, int, str, bool]:
            price = price_of(values, Currency(currency), reader.period, term)
            odd = price.unclear or (price.amount is not None and abs(price.amount) > MOST_MONEY)
            return price.amount, price.months, price.charge.value, odd

        amounts, months, charges, odd = cells.parts(read, reader.priced, currencies, *terms)
        self._mark(odd)
        found: dict[str, Sequence[Value]] = {
            "amount": amounts,
            "interval_months": months,
            "charge": charges,
            "currency": [None if one == home else one for one in currencies],
        }
        if reader.discounted:
            given = [amount is not None for amount in amounts]

            def cut(values: Values, currency: str, priced: bool) -> dict[str, Value]:  # noqa: FBT001 - by place
                return discounts_of(values, Currency(currency), Price(0 if priced else None, 1, Charge.RECURRING))

            made = cells.once(cut, sorted(DISCOUNTED), currencies, given)
            for column in dict.fromkeys(column for one in made for column in one):
                found[column] = [one.get(column) for one in made]
        return found

    def _terms(self) -> Sequence[int | None]:
        """The whole months of every contract."""
        starts, terms, ends = (self.columns[column] for column in ("starts_on", "term_ends_on", "ended_on"))

        def read(_values: Values, start: date | None, term: date | None, end: date | None) -> int | None:
            return months_between(start, term or end) if start else None

        return self._cells.once(read, [], starts, terms, ends)

    def _changes(self) -> Sequence[Value]:
        def read(values: Values) -> tuple[Value, bool]:
            told = values.get("contract.change")
            return change_in(values), told is not None and change_in({"contract.change": told}) is None

        changes, odd = self._cells.parts(read, ["contract.change", "contract.type"])
        self._mark(odd)
        return changes


def texts(column: Sequence[Clean]) -> Sequence[Value]:
    """The texts of a column, None for what is none."""
    return column if kinds(column) == {str} and "" not in column else list(map(text_in, column))  # type: ignore[return-value] # texts alone
