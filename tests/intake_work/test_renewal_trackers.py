"""Trackers of renewals: they tell of the contracts that run, and never make a second one of them."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.shapes import MatchedTable, Plan, TableKind, Verdict
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

from .conftest import HeldBook, drafted

Matched = Callable[..., MatchedTable]
Planned = Callable[..., Plan]
TRACKER = "Account,Renewal date,MRR,Owner,Likelihood,Status,Next action,Next action date"
TRACKERS = [
    f"{TRACKER}|Acme,2027-01-31,500,Ann,80%,In negotiation,Send offer,2026-12-10|Bolt,2026-12-31,300,Bo,30%,Renewed,,",
    "Customer,Contract end date,ARR,CSM,Renewal probability,Renewal status|Acme,2027-01-31,6000,Ann,80%,OK|Bolt,,1,,,",
    "顧客名,更新日,月額,担当CSM,更新見込み,リスク,更新ステータス|楓社,2027/1/31,50000,青木,高,低,交渉中|柳社,2026/12/31,30000,白井,低,高,解約予定",
    "企業名,契約更新日,担当,ステータス|楓社,2027/1/31,青木,更新済|柳社,2026/12/31,白井,解約予定",
]


@pytest.fixture
def held(book: HeldBook) -> HeldBook:
    """A book with two accounts and a running contract of each."""
    for name in ("Acme", "Bolt"):
        account = book.add(Kind.ACCOUNT, name=name)
        book.add(
            Kind.CONTRACT, account_id=account, amount=500, interval_months=1, starts_on=date(2025, 2, 1),
            start_known=True, term_ends_on=date(2026, 1, 31), ended_on=None, status="active", charge="recurring",
            end_reading="last_day",
        )  # fmt: skip
    return book


@pytest.mark.parametrize("text", TRACKERS)
def test_a_tracker_is_known_in_both_languages(text: str, matched: Matched) -> None:
    assert matched(text).kind is TableKind.CONTRACTS


def test_a_title_tells_a_tracker_too(matched: Matched) -> None:
    text = "Company,Industry,Renewal date,Owner,MRR|Acme,Retail,2027-01-31,Ann,500|Bolt,Food,2026-12-31,Bo,300"
    assert matched(text).kind is TableKind.ACCOUNTS
    assert matched(text, file="renewals_2027.csv").kind is TableKind.CONTRACTS


def test_a_tracker_updates_the_contract_that_runs(planned: Planned, held: HeldBook) -> None:
    plan = planned(f"{TRACKER}|Acme,2027-01-31,500,Ann,80%,In negotiation,Send offer,2026-12-10")
    held.apply(plan)
    assert len(held.rows(Kind.CONTRACT)) == 2
    first = held.rows(Kind.CONTRACT)[0]
    assert (first["term_ends_on"], first["starts_on"], first["amount"]) == (date(2027, 1, 31), date(2025, 2, 1), 500)
    assert dict(held.own(Kind.CONTRACT)) == {"Likelihood": "80%", "Status": "In negotiation"}
    (task,) = held.rows(Kind.TASK)
    assert (task["title"], task["due_on"], task["account_id"]) == (
        "Send offer",
        date(2026, 12, 10),
        first["account_id"],
    )
    assert planned(f"{TRACKER}|Acme,2027-01-31,500,Ann,80%,In negotiation,Send offer,2026-12-10").drafts == ()


def test_what_is_lost_ends_with_its_term(planned: Planned, held: HeldBook) -> None:
    plan = planned("Account,Renewal date,MRR,Renewal status|Acme,2027-01-31,500,Lost|Bolt,2026-12-31,500,Churned")
    held.apply(plan)
    assert [line["ended_on"] for line in held.rows(Kind.CONTRACT)] == [date(2027, 1, 31), date(2026, 12, 31)]


def test_the_same_price_for_other_months_changes_nothing(planned: Planned, held: HeldBook) -> None:
    plan = planned("Account,Renewal date,ARR,Renewal status|Acme,2026-01-31,6000,Renewed|Bolt,2026-01-31,7200,Renewed")
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.CHANGED, Verdict.CHANGED]
    held.apply(plan)
    assert [(line["amount"], line["interval_months"]) for line in held.rows(Kind.CONTRACT)] == [(500, 1), (7200, 12)]


def test_a_tracker_without_amounts_only_tells_of_known_contracts(planned: Planned, held: HeldBook) -> None:
    plan = planned("Account,Renewal date,Renewal status|Acme,2027-01-31,Renewed|Cedar,2027-01-31,Renewed")
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.CHANGED, Verdict.REFUSED]
    assert [p.reason for p in plan.tables[0].problems if p.refuses] == [Reason.NO_CONTRACT]
    held.apply(plan)
    assert [line["term_ends_on"] for line in held.rows(Kind.CONTRACT)] == [date(2027, 1, 31), date(2026, 1, 31)]


def test_of_several_contracts_the_one_of_that_renewal_or_amount_is_meant(planned: Planned, held: HeldBook) -> None:
    account = held.rows(Kind.ACCOUNT)[0]["id"]
    held.add(
        Kind.CONTRACT, account_id=account, amount=80, interval_months=1, starts_on=date(2025, 6, 1), start_known=True,
        term_ends_on=date(2027, 5, 31), ended_on=None, status="active", charge="recurring", end_reading="last_day",
    )  # fmt: skip
    known = planned("Account,Renewal date,MRR,Renewal status|Acme,2027-05-31,90,Renewed")
    assert [row["amount"] for row in drafted(known, Kind.CONTRACT)] == [90]
    priced = planned("Account,Renewal date,MRR,Renewal status|Acme,2028-05-31,80,Renewed")
    assert [row["term_ends_on"] for row in drafted(priced, Kind.CONTRACT)] == [date(2028, 5, 31)]
    neither = planned("Account,Renewal date,MRR,Renewal status|Acme,2028-05-31,90,Renewed")
    assert [p.reason for p in neither.tables[0].problems if p.refuses] == [Reason.SEVERAL_LINES]
    assert not drafted(neither, Kind.CONTRACT)


def test_who_is_no_customer_yet_is_no_contract(planned: Planned) -> None:
    plan = planned("Account,Renewal date,MRR,Renewal status|Acme,2027-01-31,500,Renewed|Bolt,2027-01-31,500,Lead")
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.NEW, Verdict.REFUSED]


def test_a_bare_due_day_behind_the_next_action_is_its_own(planned: Planned, held: HeldBook) -> None:
    assert held.rows(Kind.CONTRACT)
    plan = planned(
        "顧客名,更新日,月額,更新ステータス,次回アクション,期限|Acme,2027/1/31,500,交渉中,見積送付,2026/12/10"
    )
    assert [(task["title"], task["due_on"]) for task in drafted(plan, Kind.TASK)] == [("見積送付", date(2026, 12, 10))]


def test_nothing_that_a_list_tells_of_renewals_is_lost(planned: Planned, held: HeldBook) -> None:
    plan = planned(
        "Company,Industry,Segment,MRR,Start date,Renewal likelihood,Probability,Action due"
        "|Acme,Retail,Mid,500,2025-02-01,80%,0.7,2026-12-01|Cedar,Food,Mid,300,2025-03-01,10%,0.2,"
    )
    held.apply(plan)
    kept = {(name, text) for kind in (Kind.ACCOUNT, Kind.CONTRACT) for name, text in held.own(kind)}
    assert {("Renewal likelihood", "80%"), ("Probability", "0.7"), ("Action due", "2026-12-01")} <= kept


def test_a_likelihood_without_any_contract_is_the_account_s_own(planned: Planned, book: HeldBook) -> None:
    plan = planned("Company,Industry,Owner,Renewal likelihood|Acme Ltd,Retail,Ann,80%|Bolt GmbH,Food,Bo,30%")
    assert plan.tables[0].matched.kind is TableKind.ACCOUNTS
    book.apply(plan)
    assert book.own(Kind.ACCOUNT) == [("Renewal likelihood", "80%"), ("Renewal likelihood", "30%")]
