"""Inputs from touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import OPEN
from csdesk.metrics.health.inputs.ids import FactorId
from csdesk.metrics.health.inputs.reading import MONTH, QUARTER, AccountBook, Reading
from csdesk.models.kinds import TouchType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _last_touch(book: AccountBook) -> Reading:
    touches = book.frames.touches
    _, at, days = book.rows(touches[touches["type"] != TouchType.NEWSLETTER], "on")
    last = book.latest(at, days)
    return Reading(np.where(last > -OPEN, book.day - last, np.nan), last)


def _of_touches(column: str) -> Callable[[AccountBook], Reading]:
    def read(book: AccountBook) -> Reading:
        touches = book.frames.touches
        rows, at, days = book.rows(touches[touches[column].notna()], "on")
        return book.recent_mean(at, days, rows[column].to_numpy(), QUARTER)

    return read


def _touch_need(book: AccountBook) -> Reading:
    """Touches, newsletters aside, and tickets of the last 90 days: how much help an account needed that used the
    product in the last 60. Of one that did not, silence tells nothing."""
    touches, use = book.frames.touches, book.frames.use
    if not len(touches) and not len(book.frames.tickets):
        return Reading(book.nothing(), book.every(0))
    _, met, days = book.rows(touches[touches["type"] != TouchType.NEWSLETTER], "on")
    _, asked, opened = book.rows(book.frames.tickets, "opened")
    _, user, used = book.rows(use, "on")
    help_ = book.counts(met[days > book.day - QUARTER]) + book.counts(asked[opened > book.day - QUARTER])
    alive = book.counts(user[used > book.day - 2 * MONTH]) > 0
    return Reading(np.where(alive, help_.astype(np.float64), np.nan), book.every(book.day))


OF_TOUCHES: Mapping[str, Callable[[AccountBook], Reading]] = {
    FactorId.LAST_TOUCH: _last_touch,
    FactorId.SENTIMENT: _of_touches("sentiment"),
    FactorId.CANDOUR: _of_touches("candour"),
    FactorId.TOUCH_NEED: _touch_need,
}
