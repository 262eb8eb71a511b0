"""Contracts whose lines stand in a table within each record: every line is one of that contract."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.matching.words.inner_tables import own_headings
from csdesk.intake.planning import plan
from csdesk.intake.shapes import Choice, FoundTable, MatchedTable, Matching, TableKind
from csdesk.models.kinds import Kind
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]

TODAY = date(2026, 10, 31)
HEAD = (
    "レコードの開始行,契約番号,顧客名,契約開始日,自動更新,"
    "契約明細_プラン,契約明細_数量,契約明細_単価（税抜）,契約明細_備考"
)
ROWS = (
    "*,K-1,甲社,2024-04-01,する,基本,2,3000,\n"
    ",,,,,オプションA,1,500,初年度のみ\n"
    "*,K-2,乙社,2024-05-01,しない,基本,1,3000,"
)


def test_the_name_of_the_table_does_not_hide_what_a_line_tells(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table(f"{HEAD}\n{ROWS}"))
    assert matched.kind is TableKind.CONTRACTS
    assert {one.column.heading: one.field for one in matched.columns} == {
        "レコードの開始行": "",
        "契約番号": "contract.external_id",
        "顧客名": "account.name",
        "契約開始日": "contract.start",
        "自動更新": "contract.auto_renew",
        "契約明細_プラン": "contract.plan",
        "契約明細_数量": "contract.quantity",
        "契約明細_単価（税抜）": "contract.unit_amount",
        "契約明細_備考": "",
    }


@pytest.mark.parametrize(
    ("headings", "own"),
    [
        (["契約明細_数量", "契約明細_商品名"], ["数量", "商品名"]),
        (["契約明細_数量", "契約番号"], ["契約明細_数量", "契約番号"]),
        (["契約明細_備考", "契約明細_担当者名"], ["契約明細_備考", "契約明細_担当者名"]),
        (["契約_開始日", "契約_終了日"], ["契約_開始日", "契約_終了日"]),
        (["plan_quantity", "plan_product"], ["plan_quantity", "plan_product"]),
    ],
)
def test_only_what_a_line_tells_is_told_without_its_table(headings: list[str], own: list[str]) -> None:
    assert own_headings(headings) == own


def test_every_line_is_one_of_its_contract(csv_table: Csv, match: Match, book: MemoryBook) -> None:
    matched = match(csv_table(f"{HEAD}\n{ROWS}"), Matching(choices={Choice.PERIOD: "month"}))
    first = plan([matched], book.known, currency="JPY", as_of=TODAY)
    lines = [draft.values for draft in first.drafts if draft.kind is Kind.CONTRACT]
    assert [(line["external_id"], line.get("plan"), line["amount"], str(line["starts_on"])) for line in lines] == [
        ("K-1", "基本", 6000, "2024-04-01"),
        ("K-1", "オプションA", 500, "2024-04-01"),
        ("K-2", "基本", 3000, "2024-05-01"),
    ]
    assert [line["auto_renew"] for line in lines] == [True, True, False]
    assert len([draft for draft in first.drafts if draft.kind is Kind.ACCOUNT]) == 2
    book.apply(first)
    assert plan([matched], book.known, currency="JPY", as_of=TODAY).drafts == ()


def test_rows_that_tell_no_line_stay_a_part_of_their_record(csv_table: Csv, match: Match) -> None:
    rows = "*,K-1,甲社,2024-04-01,300,a@a.example\n,,,,,b@a.example\n*,K-2,乙社,2024-05-01,500,c@b.example"
    matched = match(csv_table(f"レコードの開始行,契約番号,顧客名,契約開始日,月額,担当者_メールアドレス\n{rows}"))
    drafts = plan([matched], {}, currency="JPY", as_of=TODAY).drafts
    assert len([draft for draft in drafts if draft.kind is Kind.CONTRACT]) == 2
