"""Definitions in the window: like a vendor with the accounts that differ, versions kept, agreed on and reopened."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from csdesk.metrics.rules import Denominator, Discounts, Rules
from csdesk.metrics.vendors import Vendor
from csdesk.models.kinds import Language
from csdesk.models.months import PeriodKind
from csdesk.ui.dialogs.counting import Counting
from csdesk.ui.dialogs.definition_sheet import DefinitionSheet
from csdesk.ui.dialogs.unit_rules import UnitRules
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.definitions import DefinitionsPage
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.usecases.settings import BookSettings
from csdesk.wording.vendors import VENDOR_NOTES

Settle = Callable[[], None]
STRIPE = Rules.parse("stripe")


def opened(window: MainWindow, settle: Settle) -> DefinitionsPage:
    window.rescope(date(2024, 3, 31), PeriodKind.YEAR)
    page = window.open_page("definitions")
    settle()
    assert isinstance(page, DefinitionsPage)
    return page


def press(qtbot: QtBot, button: QPushButton, settle: Settle) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def test_like_a_vendor_with_its_accounts_saved_as_a_version_and_taken_back(
    open_demo: Callable[..., MainWindow], settle: Settle, qtbot: QtBot, language: Language
) -> None:
    window = open_demo(language)
    page = opened(window, settle)
    before = len(page._answer.versions)
    press(qtbot, page.change, settle)
    dialog = page.findChild(Counting)
    dialog.like.choose(Vendor.STRIPE)
    dialog.like.activated.emit(0)
    settle()
    assert dialog.wanted == STRIPE
    assert dialog.answered.value() == STRIPE.answer_days
    assert (dialog.discounts.key, dialog.denominator.key) == (Discounts.LASTING, Denominator.START_AND_NEW)
    assert dialog._note.text() == VENDOR_NOTES["stripe"].say(language)
    rows = dialog.changes.sheet._rows.rows_shown()
    place = next(place for place, row in enumerate(rows) if row.now.metric == "logo_churn")
    assert dialog.changes.accounts.isHidden()
    dialog.changes.sheet.setCurrentIndex(dialog.changes.sheet.model().index(place, 0))
    assert [row.name for row in dialog.changes.accounts._rows.rows_shown()] == [one.name for one in rows[place].of]
    assert dialog.changes.accounts.model().index(0, 2).data() == "0 / 1"
    assert window.settings.rules == "house", "nothing is saved by looking"
    press(qtbot, dialog.main, settle)
    assert Rules.parse(window.settings.rules) == STRIPE
    assert len(page._answer.versions) == before + 1
    assert page._answer.in_force.rules == STRIPE
    assert "Stripe Billing" in page._state.text()
    window.rescope(date(2024, 3, 31), PeriodKind.MONTH)
    settle()
    named = [str(page.compared.model().index(row, 0).data()) for row in range(page.compared.model().rowCount())]
    assert sum("CAC" in name and " · " in name for name in named) == 2, "what is of the quarter says so"
    window.findChild(Steps).take_back()
    settle()
    assert len(page._answer.versions) == before
    assert window.settings.rules == "house"


def test_one_figure_alone_like_a_vendor_from_where_it_is_explained(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    page = opened(window, settle)
    churn = next(row.now for row in page._answer.compared if row.now.metric == "logo_churn")
    window.explain(churn)
    settle()
    panel = window.findChild(ExplainPanel)
    assert "Version 2" in panel._counted._said.text()
    press(qtbot, panel._counted.otherwise, settle)
    dialog = window.findChild(Counting)
    dialog.alone.choose(Vendor.STRIPE)
    dialog.alone.activated.emit(0)
    settle()
    assert dialog.wanted == Rules(denominator=Denominator.START_AND_NEW)
    assert (dialog.like.key, dialog.alone.key) == (None, Vendor.STRIPE)
    assert dialog.changes.sheet._rows.rows_shown()[0].now.metric == "logo_churn"
    dialog.like.activated.emit(0)
    dialog.alone.choose(None)
    dialog.alone.activated.emit(0)
    assert dialog.wanted == Rules(denominator=Denominator.START_AND_NEW), "a mixture is nobody's to choose"
    dialog.changes.sheet.setCurrentIndex(dialog.changes.sheet.model().index(0, 0))
    account = dialog.changes.accounts._rows.rows_shown()[0]
    dialog.changes.accounts.opened.emit(account)
    settle()
    assert window.findChild(AccountPage).account == account.account


def test_every_vendor_beside_the_rules_in_force(window: MainWindow, settle: Settle) -> None:
    page = opened(window, settle)
    model = page.compared.model()
    places = {row.now.metric: place for place, row in enumerate(page._answer.compared)}
    stripe = 2 + list(Vendor).index(Vendor.STRIPE)
    page.compared.setCurrentIndex(model.index(places["logo_churn"], stripe))
    difference = dict(page._answer.compared[places["logo_churn"]].by)[Vendor.STRIPE]
    assert len(page.accounts._rows.rows_shown()) == len(difference.of) > 0
    assert page._note.text() == VENDOR_NOTES["stripe"].en
    page.compared.setCurrentIndex(model.index(places["logo_churn"], 0))
    assert page.accounts.isHidden()
    page.compared.setCurrentIndex(model.index(places["logo_churn"], stripe))
    page.accounts.opened.emit(page.accounts._rows.row_at(0))
    settle()
    assert window.findChild(AccountPage).account == difference.of[0].account


def test_the_sheet_is_agreed_on_and_earlier_ones_are_read_and_compared(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    page = opened(window, settle)
    press(qtbot, page.sign, settle)
    sheet = page.findChild(DefinitionSheet)
    assert "90 days" in sheet.sections["forecast"].toPlainText()
    sheet.sections["risk"].setPlainText("A sponsor who has left is imminent.")
    sheet.agreed_on.line.setText("soon")
    press(qtbot, sheet.main, settle)
    assert sheet.isVisible(), "the day is not understood"
    sheet.agreed_on.line.setText("2024-04-01")
    sheet.agreed_by.setText("Sample lead")
    press(qtbot, sheet.main, settle)
    held = page._answer.in_force.sheet
    assert (held.agreed_by, held.agreed_on, held.forecast) == ("Sample lead", date(2024, 4, 1), "")
    assert held.risk == "A sponsor who has left is imminent."
    assert "Sample lead" in page._state.text()
    first = page._answer.versions[-1]
    page.versions.opened.emit(first)
    old = next(dialog for dialog in page.findChildren(DefinitionSheet) if dialog._version == first)
    assert old.main.isHidden()
    assert old.note.isReadOnly()
    press(qtbot, old.foot.itemAt(0).widget(), settle)
    dialog = page.findChild(Counting)
    assert dialog.wanted == first.rules == Rules(ltv_window=3)
    assert {row.now.metric for row in dialog.changes.sheet._rows.rows_shown()} == {"ltv", "ltv_to_cac"}
    press(qtbot, dialog.foot.itemAt(0).widget(), settle)
    assert page.findChild(Counting) is None


def test_unit_economics_lead_to_the_versions_too(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    dialog = UnitRules(window._around, window)
    dialog.open()
    press(qtbot, dialog.foot.itemAt(0).widget(), settle)
    assert isinstance(window._stack.currentWidget(), DefinitionsPage)


def test_a_book_without_contracts_says_what_the_page_is_for(
    make_window: Callable[..., MainWindow], opening: Opening, tmp_path: Path, settle: Settle
) -> None:
    window = make_window()
    opening.make(tmp_path / "own.csdesk", BookSettings("USD", 1, Language.EN))
    settle()
    page = opened(window, settle)
    assert page._stack.currentWidget() is page._empty
