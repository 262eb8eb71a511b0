"""Movements and cohort triangles by polars, with lazy frames alone."""

from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from csdesk.metrics.shapes import Spans
from csdesk.models.months import Month

if TYPE_CHECKING:
    from benchmarks.recalculation import Figures


def framed(spans: Spans) -> pl.DataFrame:
    """The lines as polars holds them."""
    days = {name: spans[name].to_numpy().astype("datetime64[D]") for name in ("start", "end")}
    return pl.DataFrame({"account": spans["account"].to_numpy(), "mrr": spans["mrr"].to_numpy(), **days})


def in_polars(lines: pl.DataFrame, first: Month, as_of: date) -> "Figures":
    """The figures of the lines, movements from a month on."""
    paid = _paid(lines.lazy(), Month.of(as_of).ordinal).collect().lazy()
    now, before = pl.col("mrr"), pl.col("before")
    kind = (
        pl.when(pl.col("month") == pl.col("started"))
        .then(pl.lit("new"))
        .when(before == 0)
        .then(pl.lit("reactivation"))
        .when(now == 0)
        .then(pl.lit("churn"))
        .when(now > before)
        .then(pl.lit("expansion"))
        .otherwise(pl.lit("contraction"))
    )
    moved = (
        paid.filter((now != before) & (pl.col("month") >= first.ordinal))
        .group_by("month", kind.alias("kind"))
        .agg((now - before).abs().sum().alias("ticks"))
    )
    left = paid.group_by("started", (pl.col("month") - pl.col("started")).alias("age")).agg(
        (now > 0).sum().alias("logos"), now.sum().alias("revenue")
    )
    sums, cells = pl.collect_all([moved, left])
    return (
        {(month, kind): ticks for month, kind, ticks in sums.select("month", "kind", "ticks").iter_rows()},
        {(started, age): logos for started, age, logos, _ in cells.iter_rows()},
        {(started, age): revenue for started, age, _, revenue in cells.iter_rows()},
    )


def _paid(lines: pl.LazyFrame, last: int) -> pl.LazyFrame:
    """MRR of each account in every month from its first, and in the month before."""
    held = (
        lines.filter(pl.col("mrr") > 0)
        .select(
            "account",
            "mrr",
            first=_month(pl.col("start")),
            beyond=_month(pl.col("end") + pl.duration(days=1)).fill_null(last + 1).clip(upper_bound=last + 1),
        )
        .filter(pl.col("beyond") > pl.col("first"))
        .with_columns(month=pl.int_ranges("first", "beyond"))
        .explode("month")
        .group_by("account", "month")
        .agg(pl.col("mrr").sum())
    )
    starts = held.group_by("account").agg(started=pl.col("month").min())
    return (
        starts.with_columns(month=pl.int_ranges("started", last + 1))
        .explode("month")
        .join(held, on=["account", "month"], how="left")
        .with_columns(pl.col("mrr").fill_null(0))
        .sort("account", "month")
        .with_columns(before=pl.col("mrr").shift(1, fill_value=0).over("account"))
    )


def _month(day: pl.Expr) -> pl.Expr:
    return day.dt.year().cast(pl.Int64) * 12 + day.dt.month().cast(pl.Int64) - 1
