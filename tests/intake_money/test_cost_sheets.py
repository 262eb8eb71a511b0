"""Costs by month in blocks and channels: what each was spent for, no total twice, nothing guessed from a neighbour."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, TableKind
from csdesk.models.kinds import Kind
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]


def costs(plan: Plan) -> list[tuple[object, ...]]:
    rows = [draft.values for draft in plan.drafts if draft.kind is Kind.COST]
    return [(row["month"], row.get("item"), row["purpose"], row["amount"]) for row in rows]


STORY = [
    ("2025-04", "展示会", "acquisition", 100),
    ("2025-05", "展示会", "acquisition", 110),
    ("2025-04", "ツール", "retention", 30),
]
MONTHS = "2025年4月,2025年5月,2025年6月"
SHEETS = {
    "a purpose said once for its block": f"区分,項目,{MONTHS}|獲得,展示会,100,110,|,研修,,,|維持,研修,,,|,ツール,30,,",
    "headings again with the next block": f"獲得費用,{MONTHS}|展示会,100,110,|維持費用,{MONTHS}|ツール,30,,",
    "a row that names the block": f"項目,{MONTHS}|獲得コスト,,,|展示会,100,110,|維持コスト,,,|ツール,30,,|研修,,,",
    "a row that names the block in brackets": f"項目,{MONTHS}|【獲得】,,,|展示会,100,110,|【維持】,,,|ツール,30,,",
}


@pytest.mark.parametrize("name", SHEETS)
def test_blocks_say_what_money_was_for(name: str, csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    one = csv_table(SHEETS[name].replace("|", "\n"), context="費用")
    plan = planned(one, book)
    assert plan.tables[0].matched.kind is TableKind.COSTS
    assert (costs(plan), [p for p in plan.tables[0].problems if p.refuses]) == (STORY, [])
    book.apply(plan)
    assert not planned(one, book).drafts


def test_a_title_is_weaker_than_a_rows_own_words(csv_table: Csv, planned: Planning) -> None:
    one = csv_table("Retention spend,Jan-25,Feb-25,Mar-25\nTools,5,,\nGoogle Ads marketing,7,,")
    assert costs(planned(one)) == [
        ("2025-01", "Tools", "retention", 5),
        ("2025-01", "Google Ads marketing", "acquisition", 7),
    ]


def test_a_heading_of_the_whole_tells_that_months_down_are_costs(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("Month,LinkedIn,Events,CS tools,Total spend\n2025-01,800,0,30,830\n2025-02,,5,30,35"))
    assert costs(plan) == [
        ("2025-01", "LinkedIn", "acquisition", 800), ("2025-01", "Events", "acquisition", 0),
        ("2025-01", "CS tools", "retention", 30), ("2025-02", "Events", "acquisition", 5),
        ("2025-02", "CS tools", "retention", 30),
    ]  # fmt: skip


def test_channels_down_a_thousand_yen_a_piece(csv_table: Csv, planned: Planning) -> None:
    one = csv_table(
        "チャネル,4月,5月,1月,合計\n検索広告,120,130,7,257\n展示会,300,0,-,300", context="2025年度 広告費（単位：千円）"
    )
    rows = [draft.values for draft in planned(one).drafts]
    assert [(row["month"], row["channel"], row["amount"]) for row in rows] == [
        ("2025-04", "検索広告", 120_000), ("2025-05", "検索広告", 130_000), ("2026-01", "検索広告", 7_000),
        ("2025-04", "展示会", 300_000), ("2025-05", "展示会", 0),
    ]  # fmt: skip


def test_a_purpose_left_blank_in_a_list_stays_blank(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("月,費目,金額,目的\n2025/4,研修,5,維持\n2025/5,出張,7,"))
    assert costs(plan) == [("2025-04", "研修", "retention", 5), ("2025-05", "出張", "acquisition", 7)]
