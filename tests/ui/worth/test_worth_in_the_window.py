"""Costs, unit economics, survey answers and adoption: all of it done by a person in the window, and undone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import CostPurpose, EffortDirection, Language, Survey, SurveyRelation
from csdesk.ui.dialogs.answer import AnswerDialog
from csdesk.ui.dialogs.coming_renewals import ComingRenewals
from csdesk.ui.dialogs.cost import CostDialog
from csdesk.ui.dialogs.factor import FactorDialog
from csdesk.ui.dialogs.unit_rules import UnitRules
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.growth import GrowthPage
from csdesk.ui.pages.health import HealthPage
from csdesk.ui.pages.settings import SettingsPage
from csdesk.ui.pages.today import TodayPage
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.ui.widgets.tile import FigureTile
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases.accounts import add_account
from csdesk.usecases.costs import cost_rows, delete_costs
from csdesk.usecases.settings import BookSettings

Settle = Callable[[], None]


def page_of(window: MainWindow, kind: type, settle: Settle) -> object:
    page = window.open_page(kind.name)
    settle()
    assert isinstance(page, kind)
    return page


def tile(page: object, word: str) -> FigureTile:
    return next(one for one in page.findChildren(FigureTile) if one.accessibleName().startswith(word))


def undo(window: MainWindow, settle: Settle) -> None:
    window.findChild(Steps).take_back()
    settle()


@pytest.fixture
def growth(window: MainWindow, settle: Settle) -> GrowthPage:
    page = page_of(window, GrowthPage, settle)
    assert isinstance(page, GrowthPage)
    return page


def costs(page: GrowthPage) -> list[tuple[str, str, int]]:
    return [(row.month, row.channel, row.amount) for row in page.costs._model.rows_shown()]


def test_a_cost_is_added_by_hand_and_counts_at_once(growth: GrowthPage, window: MainWindow, settle: Settle) -> None:
    before, figure = costs(growth), tile(growth, "CAC").figure
    growth.costs._add()
    dialog = growth.findChild(CostDialog)
    assert isinstance(dialog, CostDialog)
    assert dialog.month.text() == "2024-03"
    dialog.amount.setText("a lot")
    dialog.check()
    settle()
    assert "a lot" in dialog._wrong.text()
    dialog.channel.setCurrentText("Web search")
    dialog.amount.setText("90,000")
    dialog.check()
    settle()
    assert len(costs(growth)) == len(before) + 1
    assert ("2024-03", "Web search", 9_000_000) in costs(growth)
    assert tile(growth, "CAC").figure != figure
    undo(window, settle)
    assert (costs(growth), tile(growth, "CAC").figure) == (before, figure)


def test_costs_are_typed_over_and_deleted(growth: GrowthPage, window: MainWindow, settle: Settle) -> None:
    before, model = costs(growth), growth.costs._model
    model.change([(0, model.column_place("amount"), "５"), (0, model.column_place("channel"), "Fair")])
    settle()
    assert costs(growth)[0][1:] != before[0][1:] or ("2024-04", "Fair", 500) in costs(growth)
    assert "Edit of costs" in window.findChild(Toast).text
    undo(window, settle)
    assert costs(growth) == before
    model.change([(0, model.column_place("month"), "soon")])
    settle()
    assert "soon" in window.findChild(Toast).text
    assert (costs(growth), model.index(0, 0).data()) == (before, before[0][0])
    growth.costs.sheet.selectRow(0)
    assert growth.costs.delete.isEnabled()
    growth.costs.delete.click()
    settle()
    assert costs(growth) == before[1:]
    undo(window, settle)
    assert costs(growth) == before


def test_rows_are_pasted_from_a_spreadsheet(growth: GrowthPage, window: MainWindow, settle: Settle) -> None:
    before = costs(growth)
    QGuiApplication.clipboard().setText("Month\tSpend\tChannel\n2024-01\t1,000\tFair\n2024-02\t2,000\tFair\n")
    growth.costs.sheet.clearSelection()
    growth.costs.sheet.paste()
    settle()
    assert {("2024-01", "Fair", 100_000), ("2024-02", "Fair", 200_000)} <= set(costs(growth))
    assert len(costs(growth)) == len(before) + 2
    undo(window, settle)
    assert costs(growth) == before
    QGuiApplication.clipboard().setText("2024-01\tFair\t1,000\n2024-02\tFair\tnothing")
    growth.costs.paste()
    settle()
    assert costs(growth) == before, "one bad cell and none is added"


def test_figures_by_channel_open_into_the_costs(
    qtbot: QtBot, growth: GrowthPage, window: MainWindow, settle: Settle
) -> None:
    table = growth.findChildren(FigureSheet)[0]
    spent = [row for row in growth._groups._model.rows_shown() if row.cac.part]
    assert spent
    window.explain(spent[0].cac)
    settle()
    panel = window.findChild(ExplainPanel)
    said = "\n".join(label.text() for label in panel.findChildren(QLabel))
    assert "Costs in the figure" in said
    assert panel._tree.accounts.columnCount() == 2
    qtbot.keyClick(table, Qt.Key.Key_Escape)


def test_the_rules_of_unit_economics_are_changed_and_undone(
    growth: GrowthPage, window: MainWindow, settle: Settle
) -> None:
    before = tile(growth, "LTV").figure
    growth._open_rules()
    dialog = growth.findChild(UnitRules)
    assert isinstance(dialog, UnitRules)
    assert dialog.years.isEnabled(), "every form of lifetime value is shown, whichever is chosen"
    dialog.formula.choose("years")
    assert "years" in dialog._said.text()
    dialog.years.setValue(2.5)
    dialog.holds.setValue(4)
    dialog.margin.setValue(80)
    settle()
    change = dialog.changes.sheet._rows.rows_shown()[0]
    assert (change.now.metric, change.now.period.kind) == ("ltv", "quarter")
    assert change.then.value != change.now.value, "old and new value, before anything is saved"
    assert window.settings.rules == "house"
    dialog.check()
    settle()
    assert window.settings.rules == "house,ltv=years,ltv_years=5/2,gross_margin=4/5,ltv_to_cac_holds=4"
    assert tile(growth, "LTV").figure != before
    assert "4×" in tile(growth, "LTV / CAC").accessibleName()
    settings = page_of(window, SettingsPage, settle)
    assert "4×" in settings._counted.text()
    undo(window, settle)
    page_of(window, GrowthPage, settle)
    assert (window.settings.rules, tile(growth, "LTV").figure) == ("house", before)


def test_points_of_what_if_stay_after_a_restart_and_are_undone(
    growth: GrowthPage, window: MainWindow, opening: Opening, settle: Settle
) -> None:
    def shown() -> tuple[int, object]:
        return growth.what_if.points.value(), growth.what_if.sheet._model.rows_shown()[0].then.value

    before = shown()
    assert before[0] == 5
    growth.what_if.points.setValue(9)
    settle()
    chosen = shown()
    assert chosen[1] == pytest.approx(before[1] + 0.04)
    assert "What if more customers stayed" in window.findChild(Toast).text
    opening.open(opening.path)
    settle()
    assert page_of(window, GrowthPage, settle).what_if.points.value() == 9
    undo(window, settle)
    assert shown() == before


def test_a_formula_that_lacks_its_number_says_which_and_where_to_enter_it(
    growth: GrowthPage, window: MainWindow, settle: Settle
) -> None:
    growth._open_rules()
    dialog = growth.findChild(UnitRules)
    dialog.formula.choose("purchases")
    dialog.check()
    settle()
    assert "purchases not entered" in tile(growth, "LTV").accessibleName()
    window.open_page("today")
    settle()
    window.explain(growth._tiles._tiles[0]._measure)
    settle()
    panel = window.findChild(ExplainPanel)
    link = next(button for button in panel.findChildren(QPushButton) if button.text() == "Open: Unit economics")
    link.click()
    settle()
    assert window._stack.currentWidget() is growth
    asked = growth.findChildren(UnitRules)[-1]
    assert asked.focusWidget() is asked.purchases


def test_what_a_figure_lacks_is_entered_where_it_belongs(
    growth: GrowthPage, window: MainWindow, settle: Settle
) -> None:
    window._around.desk.do(window, lambda book: delete_costs(book, [row.id for row in cost_rows(book)]))
    settle()
    window.explain(next(one._measure for one in growth._tiles._tiles if one._measure.metric == "cac"))
    settle()
    panel = window.findChild(ExplainPanel)
    next(button for button in panel.findChildren(QPushButton) if button.text() == "Open: Unit economics").click()
    assert growth.findChild(CostDialog).purpose.key == CostPurpose.ACQUISITION
    growth.turn_to("no_retention_costs")
    assert growth.findChildren(CostDialog)[-1].purpose.key == CostPurpose.RETENTION
    growth.turn_to("no_touch_cost")
    assert not growth.findChildren(UnitRules)
    growth._enter_missing()
    asked = growth.findChild(UnitRules)
    assert asked.focusWidget() is asked.purchases


def test_a_book_without_costs_says_how_to_enter_them(
    make_window: Callable[..., MainWindow], opening: Opening, tmp_path: Path, settle: Settle, language: Language
) -> None:
    window = make_window(language)
    opening.make(tmp_path / "new.csdesk", BookSettings("JPY", 4, language))
    settle()
    page = page_of(window, GrowthPage, settle)
    assert page._stack.currentWidget() is page._empty
    window._around.desk.do(window, lambda book: add_account(book, "見本商事"))
    settle()
    assert page._stack.currentWidget() is page._scroll
    assert (page.costs.sheet.isHidden(), page.costs.nothing.isHidden()) == (True, False)
    QGuiApplication.clipboard().setText("2024-03\t1000")
    page.costs.paste()
    settle()
    assert not page.costs.sheet.isHidden()


def test_today_shows_ten_tiles_that_open_and_a_sentence_that_leads_to_the_renewals(
    window: MainWindow, settle: Settle
) -> None:
    page = page_of(window, TodayPage, settle)
    assert isinstance(page, TodayPage)
    shown = [one for one in page.findChildren(FigureTile) if one.isVisible()]
    assert len(shown) == 10
    assert all(one._measure is not None for one in shown)
    assert page.sheet.viewport().height() >= 12 * 26, "the list keeps its room at 1280 by 820"
    assert "holds (≥ 3×)" in tile(page, "LTV / CAC").accessibleName()
    told = {column.key: column.text for column in page.sheet.lines.columns}
    assert all(told["title"](item) and told["why"](item) for item in page.sheet.lines.rows_shown())
    page._side.days.choose(365)
    settle()
    page._side._ahead.linkActivated.emit("all")
    settle()
    dialog = page.findChild(ComingRenewals)
    lines = [dialog.sheet.row(dialog.sheet.model().index(at, 0)) for at in range(dialog.sheet.model().rowCount())]
    assert lines
    assert f"{len(lines)} renewals" in page._side._ahead.text()
    assert [row.on for row in lines] == sorted(row.on for row in lines)
    dialog.sheet.opened.emit(lines[0])
    settle()
    front = window._stack.currentWidget()
    assert isinstance(front, AccountPage)
    assert front.account == lines[0].account


def test_the_gap_on_today_leads_to_its_owner_its_cause_and_its_accounts(window: MainWindow, settle: Settle) -> None:
    page = page_of(window, TodayPage, settle)
    assert isinstance(page, TodayPage)
    side = page._side
    assert side._found is not None
    gap, owner = side._found.gap, side._found.owner
    assert owner in side._gap.accessibleName()
    assert gap.tenths < 0
    side._gap.linkActivated.emit("factor")
    settle()
    health = window._stack.currentWidget()
    assert isinstance(health, HealthPage)
    part = health._owners
    assert part._row is not None
    assert part._row.owner == owner
    assert part._row.gap == gap, "the same figures on both pages"
    assert part.parts.row(part.parts.currentIndex()).factor == gap.driver.factor
    assert part.said.accessibleName() == side._gap.accessibleName()
    part.said.linkActivated.emit(str(gap.own[0].account))
    settle()
    front = window._stack.currentWidget()
    assert isinstance(front, AccountPage)
    assert front.account == gap.own[0].account


@pytest.fixture
def account(window: MainWindow, settle: Settle) -> AccountPage:
    accounts = page_of(window, AccountsPage, settle)
    window.open_account(max(accounts.model.rows_shown(), key=lambda row: row.mrr).id)
    settle()
    page = window._stack.currentWidget()
    assert isinstance(page, AccountPage)
    return page


def test_an_answer_is_typed_in_changed_deleted_and_undone(
    account: AccountPage, window: MainWindow, settle: Settle
) -> None:
    before = [item for item in account._answer.timeline if item.kind == "answer"]
    account._voice.opened.emit(None)
    dialog = account.findChild(AnswerDialog)
    dialog.score.setText("11")
    dialog.check()
    assert "0 to 10" in dialog._wrong.text()
    assert "11" in dialog._wrong.text()
    dialog.survey.choose(Survey.CES)
    assert dialog.direction.isEnabled()
    dialog.score.setText("6")
    dialog.day.line.setText("2024-13-01")
    dialog.check()
    assert "day" in dialog._wrong.text()
    dialog.day.line.setText("yesterday")
    dialog.relation.choose(SurveyRelation.RELATIONAL)
    dialog.direction.choose(EffortDirection.HIGH_IS_HARD)
    dialog.who.setCurrentIndex(1)
    dialog.comment.setPlainText("Quick help")
    dialog.check()
    settle()
    answers = [item for item in account._answer.timeline if item.kind == "answer"]
    added = next(item for item in answers if item.id not in {one.id for one in before})
    assert (added.what, added.score, added.text) == ("ces", 6, "Quick help")
    account._open_item(added)
    settle()
    again = next(one for one in account.findChildren(AnswerDialog) if one.row == added.id)
    assert (again.score.text(), again.relation.key, again.direction.key) == ("6", "relational", "high_is_hard")
    assert again.who.key == account._answer.people[0].id
    again._delete()
    settle()
    assert [item for item in account._answer.timeline if item.kind == "answer"] == before
    assert "Deletion of survey answer" in window.findChild(Toast).text
    undo(window, settle)
    assert [item for item in account._answer.timeline if item.kind == "answer"] == answers


@pytest.fixture
def health(window: MainWindow, settle: Settle) -> HealthPage:
    page = page_of(window, HealthPage, settle)
    assert isinstance(page, HealthPage)
    return page


def test_adoption_is_typed_over_like_a_spreadsheet(health: HealthPage, window: MainWindow, settle: Settle) -> None:
    health._tabs.setCurrentIndex(2)
    sheet, model = health._adoption, health._adoption._model
    assert [column.key for column in model.columns] == [
        *("name", "use_frequency", "key_feature_use", "users", "executive_users", "used_in_meetings"),
        *("sentiment", "executive_relationship", "independence", "advocacy", "outcome"),
    ]
    place, account = model.column_place("used_in_meetings"), model.identity_at(0)
    assert model.index(0, place).data() == "–"
    assert "Thresholds" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "Measured" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    model.change([(0, place, "90"), (1, place, "10")])
    settle()
    row = model.position_of(account)
    assert model.index(row, place).data() == "90 · by hand"
    assert "18 Apr 2024" in model.index(row, place).data(Qt.ItemDataRole.ToolTipRole)
    undo(window, settle)
    assert model.index(model.position_of(account), place).data() == "–"
    sheet._model.change([(0, place, "lots")])
    settle()
    assert model.index(0, place).data() == "–"


def test_a_curve_is_bent_in_a_table_and_bent_back(health: HealthPage, window: MainWindow, settle: Settle) -> None:
    health._tabs.setCurrentIndex(3)
    health._model.model._fields["use_frequency"]["curve"].clicked.emit()
    dialog = health.findChild(FactorDialog)
    assert isinstance(dialog, FactorDialog)
    assert dialog.points == ((0, 0), (5, 40), (20, 85), (40, 100))
    assert len(dialog._seen) > 20
    assert not dialog.grab().isNull()
    dialog.remove_point(1)
    dialog.add_point()
    dialog.boxes[-1][0].setValue(40)
    dialog.check()
    assert "same measured value" in dialog._wrong.text()
    dialog.boxes[-1][0].setValue(300)
    dialog.measure.setCurrentIndex(dialog.measure.findData("active_users"))
    dialog.check()
    settle()
    factor = next(one for one in health._answer.profile.factors if one.id == "use_frequency")
    assert factor.curve == ((0, 0), (20, 85), (40, 100), (300, 100))
    assert factor.measure == "active_users"
    undo(window, settle)
    assert health._answer.profile.factors[0].curve == ((0, 0), (5, 40), (20, 85), (40, 100))


def test_the_last_point_of_a_curve_stays(health: HealthPage) -> None:
    dialog = FactorDialog(health._answer.profile.factors[0], (), (), Language.EN, health)
    for _ in range(6):
        dialog.remove_point(0)
    assert len(dialog.boxes) == 1
    dialog.add_point()
    assert len(set(dialog.points)) == 2
    dialog.reject()


def test_a_factor_is_switched_off_with_a_reason(
    qtbot: QtBot, health: HealthPage, window: MainWindow, settle: Settle
) -> None:
    health._tabs.setCurrentIndex(3)
    before, fields = health._answer.profile, health._model.model._fields["sentiment"]
    assert not fields["off_reason"].isVisible()
    fields["on"].setChecked(False)
    settle()
    assert fields["off_reason"].isVisible()
    fields["off_reason"].setFocus()
    qtbot.keyClicks(fields["off_reason"], "Nobody fills it in")
    qtbot.keyClick(fields["off_reason"], Qt.Key.Key_Return)
    settle()
    factor = next(one for one in health._answer.profile.factors if one.id == "sentiment")
    assert (factor.on, factor.off_reason) == (False, "Nobody fills it in")
    fields["off_reason"].clearFocus()
    undo(window, settle)
    undo(window, settle)
    assert health._answer.profile == before
