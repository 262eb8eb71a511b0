"""MRR in the months ahead, by what is usual in this book, with a range; and whether that would have served before."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from csdesk.metrics.ahead.chances import student
from csdesk.metrics.ahead.history import FEWEST, History
from csdesk.metrics.engine.days import Floats
from csdesk.models.months import Month

MONTHS_AHEAD = 12
HORIZONS = (1, 3, 6, 12)
"""Months ahead at which forecasts are held against what came."""

ENOUGH = 6
"""Forecasts looked back on, below which none is called better."""


class Method(StrEnum):
    """SAME: as last month. USUAL: each month, what the accounts of its start usually gain or lose, and what usually
    comes new."""

    SAME = "same"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Pace:
    """What a month is taken to do: MRR x (1 + rate) + new, off by `spread` (a standard deviation) as a rule, learned
    from so many `months` at the cost of so many degrees of freedom."""

    method: Method
    rate: float
    new: float
    spread: float
    months: int
    degrees: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """MRR at the end of a month to come, in minor units, and the range that holds 80 %."""

    month: Month
    value: float
    low: float
    high: float


class Proof(StrEnum):
    """How a forecast did against 'as last month'."""

    BETTER = "better"
    NOT_BETTER = "not_better"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class LookedBack:
    """Forecasts of the past so many months ahead, held against what came: how far off they were on average, as shares
    of what came, how far off 'as last month' was, and how many ranges held it."""

    ahead: int
    n: int
    off: float
    same_off: float
    held: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class Forecast:
    """The months ahead, by the method that served better before; what it learned; how it and the other did."""

    months: tuple[Ahead, ...]
    pace: Pace
    looked_back: tuple[LookedBack, ...]


def forecast(history: History, months: int = MONTHS_AHEAD) -> Forecast | None:
    """MRR of the months ahead; None where fewer than FEWEST months are known.

    'What is usual' is taken only where it has come closer than 'as last month' more than by chance of a few looks back:
    on average over all horizons that have ENOUGH of them. Source of the range: a random walk with drift, whose error
    grows with sqrt(h (1 + h / months)), the second part being what is not known of the drift itself.
    """
    if len(history) < FEWEST:
        return None
    looked = tuple(_look_back(history, ahead) for ahead in HORIZONS)
    known = history.until(len(history))
    known_well = [one for one in looked if one.proof is not Proof.TOO_FEW]
    served = bool(known_well) and all(one.proof is Proof.BETTER for one in known_well)
    pace = learned(known, Method.USUAL if served else Method.SAME)
    values, lows, highs = _path(float(history.end[-1]), pace, months)
    ahead = (
        Ahead(history.months[-1] + step + 1, value, low, high)
        for step, (value, low, high) in enumerate(zip(values.tolist(), lows.tolist(), highs.tolist(), strict=True))
    )
    return Forecast(tuple(ahead), pace, looked)


def learned(history: History, method: Method) -> Pace:
    """What the months of a history make a month do."""
    months, base = len(history), float(history.start.sum())
    if method is Method.SAME:
        rate, new, cost = 0.0, 0.0, 0
    else:
        kept = history.regained + history.expanded - history.contracted - history.churned
        rate, new, cost = (float(kept.sum()) / base if base else 0.0), float(history.new.mean()), 2
    off = history.end - (history.start * (1 + rate) + new)
    return Pace(method, rate, new, float(np.sqrt((off**2).sum() / (months - cost))), months, months - cost)


def _path(now: float, pace: Pace, months: int) -> tuple[Floats, Floats, Floats]:
    """Values and bounds of so many months ahead."""
    values, value = np.empty(months), now
    for step in range(months):
        value = value * (1 + pace.rate) + pace.new
        values[step] = value
    steps = np.arange(1, months + 1)
    drift = steps / pace.months if pace.method is Method.USUAL else 0
    reach = student(pace.degrees) * pace.spread * np.sqrt(steps * (1 + drift))
    return np.maximum(values, 0), np.maximum(values - reach, 0), np.maximum(values, 0) + reach


def _look_back(history: History, ahead: int) -> LookedBack:
    """Stand at the end of each month of the past and look ahead with what was known then."""
    off, same_off, held = [], [], 0
    for place in range(FEWEST, len(history) - ahead + 1):
        now, came = float(history.end[place - 1]), float(history.end[place + ahead - 1])
        if not came:
            continue
        values, lows, highs = _path(now, learned(history.until(place), Method.USUAL), ahead)
        off.append(abs(values[-1] - came) / came)
        same_off.append(abs(now - came) / came)
        held += bool(lows[-1] <= came <= highs[-1])
    mean, same = (float(np.mean(one)) if one else 0.0 for one in (off, same_off))
    proof = Proof.TOO_FEW if len(off) < ENOUGH else Proof.BETTER if mean < same else Proof.NOT_BETTER
    return LookedBack(ahead, len(off), mean, same, held, proof)
