"""The work with an account on its page: each card tells what it holds, each row opens, and can be deleted and had
back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
)

from csdesk.book.file import Book
from csdesk.models.drafts import Changes
from csdesk.models.kinds import DealOutcome, FeedbackKind, Kind, StepName
from csdesk.ui.dialogs.row_details import RowDetailsDialog
from csdesk.ui.dialogs.work_row import WorkRow
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.widgets.account.work import WorkCard
from csdesk.ui.widgets.dayline import DayLine
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


def test_a_page_without_any_has_no_empty_cards_but_a_way_to_add(page: AccountPage) -> None:
    work = page._work
    assert not any(card.isVisibleTo(page) for card in (work.goals, work.deals, work.feedback, work.mail))
    assert [action.text() for action in work.add.menu().actions()] == [
        "Goal", "Milestone", "Deal", "Feedback", "Exit interview", "Mail result", "Risk", "Play started", "Win",
    ]  # fmt: skip


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


def opened(page: AccountPage, settle: Settle) -> WorkRow:
    settle()
    (dialog,) = page.findChildren(WorkRow)
    return dialog


def typed(dialog: WorkRow, column: str, text: str) -> None:
    box = dialog.box(column)
    if isinstance(box, QPlainTextEdit):
        box.setPlainText(text)
    else:
        assert isinstance(box, QLineEdit)
        box.setText(text)


@pytest.mark.parametrize(
    ("card", "name", "column", "now"),
    [
        ("goals", "Close sooner & better", "statement", "Close in 5 days"),
        ("deals", "Deal 5", "name", "More seats"),
        ("feedback", "Export", "title", "Export to PDF"),
        ("feedback", "Exit interview", "stated_reason", "Too dear"),
        ("mail", "News", "name", "News of May"),
    ],
)
def test_a_row_is_edited_and_undone_and_deleted_and_comes_back(
    filled: AccountPage, window: MainWindow, settle: Settle, card: str, name: str, column: str, now: str
) -> None:
    cards: WorkCard = getattr(filled._work, card)
    before = told(cards)
    named(cards, name).click()
    dialog = opened(filled, settle)
    typed(dialog, column, now)
    dialog.main.click()
    settle()
    assert now in told(cards)
    window._steps.undo.trigger()
    settle()
    assert told(cards) == before
    named(cards, name).click()
    next(b for b in opened(filled, settle).findChildren(QPushButton) if b.text() == "Delete").click()
    settle()
    assert name.replace("&", "&&") not in told(cards).splitlines()
    toast = window.findChild(Toast)
    assert isinstance(toast, Toast)
    toast._undo.click()
    settle()
    assert told(cards) == before


def test_a_milestone_is_done_in_its_form(filled: AccountPage, settle: Settle) -> None:
    card = filled._work.goals
    next(b for b in card.findChildren(QToolButton) if "1 of 2" in b.text()).click()
    named(card, "Go-live").click()
    dialog = opened(filled, settle)
    done, side = dialog.box("done_on"), dialog.box("customer_side")
    assert isinstance(done, DayLine)
    assert isinstance(side, QCheckBox)
    done.line.setText("2024-03-01")
    side.setChecked(False)
    dialog.main.click()
    settle()
    next(b for b in card.findChildren(QToolButton) if "2 of 2" in b.text()).click()
    assert "done" in told(card).splitlines()


@pytest.mark.parametrize(
    ("nth", "column", "text", "where"),
    [
        (0, "statement", "Fewer tickets", "Fewer tickets"),
        (1, "title", "Training", "0 of 1 milestones"),
        (2, "name", "Second team", "Second team"),
        (3, "title", "Dark colours", "Dark colours"),
        (4, "stated_reason", "Moved away", "Moved away"),
        (5, "name", "Invitation", "Invitation"),
    ],
)
def test_each_kind_is_added_on_a_page_that_has_none(
    page: AccountPage, window: MainWindow, settle: Settle, nth: int, column: str, text: str, where: str
) -> None:
    page._work.add.menu().actions()[nth].trigger()
    dialog = opened(page, settle)
    dialog.main.click()
    assert "a value is needed" in dialog._wrong.text()
    typed(dialog, column, text)
    dialog.main.click()
    settle()
    assert page._answer is not None
    said = [told(card) for card in page._work.findChildren(WorkCard)]
    assert any(where in one for one in (*said, *(item.text for item in page._answer.timeline)))
    window._steps.undo.trigger()
    settle()
    assert not any(card.isVisibleTo(page) for card in page._work.findChildren(WorkCard))


def test_what_cannot_be_is_said_in_the_form(page: AccountPage, settle: Settle) -> None:
    page._work.add.menu().actions()[2].trigger()
    dialog = opened(page, settle)
    close = dialog.box("close_on")
    assert isinstance(close, DayLine)
    typed(dialog, "name", "More seats")
    close.line.setText("some day")
    dialog.main.click()
    assert "not understood" in dialog._wrong.text()
    close.line.setText("")
    typed(dialog, "probability", "a lot")
    dialog.main.click()
    settle()
    assert "a lot" in dialog._wrong.text()
    assert dialog.main.isEnabled()
    typed(dialog, "probability", "60 %")
    dialog.main.click()
    settle()
    assert "Open  ·  60%" in told(page._work.deals)


def test_an_imported_row_says_where_it_came_from_and_what_only_the_file_tells(
    filled: AccountPage, window: MainWindow, settle: Settle
) -> None:
    page = window.open_page("import")
    assert isinstance(page, ImportPage)
    assert filled._answer is not None
    heads, row = "Customer\tDeal ID\tDeal name\tStage\tClose date\tAmount", "D-7\tUpsell\tProposal\t2026-12-01\t1,200"
    page.flow.take_text(f"{heads}\n{filled._answer.row.name}\t{row}\n", "deals")
    settle()
    page.flow.apply()
    settle()
    window.open_account(filled.account or 0)
    settle()
    named(filled._work.deals, "Upsell").click()
    said = "\n".join(label.text() for label in opened(filled, settle).findChildren(QLabel))
    assert "Own ID: D-7" in said
    assert "Imported from deals, 2" in said
    assert "once its contract line is added" in said


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
