"""Headings that people use every day, in a small sheet of the kind they stand in."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable

Table = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]

COMPANIES = ["月商堂", "星光社", "海山屋"]
DAYS = ["2024-05-01", "2024-06-15", "2024-07-20"]
PEOPLE = ["佐藤", "鈴木", "佐藤"]
BESIDE: dict[str, dict[str, list[str]]] = {
    "price and start": {"MRR": ["100", "200", "300"], "Start date": DAYS},
    "start": {"Customer": COMPANIES, "Start date": DAYS},
    "price": {"Customer": COMPANIES, "MRR": ["100", "200", "300"]},
    "facts": {"顧客名": COMPANIES, "業種": ["製造", "小売", "IT"], "住所": ["東京", "大阪", "京都"]},
    "left": {"Customer": COMPANIES, "MRR": ["1", "2", "3"], "Start date": DAYS, "Churned on": ["2025-05-01", "", ""]},
    "touch": {"顧客名": COMPANIES, "内容": ["電話した", "訪問して説明", "メール送付"]},
    "visit": {"訪問日": DAYS, "顧客名": COMPANIES, "訪問者": PEOPLE, "内容": ["説明", "見積", "更新"]},
    "contact": {"会社名": COMPANIES, "氏名": ["山 一", "川 二", "林 三"], "メール": ["a@a.example", "b@b.example", ""]},
    "ticket": {"Raised": DAYS, "Customer": COMPANIES, "Issue": ["Slow", "Down", "Odd"], "Severity": ["P1", "P2", "P3"]},
    "invoice": {"Inv #": ["1", "2", "3"], "Bill to": COMPANIES, "Due": DAYS, "VAT": ["1", "2", "3"]},
}
HEADINGS: list[tuple[str, str, str, list[str]]] = [
    ("price and start", "account.name", "訪問先 お客さま 解約企業 相手先 相手先企業 架電先 訪問企業 取引先", COMPANIES),
    ("price and start", "account.name", "Sold to|Lost customer", COMPANIES),
    ("start", "contract.mrr", "月謝 Rev/mo", ["10000", "20000", "30000"]),
    ("start", "contract.amount", "保守料金 顧問料 Retainer", ["10000", "20000", "30000"]),
    ("start", "contract.arr", "Per annum", ["10000", "20000", "30000"]),
    ("left", "contract.churn_reason", "主な理由|Main reason", ["価格", "", ""]),
    ("price", "contract.start", "Contract date|First billed", DAYS),
    ("touch", "touch.date", "商談日 記入日 月日", DAYS),
    ("touch", "touch.date", "Spoke on", DAYS),
    ("facts", "account.owner", "CSオーナー カスタマーサクセス フォロー担当 サポート担当", PEOPLE),
    ("facts", "account.owner", "CS lead|Looked after by", PEOPLE),
    ("facts", "account.tier", "対応レベル", ["ハイタッチ", "ロータッチ", "テックタッチ"]),
    ("visit", "contact.name", "面談者", ["山 一", "川 二", "林 三"]),
    ("contact", "contact.decision_maker", "キーマン", ["○", "", "○"]),
    ("ticket", "ticket.external_id", "Case", ["551", "552", "553"]),
    ("ticket", "ticket.status", "State", ["Closed", "Open", "Open"]),
    ("ticket", "ticket.assignee", "Handled by", PEOPLE),
    ("invoice", "invoice.total", "Gross", ["110", "220", "330"]),
]
CASES = [
    pytest.param(sheet, field, heading, values, id=heading)
    for sheet, field, headings, values in HEADINGS
    for heading in (headings.split("|") if "|" in headings or headings.isascii() else headings.split())
]


@pytest.mark.parametrize(("sheet", "field", "heading", "values"), CASES)
def test_an_everyday_heading(
    sheet: str, field: str, heading: str, values: list[str], table: Table, match: Match
) -> None:
    columns = {**BESIDE[sheet], heading: values}
    matched = match(table(list(columns), list(zip(*columns.values(), strict=True))))
    assert {column.column.heading: column.field for column in matched.columns}[heading] == field


@pytest.mark.parametrize(
    ("sheet", "heading", "values"),
    [("ticket", "State", ["Ohio", "Utah", "Iowa"]), ("facts", "キーマン", ["山 一", "川 二", "林 三"])],
)
def test_the_same_heading_over_other_values(
    sheet: str, heading: str, values: list[str], table: Table, match: Match
) -> None:
    columns = {**BESIDE[sheet], heading: values}
    matched = match(table(list(columns), list(zip(*columns.values(), strict=True))))
    found = {column.column.heading: column.field for column in matched.columns}[heading]
    assert found in {"", "contact.name"}
