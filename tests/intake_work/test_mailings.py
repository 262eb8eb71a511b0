"""Mail results in a plan: of recipients, of accounts and of whole campaigns."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.shapes import Plan, Verdict
from csdesk.intake.values.work_words import how_many
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

from .conftest import HeldBook, drafted, without

Planned = Callable[..., Plan]


@pytest.fixture
def known(book: HeldBook) -> HeldBook:
    """A book with one account and one of its people."""
    account = book.add(Kind.ACCOUNT, name="Acme", domain="acme.example")
    book.add(Kind.CONTACT, name="Ann", email="ann@acme.example", account_id=account)
    return book


def test_a_recipient_counts_as_one(planned: Planned, known: HeldBook) -> None:
    plan = planned(
        "Recipient,Email name,Sent,Delivered,Opened,Clicked"
        "|ann@acme.example,News,2026-11-05 10:00,2026-11-05 10:01,2026-11-05 12:00,"
        "|new@acme.example,News,2026-11-05 10:00,2026-11-05 10:01,,2026-11-05 12:00"
    )
    first, second = drafted(plan, Kind.MAILING)
    assert without([first], "account_id", "contact_id") == [
        {"name": "News", "on_date": date(2026, 11, 5), "sent": 1, "delivered": 1, "opened": 1}
    ]
    assert first["account_id"] == second["account_id"] == known.rows(Kind.ACCOUNT)[0]["id"]
    assert second["clicked"] == 1
    assert [person["email"] for person in drafted(plan, Kind.CONTACT)] == ["new@acme.example"]


@pytest.mark.parametrize("row", ["lead@elsewhere.example,News,1,0", "lead@elsewhere.example,News,,1"])
def test_mail_to_nobody_known_makes_no_customer(row: str, planned: Planned, known: HeldBook) -> None:
    plan = planned(f"Email,Campaign,Opened,Clicked|ann@acme.example,News,1,0|{row}")
    assert [one.verdict for one in plan.tables[0].rows] == [Verdict.NEW, Verdict.REFUSED]
    assert {p.reason for p in plan.tables[0].problems if p.refuses} == {Reason.UNKNOWN_ACCOUNT}
    assert len(known.rows(Kind.ACCOUNT)) == 1
    assert not drafted(plan, Kind.ACCOUNT)


def test_a_company_that_is_no_account_is_not_made_one(planned: Planned, known: HeldBook) -> None:
    assert len(known.rows(Kind.ACCOUNT)) == 1
    plan = planned("会社名,メール件名,開封,クリック|Acme,11月号,○,○|見込商店,11月号,○,")
    assert [one.verdict for one in plan.tables[0].rows] == [Verdict.NEW, Verdict.REFUSED]
    assert not drafted(plan, Kind.ACCOUNT)


def test_a_campaign_has_its_own_counts(planned: Planned, book: HeldBook) -> None:
    text = (
        "Campaign Name,Send Date,Total Recipients,Successful Deliveries,Unique Opens,Open Rate,Unique Clicks,Downloads"
        '|November,2026-11-05,"1,200",1180,420,35.6%,110,14|December,2026-12-03,many,1290,400,31%,120,0'
    )
    plan = planned(text)
    first, second = drafted(plan, Kind.MAILING)
    assert (first["sent"], first["delivered"], first["opened"], first["downloaded"]) == (1200, 1180, 420, 14)
    assert "sent" not in second
    assert [(p.field, p.seen) for p in plan.tables[0].problems] == [("mailing.sent", "many")]
    book.apply(plan)
    assert ("Open Rate", "35.6%") in book.own(Kind.MAILING)


def test_a_list_of_one_campaign_is_named_by_its_file(planned: Planned, known: HeldBook) -> None:
    assert known.rows(Kind.CONTACT)
    plan = planned("Email Address,First Name,Opens,Clicks|ann@acme.example,Ann,3,0", file="spring_news.csv")
    assert [row["name"] for row in drafted(plan, Kind.MAILING)] == ["spring_news"]


def test_a_row_that_counts_nothing_is_refused(planned: Planned) -> None:
    plan = planned("Campaign,Sent,Opened,Clicked|November,10,4,1|December,,,")
    assert [one.verdict for one in plan.tables[0].rows] == [Verdict.NEW, Verdict.REFUSED]


@pytest.mark.parametrize(
    ("cell", "count"),
    [("12", 12), ("1,200", 1200), ("○", 1), ("yes", 1), ("no", 0), ("-", 0), ("2026-11-05 12:00", 1), ("-3", None),
     ("1.5", None), ("many", None), (None, None)],
)  # fmt: skip
def test_cells_of_mail_results_are_counts(cell: str | None, count: int | None) -> None:
    assert how_many(cell) == count
