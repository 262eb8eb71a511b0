"""The page of users in the window: on the demo book, on an empty one, and from a spreadsheet to the rows behind."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.months import PeriodKind
from csdesk.ui.dialogs.measures import MeasuresDialog
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.usecases.scope import Scope

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def users_page(window: Any, settle: Callable[[], None]) -> Any:
    page = window.open_page("users")
    settle()
    return page


def test_a_figure_opens_to_users_and_their_rows_of_use(
    open_demo: Callable[..., Any], language: Language, settle: Callable[[], None]
) -> None:
    window = open_demo(language)
    page = users_page(window, settle)
    row = page._answer.rows[-2]
    window.explain(row.attrition)
    settle()
    panel = window.findChild(ExplainPanel)
    tree = panel._tree.accounts
    assert tree.rowCount() == row.attrition.n > 10
    first = tree.index(0, 0)
    assert " · " in first.data()
    assert tree.rowCount(first) > 0
    line = tree.index(0, 0, first).data()
    assert str(row.period.first.year) in line
    assert float(tree.index(0, 1, first).data()) > 0
    panel.copy_rows()
    assert {"en": "Record", "ja": "記録"}[language] in tree.table()[0]


@pytest.mark.parametrize("by", ["tier", "size", "industry", "plan"])
def test_groups_stand_against_all_others(window: Any, settle: Callable[[], None], by: str) -> None:
    page = users_page(window, settle)
    page.split.choose(by)
    settle()
    groups = page._answer.groups
    assert len(groups) > 1
    assert page._groups.isVisible()
    if by != "plan":
        assert sum(group.monthly.value or 0 for group in groups) == page._answer.rows[-1].monthly.value
        assert all(group.against is not None for group in groups if group.attrition.n)
    assert page._roles.isVisible()
    assert {role.name for role in page._answer.roles} == {"admin", "advanced", "basic"}


def test_groups_by_use_of_accounts_and_of_users(window: Any, settle: Callable[[], None]) -> None:
    page = users_page(window, settle)
    part = page.behaviour
    assert part.sheet.isVisible()
    assert part.verdict.text()
    before = part.sheet._model.rowCount()
    part.whose.choose(key=True)
    settle()
    assert part.sheet._model.rowCount() == before == 4
    part.measure.choose("active_users")
    settle()
    assert not part.sheet.isVisible()
    assert part.verdict.text().startswith("No use")
    part.whose.choose(key=False)
    settle()
    assert part.sheet.isVisible()
    part.sheet._open(part.sheet._model.index(0, 3))
    settle()
    assert window.findChild(ExplainPanel).isVisible()


def test_what_the_best_quarter_did(window: Any, settle: Callable[[], None], desk: Any) -> None:
    """Whoever uses dashboards most was trained before: the row appears, and opens to the accounts."""
    page = users_page(window, settle)
    part = page.best
    assert part.sheet.isVisible()
    model = part.sheet._model
    assert "Training" not in [model.index(row, 0).data() for row in range(model.rowCount())]
    part.by.choose("dashboards")
    settle()

    def train(book: Any) -> Any:
        from csdesk.metrics.engine.days import as_date
        from csdesk.usecases.behaviour import what_the_best_did

        found = what_the_best_did(book, window.scope, "dashboards").found
        touch = {"type": "training", "on_date": as_date(found.window.last)}
        with book.step(StepName.DEMO) as step:
            for account in found.best.tolist():
                step.insert(Kind.TOUCH, {"account_id": account, **touch})
        return step.changes

    desk.do(page, train)
    settle()
    assert part.by.key == "dashboards"
    assert [model.index(0, 0).data(), model.index(0, 1).data()[:6]] == ["Training", "100.0%"]
    part.sheet._open(model.index(0, 1))
    settle()
    panel = window.findChild(ExplainPanel)
    assert panel.isVisible()
    assert panel._tree.accounts.rowCount() == model.row_at(0).best.whole


def test_a_day_opens_to_its_users_and_a_name_to_its_account(window: Any, settle: Callable[[], None]) -> None:
    page = users_page(window, settle)
    days = page._answer.days
    at = max(range(len(days)), key=lambda place: days[place].value)
    page.charts.days.opened.emit(page.charts.days.shown.drawn.spots[at])
    settle()
    panel = window.findChild(ExplainPanel)
    assert panel._tree.accounts.rowCount() == days[at].value > 0
    assert page._rising.isVisible()
    page._rising.clicked.emit(page._rising._model.index(0, 0))
    settle()
    assert window.findChild(AccountPage).isVisible()


def test_markers_before_and_after(window: Any, settle: Callable[[], None], desk: Any) -> None:
    page = users_page(window, settle)
    sheet = page.markers.sheet
    assert sheet._model.rowCount() >= 3
    kinds = {sheet._model.index(row, 3).data() for row in range(sheet._model.rowCount())}
    assert kinds == {"Users lost, 30 days", "Logos lost, 3 months"}

    def forget(book: Any) -> Any:
        from csdesk.book.read import rows

        with book.step(StepName.DEMO) as step:
            step.delete_many(Kind.MARKER, [int(str(row["id"])) for row in rows(book, Kind.MARKER)])
        return step.changes

    desk.do(page, forget)
    settle()
    assert not sheet.isVisible()
    assert page.markers._none.isVisible()


def test_what_counts_is_chosen_from_the_page(window: Any, settle: Callable[[], None], qtbot: QtBot) -> None:
    page = users_page(window, settle)
    before = page._answer.tiles[6].measure.value
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "What counts as activity")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    dialog = page.findChild(MeasuresDialog)
    for key in dialog.keys.values():
        key.setChecked(not key.isChecked())
    dialog.check()
    settle()
    after = page._answer.tiles[6].measure
    assert after.value != before
    assert page._answer.tiles[5].measure.value is not None
    assert page._only_login.text()


@pytest.mark.parametrize("kind", PeriodKind)
def test_by_any_kind_of_period(window: Any, settle: Callable[[], None], kind: PeriodKind) -> None:
    window.set_scope(Scope.at(window.scope.as_of, kind))
    page = users_page(window, settle)
    assert page._answer.rows[-1].period.kind is kind
    for chart in (page.charts.active, page.charts.lost):
        spot = chart.shown.drawn.spots[-1]
        page.charts.open_spot(spot)
        settle()
        assert window.findChild(ExplainPanel).isVisible()


def test_an_empty_page_teaches(window: Any, settle: Callable[[], None], desk: Any) -> None:
    page = users_page(window, settle)

    def forget(book: Any) -> Any:
        from csdesk.book.read import rows

        with book.step(StepName.DEMO) as step:
            step.delete_many(Kind.USE, [int(str(row["id"])) for row in rows(book, Kind.USE)])
        return step.changes

    desk.do(page, forget)
    settle()
    assert page._stack.currentWidget() is page._empty


def test_accounts_in_the_place_of_users_are_said_to_be_so(window: Any, settle: Callable[[], None], desk: Any) -> None:
    page = users_page(window, settle)

    def forget(book: Any) -> Any:
        from csdesk.book.read import rows

        with book.step(StepName.DEMO) as step:
            for row in rows(book, Kind.USE):
                if row["contact_id"] is not None:
                    step.update(Kind.USE, int(str(row["id"])), {"contact_id": None})
        return step.changes

    desk.do(page, forget)
    settle()
    assert page._note.text().startswith("No use names a user")
    window.explain(page._answer.rows[-2].monthly)
    settle()
    tree = window.findChild(ExplainPanel)._tree.accounts
    assert tree.headerData(0, Qt.Orientation.Horizontal) == "Account"
    assert not page._accounts.isVisible()
    assert not page._lead.isVisible()
