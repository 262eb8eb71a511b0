"""The bin in the window: every deletion leads there, and from there back or out of the book for good."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.book.bin import contents
from csdesk.book.check import check
from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.deletions import DELETIONS
from csdesk.models.kinds import Kind, StepName, Survey
from csdesk.ui.dialogs.answer import AnswerDialog
from csdesk.ui.dialogs.contact import ContactDialog
from csdesk.ui.dialogs.contract import ContractDialog
from csdesk.ui.dialogs.edit_task import EditTask
from csdesk.ui.dialogs.edit_touch import EditTouch
from csdesk.ui.dialogs.erase import Erase
from csdesk.ui.dialogs.pack import PackDialog
from csdesk.ui.dialogs.plays import Plays
from csdesk.ui.dialogs.set_health import SetHealth
from csdesk.ui.dialogs.target import TargetDialog
from csdesk.ui.dialogs.work_row import WorkRow
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.bin import BinPage
from csdesk.ui.pages.cohorts import CohortsPage
from csdesk.ui.pages.growth import GrowthPage
from csdesk.ui.pages.health import HealthPage
from csdesk.ui.pages.reports import ReportsPage
from csdesk.ui.pages.signals import SignalsPage
from csdesk.ui.pages.today import TodayPage
from csdesk.ui.pages.voice import VoicePage
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases.answers import AnswerDraft, save_answer
from csdesk.usecases.drafts import ContactDraft, save_contact
from csdesk.usecases.health import FactorEdit, set_health_value
from csdesk.usecases.rows import delete_row
from csdesk.usecases.tasks import TaskDraft, save_task
from csdesk.usecases.views import View, save_view
from tests.thorough import each

Settle = Callable[[], None]
TODAY = date(2024, 4, 18)
WORK: dict[Kind, dict[str, str]] = {
    Kind.GOAL: {"statement": "Close sooner"},
    Kind.MILESTONE: {"title": "Kickoff"},
    Kind.DEAL: {"name": "More seats"},
    Kind.FEEDBACK: {"title": "Export"},
    Kind.INTERVIEW: {"stated_reason": "Price"},
    Kind.MAILING: {"name": "News"},
    Kind.RISK: {"title": "New owner"},
    Kind.WIN: {"title": "Month end in two days"},
}
"""A row of each kind of the work with an account, all of which are deleted in their form."""
DAYS = {Kind.RISK: {"first_signal_on": TODAY, "logged_on": TODAY}, Kind.WIN: {"on_date": TODAY}}


@pytest.fixture
def lived_in(demo_copy: Path) -> int:
    """The demo book with one row of each kind that a person deletes; gives the account they belong to."""
    with Book.open(demo_copy, who="tester", clock=lambda: datetime(2024, 4, 18, 2, tzinfo=UTC)) as book:
        with_all = [{row["account_id"] for row in rows(book, kind)} for kind in (Kind.CONTRACT, Kind.TOUCH)]
        account = min(int(str(one)) for one in set.intersection(*with_all))
        save_contact(book, ContactDraft(account, "Contact Z"))
        save_task(book, TaskDraft("A task of today", account, TODAY, owner="tester"))
        save_answer(book, AnswerDraft(account, Survey.NPS, 3, TODAY))
        set_health_value(book, account, "independence", 40, TODAY)
        save_view(book, "accounts", "Mine", View(filter="x"))
        with book.step(StepName.IMPORT) as step:
            for kind, values in WORK.items():
                step.insert(kind, {"account_id": account, **values, **DAYS.get(kind, {})})
            step.insert(Kind.EXCHANGE_RATE, {"month": "2024-03", "currency": "USD", "base": "JPY", "rate": 150.25})
            made = {"made_at": datetime(2024, 4, 2, 9, tzinfo=UTC), "made_by": "s", "made_with": "0.1.0"}
            pack = {"file": "Q1.xlsx", "period_kind": "quarter", "first_month": "2024-01", "as_of": date(2024, 3, 31)}
            said = {"language": "en", "rules": "house", "fingerprint": "9f", "figures": "{}"}
            step.insert(Kind.PACK, {**pack, **made, **said})
            days = {"starts_on": date(2024, 3, 1), "ends_on": date(2024, 3, 31)}
            step.insert(Kind.PERIOD_FIGURE, {**days, "name": "Leads", "value": 12.0})
    return account


@pytest.fixture
def begun(lived_in: int, window: MainWindow) -> MainWindow:
    """A window on that book."""
    assert lived_in
    return window


def page_of(window: MainWindow, name: str, settle: Settle) -> object:
    page = window.open_page(name)
    settle()
    return page


def bin_page(window: MainWindow, settle: Settle) -> BinPage:
    page = page_of(window, "bin", settle)
    assert isinstance(page, BinPage)
    return page


def account_page(window: MainWindow, account: int, settle: Settle) -> AccountPage:
    window.open_account(account)
    settle()
    page = window._stack.currentWidget()
    assert isinstance(page, AccountPage)
    assert page._answer is not None
    return page


def accounts(window: MainWindow, account: int, settle: Settle) -> None:
    page = page_of(window, "accounts", settle)
    assert isinstance(page, AccountsPage)
    page.sheet.setCurrentIndex(page.model.index(page.model.position_of(account), 0))
    page._bulk.deleted.emit()


def several_accounts(window: MainWindow, _account: int, settle: Settle) -> None:
    page = page_of(window, "accounts", settle)
    assert isinstance(page, AccountsPage)
    page.sheet.selectAll()
    page._bulk.deleted.emit()


def view(window: MainWindow, _account: int, settle: Settle) -> None:
    page = page_of(window, "accounts", settle)
    assert isinstance(page, AccountsPage)
    page.views.setCurrentIndex(page.views.count() - 1)
    (action,) = page.views.menu(page.views.chosen).actions()
    action.trigger()


def by_dialog(make: Callable[[AccountPage], QDialog]) -> Callable[[MainWindow, int, Settle], None]:
    def delete(window: MainWindow, account: int, settle: Settle) -> None:
        dialog = make(account_page(window, account, settle))
        dialog.show()
        settle()
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "Delete").click()

    return delete


def item(page: AccountPage, kind: str) -> int:
    return next(one.id for one in page._answer.timeline if one.kind == kind)


def in_its_form(kind: Kind) -> Callable[[MainWindow, int, Settle], None]:
    def delete(window: MainWindow, account: int, settle: Settle) -> None:
        page = account_page(window, account, settle)
        name = "Exit interview" if kind is Kind.INTERVIEW else next(iter(WORK[kind].values()))
        next(one for one in page._work.findChildren(QPushButton) if one.accessibleName() == name).click()
        settle()
        dialog = page.findChild(WorkRow)
        assert isinstance(dialog, WorkRow)
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "Delete").click()

    return delete


def task_in_its_line(window: MainWindow, account: int, settle: Settle) -> None:
    page = account_page(window, account, settle)
    page._tasks.unwanted.emit(page._answer.tasks[0])


def task_of_today(window: MainWindow, _account: int, settle: Settle) -> None:
    page = page_of(window, "today", settle)
    assert isinstance(page, TodayPage)
    shown = page.sheet.lines.rows_shown()
    place = next(at for at, row in enumerate(shown) if row.task)
    page.sheet.setCurrentIndex(page.sheet.lines.index(place, 0))
    page.sheet.delete()


def costs(window: MainWindow, _account: int, settle: Settle) -> None:
    page = page_of(window, "growth", settle)
    assert isinstance(page, GrowthPage)
    page.costs.sheet.selectRow(0)
    page.costs.delete.click()


def markers(window: MainWindow, _account: int, settle: Settle) -> None:
    page = page_of(window, "cohorts", settle)
    assert isinstance(page, CohortsPage)
    page._markers.sheet.selectRow(0)
    page._markers.delete.click()


def asked(window: MainWindow, _account: int, settle: Settle) -> None:
    page = page_of(window, "voice", settle)
    assert isinstance(page, VoicePage)
    page.asked.sheet.selectRow(0)
    page.asked.delete.click()


def kept(table: str) -> Callable[[MainWindow, int, Settle], None]:
    def delete(window: MainWindow, _account: int, settle: Settle) -> None:
        page = page_of(window, "growth", settle)
        assert isinstance(page, GrowthPage)
        part = getattr(page.kept, table)
        part.sheet.selectRow(0)
        part.delete.click()

    return delete


def play(window: MainWindow, _account: int, settle: Settle) -> None:
    page = page_of(window, "signals", settle)
    assert isinstance(page, SignalsPage)
    page.plays.click()
    settle()
    library = page.findChild(Plays)
    assert isinstance(library, Plays)
    library.sheet.setCurrentIndex(library.model.index(1, 0))
    assert not library.remove.isEnabled(), "one that csdesk begins with is not in the book"
    library.sheet.setCurrentIndex(library.model.index(0, 0))
    library.remove.click()


def health_value(window: MainWindow, account: int, settle: Settle) -> None:
    page = account_page(window, account, settle)
    dialog = SetHealth(page.around, account, "independence", page)
    dialog.show()
    settle()
    dialog.remove.click()


def cleared_cell(window: MainWindow, account: int, settle: Settle) -> None:
    page = page_of(window, "health", settle)
    assert isinstance(page, HealthPage)
    page._set_values((FactorEdit(account, "independence", ""),))


def target(window: MainWindow, _account: int, settle: Settle) -> None:
    page = page_of(window, "reports", settle)
    assert isinstance(page, ReportsPage)
    page.targets.sheet.opened.emit(page.targets.model.rows_shown()[0])
    settle()
    dialog = page.findChild(TargetDialog)
    assert isinstance(dialog, TargetDialog)
    next(one for one in dialog.findChildren(QPushButton) if one.accessibleName().startswith("Delete: ")).click()


def pack(window: MainWindow, _account: int, settle: Settle) -> None:
    page = page_of(window, "reports", settle)
    assert isinstance(page, ReportsPage)
    page.packs.sheet.opened.emit(page.packs.model.rows_shown()[0])
    settle()
    dialog = page.findChild(PackDialog)
    assert isinstance(dialog, PackDialog)
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Delete").click()


WAYS: dict[str, tuple[Kind, Callable[[MainWindow, int, Settle], None]]] = {
    "an account": (Kind.ACCOUNT, accounts),
    "all accounts": (Kind.ACCOUNT, several_accounts),
    "a contact": (
        Kind.CONTACT,
        by_dialog(lambda page: ContactDialog(page.around, page.account or 0, page._answer.people[0], page)),
    ),
    "a contract line": (
        Kind.CONTRACT,
        by_dialog(lambda page: ContractDialog(page.around, page.account or 0, page._answer.contracts[0], page)),
    ),
    "a touch": (Kind.TOUCH, by_dialog(lambda page: EditTouch(page.around, item(page, "touch"), page))),
    "an answer": (
        Kind.ANSWER,
        by_dialog(lambda page: AnswerDialog(page.around, page.account or 0, item(page, "answer"), (), page)),
    ),
    "a task": (Kind.TASK, by_dialog(lambda page: EditTask(page.around, page._answer.tasks[0].id, page))),
    "a task in its line": (Kind.TASK, task_in_its_line),
    "a task of today": (Kind.TASK, task_of_today),
    "a cost": (Kind.COST, costs),
    "a marker": (Kind.MARKER, markers),
    "who was asked": (Kind.INVITATION, asked),
    "a figure of a period": (Kind.PERIOD_FIGURE, kept("figures")),
    "an exchange rate": (Kind.EXCHANGE_RATE, kept("rates")),
    "a target": (Kind.TARGET, target),
    "a pack": (Kind.PACK, pack),
    "a view": (Kind.SAVED_VIEW, view),
    "a play": (Kind.PLAY, play),
    "a health value": (Kind.HEALTH_VALUE, health_value),
    "a cleared cell": (Kind.HEALTH_VALUE, cleared_cell),
    **{f"a {kind} in its form": (kind, in_its_form(kind)) for kind in WORK},
}


def test_every_kind_that_is_deleted_is_among_the_ways() -> None:
    assert {kind for kind, _ in WAYS.values()} == set(DELETIONS)


@pytest.mark.parametrize("way", each(WAYS, 5))
def test_what_is_deleted_moves_to_the_bin_and_back_in_a_window_opened_later(
    begun: MainWindow, lived_in: int, opening: Opening, demo_copy: Path, settle: Settle, way: str
) -> None:
    kind, delete = WAYS[way]
    before = stored(demo_copy)
    delete(begun, lived_in, settle)
    settle()
    assert "moved to the bin" in begun.findChild(Toast).text
    assert stored(demo_copy) != before
    opening.open(demo_copy)
    settle()
    page = bin_page(begun, settle)
    assert {line.item.kind for line in page.model.rows_shown()} == {kind}
    page.sheet.selectAll()
    page.back.click()
    settle()
    assert begun.findChild(Toast).text.startswith("Put back: ")
    assert page.model.whole == 0
    assert stored(demo_copy) == before


def stored(path: Path) -> str:
    with Book.open(path, who="watcher", clock=lambda: datetime(2024, 4, 18, 3, tzinfo=UTC), read_only=True) as book:
        assert check(book) == ()
        return dump(book)


def in_bin(path: Path) -> int:
    with Book.open(path, who="watcher", clock=lambda: datetime(2024, 4, 18, 3, tzinfo=UTC), read_only=True) as book:
        return len(contents(book))


@pytest.fixture
def filled(begun: MainWindow, lived_in: int, settle: Settle) -> BinPage:
    """The bin with a cost, a contact and an account."""
    for way in ("a cost", "a contact", "an account"):
        WAYS[way][1](begun, lived_in, settle)
        settle()
    return bin_page(begun, settle)


def question(page: BinPage, settle: Settle) -> Erase:
    settle()
    return next(one for one in page.findChildren(Erase) if one.isVisible())


def test_an_empty_bin_says_what_it_is(window: MainWindow, settle: Settle) -> None:
    page = bin_page(window, settle)
    assert page._stack.currentIndex() == 1
    assert page.title() == "Bin"
    page.put_back()
    page.erase(())
    assert not page.findChildren(Erase)


def test_the_menu_and_the_palette_lead_to_it(window: MainWindow, settle: Settle) -> None:
    action = next(one for one in window._menu.actions_to_find() if one.text() == "Bin: what was deleted")
    action.trigger()
    settle()
    assert isinstance(window._stack.currentWidget(), BinPage)


def test_found_as_one_types_and_put_back_is_undone(filled: BinPage, window: MainWindow, settle: Settle) -> None:
    assert filled.model.rowCount() == 3
    filled.search.setText("CONTACT:")
    assert filled.model.rowCount() == 1
    filled.sheet.selectRow(0)
    filled.back.click()
    settle()
    filled.search.clear()
    assert filled.model.rowCount() == 1, "its account came along"
    assert "with its account" in window.findChild(Toast).text
    window.findChild(Steps).take_back()
    settle()
    assert filled.model.rowCount() == 3


def test_deleting_for_good_asks_once(
    filled: BinPage, window: MainWindow, demo_copy: Path, qtbot: QtBot, settle: Settle
) -> None:
    filled.search.setText("cost")
    filled.sheet.selectRow(0)
    filled.for_good.click()
    dialog = question(filled, settle)
    assert dialog.focusWidget() is dialog.leave
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    assert in_bin(demo_copy) == 3, "Enter alone deletes nothing"
    filled.for_good.click()
    question(filled, settle).main.click()
    settle()
    assert window.findChild(Toast).text == "Deleted for good: 1 row"
    assert filled.model.whole == in_bin(demo_copy) == 2
    stored(demo_copy)
    window.findChild(Steps).take_back()
    settle()
    assert filled.model.whole == 1, "the deletion of the account is undone"
    for _ in range(2):
        window.findChild(Steps).take_back()
        settle()
    assert "deleted for good" in window.findChild(Toast).text


def test_emptied_at_once(filled: BinPage, demo_copy: Path, settle: Settle) -> None:
    assert filled._old_ones.isHidden()
    filled.all.click()
    question(filled, settle).main.click()
    settle()
    assert filled._stack.currentIndex() == 1
    assert in_bin(demo_copy) == 0
    assert b"Contact Z" not in demo_copy.read_bytes()


def test_what_is_old_is_offered(demo_copy: Path, open_demo: Callable[..., MainWindow], settle: Settle) -> None:
    with Book.open(demo_copy, who="tester", clock=lambda: datetime(2024, 1, 1, tzinfo=UTC)) as book:
        for row in rows(book, Kind.TOUCH)[:9]:
            delete_row(book, Kind.TOUCH, int(str(row["id"])))
    page = bin_page(open_demo(), settle)
    assert not page._old_ones.isHidden()
    page._old_ones.click()
    dialog = question(page, settle)
    assert dialog._told()[-1] == "and 3 more"
    dialog.main.click()
    settle()
    assert in_bin(demo_copy) == 0
