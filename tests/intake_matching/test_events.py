"""Lists of what the team itself did: releases and changes of price, surveys that were sent; and lists of deals."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, TableKind
from csdesk.models.kinds import Kind

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]


def _rows(plan: Plan, kind: Kind) -> list[dict[str, object]]:
    return [dict(draft.values) for draft in plan.drafts if draft.kind is kind]


def test_a_plain_list_of_releases_is_one_of_markers(csv_table: Csv, planned: Planning) -> None:
    text = "Date,Type,Title\n2026-03-01,Release,Version 4\n2026-04-01,Price change,Pro at 59\n2026-05-01,Release,App"
    plan = planned(csv_table(text))
    assert plan.tables[0].matched.kind is TableKind.MARKERS
    assert [(row["on_date"], row["kind"], row["title"]) for row in _rows(plan, Kind.MARKER)] == [
        (date(2026, 3, 1), "release", "Version 4"),
        (date(2026, 4, 1), "price", "Pro at 59"),
        (date(2026, 5, 1), "release", "App"),
    ]
    assert {draft.kind for draft in plan.drafts} == {Kind.MARKER}


def test_a_list_of_tickets_stays_one(csv_table: Csv, match: Match) -> None:
    text = "Date,Type,Title,Customer,Priority\n2026-03-01,Release,Fails,Alder,High\n2026-03-02,Release,Slow,Birch,Low"
    assert match(csv_table(text)).kind is TableKind.TICKETS


def test_a_marker_without_its_day_is_refused(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("日付,種別,内容\n2026/3/1,リリース,版4\n,価格改定,値上げ\n2026/5/1,リリース,アプリ"))
    assert [row["title"] for row in _rows(plan, Kind.MARKER)] == ["版4", "アプリ"]
    assert [(p.field, p.refuses) for p in plan.tables[0].problems if p.refuses] == [("marker.date", True)]


@pytest.mark.parametrize(("word", "survey"), [("NPS", "nps"), ("CSAT", "csat"), ("満足度調査", "csat")])
def test_who_was_asked_is_counted_by_survey(csv_table: Csv, planned: Planning, word: str, survey: str) -> None:
    text = f"Survey,Survey sent,Customers asked\n{word},2026-01-10,40\n{word},2026-04-10,52"
    plan = planned(csv_table(text))
    assert plan.tables[0].matched.kind is TableKind.INVITATIONS
    found = [(row["survey"], row["asked_on"], row["asked"]) for row in _rows(plan, Kind.INVITATION)]
    assert found == [(survey, date(2026, 1, 10), 40), (survey, date(2026, 4, 10), 52)]


def test_a_survey_that_nothing_names_is_refused(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("Survey,Survey sent,Customers asked\nAutumn,2026-01-10,40"))
    assert _rows(plan, Kind.INVITATION) == []
    assert [p.field for p in plan.tables[0].problems if p.refuses] == ["invitation.survey"]


def test_deals_without_amounts_are_deals(csv_table: Csv, planned: Planning) -> None:
    text = (
        "Customer,Deal ID,Deal name,Stage,ICP fit,Fit reason,Lost reason\n"
        "Alder,D-1,First year,Proposal,Good,Has our use case,\n"
        "Birch,D-2,Seats,Lost,Poor,Too small,Price\nCedar,D-3,Add-on,Won,Good,,"
    )
    plan = planned(csv_table(text))
    assert plan.tables[0].matched.kind is TableKind.CONTRACTS
    found = {row["external_id"]: (row["outcome"], row["fit"], row.get("lost_reason")) for row in _rows(plan, Kind.DEAL)}
    assert found == {"D-1": ("open", "good", None), "D-2": ("lost", "poor", "Price"), "D-3": ("won", "good", None)}


def test_who_brought_an_account_and_what_people_may_do_are_taken(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("Company,Name,Email,User role\nAlder,Ann Ash,ann@alder.example,Admin"))
    assert [row["role"] for row in _rows(plan, Kind.CONTACT)] == ["Admin"]
    plan = planned(csv_table("Company,Industry,MRR,Referred by\nAlder,Wood,10,Birch\nBirch,Wood,20,"))
    assert [row.get("referred_by") for row in _rows(plan, Kind.ACCOUNT)] == ["Birch", None]


def test_how_a_renewal_went_ends_what_did_not_renew(csv_table: Csv, planned: Planning) -> None:
    text = (
        "Account,ARR,Renewal date,Outcome\n"
        "Alder,1200,2026-02-01,Renewed\nBirch,2400,2026-03-01,Churned\nCedar,60,2026-12-01,Pending"
    )
    lines = _rows(planned(csv_table(text)), Kind.CONTRACT)
    assert [line.get("ended_on") for line in lines] == [None, date(2026, 3, 1), None]
    assert all(line["starts_on"] <= (line.get("ended_on") or date.max) for line in lines)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("heading", "moment", "amounts", "cents"),
    [
        ("started_at", "2024-05-01T09:00:00Z", "4900", True),
        ("Started at", "2024-05-01T09:00:00Z", "4900", False),
        ("started_at", "2024-05-01", "4900", False),
        ("started_at", "2024-05-01T09:00:00Z", "49.00", False),
        ("started_at", "2024-05-01T09:00:00Z", "49", False),
    ],
)
def test_whole_amounts_of_a_program_are_asked_about(
    csv_table: Csv, match: Match, *, heading: str, moment: str, amounts: str, cents: bool
) -> None:
    text = f"customer_name,mrr,currency,{heading}\nAlder,{amounts},USD,{moment}\nBirch,{amounts},USD,{moment}"
    found = match(csv_table(text), currency="USD").findings
    assert [(one.answer, one.certain) for one in found if one.choice == "unit"] == (
        [("hundredth", False)] if cents else []
    )
