"""Won deals whose contract line is not in the book yet, as the lines that they will be."""

from typing import Any

import numpy as np

from csdesk.metrics.context import OF_LINES, Context
from csdesk.metrics.engine.currencies import at_home
from csdesk.metrics.engine.days import OPEN, Flags, day_numbers
from csdesk.metrics.engine.segments import CLERICAL_DAYS
from csdesk.metrics.shapes import SHAPES, Currencies, Deals, Spans
from csdesk.models.months import Month

_PLAIN: dict[str, Any] = {"int64": -1, "bool": False, "text": "", "datetime64[s]": np.datetime64("NaT", "s")}


def coming_deals(context: Context, day: int, then: int) -> Deals:
    """Deals of the context won by a day that start after it, up to `then`, and are not in the book as contract lines.

    A deal is in it where a line of its account bears its id, or where one of its account and product starts within a
    month of it: the same business is never counted twice.
    """
    deals = context.frames.deals
    if not len(deals):
        return deals
    start, closed = day_numbers(deals["start"]), day_numbers(deals["closed"])
    won = (closed <= day) | (closed == OPEN)
    wanted = (start > day) & (start <= then) & won & (deals["mrr"] > 0) & ~deals["contracted"]
    if context.members is not None and context.dimension not in OF_LINES:
        wanted &= deals["account"].isin(context.members)
    found = deals[wanted.to_numpy()]
    return Deals(found[~_entered(Deals(found), context.whole.frames.spans)])


def priced(deals: Deals, currencies: Currencies | None, month: Month) -> tuple[Deals, Deals]:
    """Deals at the exchange rates of a month, as contract lines are; and those in a currency without any rate."""
    if not len(deals):
        return deals, deals
    known = (deals["currency"] == "").to_numpy(dtype=np.bool_)
    if currencies is None or known.all():
        return deals, Deals(deals[~known])
    ticks, rated = at_home(deals["mrr"].to_numpy(), deals["currency"].to_numpy(), currencies, month)
    return Deals(deals.assign(mrr=ticks)[known | rated]), Deals(deals[~known & ~rated])


def _entered(deals: Deals, spans: Spans) -> Flags:
    """Whether a line of the deal's account, and of its product where both are known, starts within a month of it."""
    mine = spans[spans["account"].isin(deals["account"])]
    account, product = mine["account"].to_numpy(), mine["product"].to_numpy()
    start = day_numbers(mine["start"])
    found = np.zeros(len(deals), dtype=np.bool_)
    columns = (deals["account"], deals["product"], day_numbers(deals["start"]))
    for at, (whose, what, begins) in enumerate(zip(*(column.tolist() for column in columns), strict=True)):
        alike = (product == what) | (product < 0) | (what < 0)
        found[at] = bool(((account == whose) & alike & (np.abs(start - begins) <= CLERICAL_DAYS)).any())
    return found


def with_deals(spans: Spans, deals: Deals) -> Spans:
    """The contract lines and those that the deals will be: from their start on, at their price."""
    import pandas as pd

    told = {
        "line": -deals["deal"].to_numpy(dtype=np.int64),
        **{name: deals[name].to_numpy() for name in ("account", "product", "start", "mrr", "plan")},
        "gross": deals["mrr"].to_numpy(),
        "logo": np.ones(len(deals), dtype=np.bool_),
        "interval": np.ones(len(deals), dtype=np.int64),
    }
    columns = {
        name: np.concatenate([spans[name].to_numpy(), told.get(name, _same(dtype, len(deals)))])
        for name, dtype in SHAPES["Spans"].items()
    }
    return Spans(pd.DataFrame(columns, copy=False))


def _same(dtype: str, size: int) -> "np.ndarray[Any, Any]":
    return np.full(size, _PLAIN[dtype], dtype="object" if dtype == "text" else dtype)
