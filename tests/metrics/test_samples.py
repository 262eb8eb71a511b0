"""The sample spreadsheets come out as their expected figures."""

from fractions import Fraction
from typing import Any

import pytest

from csdesk.metrics.catalogue import figure, figures
from csdesk.metrics.engine.movements import MOVEMENTS
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.cohorts import triangle
from csdesk.metrics.revenue.doubts import gaps, overlaps
from csdesk.metrics.revenue.levels import cmrr_bridge
from csdesk.metrics.triangles import CohortKind
from csdesk.models.money import from_ticks
from csdesk.models.months import Month, Period, PeriodKind

COLUMNS = {
    "start_mrr": MetricId.START_MRR,
    "new_mrr": MetricId.NEW_MRR,
    "reactivation_mrr": MetricId.REACTIVATION_MRR,
    "expansion_mrr": MetricId.EXPANSION_MRR,
    "contraction_mrr": MetricId.CONTRACTION_MRR,
    "churn_mrr": MetricId.CHURNED_MRR,
    "end_mrr": MetricId.MRR,
    "start_customers": MetricId.START_ACCOUNTS,
    "new_customers": MetricId.NEW_ACCOUNTS,
    "reactivated_customers": MetricId.REACTIVATED_ACCOUNTS,
    "expanded_customers": MetricId.EXPANDED_ACCOUNTS,
    "contracted_customers": MetricId.CONTRACTED_ACCOUNTS,
    "churned_customers": MetricId.CHURNED_ACCOUNTS,
    "end_customers": MetricId.ACCOUNTS,
    "arr": MetricId.ARR,
    "nrr": MetricId.NET_REVENUE_RETENTION,
    "grr": MetricId.GROSS_REVENUE_RETENTION,
    "logo_churn_rate": MetricId.LOGO_CHURN,
}
EDGE_RULES = [
    "month_end_inclusive",
    "month_end_exclusive",
    "month_start_inclusive",
    "month_start_exclusive",
    "overlap_inclusive",
]


def agrees(context: Any, row: Any, columns: Any = COLUMNS) -> None:
    period = Period(Month.parse(row["month"]))
    for column, metric in columns.items():
        value = figure(context, metric, period).value
        if row[column] is None:
            assert value is None, (row["month"], column)
        else:
            assert value is not None, (row["month"], column)
            assert float(value) == pytest.approx(row[column], abs=1e-6), (row["month"], column)


def option(rule: Any) -> Any:
    snapshot, reading = rule.rsplit("_", 1)
    return f"snapshot={snapshot},end_date={'last_day' if reading == 'inclusive' else 'day_after'}"


@pytest.mark.parametrize("rule", EDGE_RULES)
def test_edge_cases_by_rule(context: Any, edge_cases: Any, expected: Any, rule: Any) -> None:
    table = expected("edge_cases")["by_rule"]
    assert set(table) == set(EDGE_RULES)
    book = context(edge_cases[1], "2025-01-31", option(rule))
    assert len(table[rule]) == 13
    for row in table[rule]:
        agrees(book, row)


def test_edge_cases_by_hand(context: Any, edge_cases: Any, expected: Any) -> None:
    """Every movement of every account, and no other."""
    _, lines, names = edge_cases
    book, accounts = context(lines, "2025-01-31"), {number: name for name, number in names.items()}
    for text, by_kind in expected("edge_cases")["by_hand_primary"].items():
        moves = book.moves.between(Month.parse(text), Month.parse(text))
        found = {}
        for kind in MOVEMENTS:
            for owner, ticks in zip(*moves.of(kind), strict=True):
                found.setdefault(str(kind), {})[accounts[book.ledger.accounts[owner]]] = from_ticks(int(ticks))
        assert found == by_kind, text


def test_edge_cases_cohorts(context: Any, edge_cases: Any, expected: Any) -> None:
    book = context(edge_cases[1], "2025-01-31")
    same_cohorts(book.ledger, expected("edge_cases")["cohorts_primary"])


def same_cohorts(ledger: Any, wanted: Any) -> None:
    first = Month.parse(wanted[0]["cohort"])
    logos, money = (
        [c for c in triangle(ledger, kind, PeriodKind.MONTH).cohorts if c.start.first >= first]
        for kind in (CohortKind.LOGO, CohortKind.REVENUE)
    )
    assert [str(c.start) for c in logos] == [str(c.start) for c in money] == [w["cohort"] for w in wanted]
    for logo, paid, want in zip(logos, money, wanted, strict=True):
        assert logo.size == paid.size == want["size"]
        assert [cell.part for cell in logo.cells] == want["active_customers"]
        assert [cell.part for cell in paid.cells] == want["mrr"]
        assert {cell.whole for cell in paid.cells} == {want["start_mrr"]}
        assert [float(cell.value) for cell in logo.cells] == pytest.approx(want["logo_retention"], abs=1e-6)
        assert [float(cell.value) for cell in paid.cells] == pytest.approx(want["net_revenue_retention"], abs=1e-6)


def test_edge_cases_committed(context: Any, edge_cases: Any, expected: Any) -> None:
    _, lines, names = edge_cases
    want = expected("edge_cases")["cmrr"]
    bridge = cmrr_bridge(context(lines, "2025-01-31"), Period(Month.parse("2025-01")))
    assert bridge.mrr.value == want["mrr"]
    assert bridge.cmrr.value == want["cmrr"]
    for measure, key in ((bridge.won, "won_not_started"), (bridge.withdrawals, "scheduled_end_with_no_follow_up")):
        found = zip(measure.evidence.ids.tolist(), measure.evidence.part.tolist(), strict=True)
        assert {(account, from_ticks(ticks)) for account, ticks in found} == {
            (names[name], amount) for name, amount in want[key].items()
        }
    assert not bridge.upgrades.value
    assert not bridge.downgrades.value


def test_edge_cases_doubts(context: Any, edge_cases: Any) -> None:
    _, lines, names = edge_cases
    ledger = context(lines, "2025-01-31").ledger
    accounts = {number: name for name, number in names.items()}
    assert {(accounts[d.account], d.days) for d in gaps(ledger)} == {("E05", 1), ("E15", 9)}
    assert {(accounts[d.account], d.days, d.mrr) for d in overlaps(ledger, lines)} == {("E08", 21, Fraction(12000))}


@pytest.mark.parametrize("rule", ["month_end", "month_start"])
def test_synthetic_by_rule(context: Any, synthetic: Any, expected: Any, rule: Any) -> None:
    synthetic_agrees(context(synthetic[2], "2024-12-31", f"snapshot={rule}"), expected, rule)


def test_synthetic_by_overlap(context: Any, price_periods: Any, expected: Any) -> None:
    """Only the price periods: a renewal row shares its first month with the row before when any day counts."""
    synthetic_agrees(context(price_periods, "2024-12-31", "snapshot=overlap"), expected, "overlap")


def synthetic_agrees(book: Any, expected: Any, rule: Any) -> None:
    """From the second month: the first one's base is a start balance with us, and counted as new there."""
    base, *rows = expected("synthetic_1k")["by_rule"][f"{rule}_exclusive"]
    assert len(rows) == 35
    for row in rows:
        agrees(book, row)
    assert figure(book, MetricId.MRR, Period(Month.parse(base["month"]))).value == base["end_mrr"]


def test_synthetic_by_group(context: Any, synthetic: Any, expected: Any) -> None:
    _, table, lines = synthetic
    facts = table.drop_duplicates("account").to_dict("records")
    numbers = dict(zip(table["account"], lines["account"], strict=True))
    rows = [
        {"account": numbers[f["account"]], "name": f["Account"], "tier": f["Tier"]}
        | {"industry": f["Industry"], "region": f["Region"]}
        for f in facts
    ]
    book = context(lines, "2024-12-31", accounts=rows)
    december = Period(Month.parse("2024-12"))
    for dimension, groups in expected("synthetic_1k")["mrr_2024_12_by_segment"].items():
        found = figures(book, [MetricId.MRR, MetricId.ACCOUNTS], [december], dimension)
        assert {m.group: m.value for m in found if m.metric == MetricId.MRR} == {
            group: want["mrr"] for group, want in groups.items()
        }
        assert {m.group: m.value for m in found if m.metric == MetricId.ACCOUNTS} == {
            group: want["customers"] for group, want in groups.items()
        }


def test_synthetic_cohorts(context: Any, synthetic: Any, expected: Any) -> None:
    """Their first cohort is everyone who pays in the first month they look at; ours begin where accounts began."""
    _, _, lines = synthetic
    ledger = context(lines, "2024-12-31").ledger
    base, *later = expected("synthetic_1k")["cohorts"]
    begins = Month.parse(base["cohort"])
    for kind, key in ((CohortKind.LOGO, "active_customers"), (CohortKind.REVENUE, "mrr")):
        early = [c for c in triangle(ledger, kind, PeriodKind.MONTH).cohorts if c.start.first <= begins]
        left = [
            sum(cohort.cells[begins + age - cohort.start.first].part for cohort in early)
            for age in range(len(base[key]))
        ]
        assert left == base[key]
    same_cohorts(ledger, later)


def test_attrition_leaves_new_accounts_out(context: Any, sample: Any, expected: Any) -> None:
    """10,000 customers, 7,000 join, 2,000 of the first leave: one in five, and 15,000 in all."""
    _, lines, _ = sample("a_attrition_customers.csv", account="顧客ID", start="利用開始日", end="解約日")
    want, april = expected("source_examples")["attrition"], Period(Month.parse("2024-04"))
    book = context(lines, "2024-04-30")
    churn = figure(book, MetricId.LOGO_CHURN, april)
    assert (churn.part, churn.whole, churn.value) == (want["lost_of_initial"], want["start_customers"], Fraction(1, 5))
    assert figure(book, MetricId.LOGO_RETENTION, april).value == Fraction(4, 5)
    assert figure(book, MetricId.ACCOUNTS, april).value == want["end_customers"]
    assert figure(book, MetricId.NEW_ACCOUNTS, april).value == want["added"]
    assert figure(book, MetricId.MRR, april).why is Why.NO_AMOUNTS


def lifetime(context: Any, sample: Any, rules: Any = "house") -> Any:
    _, lines, _ = sample("b_ltv_contracts.csv", account="顧客ID", amount="月額", start="開始日", end="解約日")
    return context(lines, "2024-04-30", rules)


@pytest.mark.parametrize("rules", ["house", "ltv_window=1", "ltv_churn=mrr"])
def test_lifetime_value(context: Any, sample: Any, expected: Any, rules: Any) -> None:
    """5,000 a month at 10 % churn is 50,000; the year in which nothing in the list moved says nothing about churn."""
    book, april = lifetime(context, sample, rules), Period(Month.parse("2024-04"))
    assert figure(book, MetricId.LTV, april).value == expected("source_examples")["ltv"]["ltv"] == 50_000
    assert figure(book, MetricId.LOGO_CHURN, april).value == Fraction(1, 10)
    assert figure(book, MetricId.ARPA, april).value == 5000


def test_acquisition_cost(context: Any, sample: Any, sample_rows: Any, expected: Any) -> None:
    want, april = expected("source_examples")["unit_economics"], Period(Month.parse("2024-04"))
    costs = [
        {"month": Month.parse(month).ordinal, "purpose": "acquisition", "amount": int(amount)}
        for month, amount in sample_rows("c_acquisition_cost.csv")[["月", "金額"]].to_numpy()
    ]
    _, lines, _ = sample("a_attrition_customers.csv", account="顧客ID", start="利用開始日", end="解約日")
    cost = figure(context(lines, "2024-04-30", costs=costs), MetricId.CAC, april)
    assert (cost.part, cost.whole) == (want["inputs"]["acquisition_cost_total"], want["inputs"]["new_customers"])
    assert cost.value == want["cac"]
    assert figure(lifetime(context, sample), MetricId.LTV, april).value / cost.value == want["unit_economics"]


def test_answers(context: Any, sample_rows: Any, expected: Any) -> None:
    want = expected("source_examples")
    asked = sample_rows("d_nps.csv").dropna()
    answers = [
        {"answer": int(row[0]), "account": -1, "survey": "nps", "on": row[1].replace("/", "-"), "score": float(row[2])}
        for row in asked.to_numpy()
    ]
    undated = sample_rows("e_csat_ces.csv")
    for column in ("csat", "ces"):
        answers += [
            {"answer": 1000 + int(at), "account": -1, "survey": column, "score": float(score)}
            for at, score in undated[["回答ID", column.upper()]].to_numpy()
        ]
    year = Period(Month.parse("2024-01"), PeriodKind.YEAR)
    book = context([], "2024-12-31", answers=answers)
    score = figure(book, MetricId.NPS, year)
    assert (score.value, score.n) == (want["nps"]["nps"], want["nps"]["valid"])
    wanted = want["csat_ces"]
    for metric, survey, key in (
        (MetricId.CSAT, "csat", "top2_share"),
        (MetricId.CSAT_MEAN, "csat", "mean"),
        (MetricId.CES, "ces", "mean"),
        (MetricId.CES_EASY, "ces", "share_5_to_7"),
    ):
        found = figure(book, metric, year)
        assert (float(found.value), found.n) == (pytest.approx(wanted[survey][key]), wanted[survey]["n"])


def test_committed_revenue(context: Any, sample: Any, expected: Any) -> None:
    """Customers that have given notice are taken off once; deals are signed lines that start later."""
    _, lines, _ = sample("f_contracts.csv", account="顧客名", amount="月額", start="開始日", end="終了日")
    want, april = expected("source_examples")["cmrr"], Period(Month.parse("2024-04"))
    bridge = cmrr_bridge(context(lines, "2024-04-30"), april)
    assert bridge.mrr.value == want["mrr"]
    assert bridge.withdrawals.value == want["scheduled_cancellations"]
    assert bridge.cmrr.value == want["cmrr"] - want["won_not_started"]
    assert figure(context(lines, "2024-04-30"), MetricId.ARR, april).value == want["arr"]


def test_negative_churn(context: Any, sample: Any, expected: Any) -> None:
    _, lines, _ = sample("h_negative_churn.csv", account="顧客ID", amount="月額", start="開始日", end="終了日")
    want, april = expected("source_examples")["negative_churn"], Period(Month.parse("2024-04"))
    book = context(lines, "2024-04-30")
    for metric, key in (
        (MetricId.START_MRR, "start_mrr"),
        (MetricId.CHURNED_MRR, "churn"),
        (MetricId.CONTRACTION_MRR, "contraction"),
        (MetricId.EXPANSION_MRR, "expansion"),
        (MetricId.NET_MRR_CHURN, "net_revenue_churn"),
        (MetricId.NET_REVENUE_RETENTION, "nrr"),
        (MetricId.GROSS_REVENUE_RETENTION, "grr"),
    ):
        assert float(figure(book, metric, april).value) == pytest.approx(want[key], abs=1e-12)
    assert figure(book, MetricId.NET_MRR_CHURN, april).why is Why.NEGATIVE_CHURN
