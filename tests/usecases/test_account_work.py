"""The work with one account as its page tells it: progress of goals, rates of mail, what stands in the timeline."""

from datetime import date
from typing import Any

import pytest

from csdesk.book.file import Book
from csdesk.models.kinds import DealOutcome, FeedbackKind, Kind, StepName, TimelineEvent
from csdesk.usecases.account import account_page
from csdesk.usecases.account_work import AccountWork, Rate, account_work, dated_events


def added(book: Book, kind: Kind, /, **values: Any) -> int:
    with book.step(StepName.IMPORT) as step:
        return step.insert(kind, values)


@pytest.fixture
def account(book: Book) -> int:
    return added(book, Kind.ACCOUNT, name="Sample Works")


def work(book: Book, account: int, *rows: tuple[Kind, dict[str, Any]]) -> AccountWork:
    with book.step(StepName.IMPORT) as step:
        for kind, values in rows:
            step.insert(kind, {"account_id": account, **values})
    return account_work(book, account, {})


@pytest.mark.parametrize(
    ("values", "progress"),
    [
        ({"baseline": 10.0, "target": 5.0, "current": 7.0}, 0.6),
        ({"target": 40.0, "current": 10.0}, 0.25),
        ({"baseline": 10.0, "target": 5.0, "current": 12.0}, 0.0),
        ({"target": 5.0, "current": 9.0}, 1.0),
        ({"reached_on": date(2026, 1, 1), "target": 5.0, "current": 0.0}, 1.0),
        ({"target": 0.0, "current": 0.0}, None),
        ({"target": 5.0}, None),
        ({}, None),
    ],
)
def test_a_goal_is_as_far_as_its_figures(
    book: Book, account: int, values: dict[str, Any], progress: float | None
) -> None:
    (goal,) = work(book, account, (Kind.GOAL, {"statement": "Sooner", **values})).goals
    assert goal.progress == (None if progress is None else pytest.approx(progress))


def test_a_goal_without_figures_is_as_far_as_its_milestones(book: Book, account: int) -> None:
    goal = added(book, Kind.GOAL, account_id=account, statement="Sooner", due_on=date(2026, 12, 31))
    later = added(book, Kind.GOAL, account_id=account, statement="Later", due_on=date(2027, 12, 31))
    found = work(
        book,
        account,
        (Kind.MILESTONE, {"title": "Go-live", "goal_id": goal, "due_on": date(2026, 11, 1)}),
        (
            Kind.MILESTONE,
            {"title": "Kickoff", "goal_id": goal, "due_on": date(2026, 10, 1), "done_on": date(2026, 10, 2)},
        ),
        (Kind.MILESTONE, {"title": "Loose", "customer_side": True}),
    ).goals
    assert [(one.id, one.progress) for one in found] == [(goal, 0.5), (later, None), (None, 0.0)]
    assert [step.title for step in found[0].milestones] == ["Kickoff", "Go-live"]
    assert found[2].milestones[0].customer_side


def test_the_rates_of_mail_are_of_what_arrived(book: Book, account: int) -> None:
    person = added(book, Kind.CONTACT, account_id=account, name="Person A")
    found = work(
        book,
        account,
        (Kind.MAILING, {"name": "News", "on_date": date(2026, 11, 5), "sent": 12, "delivered": 10, "opened": 5}),
        (Kind.MAILING, {"name": "News", "on_date": date(2026, 11, 5), "sent": 2, "opened": 1, "contact_id": person}),
        (Kind.MAILING, {"name": "Old", "on_date": date(2026, 10, 5), "sent": 4, "opened": 9, "clicked": 1}),
        (Kind.MAILING, {"name": "Undated", "opened": 1}),
    )
    news, old, undated = found.campaigns
    assert (news.name, news.opened, news.clicked) == ("News", Rate(6, 12), None)
    assert sorted(row.who for row in news.rows) == ["", "Person A"]
    assert (old.opened, old.clicked, old.downloaded) == (Rate(4, 4), Rate(1, 4), None)
    assert undated.opened is None
    assert found.reaction is not None
    assert (found.reaction.opened, found.reaction.clicked) == (Rate(16, 16), Rate(1, 4))


def test_deals_and_feedback_come_with_the_latest_first(book: Book, account: int) -> None:
    found = work(
        book,
        account,
        (Kind.DEAL, {"name": "Old", "outcome": DealOutcome.LOST, "close_on": date(2026, 1, 1)}),
        (Kind.DEAL, {"name": "New", "stage": "Proposal", "probability": 0.6, "amount": 1200, "interval_months": 12}),
        (Kind.DEAL, {"name": "Next", "close_on": date(2026, 12, 1)}),
        (Kind.FEEDBACK, {"text": "Slow", "kind": FeedbackKind.FAILURE, "given_on": date(2026, 2, 1)}),
        (Kind.FEEDBACK, {"title": "Export", "text": "By hand", "votes": 3, "given_on": date(2026, 3, 1)}),
    )
    assert [deal.name for deal in found.deals] == ["Next", "Old", "New"]
    assert (found.deals[2].amount, found.deals[2].months, found.deals[2].outcome) == (1200, 12, DealOutcome.OPEN)
    assert [(word.title, word.votes) for word in found.feedback] == [("Export", 3), ("Slow", None)]


def test_dated_words_stand_in_the_timeline(book: Book, account: int) -> None:
    person = added(book, Kind.PERSON, name="Member A")
    work(
        book,
        account,
        (
            Kind.INTERVIEW,
            {"on_date": date(2026, 9, 1), "stated_reason": "Price", "quote": "Nice", "person_id": person},
        ),
        (Kind.INTERVIEW, {"stated_reason": "Undated"}),
        (Kind.FEEDBACK, {"title": "Export", "given_on": date(2026, 3, 1)}),
        (Kind.FEEDBACK, {"title": "Undated"}),
    )
    page = account_page(book, account, date(2026, 11, 28))
    assert [(item.what, item.who, item.text) for item in page.timeline] == [
        (TimelineEvent.INTERVIEW, "Member A", "Price\nNice"),
        (TimelineEvent.FEEDBACK, "", "Export"),
    ]
    assert len(list(dated_events(page.work))) == 2


def test_an_account_without_any_has_none(book: Book, account: int) -> None:
    assert account_work(book, account, {}) == AccountWork()
