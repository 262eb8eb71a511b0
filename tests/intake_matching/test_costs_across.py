"""Costs with months down and a column for each item or channel."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, TableKind
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]


def costs(plan: Plan) -> list[tuple[object, ...]]:
    rows = [draft.values for draft in plan.drafts if draft.kind is Kind.COST]
    return [(row["month"], row.get("item"), row["purpose"], row["amount"]) for row in rows]


def test_each_item_is_a_cost_and_their_total_none(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table("年月,Google広告,CS人件費,新規獲得数,合計\n2026年1月,35万,50万,3,85万\n2026年2月,40万,,4,40万")
    )
    assert costs(plan) == [
        ("2026-01", "Google広告", "acquisition", 350_000),
        ("2026-01", "CS人件費", "retention", 500_000),
        ("2026-02", "Google広告", "acquisition", 400_000),
    ]


def test_channels_of_a_sheet_of_costs(csv_table: Csv, planned: Planning) -> None:
    one = csv_table("Month,Google,Events,Leads,Total\nJan 2026,1200,800,40,2000", context="Marketing spend by channel")
    assert costs(planned(one, currency="USD")) == [
        ("2026-01", "Google", "acquisition", 120_000),
        ("2026-01", "Events", "acquisition", 80_000),
    ]


def test_what_may_be_an_item_is_told(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("月,広告費,人件費,展示会\n2026/1,100,200,300\n2026/2,100,200,300"))
    assert [(p.seen, p.reason) for p in matched.problems] == [("展示会", Reason.NOT_MATCHED)]


def test_a_row_without_its_month_is_refused(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("月,広告費,人件費\n2026/1,100,200\n,100,200"))
    assert [(p.field, p.reason) for p in matched.problems if p.refuses] == [("cost.month", Reason.MISSING)]


@pytest.mark.parametrize(
    "text",
    [
        "年月,費目,金額,消費税\n2026/1,広告費,1000,100\n2026/2,展示会,2000,200",
        "年月,広告費,利益\n2026/1,100,900\n2026/2,200,1800",
    ],
)
def test_other_sheets_have_one_amount_a_row(text: str, csv_table: Csv, match: Match) -> None:
    matched = match(csv_table(text))
    assert matched.kind is TableKind.COSTS
    assert sum("cost.amount" in column.field for column in matched.columns) == 1


def test_a_type_over_purposes_is_the_purpose(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("Month,Category,Spend,Type\nJan 2026,Tools,9,Retention\nFeb 2026,Ads,5,Acquisition"))
    assert costs(plan) == [("2026-01", "Tools", "retention", 9), ("2026-02", "Ads", "acquisition", 5)]
