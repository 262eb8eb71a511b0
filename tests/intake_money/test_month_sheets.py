"""Logo x month sheets turned on their side, and what is said of months without a year or a meaning."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, TableKind
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("月,あおい株式会社,㈱いろは\n2025年4月,30000,\n2025年5月,30000,20000\n2025年6月,50000,0", ""),
        ("Month,Acme Inc,Bolt GmbH,Total\n2025-04,30000,,30000\n2025-05,30000,20000,50000\n2025-06,50000,-,50000", ""),
        ("年月,あおい,いろは\n4月,30000,\n5月,30000,20000\n6月,50000,", "2025年度 顧客別売上"),
    ],
)
def test_months_down_and_accounts_across(
    text: str, about: str, csv_table: Csv, planned: Planning, book: MemoryBook
) -> None:
    one = csv_table(text, context=about)
    plan = planned(one, book)
    assert plan.tables[0].matched.kind is TableKind.MATRIX
    rows = [draft.values for draft in plan.drafts if draft.kind is Kind.CONTRACT]
    assert [(row["amount"], row["starts_on"], row.get("ended_on")) for row in rows] == [
        (30_000, date(2025, 4, 1), date(2025, 5, 31)), (50_000, date(2025, 6, 1), None),
        (20_000, date(2025, 5, 1), date(2025, 5, 31)),
    ]  # fmt: skip
    assert [row.line for row in plan.tables[0].rows] == [2, 3], "the number of the column"
    book.apply(plan)
    assert not planned(one, book).drafts


@pytest.mark.parametrize(
    "text",
    [
        "月,広告費,人件費\n2025年4月,100,200\n2025年5月,100,200",
        "Month,USD,EUR\n2025-01,1200,800\n2025-02,1300,900",
        "Month,Ann,Bo\n2025-01,12,8\n2025-02,13,9",
        "Month,Acme Inc,Acme Inc\n2025-01,12,8\n2025-02,13,9",
        "Month,Acme Inc,Bolt GmbH\n2025-01,lots,8\n2025-02,more,9",
        "Month,Acme Inc\n2025-01,12\n2025-02,13",
    ],
)
def test_other_sheets_are_not_turned(text: str, csv_table: Csv, match: Match) -> None:
    assert match(csv_table(text)).kind is not TableKind.MATRIX


def said(matched: MatchedTable) -> list[tuple[str, Reason]]:
    return [(f"{one.place.column}{one.place.row}", one.reason) for one in matched.problems]


def test_months_without_a_year_are_told(csv_table: Csv, match: Match) -> None:
    text = "顧客,4月,5月,6月\nA社,30000,30000,50000\nB社,,20000,20000"
    assert said(match(csv_table(text))) == [("B1", Reason.MONTHS_WITHOUT_YEAR)]
    dated = match(csv_table(text, sheet="2025年度 売上"))
    assert (dated.kind, said(dated)) == (TableKind.MATRIX, [("B1", Reason.YEAR_OF_TITLE)])


def test_months_that_nothing_explains_are_told(csv_table: Csv, match: Match) -> None:
    open_ = match(csv_table("Customer,Jan 2025,Feb 2025,Mar 2025\nAcme,5,5,8\nBolt,3,,4"))
    assert said(open_) == [("B1", Reason.MONTHS_OF_WHAT)]
    words = match(csv_table("Customer,Jan 2025,Feb 2025,Mar 2025\nAcme,fine,fine,fine\nBolt,fine,,bad"))
    assert said(words) == [("B1", Reason.MONTHS_OF_WHAT)]
    blank = match(csv_table("Customer,Jan 2025,Feb 2025\nAcme,,"))
    assert said(blank) == [("B1", Reason.MONTHS_EMPTY)]


def test_what_was_made_of_amounts_of_quarters_is_told(csv_table: Csv, match: Match) -> None:
    text = "Customer,Q1 2025,Q2 2025,Q3 2025\nAcme,300,300,330\nBolt,600,,"
    spread = match(csv_table(text, context="Revenue"))
    assert said(spread) == [("B1", Reason.SPREAD_EVENLY)]
    assert [(one.answer, one.certain) for one in spread.findings] == [("quarter", True)]
    assert [one.certain for one in match(csv_table(text)).findings] == [False], "nothing tells a sum from a month"
    assert said(match(csv_table(text, context="MRR"))) == []
