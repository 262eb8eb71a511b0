"""What is taken for the customer or the day where no heading says so: only what is borne out, else it is told."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, TableKind
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]

NOT_CUSTOMERS = {
    "a competitor": ("競合,MRR,開始日", "X社,100,2024/1/1|Y社,200,2024/2/1|Z社,300,2024/3/1"),
    "a code": ("Code,MRR,Start date", "AAA,100,2024-01-01|BBB,200,2024-02-01|CCC,300,2024-03-01"),
    "a short id": ("Abc,MRR,Start date", "T1,100,2024-01-01|H1,200,2024-02-01|K2,300,2024-03-01"),
    "a task": ("Task,MRR,Start date", "Send quote,1,2024-01-01|Call Bob,2,2024-02-01|Draft it,3,2024-03-01"),
    "what a deal is called": ("件名,月額,開始日", "更新,1,2024/1/1|新規導入,2,2024/2/1|増席,3,2024/3/1"),
    "a product by month": ("商品,2025/1,2025/2,2025/3", "基本,100,100,120|拡張,50,50,50|API,30,30,30"),
    "a feature by month": ("機能,2025/1,2025/2,2025/3", "帳票,○,○,○|検索,○,○,×|連携,×,○,○"),
    "a person of the team": ("日付,担当者名,内容", "2026/5/7,佐藤,電話した|2026/5/8,鈴木,訪問|2026/5/9,高橋,メール"),
    "one of two texts": ("Date,Aaa,Bbb,Notes", "2026-05-07,Fir,Ice,hi|2026-05-08,Elm,Sun,ho|2026-05-09,Fir,Fog,hm"),
}


@pytest.mark.parametrize("name", NOT_CUSTOMERS)
def test_other_names_are_no_customers(name: str, csv_table: Csv, match: Match, planned: Planning) -> None:
    head, rows = NOT_CUSTOMERS[name]
    one = csv_table("\n".join([head, *rows.split("|")]))
    matched = match(one)
    assert "account.name" not in {column.field for column in matched.columns}
    assert {Reason.NO_CUSTOMER, Reason.MONTHS_OF_WHAT} & {problem.reason for problem in matched.problems}
    assert not [draft for draft in planned(one).drafts if draft.kind is Kind.ACCOUNT]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Kunde,MRR,Start date", "Northwind,1,2024-01-01|Heron,2,2024-02-01|Alder,3,2024-03-01"),
        ("Kunde,Plan,Ort,MRR,Start date", "Jäger GmbH,Pro,Ulm,1,2024-01-01|Kern AG,Lite,Bonn,2,2024-02-01"),
        ("x,日付,内容", "㈱つくし,2026/5/7,電話|わかば,2026/5/8,訪問|㈱つくし,2026/5/9,訪問"),
        (",2025/1,2025/2,2025/3", "みどり,○,○,○|あさひ,○,○,×|ひかり,×,○,○"),
    ],
)
def test_names_that_are_borne_out_are_the_customers_and_that_is_said(
    head: str, rows: str, csv_table: Csv, match: Match
) -> None:
    matched = match(csv_table("\n".join([head, *rows.split("|")])))
    assert matched.columns[0].field == "account.name"
    assert Reason.COLUMN_TAKEN in {problem.reason for problem in matched.problems}


def test_a_deadline_is_not_the_day_of_a_row(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Title,Due,Status,Owner\nSend quote,2026-12-01,Open,Ann\nCall Bob,2026-12-02,Done,Ann"))
    assert matched.kind is TableKind.UNKNOWN


def test_what_a_table_of_use_is_broken_down_by_is_the_customer_where_its_title_says_so(
    csv_table: Csv, match: Match
) -> None:
    text = "Segment,2026-05-01,2026-06-01,2026-07-01\nElm Works,5,1,0\nFir and Sons,2,3,4\nOak Labs,1,1,2"
    by_company = match(csv_table(text, context="Active users by company"))
    assert by_company.columns[0].field == "account.name"
    by_country = match(csv_table(text, context="Active users by country"))
    assert by_country.columns[0].field != "account.name"


def test_a_column_of_companies_in_a_survey_is_who_answered(csv_table: Csv, match: Match) -> None:
    head = "Respondent ID,Email Address,Custom Data 1,How likely are you to recommend us?"
    rows = ("1,a@elm.example,{},9", "2,b@fir.example,{},7", "3,c@oak.example,{},3")
    names = ("Elm Works Ltd", "Fir and Sons Inc.", "Oak Labs")
    matched = match(csv_table("\n".join([head, *(row.format(name) for row, name in zip(rows, names, strict=True))])))
    assert {one.column.heading: one.field for one in matched.columns}["Custom Data 1"] == "account.name"
    assert [one.seen for one in matched.problems if one.reason is Reason.COLUMN_TAKEN] == ["Custom Data 1"]
    words = ("spring wave", "autumn wave", "winter")
    matched = match(csv_table("\n".join([head, *(row.format(word) for row, word in zip(rows, words, strict=True))])))
    assert {one.column.heading: one.field for one in matched.columns}["Custom Data 1"] == ""
