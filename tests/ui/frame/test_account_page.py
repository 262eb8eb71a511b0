"""One account's page: what it shows, and everything that can be changed on it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDialog, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from csdesk.book.file import Book
from csdesk.metrics.health.drivers import drivers
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, ReasonFamily, StepName, TouchType
from csdesk.models.money import Currency
from csdesk.ui.dialogs.contact import ContactDialog
from csdesk.ui.dialogs.contract import ContractDialog, read_amount
from csdesk.ui.dialogs.edit_touch import EditTouch
from csdesk.ui.dialogs.row_details import RowDetailsDialog
from csdesk.ui.dialogs.ticket import TicketDialog
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.account.contract_bar import ContractBar, lanes, until
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases.account import AccountPage as Answer
from csdesk.usecases.accounts import delete_accounts
from csdesk.usecases.drafts import ContractDraft, save_contract
from csdesk.usecases.health import set_health_value
from csdesk.usecases.work_rows import Given, WorkDraft, save_work
from csdesk.wording.factors import factor_name
from csdesk.wording.speech import money

Settle = Callable[[], None]
TODAY = date(2024, 4, 18)


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> AccountPage:
    """The account with the largest MRR."""
    accounts = window.open_page("accounts")
    settle()
    assert isinstance(accounts, AccountsPage)
    window.open_account(max(accounts.model.rows_shown(), key=lambda row: row.mrr).id)
    settle()
    opened = window._stack.currentWidget()
    assert isinstance(opened, AccountPage)
    return opened


def shown(page: AccountPage) -> Answer:
    assert page._answer is not None
    return page._answer


def words(page: AccountPage) -> str:
    told = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
    return "\n".join(widget.text() for widget in told if widget.isVisibleTo(page))


def test_the_header_says_what_it_pays_and_when_it_renews(page: AccountPage) -> None:
    said, row = words(page), shown(page).row
    assert row.name in said
    assert money(row.mrr, Currency("USD"), page.frame.language) in said
    assert money(row.mrr * 12, Currency("USD"), page.frame.language) in said
    assert row.owner in said


def test_health_is_opened_into_its_factors(page: AccountPage) -> None:
    health, said = shown(page).health, words(page)
    used = [factor for factor in health.factors if factor.state == "used"]
    assert len(used) > 5
    assert all(factor_name(factor.factor, page.frame.language) in said for factor in used)
    assert sum(factor.contribution for factor in used) == pytest.approx(health.score)
    assert f"{health.coverage:.0%} of the model's weight" in said


def test_the_head_says_why_health_is_so(page: AccountPage) -> None:
    answer, said = shown(page), words(page)
    best, worst = drivers(answer.health)
    assert best is not None
    assert f"Lifted by: {factor_name(best.factor, page.frame.language)}." in said
    change = int(answer.health.score or 0) - int(answer.score_before or 0)
    assert (f"{abs(change)} in 30 days" in said) == bool(change)
    assert (worst is None) or factor_name(worst.factor, page.frame.language) in said


def test_what_is_not_known_is_folded_and_opens_with_one_click(page: AccountPage) -> None:
    unknown = [one.factor for one in shown(page).health.factors if one.state in {"missing", "stale"}]
    assert unknown
    fold, names = page._health.unused, [factor_name(one, page.frame.language) for one in unknown]
    assert f"{len(unknown)} without fresh data" in words(page)
    assert not any(name in fold_words(fold) for name in names)
    fold.findChild(QToolButton).click()
    assert all(name in fold_words(fold) for name in names)


def fold_words(fold: QWidget) -> list[str]:
    return [button.text() for button in fold.findChildren(QAbstractButton) if button.isVisibleTo(fold)]


def test_contracts_that_follow_each_other_share_a_lane(page: AccountPage) -> None:
    contracts, last = shown(page).contracts, TODAY + timedelta(days=400)
    made = lanes(contracts, last)
    assert sorted(line.id for lane in made for line in lane) == sorted(line.id for line in contracts)
    assert all(until(one, last) < other.starts_on for lane in made for one, other in pairwise(lane))
    running = [line for line in contracts if line.active]
    assert len(made) >= len(running)
    bar = page.findChild(ContractBar)
    assert bar._line_at(bar._box(made[0][0], 0).center().x(), 4) == made[0][0]
    assert bar._line_at(1, 400) is None


def test_another_account_is_read_from_its_top(page: AccountPage, window: MainWindow, settle: Settle) -> None:
    cards = page._cards.verticalScrollBar()
    cards.setValue(cards.maximum())
    assert cards.value() > 0
    accounts = window._stack.pages["accounts"]
    other = next(row.id for row in accounts.model.rows_shown() if row.id != page.account)  # type: ignore[attr-defined]
    window.open_account(other)
    settle()
    assert cards.value() == 0


def test_a_line_logs_a_touch(qtbot: QtBot, page: AccountPage, settle: Settle, window: MainWindow) -> None:
    page._composer.type.choose(TouchType.CHAT)
    page._composer.day.line.setText("-1")
    page._composer.minutes.setText("12")
    qtbot.keyClicks(page._composer.note, "Asked about the plan")
    qtbot.keyClick(page._composer.note, Qt.Key.Key_Return)
    settle()
    item = shown(page).timeline[0]
    assert (item.what, item.on, item.minutes, item.text, item.who) == (
        "chat",
        date(2024, 4, 17),
        12,
        "Asked about the plan",
        "tester",
    )
    assert page._composer.note.text() == ""
    assert "Touch logged" in window.findChild(Toast).text


def test_a_touch_of_a_day_to_come_is_warned_of_and_not_logged(qtbot: QtBot, page: AccountPage, settle: Settle) -> None:
    before = shown(page).timeline
    page._composer.day.line.setText("tomorrow")
    assert "a next step?" in words(page)
    page._composer.note.setText("Visit them")
    qtbot.keyClick(page._composer.note, Qt.Key.Key_Return)
    settle()
    assert shown(page).timeline == before
    assert page._composer.note.text() == "Visit them"
    dialog = EditTouch(page.around, next(item.id for item in before if item.kind is Kind.TOUCH), page)
    settle()
    dialog.day.line.setText("tomorrow")
    dialog.check()
    settle()
    assert "in the future" in dialog._wrong.text()
    assert shown(page).timeline == before


def test_a_next_step_is_added_and_ticked_off(qtbot: QtBot, page: AccountPage, settle: Settle) -> None:
    page._tasks._line.setText("Send the offer")
    page._tasks._due.line.setText("+3")
    qtbot.keyClick(page._tasks._line, Qt.Key.Key_Return)
    settle()
    box = next(box for box in page._tasks.findChildren(QCheckBox) if box.text() == "Send the offer" and box.isVisible())
    assert next(t for t in shown(page).tasks if t.title == "Send the offer").due_on == date(2024, 4, 21)
    box.click()
    settle()
    done = [task for task in shown(page).tasks if task.title == "Send the offer"]
    assert [task.done_on for task in done] in ([date(2024, 4, 18)], [])


def test_a_next_step_that_the_book_does_not_take_can_be_sent_again(
    qtbot: QtBot, page: AccountPage, settle: Settle, window: MainWindow, opening: Opening
) -> None:
    assert opening.path is not None
    opening.open_to_read(opening.path)
    settle()
    window.open_account(page.account or 0)
    page._tasks._line.setText("Send the offer")
    page._tasks._due.line.setText("+3")
    qtbot.keyClick(page._tasks._line, Qt.Key.Key_Return)
    settle()
    assert (page._tasks._line.text(), page._tasks._due.day) == ("Send the offer", date(2024, 4, 21))
    assert all(task.title != "Send the offer" for task in shown(page).tasks)


def test_a_contact_is_added_changed_and_deleted(page: AccountPage, settle: Settle, window: MainWindow) -> None:
    before = len(shown(page).people)
    page._people.opened.emit(None)
    dialog = page.findChild(ContactDialog)
    assert isinstance(dialog, ContactDialog)
    dialog.check()
    assert "name" in dialog._wrong.text()
    dialog.name.setText("見本 さくら")
    dialog.executive.setChecked(True)
    dialog.check()
    settle()
    person = next(person for person in shown(page).people if person.name == "見本 さくら")
    assert (len(shown(page).people), person.executive, person.decision_maker) == (before + 1, True, False)
    change = ContactDialog(page.around, page.account or 0, person, page)
    change.title.setText("部長")
    change.left.line.setText("yesterday")
    change.check()
    settle()
    person = next(person for person in shown(page).people if person.name == "見本 さくら")
    assert (person.title, person.left_on) == ("部長", date(2024, 4, 17))
    ContactDialog(page.around, page.account or 0, person, page)._delete()
    settle()
    assert len(shown(page).people) == before
    window.findChild(Steps).take_back()
    settle()
    assert len(shown(page).people) == before + 1


def test_a_contract_line_is_added_and_counts(page: AccountPage, settle: Settle) -> None:
    before = shown(page).row.mrr
    dialog = ContractDialog(page.around, page.account or 0, None, page)
    dialog.check()
    assert "starts" in dialog._wrong.text()
    dialog.start.line.setText("2024-04-01")
    dialog.amount.setText("twelve")
    dialog.check()
    assert "amount" in dialog._wrong.text()
    dialog.amount.setText("1,200.00")
    dialog.interval.setText("12")
    dialog.product.setText("Add-on")
    dialog.check()
    settle()
    assert shown(page).row.mrr == before + Fraction(10_000)
    line = next(line for line in shown(page).contracts if line.product == "Add-on")
    again = ContractDialog(page.around, page.account or 0, line, page)
    assert (again.amount.text(), again.interval.text(), again.start.line.text()) == ("1,200.00", "12", "1 Apr 2024")
    again.end.line.setText("2024-03-01")
    again.check()
    settle()
    assert again._wrong.text() != "", "it cannot end before it starts"
    assert shown(page).row.mrr == before + Fraction(10_000)

    acquired: dict[str, Given] = {"signal": "acquired", "first_signal_on": TODAY, "logged_on": TODAY}
    page.desk.do(page, lambda book: save_work(book, WorkDraft(Kind.RISK, page.account or 0, acquired)))
    settle()
    ended = ContractDialog(page.around, page.account or 0, line, page)
    settle()
    assert ended.family.key is None
    ended.end.line.setText("2024-05-01")
    ended.end.line.editingFinished.emit()
    assert ended.family.key == ReasonFamily.UNAVOIDABLE, "nobody can help that it was acquired"


def test_a_logged_touch_is_changed(page: AccountPage, settle: Settle) -> None:
    item = next(item for item in shown(page).timeline if item.kind is Kind.TOUCH)
    dialog = EditTouch(page.around, item.id, page)
    settle()
    assert dialog.note.toPlainText() == item.text
    dialog.note.setPlainText("Said otherwise")
    dialog.check()
    settle()
    changed = next(other for other in shown(page).timeline if other.id == item.id and other.kind is Kind.TOUCH)
    assert (changed.text, changed.on, changed.minutes) == ("Said otherwise", item.on, item.minutes)
    assert any(entry.after == "Said otherwise" for entry in shown(page).history)


def test_an_account_deleted_elsewhere_leads_back_to_the_list(
    page: AccountPage, window: MainWindow, settle: Settle
) -> None:
    account = page.account or 0
    page.desk.do(window, lambda book: delete_accounts(book, [account]))
    settle()
    assert isinstance(window._stack.currentWidget(), AccountsPage)


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("120,000", "JPY", 120_000),
        ("¥120,000", "JPY", 120_000),
        ("￥１２０，０００円", "JPY", 120_000),
        ("12万", "JPY", 120_000),
        ("1.5万円", "JPY", 15_000),
        ("$1,234.50", "USD", 123_450),
        ("-5", "USD", -500),
        ("", "USD", None),
        ("abc", "USD", None),
        ("1/2", "USD", None),
        ("nan", "USD", None),
    ],
)
def test_amounts_as_typed(text: str, currency: str, minor: int | None) -> None:
    assert read_amount(text, Currency(currency)) == minor


def test_the_history_is_told_in_words_and_searched(page: AccountPage, settle: Settle) -> None:
    account = page.account
    assert account is not None
    page.desk.do(page, lambda book: set_health_value(book, account, "sentiment", 40, page.frame.today()))
    settle()
    history = page._history
    line = history.model.rows_shown()[0]
    assert (line.item.who, line.field, line.after) == ("tester", "Value", "40")
    assert line.row == "Health value by hand: Sentiment"
    page.desk.do(page, lambda book: book.undo())
    settle()
    line = history.model.rows_shown()[0]
    assert not line.stands
    assert line.fate.startswith("Taken back")
    assert line.fate.endswith("by tester")
    whole = history.model.rowCount()
    history.search.setText("taken back sentiment")
    assert 0 < history.model.rowCount() < whole
    history.search.setText("never")
    page._left.setCurrentWidget(history)
    assert history.search._said.isVisibleTo(page)
    assert history.search._label.text() == "Nothing in the history fits “never”."
    history.search.clear()
    assert history.model.rowCount() == whole
    assert not history.search._said.isVisibleTo(page)


def only_entry(page: AccountPage, settle: Settle, kind: Kind, values: dict[str, object]) -> None:
    """Put one row of a kind on the account, newest of all, and choose it in the timeline."""
    account = page.account

    def add(book: Book) -> Changes:
        with book.step(StepName.IMPORT, "sample") as step:
            step.insert(kind, {"account_id": account, **values})  # type: ignore[dict-item]
        return step.changes

    page.desk.do(page, add)
    settle()
    page._timeline.setCurrentIndex(page._timeline.model().index(0, 0))
    page._timeline.setFocus()


@pytest.mark.parametrize(
    ("kind", "values", "told"),
    [
        (
            Kind.TICKET,
            {"subject": "Login fails", "opened_at": datetime(2030, 4, 1, 9, 5), "priority": "high"},  # noqa: DTZ001
            {"Ticket", "Subject", "Login fails", "Opened", "1 Apr 2030 09:05", "Priority", "High"},
        ),
        (
            Kind.INVOICE,
            {"number": "A-17", "issued_on": date(2030, 4, 1), "amount": 120_050},
            {"Invoice", "Number", "A-17", "Invoice date", "1 Apr 2030", "Amount", "$1,200.50"},
        ),
    ],
)
def test_enter_opens_what_a_ticket_or_an_invoice_says(
    qtbot: QtBot, page: AccountPage, settle: Settle, kind: Kind, values: dict[str, object], told: set[str]
) -> None:
    only_entry(page, settle, kind, values)
    qtbot.keyClick(page._timeline, Qt.Key.Key_Return)
    settle()
    dialog = page.findChild(TicketDialog if kind is Kind.TICKET else RowDetailsDialog)
    assert isinstance(dialog, QDialog)
    assert dialog.isVisible()
    assert told <= {dialog.windowTitle(), *(label.text() for label in dialog.findChildren(QLabel))}
    if isinstance(dialog, TicketDialog):
        dialog.cause.setPlainText("Nobody was trained")
        dialog.main.click()
        settle()
        qtbot.keyClick(page._timeline, Qt.Key.Key_Return)
        settle()
        assert page.findChildren(TicketDialog)[-1].cause.toPlainText() == "Nobody was trained"


def test_why_health_is_so_is_said_whole(page: AccountPage, window: MainWindow, settle: Settle) -> None:
    accounts = window._stack.pages["accounts"]
    assert isinstance(accounts, AccountsPage)
    rows = sorted(accounts.model.rows_shown(), key=lambda row: -row.mrr)[:12]
    cut = []
    for row in rows:
        window.open_account(row.id)
        settle()
        why = page._header._why
        if why.fontMetrics().horizontalAdvance(why.text()) > why.width():
            cut.append(why.text())
    assert cut == []


def test_a_line_that_was_renewed_says_how_long_it_ran(page: AccountPage, settle: Settle) -> None:
    account = page.account or 0
    first = ContractDraft(account, date(2023, 4, 1), 12_000, 12, "Extra", term_ends_on=date(2024, 3, 31))
    page.desk.do(page, lambda book: save_contract(book, first))
    again = replace(first, starts_on=date(2024, 4, 1), term_ends_on=date(2025, 3, 31))
    page.desk.do(page, lambda book: save_contract(book, again))
    settle()
    assert page._contracts._earlier.isVisibleTo(page)
    page._contracts._earlier.open()
    said = words(page)
    assert "1 Apr 2023 to 31 Mar 2024, renewed" in said
    assert "since 1 Apr 2024, renews 31 Mar 2025" in said
    assert "since 1 Apr 2023" not in said
