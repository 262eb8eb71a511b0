"""A year's revenue in a list of companies is their own; it is what we are paid where contracts alone are told of."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]


def fields(matched: MatchedTable) -> dict[str, str]:
    return {one.column.heading: one.field for one in matched.columns}


@pytest.mark.parametrize(
    "heading", ["年間売上", "年間収益", "年商", "年間売上高", "売上高", "Yearly revenue", "Annual turnover"]
)
def test_what_a_company_takes_in_a_year_is_no_contract(heading: str, csv_table: Csv, match: Match) -> None:
    rows = "甲社,佐見,50000000\n乙社,田仮,70000000\n丙社,佐見,80000000"
    told = fields(match(csv_table(f"会社名,会社の担当者,{heading}\n{rows}")))
    assert told == {"会社名": "account.name", "会社の担当者": "account.owner", heading: ""}


@pytest.mark.parametrize("beside", ["業種", "従業員数"])
def test_beside_its_trade_or_size_it_is_so_even_with_a_plan(beside: str, csv_table: Csv, match: Match) -> None:
    rows = "甲社,20,基本,2024/4/1,50000000\n乙社,30,基本,2024/5/1,70000000"
    told = fields(match(csv_table(f"会社名,{beside},プラン,契約開始日,年間売上\n{rows}")))
    assert told["年間売上"] == ""
    assert told["契約開始日"] == "contract.start"


def test_where_contracts_alone_are_told_of_it_is_what_we_are_paid(csv_table: Csv, match: Match) -> None:
    rows = "甲社,基本,2024/4/1,500000\n乙社,基本,2024/5/1,700000"
    assert fields(match(csv_table(f"会社名,プラン,契約開始日,年間売上\n{rows}")))["年間売上"] == "contract.arr"


def test_beside_a_price_it_is_none(csv_table: Csv, match: Match) -> None:
    rows = "甲社,2024/4/1,5000,500000\n乙社,2024/5/1,7000,700000"
    told = fields(match(csv_table(f"会社名,契約開始日,月額,年間売上\n{rows}")))
    assert (told["月額"], told["年間売上"]) == ("contract.mrr", "")


def test_a_bare_revenue_beside_the_number_of_employees_is_the_companys(csv_table: Csv, match: Match) -> None:
    rows = "A Ltd,20,5000000\nB Ltd,30,7000000"
    assert fields(match(csv_table(f"Account Name,Employees,Revenue\n{rows}")))["Revenue"] == ""
    rows = "A Ltd,2024-04-01,5000\nB Ltd,2024-05-01,7000"
    assert fields(match(csv_table(f"Customer,Start date,Revenue\n{rows}")))["Revenue"] == "contract.amount"
