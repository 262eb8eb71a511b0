"""The work with an account on its page: each card tells what it holds, each row opens, and can be deleted and had
back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QProgressBar, QPushButton, QToolButton

from csdesk.book.file import Book
from csdesk.models.drafts import Changes
from csdesk.models.kinds import DealOutcome, FeedbackKind, Kind, StepName
from csdesk.ui.dialogs.row_details import RowDetailsDialog
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.widgets.account.work import WorkCard
from csdesk.ui.widgets.toast import Toast

Settle = Callable[[], None]


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> AccountPage:
    accounts = window.open_page("accounts")
    settle()
    assert isinstance(accounts, AccountsPage)
    window.open_account(accounts.model.rows_shown()[0].id)
    settle()
    opened = window._stack.currentWidget()
    assert isinstance(opened, AccountPage)
    return opened


@pytest.fixture
def filled(page: AccountPage, settle: Settle) -> AccountPage:
    """A page with something of everything."""

    def fill(book: Book) -> Changes:
        with book.step(StepName.IMPORT) as step:
            mine = {"account_id": page.account}
            goal = step.insert(
                Kind.GOAL,
                {**mine, "statement": "Close sooner & better", "baseline": 10.0, "target": 5.0, "current": 7.0},
            )
            for title, done in (("Kickoff", date(2024, 1, 5)), ("Go-live", None)):
                values = {"title": title, "due_on": date(2024, 2, 1), "done_on": done, "customer_side": True}
                step.insert(Kind.MILESTONE, {**mine, "goal_id": goal, **values})
            step.insert(Kind.MILESTONE, {**mine, "title": "Loose"})
            for nth in range(6):
                step.insert(Kind.DEAL, {**mine, "name": f"Deal {nth}", "outcome": DealOutcome.WON})
            step.insert(
                Kind.DEAL,
                {**mine, "stage": "Proposal", "probability": 0.6, "amount": 120_000, "interval_months": 12,
                 "close_on": date(2024, 5, 1)},
            )  # fmt: skip
            step.insert(Kind.FEEDBACK, {**mine, "title": "Export", "kind": FeedbackKind.FAILURE, "votes": 14})
            step.insert(Kind.INTERVIEW, {**mine, "stated_reason": "Price", "quote": "Nice"})
            step.insert(Kind.MAILING, {**mine, "name": "News", "sent": 10, "delivered": 8, "opened": 4, "clicked": 1})
            for opened in (0, 1):
                step.insert(Kind.MAILING, {**mine, "name": "To each", "sent": 1, "opened": opened})
        return step.changes

    page.desk.do(page, fill)
    settle()
    return page


def told(card: WorkCard) -> str:
    shown = [*card.findChildren(QLabel), *card.findChildren(QAbstractButton)]
    return "\n".join(widget.text() for widget in shown if widget.isVisibleTo(card))


def named(card: WorkCard, name: str) -> QPushButton:
    return next(button for button in card.findChildren(QPushButton) if button.accessibleName() == name)


def test_a_page_without_any_has_no_empty_cards(page: AccountPage) -> None:
    assert not page._work.isVisibleTo(page)


def test_goals_tell_how_far_they_are(filled: AccountPage) -> None:
    card = filled._work.goals
    said = told(card)
    assert "Close sooner && better" in said
    assert "60%" in said
    assert "1 of 2 milestones" in said
    assert "Go-live" not in said
    assert [bar.value() for bar in card.findChildren(QProgressBar) if bar.isVisibleTo(card)] == [60, 0]
    next(b for b in card.findChildren(QToolButton) if "1 of 2" in b.text()).click()
    said = told(card)
    assert "Go-live" in said
    assert "late  ·  customer" in said
    assert "done  ·  customer" in said


def test_deals_feedback_and_mail_tell_what_they_hold(filled: AccountPage) -> None:
    work = filled._work
    deals = told(work.deals)
    assert "Proposal  ·  60%  ·  $1,200.00 for 12 months" in deals
    assert "3 more" in deals
    assert "Won" in deals
    feedback = told(work.feedback)
    assert "Something fails  ·  14 votes" in feedback
    assert "Price  ·  Nice" in feedback
    mail = told(work.mail)
    assert "opened 50% (5 of 10)  ·  clicked 13% (1 of 8)  ·  downloaded –" in mail
    assert "To each  ·  opened 50%" in mail
    assert "opened 50%  ·  clicked 13%" in mail


@pytest.mark.parametrize(
    ("card", "name", "fact"),
    [
        ("goals", "Close sooner & better", "Close sooner & better"),
        ("deals", "Deal 5", "Deal 5"),
        ("feedback", "Export", "Something fails"),
        ("feedback", "Exit interview", "Price"),
        ("mail", "News", "News"),
    ],
)
def test_a_row_opens_and_is_deleted_and_comes_back(
    filled: AccountPage, window: MainWindow, settle: Settle, card: str, name: str, fact: str
) -> None:
    cards: WorkCard = getattr(filled._work, card)
    named(cards, name).click()
    settle()
    dialog = filled.findChild(RowDetailsDialog)
    assert isinstance(dialog, RowDetailsDialog)
    assert fact in {label.text() for label in dialog.findChildren(QLabel)}
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Delete").click()
    settle()
    assert name.replace("&", "&&") not in told(cards).splitlines()
    toast = window.findChild(Toast)
    assert isinstance(toast, Toast)
    toast._undo.click()
    settle()
    assert name.replace("&", "&&") in told(cards).splitlines()


def test_a_row_that_follows_another_system_is_not_deleted_here(filled: AccountPage, settle: Settle) -> None:
    from csdesk.ui.pages.account_rows import look_at

    def add(book: Book) -> Changes:
        with book.step(StepName.IMPORT) as step:
            filled_ticket.append(step.insert(Kind.TICKET, {"account_id": filled.account, "subject": "Login fails"}))
        return step.changes

    filled_ticket: list[int] = []
    filled.desk.do(filled, add)
    settle()
    look_at(filled, Kind.TICKET, filled_ticket[0])
    settle()
    dialog = filled.findChild(RowDetailsDialog)
    assert isinstance(dialog, RowDetailsDialog)
    assert [button.text() for button in dialog.findChildren(QPushButton)] == ["Close"]
