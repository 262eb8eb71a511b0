"""Data to complete in the window: narrowed, filled in, left as it is, opened, and two accounts brought together."""

from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, Language, ReasonFamily, StepName
from csdesk.ui.dialogs.contact import ContactDialog
from csdesk.ui.dialogs.contract import ContractDialog
from csdesk.ui.dialogs.edit_task import EditTask
from csdesk.ui.dialogs.quick_touch import QuickTouch
from csdesk.ui.dialogs.same_account import SameAccount
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.hygiene import HygienePage
from csdesk.ui.pages.revenue import RevenuePage
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.ui.widgets.tile import FigureTile
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases.hygiene import Finding, Lack, Part
from csdesk.usecases.settings import BookSettings

Settle = Callable[[], None]


def spoil(book: Book) -> Changes:
    """Take something of each kind away, and enter an account twice."""
    accounts = [row for row in rows(book, Kind.ACCOUNT) if row["owner_id"] is not None]
    lines = [row for row in rows(book, Kind.CONTRACT) if row["ended_on"] is None and row["term_ends_on"] is not None]
    contact, task = rows(book, Kind.CONTACT)[0], next(t for t in rows(book, Kind.TASK) if t["done_on"] is None)

    def number(row: object) -> int:
        return int(str(row))

    with book.step(StepName.EDIT_ACCOUNTS) as step:
        for account in accounts[:3]:
            step.update(Kind.ACCOUNT, number(account["id"]), {"owner_id": None})
        step.update(Kind.CONTRACT, number(lines[0]["id"]), {"term_ends_on": None, "interval_months": 12})
        step.update(Kind.CONTRACT, number(lines[1]["id"]), {"amount": None})
        step.update(Kind.CONTACT, number(contact["id"]), {"email": None, "phone": None})
        step.update(Kind.TASK, number(task["id"]), {"owner_id": None})
        copy = {name: value for name, value in accounts[5].items() if name != "id"}
        twin = step.insert(Kind.ACCOUNT, copy | {"tier": "other", "notes": "<b>Its own</b> " * 20})
        step.insert(Kind.TOUCH, {"account_id": twin, "on_date": lines[0]["starts_on"]})
    return step.changes


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> HygienePage:
    window._around.desk.do(window, spoil)
    settle()
    opened = window.open_page("hygiene")
    settle()
    assert isinstance(opened, HygienePage)
    return opened


def lacks(page: HygienePage) -> list[Lack]:
    return [finding.lack for finding in page.model.rows_shown()]


def choose(page: HygienePage, *wanted: Lack) -> list[Finding]:
    """Select the rows of these, and no others."""
    page.sheet.clearSelection()
    found = []
    for place in range(page.model.rowCount()):
        finding = page.model.row_at(place)
        if finding.lack in wanted:
            found.append(finding)
            at = page.model.index(place, 0)
            page.sheet.selectionModel().select(QItemSelection(at, at), QItemSelectionModel.SelectionFlag.Select)
            if len(found) == 1:
                page.sheet.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.NoUpdate)
    return found


def names(page: HygienePage) -> dict[str, str]:
    """The words of the chips that are shown, by group."""
    return {part: chip.text() for part, chip in page.chips._chips.items() if not chip.isHidden()}


def button(top: QDialog | QPushButton | HygienePage | ExplainPanel, word: str) -> QPushButton:
    return next(made for made in top.findChildren(QPushButton) if made.text() == word)


def dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(top for top in window.findChildren(kind) if top.isVisible())


def test_what_is_missing_stands_by_mrr_and_is_narrowed_by_its_group(page: HygienePage) -> None:
    assert page._answer is not None
    assert f"{page._answer.complete.accounts} of {page._answer.complete.of_accounts}" in page.complete.text()
    shown = page.model.rows_shown()
    assert [finding.mrr for finding in shown] == sorted((finding.mrr for finding in shown), reverse=True)
    assert names(page)[Part.OWNERS] == "Owner 3"
    assert names(page)[Part.DOUBLES] == "Duplicates 1"
    assert Part.TOUCHES not in names(page), "what nobody lacks is not offered"
    page.chips._chips[Part.OWNERS].click()
    assert set(lacks(page)) == {Lack.OWNER}
    page.chips._chips[Part.RENEWALS].click()
    assert set(lacks(page)) == {Lack.OWNER, Lack.RENEWAL}


def test_one_owner_for_many_in_one_step_and_taken_back(
    page: HygienePage, window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    page.chips.choose({Part.OWNERS})
    page.sheet.selectAll()
    page.bar.owner.setCurrentIndex(1)
    assert page.bar.owner.isVisible()
    qtbot.mouseClick(button(page, "Set"), Qt.MouseButton.LeftButton)
    settle()
    assert page.model.rowCount() == 0
    assert page._list.currentWidget() is page._here, "there is more in other groups"
    toast = window.findChild(Toast)
    assert toast is not None
    window._steps.take_back()
    settle()
    assert lacks(page) == [Lack.OWNER] * 3


def test_a_reason_and_a_renewal_are_filled_in_from_the_keyboard(
    page: HygienePage, window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    window.activateWindow()
    choose(page, Lack.RENEWAL)
    qtbot.keyClick(page.sheet, Qt.Key.Key_F2)
    assert page.bar.day.line.hasFocus()
    assert page.bar.day.line.placeholderText() == "Renewal date"
    qtbot.keyClicks(page.bar.day.line, "2025-03-31")
    qtbot.keyClick(page.bar.day.line, Qt.Key.Key_Return)
    settle()
    assert Lack.RENEWAL not in lacks(page)
    ended = choose(page, Lack.REASON)
    page.bar.reason.choose(ReasonFamily.PRICE)
    qtbot.mouseClick(button(page, "Set"), Qt.MouseButton.LeftButton)
    settle()
    assert Lack.REASON not in lacks(page)
    assert len(ended) > 1, "in one step"


def test_a_next_step_is_given_to_somebody(page: HygienePage, qtbot: QtBot, settle: Settle) -> None:
    choose(page, Lack.TASK_OWNER)
    page.bar.owner.setCurrentIndex(0)
    qtbot.mouseClick(button(page, "Set"), Qt.MouseButton.LeftButton)
    settle()
    assert Lack.TASK_OWNER not in lacks(page)


def test_different_things_are_not_filled_in_together(page: HygienePage) -> None:
    choose(page, Lack.OWNER, Lack.RENEWAL)
    assert [field for field in page.bar._fields if field.isVisible()] == []
    assert not page.bar._set_button.isVisible()


def test_what_is_left_as_it_is_does_not_come_back_until_it_is_listed_again(
    page: HygienePage, window: MainWindow, opening: Opening, qtbot: QtBot, settle: Settle
) -> None:
    choose(page, Lack.REACH)
    qtbot.keyClick(page.sheet, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    settle()
    assert Lack.REACH not in lacks(page)
    path = opening.path
    assert path is not None
    opening.open(path)
    settle()
    again = window.open_page("hygiene")
    settle()
    assert isinstance(again, HygienePage)
    assert Lack.REACH not in lacks(again), "after opening the book anew"
    again.chips._left.click()
    assert lacks(again) == [Lack.REACH]
    choose(again, Lack.REACH)
    qtbot.mouseClick(button(again, "List it again"), Qt.MouseButton.LeftButton)
    settle()
    button(again, "Show all").click()
    assert Lack.REACH in lacks(again)


@pytest.mark.parametrize(
    ("lack", "kind"),
    [
        (Lack.AMOUNT, ContractDialog),
        (Lack.REACH, ContactDialog),
        (Lack.CONTACT, ContactDialog),
        (Lack.TASK_OWNER, EditTask),
        (Lack.TOUCH, QuickTouch),
    ],
)
def test_enter_opens_the_account_and_what_is_to_be_completed(
    lack: Lack, kind: type[QDialog], page: HygienePage, window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    if lack is Lack.TOUCH:
        touched = next(finding for finding in page.model.rows_shown() if finding.lack is Lack.OWNER)
        window._around.desk.do(page, lambda book: _untouch(book, touched.account))
        settle()
    (finding, *_) = choose(page, lack)
    qtbot.keyClick(page.sheet, Qt.Key.Key_Return)
    settle()
    assert dialog(window, kind).isVisible()
    front = window._stack.currentWidget()
    assert isinstance(front, AccountPage)
    assert front.account == finding.account
    dialog(window, kind).close()


def _untouch(book: Book, account: int) -> Changes:
    with book.step(StepName.DELETE_TOUCH) as step:
        step.delete_many(Kind.TOUCH, [int(str(r["id"])) for r in rows(book, Kind.TOUCH, where={"account_id": account})])
    return step.changes


def test_an_account_without_an_owner_is_opened_alone(page: HygienePage, window: MainWindow, settle: Settle) -> None:
    finding = choose(page, Lack.OWNER)[0]
    page._open(finding)
    settle()
    front = window._stack.currentWidget()
    assert isinstance(front, AccountPage)
    assert front.account == finding.account
    assert [top for top in window.findChildren(QDialog) if top.isVisible()] == []


def pair(page: HygienePage, window: MainWindow, settle: Settle) -> SameAccount:
    choose(page, Lack.SAME_ACCOUNT)
    page.bar._compare.click()
    settle()
    shown = dialog(window, SameAccount)
    assert isinstance(shown, SameAccount)
    return shown


def test_two_accounts_are_brought_together_with_the_chosen_value(
    page: HygienePage, window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    (finding,) = choose(page, Lack.SAME_ACCOUNT)
    shown = pair(page, window, settle)
    assert set(shown._right) == {"tier"}, "only what differs is asked"
    shown._right["tier"].setChecked(True)
    qtbot.mouseClick(shown.main, Qt.MouseButton.LeftButton)
    settle()
    assert Lack.SAME_ACCOUNT not in lacks(page)
    held: list[object] = []
    window._around.desk.ask(
        page, lambda book: rows(book, Kind.ACCOUNT, where={"id": (finding.row, finding.other)}), held.extend
    )
    settle()
    assert [(row["id"], row["tier"]) for row in held] == [(finding.row, "other")]  # type: ignore[index]
    window._steps.take_back()
    settle()
    assert Lack.SAME_ACCOUNT in lacks(page)


def test_two_accounts_that_are_not_the_same_stay_so(page: HygienePage, window: MainWindow, settle: Settle) -> None:
    shown = pair(page, window, settle)
    shown.apart.click()
    settle()
    assert Lack.SAME_ACCOUNT not in lacks(page)
    assert page.chips._left.text() == "Left as they are 1"


def test_either_of_the_two_is_opened(page: HygienePage, window: MainWindow, settle: Settle) -> None:
    (finding,) = choose(page, Lack.SAME_ACCOUNT)
    shown = pair(page, window, settle)
    [made for made in shown.findChildren(QPushButton) if made.text() == "Open"][1].click()
    settle()
    front = window._stack.currentWidget()
    assert isinstance(front, AccountPage)
    assert front.account == finding.other


def test_a_figure_opens_what_it_lacks(page: HygienePage, window: MainWindow, settle: Settle) -> None:
    revenue = window.open_page("revenue")
    settle()
    assert isinstance(revenue, RevenuePage)
    revenue.findChildren(FigureTile)[0]._open()
    settle()
    panel = window.findChild(ExplainPanel)
    assert panel is not None
    button(panel, "1 account lacks what this rests on").click()
    settle()
    assert window._stack.currentWidget() is page
    assert page.chips.chosen == {Part.AMOUNTS}
    assert set(lacks(page)) == {Lack.AMOUNT}


def test_an_empty_book_teaches_and_a_whole_one_says_so(
    page: HygienePage, window: MainWindow, opening: Opening, tmp_path: Path, settle: Settle
) -> None:
    page.sheet.selectAll()
    page.leave()
    settle()
    assert page._list.currentWidget() is page._done
    assert not page.bar.isVisible()
    opening.make(tmp_path / "empty.csdesk", BookSettings("JPY", 4, Language.EN))
    settle()
    anew = window.open_page("hygiene")
    settle()
    assert isinstance(anew, HygienePage)
    assert anew._stack.currentWidget() is anew._teaching


def test_a_change_elsewhere_is_heeded(page: HygienePage, window: MainWindow, settle: Settle) -> None:
    before = len(lacks(page))
    window._steps.take_back()
    settle()
    assert len(lacks(page)) < before


def test_turning_to_the_page_makes_no_pause(
    page: HygienePage, window: MainWindow, stalls: Callable[[Callable[[], object]], float]
) -> None:
    assert page.model.whole
    turn = cycle(["today", "hygiene"])
    assert stalls(lambda: window.open_page(next(turn))) <= 0.050
