"""An account's ids of several systems: kept by their headings, and rows of later files find it by any of them."""

from collections.abc import Callable

import pytest

from csdesk.intake.planning.accounts import is_telling
from csdesk.intake.shapes import FoundTable, MatchedTable, Plan
from csdesk.models.kinds import Kind
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]

_LIST = (
    "Customer,Customer code,Salesforce ID,Stripe ID,CSM,Health\n"
    "Acorn Ltd,K-001,0015g00000AAAAA,cus_A1,Kim,Green\n"
    "Birch Ltd,K-002,0015g00000BBBBB,cus_B2,Lee,Red"
)


@pytest.mark.parametrize(
    "heading",
    ["Stripe ID", "Salesforce Account ID", "HubSpot company ID", "Stripe顧客ID", "会計コード",
     "請求コード", "旧顧客番号", "freee取引先ID", "CRM no."],
)  # fmt: skip
def test_a_heading_names_a_system(heading: str, csv_table: Csv, match: Match) -> None:
    text = f"Customer,Customer code,{heading},CSM\nA,K-1,X-01,Kim\nB,K-2,X-02,Lee\nC,K-3,X-03,Kim"
    fields = {one.column.heading: one.field for one in match(csv_table(text)).columns}
    assert fields["Customer code"] == "account.external_id"
    assert fields[heading] == f"account.external_id@{heading}"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [("Contract ID", "X-01|X-02"), ("Invoice no.", "X-01|X-02"), ("Stripe ID", "X-01|X-01"), ("Stripe plan", "a|b")],
)
def test_other_columns_are_no_ids_of_accounts(heading: str, cells: str, csv_table: Csv, match: Match) -> None:
    rows = "\n".join(f"C{at} Ltd,K-{at},{cell},Kim" for at, cell in enumerate(cells.split("|")))
    fields = [one.field for one in match(csv_table(f"Customer,Customer code,{heading},CSM\n{rows}")).columns]
    assert f"account.external_id@{heading}" not in fields


@pytest.mark.parametrize("own", ["K-001", "0015g00000AAAAA", "cus_A1"])
def test_a_later_file_finds_the_account_by_any(own: str, csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    book.apply(planned(csv_table(_LIST)))
    plan = planned(csv_table(f"Customer ID,MRR,Start\n{own},500,2024-01-01"), book)
    acorn = next(row["id"] for row in book.rows(Kind.ACCOUNT) if row["name"] == "Acorn Ltd")
    assert [draft.values["account_id"] for draft in plan.drafts if draft.kind is Kind.CONTRACT] == [acorn]
    assert not [draft for draft in plan.drafts if draft.kind is Kind.ACCOUNT], "its own id stays what it is"


def test_a_later_list_finds_it_by_another_systems_id_under_another_name(
    csv_table: Csv, planned: Planning, book: MemoryBook
) -> None:
    book.apply(planned(csv_table(_LIST)))
    later = "Account,Stripe ID,MRR,Start\nAcorn Holdings,cus_A1,500,2024-01-01\nCedar,cus_C3,300,2024-01-01"
    plan = planned(csv_table(later), book)
    assert [draft.values["name"] for draft in plan.drafts if draft.kind is Kind.ACCOUNT] == ["Cedar"]
    book.apply(plan)
    assert planned(csv_table(later), book).drafts == ()


def test_the_same_list_again_changes_nothing(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    book.apply(planned(csv_table(_LIST)))
    assert {row["value"] for row in book.rows(Kind.CUSTOM_VALUE)} >= {"cus_A1", "0015g00000BBBBB"}
    assert planned(csv_table(_LIST), book).drafts == ()


def test_ids_that_many_systems_have_tell_nobody(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    book.apply(planned(csv_table("Customer,Customer code,Stripe ID,CSM\nA Ltd,K-1,101,Kim\nB Ltd,K-2,102,Kim")))
    plan = planned(csv_table("Customer ID,Customer,CSM\n101,Zebra,Lee"), book)
    assert [draft.values["name"] for draft in plan.drafts if draft.kind is Kind.ACCOUNT] == ["Zebra"]
    assert [is_telling(own) for own in ("101", "1000000101", "cus_A1", "ABC", "Acorn")] == [
        False, True, True, False, False
    ]  # fmt: skip


def test_an_id_of_two_accounts_is_nobodys(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    book.apply(planned(csv_table("Customer,CSM,Stripe ID\nA Ltd,Kim,cus_A1\nB Ltd,Kim,cus_B2")))
    field = next(row for row in book.rows(Kind.CUSTOM_VALUE) if row["value"] == "cus_B2")
    field["value"] = "cus_A1"
    plan = planned(csv_table("Customer ID,Customer,CSM\ncus_A1,Zebra,Lee"), book)
    assert [draft.values["name"] for draft in plan.drafts if draft.kind is Kind.ACCOUNT] == ["Zebra"]
