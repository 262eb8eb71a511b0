"""Prices with tax and before discounts: taken off exactly where the table tells how, else left out and asked."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from csdesk.intake.shapes import Choice, FoundTable, MatchedTable, Matching, Plan
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]
LEFT_OUT = {Reason.TAX_UNKNOWN, Reason.DISCOUNT_UNKNOWN}


def prices(matched: MatchedTable) -> list[object]:
    return [record.values["contract.mrr"] for record in matched.records]


@pytest.mark.parametrize(
    ("head", "cells", "context", "net"),
    [
        ("月額（税込）", "11000|5478", "", None),
        ("税込月額", "11000|5478", "", None),
        ("月額（税込10%）", "11000|5478|980", "", "10000|4980|891"),
        ("Monthly fee (incl. 20% VAT)", "120|60", "", "100|50"),
        ("月額", "11000|5478", "金額は税込", None),
        ("月額", "11000|5478", "金額は税込（消費税10％）", "10000|4980"),
        ("月額（税抜）", "11000|5478", "金額は税込", "11000|5478"),
        ("月額", "11000|5478", "税抜・税込は請求書による", "11000|5478"),
        ("税込月額,税率", "11000,10%|5400,8%", "", "10000|5000"),
        ("税込月額,消費税率", "11000,10|5400,8", "", "10000|5000"),
        ("月額料金税込", "11000|5478", "税率10%、税込", "10000|4980"),
        ("月額,税率", "10000,10%|5000,8%", "", "10000|5000"),
        ("月額", "¥11000（税込）|5478円(税込)", "", None),
        ("月額", "11000円(10%税込)|5478円(税込)", "", "10000|4980"),
        ("月額,税率", "11000円（税込）,10%|5400円（税込）,8%", "", "10000|5000"),
        ("Monthly fee", "120 incl. VAT|60 incl. VAT", "All prices incl. 20% VAT", "100|50"),
    ],
)
def test_prices_with_tax(head: str, cells: str, context: str, net: str | None, csv_table: Csv, match: Match) -> None:
    rows = "\n".join(f"C{at},{row},2024-01-01" for at, row in enumerate(cells.split("|")))
    matched = match(csv_table(f"顧客名,{head},契約開始日\n{rows}", context=context))
    wanted = [None] * len(matched.records) if net is None else [Decimal(one) for one in net.split("|")]
    assert prices(matched) == wanted
    assert any(problem.reason is Reason.TAX_UNKNOWN for problem in matched.problems) is (net is None)


def test_a_person_says_the_rate(csv_table: Csv, match: Match) -> None:
    one = csv_table("顧客名,月額（税込）,契約開始日\nA,11000,2024-01-01")
    assert prices(match(one, Matching(choices={Choice.TAX: "10%"}))) == [Decimal(10000)]
    assert prices(match(one, Matching(choices={Choice.TAX: "0%"}))) == [Decimal(11000)]


def test_where_only_some_cells_say_that_tax_is_in_them_those_are_refused(csv_table: Csv, match: Match) -> None:
    matched = match(
        csv_table("顧客名,月額,契約開始日\nA,10000円,2024-01-01\nB,11000円（税込）,2024-01-01\nC,5000円,2024-02-01")
    )
    assert prices(matched) == [Decimal(10000), None, Decimal(5000)]
    assert [problem.reason for problem in matched.problems if problem.refuses] == [Reason.NOT_MONEY]


@pytest.mark.parametrize(
    ("head", "cells", "taken"),
    [
        ("料金", "月額1,000円|月額2,000円", [1000, 2000]),
        ("月額", "1,000円|年額12,000円", [1000, None]),
        ("月額", "1,000円|1,000円/ID", [1000, None]),
        ("月額", "1,000円|無料", [1000, 0]),
        ("月額", "1,000円|10%", [1000, None]),
    ],
)
def test_amounts_with_words_of_their_own(
    head: str, cells: str, taken: list[int | None], csv_table: Csv, match: Match
) -> None:
    rows = "\n".join(f'C{at},"{cell}",2024-01-01' for at, cell in enumerate(cells.split("|")))
    matched = match(csv_table(f"顧客名,{head},契約開始日\n{rows}"))
    price = next(column.field for column in matched.columns if column.column.heading == head)
    assert [record.values[price] for record in matched.records] == taken


def test_a_grid_with_tax_is_no_mrr(csv_table: Csv, match: Match, planned: Planning) -> None:
    one = csv_table("顧客名,2025/1,2025/2,2025/3\nA,11000,11000,11000", context="売上（税込）")
    assert not [draft for draft in planned(one).drafts if draft.kind is Kind.CONTRACT]
    assert Reason.TAX_UNKNOWN in {problem.reason for problem in match(one).problems}


def test_what_is_left_out_is_kept_as_it_stood(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("顧客名,月額（税込）,契約開始日\nA,11000,2024-01-01"))
    line = next(draft for draft in plan.drafts if draft.kind is Kind.CONTRACT)
    assert (line.values.get("amount"), line.custom) == (None, {"月額（税込）": "11000"})


@pytest.mark.parametrize(
    ("head", "cells", "net"),
    [
        ("定価（月額）,割引率", "10000,10%|5000,|1985,10%", "9000|5000|"),
        ("List price (monthly),Discount %", "100,15|80,0", "85|80"),
        ("標準月額,値引額", "10000,1000|5000,", "9000|5000"),
        ("割引前月額,割引後月額", "10000,9000|5000,5000", "9000|5000"),
        ("List MRR,Net MRR,Discount", "100,90,10%|100,100,", "90|100"),
        ("月額,割引率", "10000,10%|5000,", "|5000"),
        ("月額,割引額", "10000,1000|5000,", "|5000"),
        ("MRR,Discount", "90,10%|50,", "90|50"),
        ("割引後月額,割引率", "9000,10%|5000,", "9000|5000"),
    ],
)
def test_prices_and_their_discounts(head: str, cells: str, net: str, csv_table: Csv, match: Match) -> None:
    rows = "\n".join(f"C{at},{row},2024-01-01" for at, row in enumerate(cells.split("|")))
    matched = match(csv_table(f"顧客名,{head},契約開始日\n{rows}"))
    wanted = [Decimal(one) if one else None for one in net.split("|")]
    assert prices(matched) == wanted
    assert sum(problem.reason in LEFT_OUT for problem in matched.problems) == wanted.count(None)


def test_a_person_says_what_the_discount_is_taken_off(csv_table: Csv, match: Match) -> None:
    one = csv_table("顧客名,月額,割引率,契約開始日\nA,10000,10%,2024-01-01")
    assert prices(match(one, Matching(choices={Choice.DISCOUNT: "before"}))) == [Decimal(9000)]
    assert prices(match(one, Matching(choices={Choice.DISCOUNT: "after"}))) == [Decimal(10000)]


def test_the_list_price_stays_beside_the_price(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("顧客名,定価（月額）,割引率,契約開始日\nA,10000,10%,2024-01-01"))
    line = next(draft for draft in plan.drafts if draft.kind is Kind.CONTRACT)
    assert (line.values["amount"], line.values["list_amount"]) == (9000, 10000)


def test_a_discount_that_cannot_be_read_refuses_its_row(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("顧客名,月額,割引率,契約開始日\nA,100,10%,2024-01-01\nB,100,2割,2024-01-01"))
    assert [(str(p.place), p.reason) for p in matched.problems if p.refuses] == [("C3", Reason.NOT_A_NUMBER)]


def test_an_amount_with_tax_by_its_own_rate(csv_table: Csv, match: Match) -> None:
    matched = match(
        csv_table(
            "Customer,Amount incl. VAT,VAT rate,Billing,Start\nA,120,20%,month,2024-01-01\nB,119,19%,year,2024-01-01"
        ),
        currency="EUR",
    )
    assert [record.values["contract.amount"] for record in matched.records] == [Decimal(100), Decimal(100)]
