"""Grids of customers by month whose rows are of several figures: only what is paid is taken, the rest is told."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, TableKind, Verdict
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]


@pytest.mark.parametrize(
    ("column", "paid", "other"),
    [
        ("区分", "MRR", "利用者数"),
        ("Figure", "Revenue", "Active users"),
        ("項目", "月額", "ログイン回数"),
        ("", "MRR", "NPS"),
    ],
)
def test_rows_of_other_figures_are_refused_with_their_cell(
    column: str, paid: str, other: str, csv_table: Csv, planned: Planning
) -> None:
    text = (
        f"顧客,{column},2025-04,2025-05,2025-06\n"
        f"アルファ,{paid},10000,10000,12000\nアルファ,{other},5,6,6\n"
        f"ベータ,{paid},5000,5000,0\nベータ,{other},2,2,0\n"
    )
    plan = planned(csv_table(text))
    (table,) = plan.tables
    assert table.matched.kind is TableKind.MATRIX
    assert [row.verdict for row in table.rows] == [Verdict.NEW, Verdict.REFUSED] * 2
    told = [(one.place.row, one.seen) for one in table.problems if one.reason is Reason.OTHER_FIGURE]
    assert told == [(3, other), (5, other)]
    assert {draft.values["amount"] for draft in plan.drafts if draft.kind is Kind.CONTRACT} == {10000, 12000, 5000}
    assert not any("segment" in draft.values for draft in plan.drafts)


@pytest.mark.parametrize("words", ["SMB,Enterprise", "Base,Users"])
def test_a_column_that_names_something_else_is_left_alone(words: str, csv_table: Csv, match: Match) -> None:
    first, second = words.split(",")
    text = f"Customer,Segment,2025-04,2025-05,2025-06\nAcorn,{first},100,100,120\nBirch,{second},500,500,500\n"
    matched = match(csv_table(text))
    assert matched.kind is TableKind.MATRIX
    assert not [one for one in matched.problems if one.reason is Reason.OTHER_FIGURE]
    assert matched.columns[1].field == "account.segment"
