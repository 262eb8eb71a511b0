"""Days and months as whole numbers, so that thousands of them are compared at once."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

Ints: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]
Floats: TypeAlias = NDArray[np.float64]

OPEN = 4_000_000
"""The end of what has no end: far beyond every date, and still a date that numpy knows."""

SPREAD = 10_000_000
"""More than any two days lie apart: `owner * SPREAD + day` puts days in order within each owner."""

MONTHS = 200_000
"""More than any month's ordinal: `owner * MONTHS + month` puts months in order within each owner."""

_VAST = 2**62
_SHORT = 2**16
_SECONDS = 24 * 60 * 60
_EPOCH = date(1970, 1, 1)
_EPOCH_MONTH = 1970 * 12


def day_numbers(dates: "pd.Series[Any]") -> Ints:
    """Days since 1970-01-01; OPEN where the date is missing."""
    moments = dates.to_numpy()
    return np.where(np.isnat(moments), OPEN, moments.view(np.int64) // _SECONDS)


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - _EPOCH).days


def as_date(number: int) -> date:
    """The day with that number."""
    return _EPOCH + timedelta(days=number)


def month_ordinals(days: Ints) -> Ints:
    """The ordinal (see `Month`) of the month that holds each day."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + _EPOCH_MONTH


def first_days(ordinals: Ints) -> Ints:
    """The first day of each month."""
    return (ordinals - _EPOCH_MONTH).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def running_maximum(owner: Ints, days: Ints) -> Ints:
    """The largest day so far within each owner; rows must stand in order of owner."""
    lift = owner * SPREAD
    return np.maximum.accumulate(days + lift) - lift


def summable(amounts: Ints) -> Ints:
    """Amounts of which every sum is exact, also over a year: where such a sum might come near the end of 64 bits, they
    are Python's own whole numbers."""
    return amounts.astype(object) if 12 * np.abs(amounts).sum(dtype=np.float64) > _VAST else amounts


def in_order(owner: Ints, days: Ints) -> Ints:
    """Rows by owner, then by day. One key, stably sorted: what is in order already takes no time."""
    return np.argsort(owner * SPREAD + days, kind="stable")


def in_time(numbers: Ints) -> Ints:
    """Rows by day or month; of numbers that lie this close together without comparing any two."""
    since = numbers - (int(numbers.min()) if len(numbers) else 0)
    return np.argsort(since.astype(np.uint16) if len(since) and since.max() < _SHORT else since, kind="stable")


def ranked(ids: Ints) -> tuple[Ints, Ints]:
    """The ids that there are, ascending, and the place of each row's among them. As `np.unique`, but what stands in
    order already, or in a few runs that do, as most lists do, takes hardly any time."""
    if (ids[1:] < ids[:-1]).any():
        order = np.argsort(ids, kind="stable")
        found, in_turn = ranked(ids[order])
        place = np.empty_like(in_turn)
        place[order] = in_turn
        return found, place
    begins = np.ones(len(ids), dtype=np.bool_)
    begins[1:] = ids[1:] != ids[:-1]
    return ids[begins], np.cumsum(begins) - 1


def totals(owner: Ints, amounts: Ints, size: int) -> Ints:
    """Exact sums of the amounts (see `summable`) of each owner 0 to size - 1."""
    sums = np.zeros(size, dtype=amounts.dtype)
    np.add.at(sums, owner, amounts)
    return sums
