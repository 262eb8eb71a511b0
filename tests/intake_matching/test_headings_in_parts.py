"""Headings that no list has whole: read by their parts, by the columns beside them, or asked about."""

from collections.abc import Callable

import pytest

from csdesk.intake.matching.words.headings import hits
from csdesk.intake.shapes import Choice, FoundTable, MatchedTable, TableKind
from csdesk.models.problems import Reason

Table = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]

NAMES = ("Northwind", "Blue Heron", "Alder", "Quartz", "Tidewater", "Fennel", "Marlow", "Juniper")
PLAIN = {"account": "Customer", "plan": "Plan", "price": "MRR", "start": "Start date", "end": "Churned on"}
VALUES = {
    "account": NAMES,
    "plan": ("Basic", "Pro") * 4,
    "price": tuple(str(1000 * (at + 2)) for at in range(8)),
    "start": tuple(f"2023-0{at + 1}-1{at}" for at in range(8)),
    "end": tuple(f"2024-0{at + 1}-20" if at % 3 == 0 else "" for at in range(8)),
}


def told(table: Table, match: Match, **headings: str) -> dict[str, str]:
    """Fields by column of a list of contracts with some headings in other words."""
    names = {**PLAIN, **headings}
    rows = list(zip(*(VALUES[name] for name in PLAIN), strict=True))
    matched = match(table([names[name] for name in PLAIN], rows))
    assert matched.kind is TableKind.CONTRACTS
    return {name: column.field for name, column in zip(PLAIN, matched.columns, strict=True)}


@pytest.mark.parametrize(
    "heading",
    ["Fee / month", "Price p.m.", "Net amount (monthly)", "mthly fee", "$/month", "料金/月", "金額（月）",
     "毎月の請求額", "月次請求額", "1ヶ月あたりの料金", "月額 (税別)", "MRR now", "Monthly retainer"],
)  # fmt: skip
def test_a_price_for_a_month_is_known_by_its_parts(heading: str, table: Table, match: Match) -> None:
    assert told(table, match, price=heading)["price"] == "contract.mrr"


@pytest.mark.parametrize(
    "heading", ["Price / year", "Fee per annum", "Licence p.a. (price)", "料金/年", "年間請求額", "1年あたりの料金"]
)
def test_a_price_for_a_year_is_known_by_its_parts(heading: str, table: Table, match: Match) -> None:
    assert told(table, match, price=heading)["price"] == "contract.arr"


@pytest.mark.parametrize(
    "heading", ["Active since", "Contract commencement", "起算日", "サービスイン", "ご利用開始年月日", "startdate"]
)
def test_a_first_day_is_known_by_its_parts(heading: str, table: Table, match: Match) -> None:
    assert told(table, match, start=heading)["start"] == "contract.start"


@pytest.mark.parametrize(
    "heading", ["Offboarded on", "Access until", "Date lost", "ENDDATE", "契約終わり", "ご解約年月日", "Closed on"]
)
def test_a_last_day_is_known_by_its_parts(heading: str, table: Table, match: Match) -> None:
    assert told(table, match, end=heading)["end"] == "contract.end"


@pytest.mark.parametrize(
    "heading", ["Name of customer", "Cust. name", "ご契約者様名", "契約社名", "Customer / Company", "CUSTOMER_NAME"]
)
def test_a_customer_is_known_by_its_parts(heading: str, table: Table, match: Match) -> None:
    assert told(table, match, account=heading)["account"] == "account.name"


@pytest.mark.parametrize(
    "heading",
    ["Monthly active users", "Billing cycle (months)", "Monthly logins", "契約期間(月)", "New MRR", "MRR増減",
     "Account manager", "Customer satisfaction", "Trial end", "割引終了", "Renewal reminder", "担当者", "会社の住所"],
)  # fmt: skip
def test_other_things_are_no_prices_days_or_customers(heading: str) -> None:
    wrong = {"contract.mrr", "contract.arr", "contract.start", "contract.end", "account.name"}
    assert not wrong & {hit.field.id for hit in hits(heading)}


def test_a_price_without_a_period_is_asked_about(table: Table, match: Match) -> None:
    rows = list(zip(*(VALUES[name] for name in PLAIN), strict=True))
    matched = match(table([{**PLAIN, "price": "Fee"}[name] for name in PLAIN], rows))
    finding = next(one for one in matched.findings if one.choice is Choice.PERIOD)
    assert (finding.answer, finding.certain) == ("unknown", False)


def test_a_price_by_the_piece_counts_by_the_pieces(csv_table: Table, match: Match) -> None:
    text = "Customer,Monthly unit price,Seats,Start\nNorthwind,800,36,2023-01-01\nAlder,1200,5,2023-02-01\n"
    matched = match(csv_table(text))
    assert [column.field for column in matched.columns][1:3] == ["contract.unit_amount", "contract.quantity"]
    assert next(one for one in matched.findings if one.choice is Choice.PERIOD).answer == "month"


def test_what_may_be_missing_is_said_at_its_heading(csv_table: Table, match: Match) -> None:
    text = "Customer,Zahlung,Start date,Bis\n" + "".join(
        f"{name},{100 + at},2024-0{at + 1}-01,2024-1{at % 3}-20\n" for at, name in enumerate(NAMES)
    )
    said = [p for p in match(csv_table(text)).problems if p.reason is Reason.NOT_MATCHED]
    assert [(str(p.place), p.field, p.seen, p.refuses) for p in said] == [
        ("B1", "contract.mrr", "Zahlung", False),
        ("D1", "contract.end", "Bis", False),
    ]


def test_the_one_column_of_names_is_taken_and_that_is_said(csv_table: Table, match: Match) -> None:
    text = "Kunde,MRR,Start date\n" + "".join(f"{name},{100 + at},2024-01-0{at + 1}\n" for at, name in enumerate(NAMES))
    matched = match(csv_table(text))
    assert matched.columns[0].field == "account.name"
    assert [(str(p.place), p.seen) for p in matched.problems if p.reason is Reason.COLUMN_TAKEN] == [("A1", "Kunde")]


def test_a_customer_that_comes_again_makes_no_list_of_customers(csv_table: Table, match: Match) -> None:
    text = "日時,対応内容,区分,お客さま名\n" + "".join(
        f"2024/2/{at + 1},状況の確認 {at},{'電話' if at % 2 else '訪問'},{NAMES[at % 3]}\n" for at in range(9)
    )
    assert match(csv_table(text)).kind is TableKind.TOUCHES


def test_costs_are_no_invoices_for_want_of_a_customer(csv_table: Table, match: Match) -> None:
    text = "No,Period,Item,Total\n" + "".join(f"{at + 1},2024-0{at + 1}-01,Ads {at},{1000 + at}\n" for at in range(6))
    assert match(csv_table(text)).kind is TableKind.COSTS


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["01/04/2024", "01/05/2024", "01/06/2024"], "dmy"),
        (["04/01/2024", "05/01/2024", "06/01/2024"], "mdy"),
    ],
)
def test_first_days_of_months_settle_the_order(column: list[str], order: str, csv_table: Table, match: Match) -> None:
    text = "Month,Item,Cost\n" + "".join(f"{day},Ads,{100 + at}\n" for at, day in enumerate(column))
    matched = match(csv_table(text))
    finding = next(one for one in matched.findings if one.choice is Choice.DATE_ORDER)
    assert (finding.answer, finding.certain) == (order, True)
    assert [record.values["cost.month"] for record in matched.records] == ["2024-04", "2024-05", "2024-06"]


def test_short_months_are_no_days(csv_table: Table, match: Match) -> None:
    text = "年月,費目,金額\n" + "".join(f"24/{at + 4},広告費,{1000 + at}\n" for at in range(4))
    months = [record.values["cost.month"] for record in match(csv_table(text)).records]
    assert months == ["2024-04", "2024-05", "2024-06", "2024-07"]


def test_each_column_of_dates_may_have_its_own_order(csv_table: Table, match: Match) -> None:
    text = "Customer,MRR,Start date,Churned on\nA,1,13/04/2024,05/20/2024\nB,2,01/05/2024,06/30/2024\n"
    records = match(csv_table(text)).records
    assert [str(record.values["contract.start"]) for record in records] == ["2024-04-13", "2024-05-01"]
    assert [str(record.values["contract.end"]) for record in records] == ["2024-05-20", "2024-06-30"]
