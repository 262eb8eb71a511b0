"""36 months of movements and both cohort triangles from 14,322 contract lines, beside DuckDB doing the same in SQL.

    python -m benchmarks.recalculation

Both begin with the lines in memory and end with the figures; the figures are compared before any time is taken. DuckDB
uses every core. Evidence, which ours carries along and SQL does not, is not asked for.
"""

import sys

import duckdb
import numpy as np
import pandas as pd

from benchmarks.books import AS_OF, RENEWALS
from benchmarks.timing import alternate, seconds, tell
from csdesk.metrics.engine.ledger import ledger_of
from csdesk.metrics.engine.movements import MOVEMENTS, moves_of
from csdesk.metrics.retention.cohorts import CohortKind, Triangle, triangle
from csdesk.metrics.rules import Rules
from csdesk.metrics.shapes import Spans, checked
from csdesk.models.money import TICKS, from_ticks
from csdesk.models.months import Month, PeriodKind

ROUNDS = 15
LAST = Month.of(AS_OF)
FIRST = LAST + -35
Figures = tuple[dict[tuple[int, str], int], dict[tuple[int, int], int], dict[tuple[int, int], int]]
"""Ticks by month and movement; accounts and ticks left by first month and age."""

PAID = """
CREATE OR REPLACE TEMP TABLE paid AS
WITH months AS (
    SELECT (year(day) * 12 + month(day) - 1)::BIGINT AS month, last_day(day) AS day
    FROM (SELECT unnest(generate_series(?::DATE, ?::DATE, INTERVAL 1 MONTH))::DATE AS day)
), held AS (
    SELECT account, month, sum(mrr)::BIGINT AS mrr
    FROM lines JOIN months ON first_day <= day AND (last_day IS NULL OR last_day >= day)
    WHERE mrr > 0 GROUP BY account, month
), starts AS (SELECT account, min(month) AS started FROM held GROUP BY account)
SELECT account, month, started, coalesce(mrr, 0) AS mrr,
       coalesce(lag(mrr) OVER (PARTITION BY account ORDER BY month), 0) AS before
FROM starts JOIN months ON month >= started LEFT JOIN held USING (account, month)
"""
MOVED = """
SELECT month, CASE WHEN month = started THEN 'new' WHEN before = 0 THEN 'reactivation' WHEN mrr = 0 THEN 'churn'
                   WHEN mrr > before THEN 'expansion' ELSE 'contraction' END AS kind, sum(abs(mrr - before))::BIGINT
FROM paid WHERE mrr <> before AND month >= ? GROUP BY ALL
"""
LEFT = "SELECT started, month - started, count(*) FILTER (mrr > 0), sum(mrr)::BIGINT FROM paid GROUP BY ALL"


def contract_lines() -> Spans:
    """The sample's lines; its end dates are the day after the last day of service."""
    sheet = pd.read_csv(RENEWALS, parse_dates=["Start date", "End date"])
    ticks = (sheet["MRR"] * TICKS).astype("int64")
    nothing = pd.Series(pd.NaT, index=sheet.index).astype("datetime64[s]")
    frame = pd.DataFrame(
        {
            "line": sheet["Contract ID"],
            "account": sheet["Account ID"],
            "product": np.int64(1),
            "start": sheet["Start date"].astype("datetime64[s]"),
            "end": (sheet["End date"] - pd.Timedelta(days=1)).astype("datetime64[s]"),
            "term_end": nothing,
            "mrr": ticks,
            "gross": ticks,
            "discount_end": nothing,
            "logo": ticks > 0,
            **dict.fromkeys(("opening", "day_after", "paused", "past_due", "auto_renew", "extra"), False),
            **dict.fromkeys(("reason", "plan", "change"), ""),
            "interval": np.int64(1),
            "seats": np.int64(-1),
        }
    )
    return Spans(checked("Spans", frame))


def ours(spans: Spans) -> Figures:
    """With csdesk's own functions."""
    ledger = ledger_of(spans, Rules(), as_of=AS_OF)
    moves = moves_of(ledger).between(FIRST, LAST)
    sums = np.zeros((36, len(MOVEMENTS)), dtype=np.int64)
    np.add.at(sums, (moves.month - FIRST.ordinal, moves.kind), moves.ticks)
    moved = {
        (FIRST.ordinal + row, kind.value): int(sums[row, column])
        for row in range(36)
        for column, kind in enumerate(MOVEMENTS)
        if sums[row, column]
    }
    logos, revenue = (triangle(ledger, kind, PeriodKind.MONTH) for kind in (CohortKind.LOGO, CohortKind.REVENUE))
    return moved, left(logos, 1), left(revenue, TICKS)


def left(cohorts: Triangle, scale: int) -> dict[tuple[int, int], int]:
    """What is left of each cohort by first month and age."""
    return {
        (cohort.start.first.ordinal, cell.age): int(cell.part * scale)
        for cohort in cohorts.cohorts
        for cell in cohort.cells
    }


def in_sql(connection: duckdb.DuckDBPyConnection) -> Figures:
    """With SQL alone."""
    connection.execute(PAID, ["2019-01-01", AS_OF])
    moved = {(month, kind): ticks for month, kind, ticks in connection.execute(MOVED, [FIRST.ordinal]).fetchall()}
    cells = connection.execute(LEFT).fetchall()
    logos, revenue = ({(row[0], row[1]): row[column] for row in cells} for column in (2, 3))
    return moved, logos, revenue


def main() -> None:
    """The same figures both ways, then the time of each."""
    spans = contract_lines()
    connection = duckdb.connect()
    connection.register("frame", spans)
    connection.execute(
        'CREATE TABLE lines AS SELECT account, mrr, start::DATE AS first_day, "end"::DATE AS last_day FROM frame'
    )
    figures = ours(spans)
    if figures != in_sql(connection):
        sys.exit("The two ways do not agree on the figures.")
    churned = sum(ticks for (_month, kind), ticks in figures[0].items() if kind == "churn")
    print(f"36 months, {len(figures[1])} cells a triangle; churned MRR in all {from_ticks(churned)}")
    runs = {
        "DuckDB": lambda: seconds(lambda: in_sql(connection)),
        "csdesk": lambda: seconds(lambda: ours(spans)),
    }
    tell(alternate(runs, ROUNDS), "DuckDB")


if __name__ == "__main__":
    main()
