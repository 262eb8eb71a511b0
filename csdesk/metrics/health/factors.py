"""The inputs of a health score: one raw value an account and factor, read from the frames as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import OPEN, Ints, day_number
from csdesk.metrics.health.inputs.money import OF_MONEY
from csdesk.metrics.health.inputs.people import OF_PEOPLE
from csdesk.metrics.health.inputs.reading import AccountBook, Reading
from csdesk.metrics.health.inputs.tickets import OF_TICKETS
from csdesk.metrics.health.inputs.touches import OF_TOUCHES
from csdesk.metrics.health.inputs.use import OF_USE
from csdesk.metrics.health.inputs.voice import OF_VOICE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from csdesk.metrics.shapes import Frames

_READERS = {**OF_USE, **OF_TICKETS, **OF_VOICE, **OF_TOUCHES, **OF_PEOPLE, **OF_MONEY}


def readings(
    frames: Frames, accounts: Ints, as_of: date, wanted: Collection[str], measures: Mapping[str, str] | None = None
) -> Mapping[str, Reading]:
    """Those of the wanted factors that can be read, for the accounts in their order; `measures` names by factor the use
    it reads."""
    book = AccountBook(frames, accounts, day_number(as_of), measures or {})
    return {factor: read(book) for factor, read in _READERS.items() if factor in wanted}


def hand_readings(frames: Frames, accounts: Ints, as_of: date) -> Mapping[str, Reading]:
    """The last value set by hand of each factor, 0-100, by factor."""
    book = AccountBook(frames, accounts, day_number(as_of))
    rows, at, days = book.rows(frames.hand_values, "on")
    order = np.argsort(days, kind="stable")
    factors, values = rows["factor"].to_numpy()[order], rows["value"].to_numpy()[order]
    found: dict[str, Reading] = {}
    for factor in sorted(set(factors.tolist())):
        own = factors == factor
        reading = found[factor] = Reading(book.nothing(), book.every(-OPEN))
        reading.raw[at[order][own]], reading.on[at[order][own]] = values[own], days[order][own]
    return found
