"""Contract lines by the thousand accounts, as renewals and as price periods, made by dice that always fall alike."""

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from benchmarks.books import RENEWALS
from csdesk.metrics.shapes import Spans, checked
from csdesk.models.money import TICKS

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIRST_DAY = date(2019, 1, 1)
_SPREAD_DAYS = 2100
_PRICES = 100 * np.arange(50, 450)


def sample() -> Spans:
    """The sample's lines; its end dates are the day after the last day of service."""
    sheet = pd.read_csv(RENEWALS, parse_dates=["Start date", "End date"])
    end = sheet["End date"] - pd.Timedelta(days=1)
    days = (column.to_numpy().astype("datetime64[D]") for column in (sheet["Start date"], end))
    return _spans(sheet["Account ID"].to_numpy(), sheet["MRR"].to_numpy(), *days)


def price_periods(accounts: int) -> Spans:
    """About two lines an account, one for each price it paid; one in seven came back after it had left."""
    dice = np.random.default_rng(accounts)
    lines = 1 + dice.poisson(1.0, accounts)
    account = np.repeat(np.arange(1, accounts + 1), lines)
    first = np.datetime64(FIRST_DAY, "D")
    length = dice.integers(5, 800, len(account))
    hole = np.where(dice.random(len(account)) < 1 / 7, dice.integers(20, 200, len(account)), 0)
    begins = np.flatnonzero(np.diff(account, prepend=0))
    hole[begins] = dice.integers(0, _SPREAD_DAYS, accounts)
    past = np.cumsum(length + hole)
    start = past - length - np.repeat((past - length - hole)[begins], lines)
    end = (first + start + length - 1).astype("datetime64[D]")
    lasts = np.append(begins[1:], len(account)) - 1
    goes_on = lasts[dice.random(accounts) < 1 / 2]
    end[goes_on] = np.datetime64("NaT")
    return _spans(account, dice.choice(_PRICES, len(account)), first + start, end)


def renewals(periods: Spans, until: date) -> Spans:
    """The same as one line a payment, as tools for billing export them: half of them monthly, the others yearly. The
    last of what goes on has no end."""
    dice = np.random.default_rng(len(periods))
    start, end = (periods[name].to_numpy().astype("datetime64[D]") for name in ("start", "end"))
    last = np.where(np.isnat(end), np.datetime64(until), end)
    days = np.where(dice.random(len(periods)) < 1 / 2, 31, 365)
    many = np.maximum((last - start).astype(np.int64) // days, 0) + 1
    row = np.repeat(np.arange(len(periods)), many)
    nth = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many)
    begins = start[row] + days[row] * nth
    is_last = nth == many[row] - 1
    ends = np.where(is_last, end[row], begins + days[row] - 1)
    return _spans(periods["account"].to_numpy()[row], periods["mrr"].to_numpy()[row] // TICKS, begins, ends)


def _spans(account: "NDArray[np.int64]", amount: "NDArray[np.int64]", start: object, end: object) -> Spans:
    ticks = np.asarray(amount, dtype=np.int64) * TICKS
    nothing = np.full(len(ticks), np.datetime64("NaT", "s"))
    flags = ("opening", "day_after", "paused", "past_due", "auto_renew", "extra")
    columns = {
        "line": np.arange(len(ticks)),
        "account": account,
        "product": np.ones(len(ticks), dtype=np.int64),
        "start": np.asarray(start).astype("datetime64[s]"),
        "end": np.asarray(end).astype("datetime64[s]"),
        "cancelled": nothing,
        "term_end": nothing,
        "mrr": ticks,
        "gross": ticks,
        "discount_end": nothing,
        "logo": ticks > 0,
        **{name: np.zeros(len(ticks), dtype=np.bool_) for name in flags},
        **{name: np.full(len(ticks), "", dtype=object) for name in ("reason", "plan", "change")},
        "interval": np.ones(len(ticks), dtype=np.int64),
        "seats": np.full(len(ticks), -1),
    }
    return Spans(checked("Spans", pd.DataFrame(columns)))
