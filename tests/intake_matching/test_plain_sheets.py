"""Everyday customer sheets under plain headings: taken as they stand, whatever else is noted beside the customer."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import Choice, FoundTable, MatchedTable, Plan, TableKind
from csdesk.models.kinds import Kind

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]

NAMES = ("Acme", "Bluebird", "Corvid")


def drafts(plan: Plan, kind: Kind) -> list[dict[str, object]]:
    return [dict(draft.values) for draft in plan.drafts if draft.kind is kind]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Name,Status,Owner", "Active,Ana"),
        ("Name,Owner,Status", "Ana,Active"),
        ("名前,状態,担当", "契約中,佐藤"),
        ("Name,Status,Owner,Notes", "Active,Ana,likes us"),
        ("Name,Category,Owner", "SMB,Ana"),
    ],
)
def test_names_with_a_standing_and_an_owner_are_accounts(
    headings: str, cells: str, csv_table: Csv, match: Match
) -> None:
    table = match(csv_table(headings + "\n" + "\n".join(f"{name},{cells}" for name in NAMES)))
    assert table.kind is TableKind.ACCOUNTS
    assert [record.values["account.name"] for record in table.records] == list(NAMES)


@pytest.mark.parametrize("headings", ["Name,Status,Owner,Priority,Opened", "Subject,Status,Assignee,Priority,Opened"])
def test_names_with_a_priority_and_a_day_of_opening_stay_tickets(headings: str, csv_table: Csv, match: Match) -> None:
    rows = "\n".join(f"{name},Open,Ana,High,2026-01-0{at}" for at, name in enumerate(NAMES, 1))
    assert match(csv_table(f"{headings}\n{rows}")).kind is TableKind.TICKETS


def test_a_bare_name_beside_an_address_is_who_pays(csv_table: Csv, planned: Planning) -> None:
    rows = "\n".join(f"{name},hi@{name.lower()}.example,Pro,29,2025-01-10" for name in NAMES)
    plan = planned(csv_table(f"Name,Email,Plan,MRR,Start\n{rows}"))
    assert [row["name"] for row in drafts(plan, Kind.ACCOUNT)] == list(NAMES)
    assert [row["amount"] for row in drafts(plan, Kind.CONTRACT)] == [29, 29, 29]


@pytest.mark.parametrize(
    ("heading", "term", "last_day"),
    [
        ("契約期間", "1年", "2026-03-31"),
        ("契約期間", "2年", "2027-03-31"),
        ("Term", "1 year", "2026-03-31"),
        ("Contract length", "1yr", "2026-03-31"),
        ("Contract length", "6 mo", "2025-09-30"),
    ],
)
def test_a_short_term_that_says_its_unit_is_a_term(
    heading: str, term: str, last_day: str, csv_table: Csv, planned: Planning
) -> None:
    rows = "\n".join(f"{name},100,2025-04-01,{term}" for name in NAMES)
    plan = planned(csv_table(f"Customer,MRR,Start,{heading}\n{rows}"))
    assert [str(row["term_ends_on"]) for row in drafts(plan, Kind.CONTRACT)] == [last_day] * 3


@pytest.mark.parametrize(
    ("headings", "cells", "kind"),
    [
        ("Account,Owner,MRR,Renewal,To do,Due", "Ana,300,2026-11-01,Send deck,2026-10-02", TableKind.ACCOUNTS),
        ("会社名,担当,月額,更新日,宿題,期限", "佐藤,300,2026/11/1,資料送付,2026/10/2", TableKind.ACCOUNTS),
        ("顧客,プラン,月額,開始日,タスク,期日", "P,300,2025/4/1,資料送付,2026/10/2", TableKind.CONTRACTS),
    ],
)
def test_a_task_noted_beside_what_an_account_pays_leaves_it_an_account(
    headings: str, cells: str, kind: TableKind, csv_table: Csv, match: Match
) -> None:
    table = match(csv_table(headings + "\n" + "\n".join(f"{name},{cells}" for name in NAMES)))
    assert table.kind is kind
    assert [record.values["contract.mrr"] for record in table.records] == [300, 300, 300]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("Invoice,Customer,Date,Amount,Paid", "INV-{at},{name},2025-0{at}-01,500,Yes"),
        ("請求日,請求先,金額,税,合計,入金", "2025/{at}/28,{name},450,50,500,済"),
    ],
)
def test_bills_to_accounts_that_come_again_are_invoices(headings: str, row: str, csv_table: Csv, match: Match) -> None:
    rows = "\n".join(row.format(at=at, name=NAMES[at % 3]) for at in range(1, 9))
    table = match(csv_table(f"{headings}\n{rows}"))
    assert table.kind is TableKind.INVOICES
    assert [record.values["invoice.total"] for record in table.records] == [500] * 8


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Customer,Plan,MRR,MRR change,Start", "Pro,300,20,2025-04-01"),
        ("会社,プラン,月額,増減額,開始日", "Pro,300,20,2025/4/1"),
    ],
)
def test_how_mrr_changed_of_late_leaves_a_list_of_contracts_one(
    headings: str, cells: str, csv_table: Csv, planned: Planning
) -> None:
    plan = planned(csv_table(headings + "\n" + "\n".join(f"{name},{cells}" for name in NAMES)))
    assert [row["amount"] for row in drafts(plan, Kind.CONTRACT)] == [300, 300, 300]


def test_a_log_of_changes_with_each_account_once_is_no_list_of_contracts(csv_table: Csv, match: Match) -> None:
    rows = "\n".join(f"2025-04-01,{name},300,100,Upgrade" for name in NAMES)
    assert match(csv_table(f"Effective,Customer,MRR,MRR change,Type\n{rows}")).kind is TableKind.MOVEMENTS


def test_a_name_below_a_heading_of_its_group_is_the_account(csv_table: Csv, match: Match) -> None:
    heading = "顧客情報 名称,顧客情報 コード,契約情報 開始,契約情報 終了,契約情報 月額,担当 営業"
    rows = "青空商事,A1,2025/4/1,2026/3/31,300,佐藤\nいろは堂,A2,2025/5/1,2026/4/30,300,鈴木"
    table = match(csv_table(f"{heading}\n{rows}"))
    assert table.kind is TableKind.CONTRACTS
    assert [record.values["account.name"] for record in table.records] == ["青空商事", "いろは堂"]


@pytest.mark.parametrize("heading", ["Ended on", "Service end", "Last day of service", "サービス終了日", "利用終了日"])
def test_few_ends_beside_renewals_are_true_ends_whatever_the_status(heading: str, csv_table: Csv, match: Match) -> None:
    rows = "\n".join(
        f"{name} Example,active,100,2024-01-01,2025-01-01,{end}"
        for name, end in (("A", ""), ("B", "2024-08-31"), ("C", ""))
    )
    matched = match(csv_table(f"Customer,Status,MRR,Start,Renewal date,{heading}\n{rows}"))
    assert [column.field for column in matched.columns][4:] == ["contract.renewal", "contract.end"]
    (meaning,) = [finding for finding in matched.findings if finding.choice is Choice.END_DATE]
    assert (meaning.answer, meaning.certain) == ("service", True)


def test_an_end_of_every_term_beside_its_renewal_stays_the_terms(csv_table: Csv, match: Match) -> None:
    rows = "\n".join(f"{name} Example,active,100,2024-01-01,2025-01-01,2024-12-31" for name in "ABC")
    matched = match(csv_table(f"Customer,Status,MRR,Start,Renewal date,サービス終了日\n{rows}"))
    (meaning,) = [finding for finding in matched.findings if finding.choice is Choice.END_DATE]
    assert meaning.answer == "renewal"
