"""Kinds that look alike: tables that are none of ours, and columns and months that are not what they might be."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, TableKind
from csdesk.models.kinds import Kind

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]

STRANGERS = {
    "staff": "氏名,メール,役割,時間単価|青木 一,aoki@us.example,CSM,5000|白井 二,shirai@us.example,サポート,4000",
    "products": "プロダクト名,コード,カテゴリ|基本プラン,P01,本体|分析オプション,P02,オプション",
    "anything": "Name,Code,Category|Base,P01,Core|Analytics,P02,Addon",
}
OURS = {
    "companies": "Name,Code,Category|Acme Ltd,C1,Retail|Bolt GmbH,C2,Food",
    "accounts": "Name,Industry,Owner|Acme,Retail,Ann|Bolt,Food,Bo",
    "lines that start": "契約先,契約種別,月額,開始日|A社,新規,100,2024/1/1|A社,増額,50,2024/5/1|B社,新規,9,2024/6/1",
    "next steps": "顧客,次回アクション,期限,更新日,月額|A社,訪問,2026/1/5,2026/3/1,100|B社,電話,2026/1/9,2026/4/1,200",
    "discounts": "Customer,Plan,MRR (before discount),MRR (after discount),Start|Acme,Pro,100,90,2024-01-01",
}


@pytest.mark.parametrize("name", STRANGERS)
def test_nothing_is_made_of_strangers(name: str, csv_table: Csv, match: Match, planned: Planning) -> None:
    one = csv_table(STRANGERS[name].replace("|", "\n"))
    assert match(one).kind is TableKind.UNKNOWN
    assert not planned(one).drafts


@pytest.mark.parametrize("name", OURS)
def test_ours_are_no_strangers(name: str, csv_table: Csv, match: Match) -> None:
    assert match(csv_table(OURS[name].replace("|", "\n"))).kind in {TableKind.ACCOUNTS, TableKind.CONTRACTS}


@pytest.mark.parametrize(
    ("rows", "about", "kind"),
    [
        ("120,98,131|30,45,12|55,0,71", "", TableKind.ACCOUNTS),
        ("12,15,9|3,4,4|0,7,12", "", TableKind.ACCOUNTS),
        ("10,10,10|3,3,3|25,25,25", "", TableKind.ACCOUNTS),
        ("12,15,9|3,4,4|0,7,12", "MRR by month", TableKind.MATRIX),
        ("120,98,131|30,45,12|55,0,71", "売上（千円）", TableKind.MATRIX),
        ("¥120,¥98,¥131|¥30,¥45,¥12|¥55,,¥71", "", TableKind.MATRIX),
        ("30000,30000,30000|,50000,50000|10000,10000,", "", TableKind.MATRIX),
        ("119,119,119|,149,149|399,399,", "", TableKind.MATRIX),
        ("9.5,9.5,9.5|,4.99,4.99", "", TableKind.MATRIX),
        ("12300,15600,9800|3100,4400,4900", "", TableKind.MATRIX),
        ("○,○,|,○,○|○,,", "", TableKind.MATRIX),
        ("○,○,|,○,○|○,,", "利用状況", TableKind.MATRIX),
        ("100,100,200|300,300,300", "アクセス状況", TableKind.ACCOUNTS),
        ("1000,1000,1000|3000,3000,3000", "API usage", TableKind.USE),
        ("100,100,100|300,300,300", "工数（時間）", TableKind.ACCOUNTS),
        ("1000,1000,1000|3000,3000,3000", "Billed by API usage", TableKind.MATRIX),
        ("300,300,300|200,200,200", "MRR forecast", TableKind.ACCOUNTS),
        ("30000,30000,30000|20000,20000,20000", "売上予算", TableKind.ACCOUNTS),
    ],
)
def test_counts_by_month_are_no_amounts(
    rows: str, about: str, kind: TableKind, csv_table: Csv, match: Match, planned: Planning
) -> None:
    lines = [f"Customer {at},{row}" for at, row in enumerate(rows.split("|"))]
    one = csv_table("\n".join(["Company,2025/1,2025/2,2025/3", *lines]), context=about)
    assert match(one).kind is kind
    assert any(draft.kind is Kind.CONTRACT for draft in planned(one).drafts) is (kind is TableKind.MATRIX)


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Subscription", ("Pro", "Basic", "Pro"), "contract.product"),
        ("Subscription", ("sub_1Aa", "sub_2Bb", "sub_3Cc"), "contract.external_id"),
        ("Subscription ID", ("alpha", "beta", "gamma"), "contract.external_id"),
    ],
)
def test_a_subscription_is_its_plan_or_its_id(
    heading: str, cells: tuple[str, ...], field: str, csv_table: Csv, match: Match
) -> None:
    rows = "\n".join(f"C{at},{cell},100,2024-01-01" for at, cell in enumerate(cells))
    assert match(csv_table(f"Company,{heading},MRR,Start date\n{rows}")).columns[1].field == field


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Risk?", ("Y", "N", "no"), "account.at_risk"),
        ("解約リスク", ("○", "×", "○"), "account.at_risk"),
        ("Risk", ("High", "Low", "Low"), "health.band"),
    ],
)
def test_a_risk_is_a_flag_or_a_band(
    heading: str, cells: tuple[str, ...], field: str, csv_table: Csv, match: Match
) -> None:
    rows = "\n".join(f"C{at},{cell},Ann" for at, cell in enumerate(cells))
    assert match(csv_table(f"Customer,{heading},CSM\n{rows}")).columns[1].field == field


@pytest.mark.parametrize(
    ("end", "left", "ended", "term"),
    [
        ("Contract end", "Cancelled on", date(2024, 12, 31), date(2025, 3, 31)),
        ("契約終了日", "キャンセル日", date(2024, 12, 31), date(2025, 3, 31)),
        ("契約終了日", "解約申込日", date(2025, 3, 31), None),
        ("Ended at", "Canceled at", date(2025, 3, 31), None),
    ],
)
def test_a_cancelled_contract_ends_before_its_term(
    end: str, left: str, ended: date, term: date | None, csv_table: Csv, planned: Planning
) -> None:
    text = f"顧客名,月額,契約開始日,{end},{left}\n青社,1000,2024/4/1,2025/3/31,2024/12/31\n赤社,1000,2024/4/1,,"
    first = next(draft for draft in planned(csv_table(text)).drafts if draft.kind is Kind.CONTRACT)
    assert first.values["ended_on"] == ended
    assert first.values.get("term_ends_on") == term
