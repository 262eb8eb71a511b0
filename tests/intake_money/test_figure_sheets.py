"""Sheets of figures by period: metrics down or across, targets, units, sections, and the costs among them."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.matching.tables.figure_units import metric_of
from csdesk.intake.shapes import FoundTable, MatchedTable, Matching, Plan, TableKind, Verdict
from csdesk.intake.values.periods import period_of
from csdesk.intake.vocabulary.metrics import METRICS, SHARES
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]
APR, MAY = (date(2025, 4, 1), date(2025, 4, 30)), (date(2025, 5, 1), date(2025, 5, 31))


def figures(plan: Plan) -> list[tuple[object, ...]]:
    """First day, name, unit, kind, value."""
    rows = [draft.values for draft in plan.drafts if draft.kind is Kind.PERIOD_FIGURE]
    return [(row["starts_on"], row["name"], row.get("unit"), row["kind"], row["value"]) for row in rows]


def costs(plan: Plan) -> list[tuple[object, ...]]:
    rows = [draft.values for draft in plan.drafts if draft.kind is Kind.COST]
    return [(row["month"], row["item"], row["purpose"], row["amount"]) for row in rows]


STORY = [
    (APR[0], "MRR", "JPY", "actual", 1_000_000.0), (MAY[0], "MRR", "JPY", "actual", 1_030_000.0),
    (APR[0], "解約率", "%", "actual", 0.02), (MAY[0], "解約率", "%", "actual", 0.015),
    (APR[0], "新規顧客数", "社", "actual", 5.0), (MAY[0], "新規顧客数", "社", "actual", 4.0),
]  # fmt: skip
SPENT = [("2025-04", "広告費", "acquisition", 300_000), ("2025-05", "広告費", "acquisition", 310_000)]
SHEETS = {
    "a column of units": "KPI,単位,2025年4月,2025年5月,合計|MRR,千円,1000,1030,|解約率,%,2.0,1.5,|新規顧客数,社,5,4,9|"
    "広告費,千円,300,310,610",
    "units in the cells": "指標,2025年4月,2025年5月|MRR,100万円,103万円|解約率,2.0%,1.5%|新規顧客数,5社,4社|"
    "広告費,30万円,31万円",
    "units in brackets": "項目,2025/4,2025/5,前月比|MRR（千円）,1000,1030,103%|解約率(%),2.0,1.5,|"
    "新規顧客数（社）,5,4,|"
    "広告費（千円）,300,310,",
    "months down": "月,MRR（千円）,解約率,新規顧客数（社）,広告費（千円）,MRR前月比|2025年4月,1000,2.0%,5,300,101%|"
    "2025年5月,1030,1.5%,4,310,103%",
}


@pytest.mark.parametrize("name", SHEETS)
def test_every_layout_tells_the_same(name: str, csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    one = csv_table(SHEETS[name].replace("|", "\n"))
    plan = planned(one, book)
    assert plan.tables[0].matched.kind is TableKind.FIGURES
    assert (sorted(figures(plan), key=str), sorted(costs(plan))) == (sorted(STORY, key=str), SPENT)
    assert {draft.kind for draft in plan.drafts} == {Kind.PERIOD_FIGURE, Kind.COST}, "and no account"
    book.apply(plan)
    again = planned(one, book)
    assert not again.drafts
    assert {row.verdict for row in again.tables[0].rows} == {Verdict.SAME}


def test_a_figure_that_was_corrected_changes(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    book.apply(planned(csv_table("KPI,2025年4月,2025年5月\nMRR,1000,1030\n顧客数,9,10"), book))
    plan = planned(csv_table("KPI,2025年4月,2025年5月,2025年6月\nMRR,1000,1035,1040\n顧客数,9,10,11"), book)
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.NEW, Verdict.NEW]
    assert [dict(draft.values) for draft in plan.drafts if draft.id > 0] == [{"value": 1035.0}]


TARGETS = {
    "beside each month": "KPI,2025年4月 目標,2025年4月 実績,2025年4月 達成率,2025年5月 目標,2025年5月 実績|"
    "解約率,2.0%,1.5%,133%,2.0%,1.8%|顧客数,10,9,90%,11,12",
    "in a column of their own": "KPI,区分,2025年4月,2025年5月|解約率,目標,2.0%,2.0%|,実績,1.5%,1.8%|,達成率,133%,111%|"
    "顧客数,目標,10,11|,実績,9,12",
    "in rows": "KPI,2025年4月,2025年5月|解約率,,|目標,2.0%,2.0%|実績,1.5%,1.8%|達成率,133%,111%|顧客数,,|目標,10,11|"
    "実績,9,12",
    "behind the name": "KPI,2025年4月,2025年5月|解約率 目標,2.0%,2.0%|解約率 実績,1.5%,1.8%|顧客数（目標）,10,11|"
    "顧客数（実績）,9,12",
    "months down": "月,解約率 目標,解約率 実績,顧客数 目標,顧客数 実績|"
    "2025年4月,2.0%,1.5%,10,9|2025年5月,2.0%,1.8%,11,12",
    "a figure a row": "月,指標,目標,実績,達成率|2025年4月,解約率,2.0%,1.5%,133%|2025年4月,顧客数,10,9,90%|"
    "2025年5月,解約率,2.0%,1.8%,111%|2025年5月,顧客数,11,12,109%",
}


@pytest.mark.parametrize("name", TARGETS)
def test_targets_stand_apart(name: str, csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table(TARGETS[name].replace("|", "\n")))
    assert sorted(figures(plan), key=str) == sorted(
        [
            (APR[0], "解約率", "%", "target", 0.02), (MAY[0], "解約率", "%", "target", 0.02),
            (APR[0], "解約率", "%", "actual", 0.015), (MAY[0], "解約率", "%", "actual", 0.018),
            (APR[0], "顧客数", None, "target", 10.0), (MAY[0], "顧客数", None, "target", 11.0),
            (APR[0], "顧客数", None, "actual", 9.0), (MAY[0], "顧客数", None, "actual", 12.0),
        ],
        key=str,
    )  # fmt: skip


def test_a_waterfall_is_amounts_of_mrr(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table(
            "MRR waterfall,Jan 2025,Feb 2025\nStarting MRR,1000,1500\nNew,600,100\nExpansion,100,0\nContraction,-50,0\n"
            "Churn,-150,-200\nEnding MRR,1500,1400"
        )
    )
    rows = [draft.values for draft in plan.drafts if draft.values["starts_on"] == date(2025, 1, 1)]
    assert [(row["metric"], row["unit"], row["value"]) for row in rows] == [
        ("start_mrr", "JPY", 1000.0), ("new_mrr", "JPY", 600.0), ("expansion_mrr", "JPY", 100.0),
        ("contraction_mrr", "JPY", -50.0), ("churned_mrr", "JPY", -150.0), ("mrr", "JPY", 1500.0),
    ]  # fmt: skip


def test_quarters_and_fiscal_years(csv_table: Csv, planned: Planning) -> None:
    one = csv_table(
        "Metric,Q1 FY2025,Q2 FY2025,FY2025,Total\nMRR,$100k,$120k,$120k,\nNRR,105%,106%,106%,\nLeads,10,12,22,44"
    )
    rows = [draft.values for draft in planned(one, fiscal_start=4).drafts if draft.values["name"] == "MRR"]
    assert [(row["starts_on"], row["ends_on"], row["unit"], row["value"]) for row in rows] == [
        (date(2025, 4, 1), date(2025, 6, 30), "USD", 100_000.0),
        (date(2025, 7, 1), date(2025, 9, 30), "USD", 120_000.0),
        (date(2025, 4, 1), date(2026, 3, 31), "USD", 120_000.0),
    ]


def test_units_and_sections_in_columns(csv_table: Csv, planned: Planning) -> None:
    one = csv_table(
        "カテゴリ,指標,2025年4月,2025年5月,備考\n売上,MRR,1000,1050,改定\n,ARPA,50,51,\n解約,解約率,0.012,0.011,\n"
        ",商談数,3件,x,\n,Churn,2,1,",
        context="単位：千円",
    )
    rows = [draft.values for draft in planned(one).drafts if draft.values["starts_on"] == APR[0]]
    assert [(row["name"], row.get("unit"), row["value"], row.get("notes"), row.get("metric")) for row in rows] == [
        ("MRR", "JPY", 1_000_000.0, "改定", "mrr"), ("ARPA", "JPY", 50_000.0, None, "arpa"),
        ("解約率", "%", 0.012, None, "logo_churn"), ("商談数", "件", 3.0, None, None), ("Churn", None, 2.0, None, None),
    ]  # fmt: skip


def test_months_down_with_notes_and_shares_by_their_heading(csv_table: Csv, planned: Planning) -> None:
    one = csv_table(
        "年月,売上高(円),前年同月比,解約率(%),解約数,メモ\n2025/04,1200,105%,2.3,3,値上げ\n2025/05,1250,107%,1.5,2,"
    )
    rows = [draft.values for draft in planned(one).drafts if draft.values["starts_on"] == APR[0]]
    assert [(row["name"], row["value"], row.get("notes")) for row in rows] == [
        ("売上高", 1200.0, "値上げ"), ("解約率", 0.023, "値上げ"), ("解約数", 3.0, "値上げ"),
    ]  # fmt: skip


def test_a_list_of_figures_needs_names_of_figures(csv_table: Csv, match: Match) -> None:
    assert match(csv_table("Month,Who,Actual\n2025-04,Ann,3\n2025-05,Bo,4")).kind is not TableKind.FIGURES


def test_names_said_twice_carry_their_section(csv_table: Csv, planned: Planning) -> None:
    one = csv_table(
        "指標,2025年4月,2025年5月\n■新規,,\n社数,5,4\n売上（万円）,10,8\n■解約,,\n社数,1,0\n売上（万円）,2,0"
    )
    assert {row[1] for row in figures(planned(one))} == {"新規 社数", "新規 売上", "解約 社数", "解約 売上"}


def test_what_was_spent_and_what_only_looks_like_it(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table(
            "Metric,2025-04,2025-05\nMRR,1000,1100\nCustomers,10,11\nCAC,50,60\nSales & marketing spend,500,\n"
            "CAC spend,70,\nCustomer success salaries,90,\nOffice costs,30,\nCost per lead,5,\nRefund costs,-3,"
        )
    )
    assert costs(plan) == [
        ("2025-04", "Sales & marketing spend", "acquisition", 500), ("2025-04", "CAC spend", "acquisition", 70),
        ("2025-04", "Customer success salaries", "retention", 90), ("2025-04", "Office costs", "other", 30),
    ]  # fmt: skip
    assert {row[1] for row in figures(plan)} == {"MRR", "Customers", "CAC", "Cost per lead", "Refund costs"}


def test_months_without_a_year_take_the_titles(csv_table: Csv, planned: Planning) -> None:
    one = csv_table("月,MRR,解約率\n4月,1000,2%\n5月,1030,1%\n1月,1100,1%", context="2025年度 月次推移")
    assert [row[0] for row in figures(planned(one)) if row[1] == "MRR"] == [APR[0], MAY[0], date(2026, 1, 1)]


def test_targets_of_months_whose_year_the_sheet_names(csv_table: Csv, planned: Planning) -> None:
    one = csv_table(
        "指標,4月 目標,4月 実績,5月 目標,5月 実績,6月 目標\nMRR,10,9,11,12,\n顧客数,3,3,4,4,5", sheet="KPI 2025年度"
    )
    assert [(row[0], row[3], row[4]) for row in figures(planned(one)) if row[1] == "MRR"] == [
        (APR[0], "target", 10.0), (APR[0], "actual", 9.0), (MAY[0], "target", 11.0), (MAY[0], "actual", 12.0),
    ]  # fmt: skip


def test_what_cannot_be_read_is_told_at_its_cell(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("月,MRR,解約率,顧客数\n2025年4月,about 5,2%,5\nいつか,7,1%,6\n2025年6月,-,#DIV/0!,"))
    told = [(f"{one.place.column}{one.place.row}", one.reason, one.refuses) for one in plan.tables[0].problems]
    assert told == [
        ("C4", Reason.ERROR_CELL, False), ("A3", Reason.NOT_A_MONTH, True), ("B2", Reason.NOT_A_NUMBER, False),
    ]  # fmt: skip
    assert len(figures(plan)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Customer,Jan 2025,Feb 2025,Mar 2025\nAcme,500,500,800\nBolt,300,,300",
        "顧客名,2025年4月,2025年5月\nA社,50000,50000\nB社,30000,",
        "会社名,解約日,MRR,契約開始日\nA社,2025/4/1,500,2024/1/1\nB社,,300,2024/2/1",
        "年月,費目,金額\n2025/4,広告費,100\n2025/5,展示会,200",
        "Month,Customer,Logins\n2025-04,Acme,12\n2025-05,Bolt,9",
        "費目,2025年4月,2025年5月\n広告費,100,120\n人件費,400,400\n展示会,50,0",
        "Date,Rep,Leads\n2025-04-01,Ann,12\n2025-04-02,Bo,9",
    ],
)
def test_other_tables_are_no_figures(text: str, csv_table: Csv, match: Match) -> None:
    assert match(csv_table(text)).kind is not TableKind.FIGURES


def test_the_person_may_say_otherwise(csv_table: Csv, match: Match) -> None:
    one = csv_table("指標,2025年4月,2025年5月\nMRR,1,2\n顧客数,3,4")
    assert match(one).kind is TableKind.FIGURES
    assert match(one, Matching(kind=TableKind.UNKNOWN)).kind is TableKind.UNKNOWN


def test_metrics_are_those_of_the_catalogue() -> None:
    assert set(METRICS) <= set(MetricId)
    assert set(METRICS) >= SHARES
    words = [word for said in METRICS.values() for word in said.split("|")]
    assert len(words) == len(set(words))
    assert (metric_of("Churn rate (%)", "%"), metric_of("Churn", ""), metric_of("Lunches", "")) == (
        "logo_churn",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025年度", date(2025, 4, 1), date(2026, 3, 31)), ("FY25", date(2025, 4, 1), date(2026, 3, 31)),
        ("2025年度上期", date(2025, 4, 1), date(2025, 9, 30)), ("H2 2025", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)), ("Q2 FY2025", date(2025, 7, 1), date(2025, 9, 30)),
        ("2025-04-01 00:00:00", date(2025, 4, 1), date(2025, 4, 30)),
    ],
)  # fmt: skip
def test_periods(text: str, first: date, last: date) -> None:
    assert period_of(text, 4) == (first, last)


@pytest.mark.parametrize("text", ["MRR", "2025-04-17", "上期", "12", ""])
def test_what_is_no_period(text: str) -> None:
    assert period_of(text, 4) is None
