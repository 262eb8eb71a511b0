"""Columns whose headings hold a field's name and speak of another time, case, part or thing: none is taken for it, in
English and Japanese, where no other column could be the field and so nothing competes."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from csdesk.intake.matching.tables.recognising import recognise
from csdesk.intake.reading import read_files
from csdesk.intake.shapes import Column, FoundTable, Matching, TableKind

ROWS = 12
NAMES = [
    f"{name} Ltd" for name in ["Elm", "Fir", "Oak", "Ash", "Yew", "Bay", "Ivy", "Box", "Rue", "Hop", "Fern", "Moss"]
]
DAYS = [f"2025-{(at * 5) % 12 + 1:02d}-{(at * 7) % 27 + 1:02d}" for at in range(ROWS)]
MONEY = [str((at * 37 % 11 + 3) * 100) for at in range(ROWS)]
RATES = [str(at * 13 % 100) for at in range(ROWS)]
COUNTS = [str(at * 37 % 11 + 3) for at in range(ROWS)]
WORDS = ["Base", "Pro", "Edge"] * 4
PEOPLE = ["Ann Lee", "Bo Day", "Cy Fox", "Di Orr"] * 3

CONTRACTS = {
    "en": {"Customer": NAMES, "Product": WORDS, "Start date": DAYS, "Status": ["Active", "Active", "Canceled"] * 4},
    "ja": {"顧客名": NAMES, "商品": WORDS, "契約開始日": DAYS, "ステータス": ["有効", "有効", "解約"] * 4},
}
ACCOUNTS = {
    "en": {"Company": NAMES, "Industry": ["Retail", "Food", "IT"] * 4},
    "ja": {"会社名": NAMES, "業種": ["小売", "食品", "IT"] * 4},
}
PRICES = (
    "MRR (forecast)|MRR last month|Starting MRR|Beginning MRR|Projected MRR|Potential MRR|Pipeline MRR|At-risk MRR|"
    "MRR at risk|ARR at risk|Max MRR|Peak MRR|Average MRR|MRR per seat|Previous MRR|Target ARR|ARR (target)|"
    "Last invoice amount|Next invoice amount|Usage revenue|Remaining contract value|Price (old)|Next year price|"
    "Amount (expected)|Monthly fee (next year)|MRR then|Tax|Refunds|Quote|LTV|Credit limit|Setup fee|Gross margin|"
    "先月MRR|昨年MRR|前年ARR|想定MRR|MRR差分|最大MRR|平均単価|次回請求額|従量課金額|残契約金額|更新後月額|改定後月額|新月額|"
    "損失MRR|リスクMRR|月額（見込）|月額（旧）|契約金額（前回）|MRR（目標）|年額（来期）|料金（改定後）|月額（従量）|"
    "消費税|初期費用|未収金|粗利額|違約金|年商"
)
DAYS_OF_ANOTHER = (
    "Onboarding end|Price valid until|Quote expires|Card expiry|Warranty end|SLA end|NDA expiry|Paused until|"
    "Expected churn date|Previous renewal|Last renewal|Previous end date|Original end date|End (original)|Last active|"
    "Renewal date (previous)|Wk ending|Last login|Last invoice|Data as of|"
    "無料期限|見積有効期限|カード有効期限|保証期限|解約予測日|前回契約終了日|旧契約終了日|更新日（前回）|終了日（旧）|最終利用日|"
    "最終ログイン日|担当開始日|休止開始日|オンボーディング開始日"
)
SCORES = (
    "Churn risk score|Risk score|Previous health score|Prior health|Health target|Target NPS|Previous NPS|"
    "解約リスクスコア|リスクスコア|前回ヘルススコア|目標NPS"
)
SEATS = "Max seats|Free seats|Unused seats|Seats available|空きID数|上限ID数|無料ID数|未使用ID数|Number of contracts"
PLANS = "Previous plan|Old plan|Plan (new)|Target plan|Trial plan|旧プラン|前プラン|新プラン|変更後プラン|希望プラン"
OWNERS = "Previous CSM|Former owner|Last owner|New CSM|前任担当|旧担当|前担当者|新担当"
_TERMS = frozenset({"contract.start", "contract.end", "contract.renewal"})
_MONEY = frozenset({"contract.mrr", "contract.arr", "contract.amount", "contract.unit_amount", "account.total_paid"})
TABLE = [
    *((heading, MONEY, _MONEY) for heading in PRICES.split("|")),
    *((heading, DAYS, _TERMS) for heading in DAYS_OF_ANOTHER.split("|")),
    *((heading, RATES, frozenset({"health.score", "nps.score"})) for heading in SCORES.split("|")),
    *((heading, COUNTS, frozenset({"contract.quantity", "contract.external_id"})) for heading in SEATS.split("|")),
    *((heading, WORDS, frozenset({"contract.plan"})) for heading in PLANS.split("|")),
    *((heading, PEOPLE, frozenset({"account.owner"})) for heading in OWNERS.split("|")),
]


def found(columns: dict[str, list[str]]) -> FoundTable:
    heads = tuple(Column(heading, f"{chr(65 + at)}1", chr(65 + at)) for at, heading in enumerate(columns))
    rows, lines = tuple(zip(*columns.values(), strict=True)), tuple(range(2, ROWS + 2))
    return FoundTable("list.csv", "0" * 64, "", False, "", "utf-8", ",", heads, rows, lines)  # noqa: FBT003


@pytest.mark.parametrize(("heading", "values", "never"), TABLE, ids=[line[0] for line in TABLE])
def test_no_look_alike_is_taken(heading: str, values: Sequence[str], never: frozenset[str]) -> None:
    language = "en" if heading.isascii() else "ja"
    for base in (CONTRACTS[language], ACCOUNTS[language]):
        last = recognise(found({**base, heading: list(values)}), Matching()).columns[-1]
        assert last.field.partition("@")[0] not in never


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("MRR", MONEY, "contract.mrr"),
        ("MRR (USD)", MONEY, "contract.mrr"),
        ("Current MRR", MONEY, "contract.mrr"),
        ("月額（税抜）", MONEY, "contract.mrr"),
        ("現在の月額料金", MONEY, "contract.mrr"),
        ("Original contract start date", DAYS, "contract.start"),
        ("Contract renewal date", DAYS, "contract.renewal"),
        ("次回更新日", DAYS, "contract.renewal"),
        ("Number of seats", COUNTS, "contract.quantity"),
        ("現プラン", WORDS, "contract.plan"),
        ("CSM", PEOPLE, "account.owner"),
    ],
)
def test_the_field_itself_is_taken_still(heading: str, values: Sequence[str], field: str) -> None:
    base = {
        k: v for k, v in CONTRACTS["en" if heading.isascii() else "ja"].items() if v is not DAYS or values is not DAYS
    }
    assert recognise(found({**base, heading: list(values)}), Matching()).columns[-1].field == field


def test_an_id_that_many_customers_share_is_not_theirs() -> None:
    invoices = {"Invoice number": [f"I-{at}" for at in range(ROWS)], "ContactName": NAMES, "Invoice date": DAYS}
    matched = recognise(found({**invoices, "Total": MONEY, "AccountCode": ["200"] * ROWS}), Matching())
    assert matched.kind is TableKind.INVOICES
    assert [one.field for one in matched.columns][1::3] == ["account.name", ""]


def test_a_list_of_tasks_is_no_list_of_tickets() -> None:
    work = {"Task ID": COUNTS, "Created At": DAYS, "Completed At": DAYS, "Name": WORDS, "Assignee": PEOPLE}
    assert recognise(found({**work, "Due Date": DAYS, "Tags": WORDS, "Customer": NAMES}), Matching()).kind in {
        TableKind.TASKS,
        TableKind.MILESTONES,
    }


def test_a_register_of_risks_is_no_list_of_tickets() -> None:
    risks = {"Risk ID": COUNTS, "Raised": DAYS, "Description": WORDS, "Impact (1-5)": COUNTS, "Risk owner": PEOPLE}
    matched = recognise(found({**risks, "Status": WORDS, "Closed on": DAYS}), Matching())
    assert matched.kind is not TableKind.TICKETS


def test_customers_whose_stage_is_the_word_for_a_customer_are_a_table(tmp_path: Path) -> None:
    head = (
        "レコードID,会社名,ドメイン名,会社の担当者,作成日,電話番号,最終連絡日時,市区町村,業種,ライフサイクルステージ,リードステータス,"
        "年収,メモ欄1,メモ欄2,メモ欄3"
    )
    stages = ["顧客", "リード", "商談"] * 4
    lines = [f"{at},例{at}社,,,2025-01-10,,,架空市,小売,{stage},新規,1,,," for at, stage in enumerate(stages)]
    path = tmp_path / "companies.csv"
    path.write_text("\n".join((head, *lines)), "utf-8")
    (table,) = read_files([path])
    assert [len(table.rows), table.columns[1].heading] == [12, "会社名"]
