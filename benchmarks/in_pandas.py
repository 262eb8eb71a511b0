"""Movements and cohort triangles by pandas, the way most would write them: MRR by account and month, then the
differences."""

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from csdesk.metrics.shapes import Spans
from csdesk.models.months import Month

if TYPE_CHECKING:
    from benchmarks.recalculation import Figures


def in_pandas(spans: Spans, first: Month, as_of: date) -> "Figures":
    """The figures of the lines, movements from a month on."""
    paid = _paid(spans[spans["mrr"] > 0], Month.of(as_of).ordinal)
    started = paid.ne(0).to_numpy().argmax(axis=1) + paid.columns[0]
    change = paid.diff(axis=1)
    change[paid.columns[0]] = paid[paid.columns[0]]
    moved = change.melt(ignore_index=False, value_name="ticks").reset_index()
    rows = (moved["ticks"] != 0) & (moved["month"] >= first.ordinal)
    moved, now = moved[rows], paid.melt()["value"][rows]
    begun = pd.Series(started, index=paid.index).loc[moved["account"]].to_numpy()
    before = now - moved["ticks"]
    kind = np.select(
        [moved["month"] == begun, before == 0, now == 0, moved["ticks"] > 0],
        ["new", "reactivation", "churn", "expansion"],
        "contraction",
    )
    sums = moved["ticks"].abs().groupby([moved["month"], kind]).sum()
    triangles = (_left(level.groupby(started).sum()) for level in (paid.ne(0).astype("int64"), paid))
    return ({(int(month), kind): int(ticks) for (month, kind), ticks in sums.items()}, *triangles)


def _paid(lines: pd.DataFrame, last: int) -> pd.DataFrame:
    """MRR by account, a column a month: what begins less what has ended, added up."""
    begins, beyond = (
        days.dt.year * 12 + days.dt.month - 1 for days in (lines["start"], lines["end"] + pd.Timedelta(days=1))
    )
    changes = pd.concat(
        [
            pd.DataFrame({"account": lines["account"], "month": begins, "ticks": lines["mrr"]}),
            pd.DataFrame({"account": lines["account"], "month": beyond, "ticks": -lines["mrr"]}).dropna(),
        ]
    ).astype("int64")
    by_month = changes[changes["month"] <= last].pivot_table("ticks", "account", "month", aggfunc="sum", fill_value=0)
    by_month = by_month.reindex(columns=range(int(by_month.columns[0]), last + 1), fill_value=0)
    paid = by_month.cumsum(axis=1).rename_axis(columns="month")
    return paid[paid.ne(0).any(axis=1)]


def _left(sums: pd.DataFrame) -> dict[tuple[int, int], int]:
    return {
        (int(started), int(month - started)): int(left)
        for month, column in sums.items()
        for started, left in column.items()
        if month >= started
    }
