"""Inputs from contracts and invoices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import day_numbers
from csdesk.metrics.engine.segments import segments_of
from csdesk.metrics.health.inputs.ids import FactorId
from csdesk.metrics.health.inputs.reading import HALF_YEAR, AccountBook, Reading
from csdesk.metrics.rules import HOUSE_RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _mrr_change(book: AccountBook) -> Reading:
    segments = segments_of(book.frames.spans, HOUSE_RULES)
    at = book.positions(segments.accounts)
    before, now = segments.mrr_on(book.day - HALF_YEAR)[at >= 0], segments.mrr_on(book.day)[at >= 0]
    change = book.nothing()
    change[at[at >= 0]] = np.where(before > 0, now / np.maximum(before, 1) - 1, np.nan)
    return Reading(change, book.every(book.day))


def _payment(book: AccountBook) -> Reading:
    rows, at, due = book.rows(book.frames.invoices, "due")
    late = np.maximum(np.minimum(day_numbers(rows["paid"]), book.day) - due, 0)
    return book.recent_mean(at, due, late.astype(np.float64), HALF_YEAR)


OF_MONEY: Mapping[str, Callable[[AccountBook], Reading]] = {
    FactorId.MRR_CHANGE: _mrr_change,
    FactorId.PAYMENT: _payment,
}
