"""Movements and cohort triangles by DuckDB in SQL alone."""

from datetime import date
from typing import TYPE_CHECKING

import duckdb

from csdesk.metrics.shapes import Spans
from csdesk.models.months import Month

if TYPE_CHECKING:
    from benchmarks.recalculation import Figures

_PAID = """
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
_MOVED = """
SELECT month, CASE WHEN month = started THEN 'new' WHEN before = 0 THEN 'reactivation' WHEN mrr = 0 THEN 'churn'
                   WHEN mrr > before THEN 'expansion' ELSE 'contraction' END AS kind, sum(abs(mrr - before))::BIGINT
FROM paid WHERE mrr <> before AND month >= ? GROUP BY ALL
"""
_LEFT = "SELECT started, month - started, count(*) FILTER (mrr > 0), sum(mrr)::BIGINT FROM paid GROUP BY ALL"


def loaded(connection: duckdb.DuckDBPyConnection, spans: Spans) -> None:
    """Make a table of the lines."""
    connection.register("frame", spans)
    connection.execute(
        'CREATE TABLE lines AS SELECT account, mrr, start::DATE AS first_day, "end"::DATE AS last_day FROM frame'
    )


def in_sql(connection: duckdb.DuckDBPyConnection, first: Month, as_of: date) -> "Figures":
    """The figures of the table of lines, movements from a month on."""
    connection.execute(_PAID, ["2019-01-01", as_of])
    moved = {(month, kind): ticks for month, kind, ticks in connection.execute(_MOVED, [first.ordinal]).fetchall()}
    cells = connection.execute(_LEFT).fetchall()
    logos, revenue = ({(row[0], row[1]): row[column] for row in cells} for column in (2, 3))
    return moved, logos, revenue
