"""Pipelines in a plan: what is open or lost is a deal, what was won a contract and a deal."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.shapes import Choice, Matching, Plan, TableKind, Verdict
from csdesk.intake.values.work_words import deal_outcome
from csdesk.models.kinds import DealOutcome, Kind
from csdesk.models.problems import Reason

from .conftest import HeldBook, drafted

Planned = Callable[..., Plan]
HEADINGS = "Deal ID,Deal Name,Company,Deal Stage,Probability,ARR,Close Date,Deal owner,Lost reason"


def test_open_and_lost_deals_make_no_account_and_no_contract(planned: Planned, book: HeldBook) -> None:
    known = book.add(Kind.ACCOUNT, name="Bolt")
    plan = planned(
        f"{HEADINGS}|D1,Acme new,Acme,Negotiation,60%,1200,2026-12-15,Ann,"
        "|D2,Bolt more,Bolt,Closed lost,0,2400,2026-10-01,Bo,Price"
    )
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.NEW, Verdict.NEW]
    assert not drafted(plan, Kind.ACCOUNT)
    assert not drafted(plan, Kind.CONTRACT)
    first, second = drafted(plan, Kind.DEAL)
    assert (first["prospect"], first["outcome"], first["probability"]) == ("Acme", "open", 0.6)
    assert (first["stage"], first["close_on"], first["amount"]) == ("Negotiation", date(2026, 12, 15), 1200)
    assert first["interval_months"] == 12
    assert (second["account_id"], second["outcome"], second["lost_reason"]) == (known, "lost", "Price")
    assert "prospect" not in second


def test_a_deal_that_has_been_won_becomes_a_contract_and_stays_one_deal(planned: Planned, book: HeldBook) -> None:
    book.apply(planned(f"{HEADINGS}|D1,Acme new,Acme,Negotiation,60%,1200,2026-12-15,Ann,"))
    plan = planned(f"{HEADINGS}|D1,Acme new,Acme,Closed won,100%,1200,2026-11-20,Ann,")
    book.apply(plan)
    (deal,) = book.rows(Kind.DEAL)
    (line,) = book.rows(Kind.CONTRACT)
    (account,) = book.rows(Kind.ACCOUNT)
    assert (deal["outcome"], deal["account_id"], deal["prospect"]) == ("won", account["id"], None)
    assert line["external_id"] == deal["external_id"] == "D1"
    again = planned(f"{HEADINGS}|D1,Acme new,Acme,Closed won,100%,1200,2026-11-20,Ann,")
    assert [row.verdict for row in again.tables[0].rows] == [Verdict.SAME]


PARTS = "Deal ID,Deal Name,Company,Product,Deal Stage,ARR,Close Date"


def test_the_products_of_a_deal_are_contracts_and_one_deal(planned: Planned, book: HeldBook) -> None:
    text = (
        f"{PARTS}|D1,Acme new,Acme,Base,Closed won,1200,2026-11-20|D1,Acme new,Acme,Seats,Closed won,600,2026-11-20"
        "|D2,Bolt new,Bolt,Base,Negotiation,1200,2026-12-15|D2,Bolt new,Bolt,Seats,Negotiation,300,2026-12-15"
    )
    plan = planned(text)
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.NEW] * 4
    book.apply(plan)
    assert [line["amount"] for line in book.rows(Kind.CONTRACT)] == [1200, 600]
    assert {(deal["external_id"], deal["amount"], deal.get("product_id")) for deal in book.rows(Kind.DEAL)} == {
        ("D1", 1800, None), ("D2", 1500, None),
    }  # fmt: skip
    assert not planned(text).drafts
    dearer = planned(text.replace("Seats,Closed won,600", "Seats,Closed won,900"))
    assert [row.verdict for row in dearer.tables[0].rows] == [Verdict.CHANGED, Verdict.CHANGED] + [Verdict.SAME] * 2
    renamed = planned(f"{PARTS}|D1,Acme new,Acme,Basic,Closed won,1200,2026-11-20")
    assert [(draft.kind, draft.id > 0) for draft in renamed.drafts if draft.kind is Kind.CONTRACT] == [
        (Kind.CONTRACT, True)
    ]


def test_parts_that_are_not_paid_alike_leave_the_deal_without_an_amount(planned: Planned, book: HeldBook) -> None:
    heads = "Deal ID,Company,Product,Deal Stage,ARR,MRR,Close Date"
    book.apply(planned(f"{heads}|D1,Acme,Base,Negotiation,1200,,2026-11-20|D1,Acme,Seats,Negotiation,,50,2026-11-20"))
    (deal,) = book.rows(Kind.DEAL)
    assert (deal["external_id"], deal.get("amount")) == ("D1", None)


def test_deals_without_ids_are_found_by_name_whoever_they_are_with_by_now(planned: Planned, book: HeldBook) -> None:
    text = "案件名,会社名,フェーズ,受注確度,見込金額,受注予定日|新規導入,楓社,提案,50%,1200000,2027/1/31"
    book.apply(planned(text))
    book.add(Kind.ACCOUNT, name="楓社")
    plan = planned(text.replace("提案", "見積提出"))
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.CHANGED]
    book.apply(plan)
    (deal,) = book.rows(Kind.DEAL)
    assert (deal["stage"], deal["prospect"], deal["account_id"]) == ("見積提出", None, book.rows(Kind.ACCOUNT)[0]["id"])


def test_an_amount_of_unknown_length_is_kept_as_it_stands(planned: Planned, book: HeldBook) -> None:
    text = "案件名,会社名,フェーズ,見込金額,受注予定日|新規,楓社,提案,1200000,2027/1/31|更新,柳社,受注,360000,2026/11/1"
    plan = planned(text)
    assert all("amount" not in row for row in drafted(plan, Kind.DEAL))
    assert Reason.PERIOD_UNKNOWN in {problem.reason for problem in plan.tables[0].problems}
    book.apply(plan)
    assert book.own(Kind.DEAL) == [("見込金額", "1200000"), ("見込金額", "360000")]
    yearly = planned(text, Matching(choices={Choice.PERIOD: "year"}))
    assert [(row["amount"], row["interval_months"]) for row in drafted(yearly, Kind.DEAL)] == [
        (1200000, 12),
        (360000, 12),
    ]


def test_a_stage_that_is_not_known_is_open_and_said(planned: Planned) -> None:
    plan = planned(f"{HEADINGS}|D1,Acme new,Acme,Moon phase,,1200,2026-12-15,Ann,".replace("ARR", "Amount"))
    assert [row["outcome"] for row in drafted(plan, Kind.DEAL)] == ["open"]
    assert (Reason.UNKNOWN_WORD, "Moon phase") in {(p.reason, p.seen) for p in plan.tables[0].problems}


def test_grades_beside_a_status_say_nothing_of_how_a_deal_stands(planned: Planned, book: HeldBook) -> None:
    plan = planned(
        "案件No,顧客名,案件名,担当,ステータス,見込金額,受注予定月,確度|A-1,楓社,新規,森,商談中,1200000,2027年1月,A"
        "|A-2,柳社,増席,林,失注,300000,2026年10月,C|A-3,桐社,更新,森,受注,600000,2026年11月,A"
    )
    assert [(row["outcome"], row["stage"]) for row in drafted(plan, Kind.DEAL)] == [
        ("open", "商談中"),
        ("lost", "失注"),
        ("won", "受注"),
    ]
    assert Reason.UNKNOWN_WORD not in {problem.reason for problem in plan.tables[0].problems}
    book.apply(plan)
    assert ("確度", "C") in book.own(Kind.DEAL)


def test_flags_of_a_sales_tool_say_how_a_deal_stands(planned: Planned) -> None:
    plan = planned(
        "Deal Name,Company,Deal Stage,Close Date,ARR,Is Closed,Is Won"
        "|One,Acme,Step 4,2026-11-01,1200,true,true|Two,Bolt,Step 4,2026-11-01,1200,true,false"
        "|Three,Cedar,Step 2,2026-12-01,1200,false,false"
    )
    assert [row["outcome"] for row in drafted(plan, Kind.DEAL)] == ["won", "lost", "open"]
    assert len(drafted(plan, Kind.CONTRACT)) == 1


def test_what_a_deal_has_no_column_for_stays_with_it(planned: Planned, book: HeldBook) -> None:
    plan = planned(f"{HEADINGS},Segment,Next step|D1,Acme new,Acme,Negotiation,60%,1200,2026-12-15,Ann,,Mid,Call them")
    book.apply(plan)
    assert dict(book.own(Kind.DEAL)) == {"Segment": "Mid", "Next step": "Call them"}
    assert not book.rows(Kind.TASK)


def test_deals_may_be_chosen_for_any_list_of_them(planned: Planned) -> None:
    plan = planned(f"{HEADINGS}|D1,Acme new,Acme,Negotiation,60%,1200,2026-12-15,Ann,", Matching(TableKind.DEALS))
    assert len(drafted(plan, Kind.DEAL)) == 1


def test_a_list_of_contracts_says_which_rows_are_deals(planned: Planned) -> None:
    plan = planned(
        "顧客名,月額,開始日,ステータス|楓社,50000,2026/1/1,契約中|柳社,30000,2027/1/1,商談中|桐社,9000,2026/1/1,失注"
    )
    assert [(deal["prospect"], deal["outcome"], deal["amount"]) for deal in drafted(plan, Kind.DEAL)] == [
        ("柳社", "open", 30000),
        ("桐社", "lost", 9000),
    ]
    assert [(p.place.row, p.reason) for p in plan.tables[0].problems] == [(3, Reason.IS_DEAL), (4, Reason.IS_DEAL)]


def test_a_subscription_that_never_began_is_no_deal(planned: Planned) -> None:
    plan = planned("id,Customer ID,MRR,Status,Start|s1,c1,100,active,2026-01-01|s2,c2,100,incomplete,2026-01-01")
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.NEW, Verdict.REFUSED]
    assert not drafted(plan, Kind.DEAL)


def test_two_rows_of_one_deal_that_differ_are_a_conflict(planned: Planned) -> None:
    row = "D1,Acme new,Acme,Negotiation,60%,1200,2026-12-15,Ann,"
    plan = planned(f"{HEADINGS}|{row}|{row.replace('60%', '90%')}")
    assert [one.verdict for one in plan.tables[0].rows] == [Verdict.NEW, Verdict.CONFLICT]


@pytest.mark.parametrize(
    ("stage", "outcome"),
    [("Closed won", DealOutcome.WON), ("受注", DealOutcome.WON), ("Closed Lost - price", DealOutcome.LOST),
     ("失注", DealOutcome.LOST), ("見送り", DealOutcome.LOST), ("Proposal", DealOutcome.OPEN),
     ("商談中", DealOutcome.OPEN),
     ("active", None), ("draft", None), ("Moon phase", None)],
)  # fmt: skip
def test_stages_say_how_a_deal_stands(stage: str, outcome: DealOutcome | None) -> None:
    assert deal_outcome(stage) is outcome


@pytest.mark.parametrize(
    ("stage", "flag", "outcome"),
    [
        ("Closed Lost", "false", DealOutcome.LOST),
        ("Negotiation", "false", DealOutcome.OPEN),
        ("Closed Won", "false", DealOutcome.OPEN),
        ("closedlost", "", DealOutcome.LOST),
        ("appointmentscheduled", "", DealOutcome.OPEN),
        ("closedwon", "", DealOutcome.WON),
        ("成立", "", DealOutcome.WON),
        ("不成立", "", DealOutcome.LOST),
    ],
)
def test_a_flag_that_a_deal_is_not_won_leaves_a_lost_one_lost(
    planned: Planned, stage: str, flag: str, outcome: DealOutcome
) -> None:
    plan = planned(f"Deal ID,Deal Name,Company,Deal Stage,Is Won,Close Date|D1,New,Acme,{stage},{flag},2026-10-01")
    (deal,) = drafted(plan, Kind.DEAL)
    assert deal["outcome"] == outcome


def test_the_status_by_which_a_deal_is_closed_outweighs_its_stage(planned: Planned) -> None:
    plan = planned(
        "Deal ID,Deal title,Organization,Deal stage,Deal status,ARR,Expected close date|"
        "1,More,Acme,Negotiation,Won,1200,2026-10-01|2,New,Bolt,Proposal,Lost,900,2026-10-02|"
        "3,Old,Cord,Proposal,Open,800,2026-12-02"
    )
    assert [deal["outcome"] for deal in drafted(plan, Kind.DEAL)] == ["won", "lost", "open"]
    assert len(drafted(plan, Kind.CONTRACT)) == 1
