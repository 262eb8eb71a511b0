"""Cohorts and events: read, split, opened, changed and undone by a person in the window, in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from csdesk.metrics.engine.doings import Doing
from csdesk.metrics.triangles import CohortKind, CohortPeriod
from csdesk.models.kinds import Kind, Language
from csdesk.ui.dialogs.marker import MarkerDialog
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.cohorts import CohortsPage
from csdesk.ui.pages.revenue import RevenuePage
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.usecases.cohorts import Curves

Settle = Callable[[], None]


@pytest.fixture
def here(
    language: Language,
    make_window: Callable[..., MainWindow],
    opening: Opening,
    demo_copy: Path,
    demo_ja: Path,
    settle: Settle,
) -> MainWindow:
    window = make_window(language=language)
    opening.open(demo_ja if language is Language.JA else demo_copy)
    settle()
    return window


def page_of(window: MainWindow, settle: Settle) -> CohortsPage:
    page = window.open_page("cohorts")
    settle()
    assert isinstance(page, CohortsPage)
    return page


def test_users_by_the_week_open_down_to_their_records(here: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    page = page_of(here, settle)
    page._choices.kind.choose(CohortKind.USERS)
    page._choices.step.choose(CohortPeriod.WEEK)
    settle()
    assert page._answer is not None
    assert page._answer.of is Kind.CONTACT
    assert page._answer.monthly > 0
    assert f"{page._answer.monthly:,}" in page._note.text()
    grid = page._grid
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(1, 1))
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    settle()
    panel = here.findChild(ExplainPanel)
    cohort = page._answer.whole.cohorts[0]
    tree = panel._tree.accounts
    assert panel.isVisible()
    assert tree.rowCount() == cohort.size
    first = tree.index(0, 0)
    assert tree.rowCount(first) > 0, "a user opens into records of use"
    assert " · " in str(first.data())
    head = tree.table()[0][0]
    assert head == ("ユーザー" if here.language is Language.JA else "User")
    assert len(tree.table()) > cohort.size
    grid.setCurrentIndex(grid.model().index(0, 0))
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    settle()
    assert tree.rowCount() == sum(one.size for one in page._answer.whole.cohorts if not one.opening)


def test_a_group_has_cohorts_of_its_own(here: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    page = page_of(here, settle)
    assert page._group.isHidden()
    page.split.choose("tier")
    settle()
    assert page._answer is not None
    whole = sum(cohort.size for cohort in page._answer.whole.cohorts)
    assert sum(cohort.size for one in page._answer.groups for cohort in one.cohorts) == whole
    page._group.choose("tier:high")
    assert page._grid.cohorts.triangle is next(one for one in page._answer.groups if one.group == "high")
    page.split.choose("arr")
    settle()
    assert [one.group for one in page._answer.groups] == ["bottom", "middle", "top"]
    assert sum(cohort.size for one in page._answer.groups for cohort in one.cohorts) == whole
    page._group.choose("arr:top")
    page._grid.setCurrentIndex(page._grid.model().index(1, 0))
    qtbot.keyClick(page._grid, Qt.Key.Key_Return)
    settle()
    assert here.findChild(ExplainPanel)._tree.accounts.rowCount() == page._answer.groups[2].cohorts[0].size
    page.split.choose("")
    settle()
    assert page._grid.cohorts.triangle is page._answer.whole


def test_users_are_followed_by_their_role(here: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    page = page_of(here, settle)
    assert page._curves.choice.findData(Curves.ROLES) < 0, "accounts have no role"
    page._choices.kind.choose(CohortKind.USERS)
    page._choices.step.choose(CohortPeriod.MONTH)
    settle()
    assert page._answer is not None
    roles = page._answer.roles
    admin = next(one for one in roles if one.group in {"admin", "管理者"})
    users = sum(cohort.size for cohort in page._answer.whole.cohorts)
    assert sum(cohort.size for one in roles for cohort in one.cohorts) == users
    page._group.choose(f"role:{admin.group}")
    assert page._grid.cohorts.triangle is admin
    page._grid.setFocus()
    page._grid.setCurrentIndex(page._grid.model().index(1, 1))
    qtbot.keyClick(page._grid, Qt.Key.Key_Return)
    settle()
    panel = here.findChild(ExplainPanel)
    assert panel.isVisible()
    assert panel._tree.accounts.rowCount() == admin.cohorts[0].size
    page._curves.choice.choose(Curves.ROLES)
    assert {source.triangle.group for source in page._curves.sources} == {one.group for one in roles}
    page._choices.kind.choose(CohortKind.LOGO)
    settle()
    assert page._grid.cohorts.triangle is page._answer.whole


def test_a_threshold_of_one_measure_is_asked_for(here: MainWindow, settle: Settle) -> None:
    page = page_of(here, settle)
    page._choices.kind.choose(CohortKind.USERS)
    page._choices.step.choose(CohortPeriod.MONTH)
    settle()
    page._choices.doing.choose(Doing.THRESHOLD)
    page._choices.measure.choose("key_feature")
    page._choices.least.setValue(5)
    settle()
    assert page._answer is not None
    assert page._answer.asked.activity.measure == "key_feature"
    some = [cell.value for cohort in page._answer.whole.cohorts for cell in cohort.cells]
    assert 0 < sum(value or 0 for value in some) < len(some)


def test_events_are_added_changed_deleted_and_undone(here: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    page = page_of(here, settle)
    part = page._markers
    before = part._model.rowCount()
    page._markers.wanted.emit()
    dialog = page.findChild(MarkerDialog)
    dialog.name.setText("Version 9 <b>")
    dialog.on.setText("2024-02-30")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    settle()
    assert dialog._wrong.text()
    dialog.on.setText("2024-02-29")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    settle()
    assert part._model.rowCount() == before + 1
    assert "Version 9 <b>" in {stair.title for stair in page._grid.cohorts.stairs}
    assert page._curves.choice.count() == before + 2
    row = next(at for at, one in enumerate(part._model.rows_shown()) if one.title == "Version 9 <b>")
    index = part._model.index(row, 2)
    part._model.setData(index, "Version 10", Qt.ItemDataRole.EditRole)
    settle()
    assert "Version 10" in {one.title for one in part._model.rows_shown()}
    here.findChild(Steps).take_back()
    settle()
    assert "Version 9 <b>" in {one.title for one in part._model.rows_shown()}
    part.sheet.selectRow(row)
    part.delete.click()
    settle()
    assert part._model.rowCount() == before
    here.findChild(Steps).take_back()
    here.findChild(Steps).take_back()
    settle()
    assert part._model.rowCount() == before


def test_charts_over_time_show_events_and_lead_to_their_list(here: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    page = here.open_page("revenue")
    settle()
    assert isinstance(page, RevenuePage)
    assert [mark.title for mark in page._mrr._marks] == [
        *(
            ("バージョン5", "新料金", "バージョン4")
            if here.language is Language.JA
            else ("Version 5", "New price list", "Version 4")
        )
    ]
    qtbot.waitUntil(lambda: page._mrr.shown is not None, timeout=20_000)
    page._mrr._open_markers()
    settle()
    cohorts = here._stack.currentWidget()
    assert isinstance(cohorts, CohortsPage)
    qtbot.waitUntil(lambda: cohorts._markers.sheet.hasFocus() or not here.isActiveWindow())
    part = cohorts._markers
    part.sheet.selectRow(0)
    part.delete.click()
    settle()
    assert len(page._mrr._marks) == 2
