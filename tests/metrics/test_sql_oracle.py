"""Movements, rates and triangles against DuckDB in SQL, on random lines under every way to read a month."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.metrics.catalogue import figure
from csdesk.metrics.context import Context, context_of
from csdesk.metrics.engine.movements import MOVEMENTS
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.cohorts import CohortKind, triangle
from csdesk.metrics.rules import EndDate, Rules, Snapshot
from csdesk.models.money import TICKS
from csdesk.models.months import Month, Period, PeriodKind, months_between
from tests.metrics.test_oracle import BEGIN, DAY
from tests.thorough import examples

AS_OF = date(2024, 3, 31)
MONTHS = months_between(Month.of(BEGIN) + -1, Month.of(AS_OF))
RATES = (MetricId.GROSS_REVENUE_RETENTION, MetricId.NET_REVENUE_RETENTION, MetricId.LOGO_CHURN)

PAID = """
CREATE OR REPLACE TEMP TABLE paid AS
WITH held AS (
    SELECT account, month, sum(amount)::BIGINT AS mrr FROM lines JOIN months ON first_day <= until AND last_day >= since
    GROUP BY ALL
), starts AS (SELECT account, min(month) AS started FROM held GROUP BY account)
SELECT account, month, started, coalesce(mrr, 0) AS mrr,
    coalesce(lag(mrr) OVER (PARTITION BY account ORDER BY month), 0) AS before
FROM starts CROSS JOIN months LEFT JOIN held USING (account, month)
"""
MOVED = """
SELECT account, month, CASE WHEN month = started THEN 'new' WHEN before = 0 THEN 'reactivation'
    WHEN mrr = 0 THEN 'churn' WHEN mrr > before THEN 'expansion' ELSE 'contraction' END, abs(mrr - before)
FROM paid WHERE mrr <> before ORDER BY ALL
"""
RATED = """
SELECT sum(least(s.mrr, e.mrr))::BIGINT, sum(e.mrr)::BIGINT, sum(s.mrr)::BIGINT, count(*) FILTER (e.mrr = 0), count(*)
FROM paid s JOIN paid e USING (account) WHERE s.month = ? AND e.month = ? AND s.mrr > 0
"""
LEFT = """
WITH begun AS (
    SELECT account, month, mrr, started - (started - ?) % 12 % ? AS cohort FROM paid
)
SELECT cohort, (month - cohort) // ?, count(*) FILTER (mrr > 0), sum(mrr)::BIGINT FROM begun
WHERE month >= cohort AND (month - cohort) % ? = ? - 1 GROUP BY ALL ORDER BY ALL
"""


@pytest.fixture(scope="module")
def sql() -> Iterator[Any]:
    import duckdb

    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("CREATE TABLE lines (account INT, amount BIGINT, first_day DATE, last_day DATE)")
        connection.execute("CREATE TABLE months (month INT, since DATE, until DATE)")
        yield connection


lines_drawn = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.sampled_from([100, 100, 250, 700]),
        st.integers(0, 350),
        st.none() | st.integers(0, 150),
        st.booleans(),
    ),
    min_size=1,
    max_size=10,
)


def loaded(sql: Any, drawn: list[Any], rules: Rules) -> list[dict[str, Any]]:
    """The lines as rows of ours, and in tables with what the rules make of their ends and of months."""
    rows, table = [], []
    for account, amount, start, length, day_after in drawn:
        begins = BEGIN + start * DAY
        end = None if length is None else begins + length * DAY
        row = {"account": account, "amount": amount, "start": begins, "end": end or "NaT", "day_after": day_after}
        rows.append(row)
        later = {EndDate.LAST_DAY: day_after, EndDate.DAY_AFTER: -(not day_after)}.get(rules.end_date, 0)
        table.append((account, amount, begins, date(2999, 1, 1) if end is None else end + later * DAY))
    days = {
        Snapshot.MONTH_END: lambda month: (month.last_day, month.last_day),
        Snapshot.MONTH_START: lambda month: (month.first_day, month.first_day),
        Snapshot.OVERLAP: lambda month: (month.first_day, month.last_day),
    }[rules.snapshot]
    for name, content in (("lines", table), ("months", [(month.ordinal, *days(month)) for month in MONTHS])):
        sql.execute(f"DELETE FROM {name}")
        sql.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(content[0]))})", content)
    sql.execute("DELETE FROM lines WHERE last_day < first_day")
    sql.execute(PAID)
    return rows


@settings(max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    drawn=lines_drawn,
    rules=st.builds(Rules, snapshot=st.sampled_from(Snapshot), end_date=st.sampled_from(EndDate)),
    fiscal_start=st.sampled_from([1, 4, 12]),
)
def test_everything(context: Any, spans: Any, sql: Any, drawn: list[Any], rules: Rules, fiscal_start: int) -> None:
    rows = loaded(sql, drawn, rules)
    book = context_of(context(spans(rows), AS_OF.isoformat()).frames, as_of=AS_OF, rules=rules)
    moves, accounts = book.moves, book.ledger.accounts
    found = zip(accounts[moves.owner], moves.month, (MOVEMENTS[k].value for k in moves.kind), moves.ticks, strict=True)
    told = sorted((int(account), int(month), kind, int(ticks) // TICKS) for account, month, kind, ticks in found)
    assert told == sql.execute(MOVED).fetchall()
    for kind in PeriodKind:
        same_rates(book, sql, kind, fiscal_start)
        same_triangles(book, sql, kind, fiscal_start)


def same_rates(book: Context, sql: Any, kind: PeriodKind, fiscal_start: int) -> None:
    for month in MONTHS[1:]:
        period = Period.holding(month, kind, fiscal_start)
        if book.unseen(period) or period.last > MONTHS[-1]:
            continue
        before = (period.first + -1).ordinal
        kept, left, base, lost, logos = sql.execute(RATED, [before, period.last.ordinal]).fetchone() or ()
        wanted = ((kept, base), (left, base), (lost, logos))
        for metric, (part, whole) in zip(RATES, wanted, strict=True):
            assert figure(book, metric, period).value == (Fraction(part, whole) if whole else None)


def same_triangles(book: Context, sql: Any, kind: PeriodKind, fiscal_start: int) -> None:
    length = kind.months
    wanted = sql.execute(LEFT, [fiscal_start - 1, length, length, length, length]).fetchall()
    for at, what in enumerate((CohortKind.LOGO, CohortKind.REVENUE)):
        cells = [
            (cohort.start.first.ordinal, cell.age, cell.part)
            for cohort in triangle(book.ledger, what, kind, fiscal_start).cohorts
            for cell in cohort.cells
        ]
        assert cells == [(row[0], row[1], row[2 + at]) for row in wanted]
