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


def ranked(ids: Ints) -> tuple[Ints, Ints]:
    """The ids that there are, ascending, and the place of each row's among them; rows that stand in order of their ids,
    as most lists do, are not sorted again."""
    if not len(ids) or (ids[1:] < ids[:-1]).any():
        found, place = np.unique(ids, return_inverse=True)
        return found, place.astype(np.int64)
    begins = np.diff(ids, prepend=ids[0] - 1) != 0
    return ids[begins], np.cumsum(begins) - 1


def totals(owner: Ints, amounts: Ints, size: int) -> Ints:
    """Exact sums of the amounts (see `summable`) of each owner 0 to size - 1."""
    sums = np.zeros(size, dtype=amounts.dtype)
    np.add.at(sums, owner, amounts)
    return sums
