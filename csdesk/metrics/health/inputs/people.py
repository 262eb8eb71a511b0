"""Inputs from contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import day_numbers
from csdesk.metrics.health.inputs.ids import FactorId
from csdesk.metrics.health.inputs.reading import UNDATED, AccountBook, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _executive_relationship(book: AccountBook) -> Reading:
    contacts = book.frames.contacts
    left = day_numbers(contacts["left"])
    at = book.positions(contacts["account"])
    counts = (contacts["executive"] & contacts["relationship"].notna()).to_numpy() & (left > book.day) & (at >= 0)
    at, relationship = at[counts], contacts["relationship"].to_numpy()[counts]
    n = book.counts(at)
    mean = np.where(n > 0, book.sums(at, relationship) / np.maximum(n, 1), np.nan)
    return Reading(mean, book.every(UNDATED))


OF_PEOPLE: Mapping[str, Callable[[AccountBook], Reading]] = {FactorId.EXECUTIVE_RELATIONSHIP: _executive_relationship}
