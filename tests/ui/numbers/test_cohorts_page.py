"""The page Cohorts: a grid that is read, walked and opened, its curves, and the events across both."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from csdesk.charts.paper import ChartFile
from csdesk.charts.records import Spot
from csdesk.metrics.engine.doings import Activity, Doing
from csdesk.metrics.triangles import CohortKind, CohortPeriod
from csdesk.models.kinds import Language
from csdesk.ui.pages.cohorts import CohortsPage
from csdesk.ui.widgets.empty import EmptyState
from csdesk.usecases.cohorts import Asked, Curves

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def click(view: Any, row: int, column: int, qtbot: QtBot) -> None:
    index = view.model().index(row, column)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


@pytest.fixture
def page(open_page: Any, answers: Any) -> Any:
    made = open_page(CohortsPage)
    made.show_answer(answers.cohorts(12))
    return made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, answers: Any) -> list[Any]:
    found: list[Any] = []

    def cohort_measure(_book: object, _scope: object, *question: Any) -> Any:
        found.append(question)
        return answers.measure("cohort_login", 0, "fraction", 1)

    monkeypatch.setattr("csdesk.usecases.cohorts.cohort_measure", cohort_measure)
    return found


def test_a_cell_opens_and_the_mean_opens_into_the_cohorts_that_have_reached_it(
    page: Any, answers: Any, around: Any, asked: list[Any], qtbot: QtBot
) -> None:
    cohorts, grid = answers.cohorts(12).whole.cohorts, page._grid
    click(grid, 3, 5, qtbot)
    qtbot.waitUntil(lambda: len(around.window.explained) == 1)
    assert asked[0][1:] == ((cohorts[2],), 5, None)
    click(grid, 10, 5, qtbot)
    assert len(asked) == 1, "a cell not yet observed opens nothing"
    grid.setCurrentIndex(grid.model().index(0, 9))
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[1][1:] == (cohorts[:3], 9, None)


def test_keys_walk_the_cells_and_each_is_told_in_words(page: Any, qtbot: QtBot, around: Any) -> None:
    grid = page._grid
    grid.setCurrentIndex(grid.model().index(1, 0))
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (2, 1)
    japanese = around.window.language is Language.JA
    assert page._told.text() == (
        "2022年2月開始、1か月後：95.0%（20のうち19）" if japanese else "Started Feb 2022, month 1: 95.0% (19 of 20)"
    )
    grid.setCurrentIndex(grid.model().index(12, 5))
    assert page._told.text() == "", "nothing is said of what is not known"


def test_figures_as_share_or_amount(page: Any, answers: Any, around: Any) -> None:
    grid = page._grid
    cell = grid.model().index(1, 5)
    assert cell.data() == "75"
    assert grid.model().index(12, 5).data() is None
    japanese = around.window.language is Language.JA
    name = grid.model().headerData
    assert name(0, Qt.Orientation.Vertical) == ("加重平均" if japanese else "Weighted mean")
    page._figures.choose(key=False)
    assert cell.data() == "15"
    assert name(0, Qt.Orientation.Vertical) == ("合計" if japanese else "All together"), "amounts are added up"
    page.show_answer(answers.cohorts(12, CohortKind.REVENUE))
    assert grid.model().index(1, 5).data() == ("15万円" if around.window.language is Language.JA else "$1.5k")
    assert "75.0%" in str(grid.model().index(1, 5).data(Qt.ItemDataRole.ToolTipRole))


def test_the_grid_is_copied_with_its_mean_and_saved(
    page: Any, answers: Any, around: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    grid = page._grid
    qtbot.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(around.window.said) == 1, timeout=20_000)
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    triangle = answers.cohorts(12).whole
    assert len(rows) == 2 + len(triangle.cohorts)
    assert float(rows[1][2]) == 1.0
    assert float(rows[2][3]) == float(triangle.cohorts[0].cells[1].value)
    assert rows[-1][3:] == [""] * 11, "what is not known stays empty"
    for form in ChartFile:
        grid.copies.save_to(tmp_path / f"cohorts.{form}", form)
    qtbot.waitUntil(lambda: len(around.window.said) == 4, timeout=20_000)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cohorts.pdf", "cohorts.png", "cohorts.svg"]


def test_cells_are_painted_by_their_share_and_narrow_only_where_they_must_be(page: Any, qtbot: QtBot) -> None:
    grid = page._grid
    picture = grid.viewport().grab().toImage()
    corners = [grid.visualRect(grid.model().index(1, age)).topLeft() + QPoint(3, 3) for age in (0, 5, 11)]
    full, most, some = (QColor(picture.pixel(corner)).lightness() for corner in corners)
    assert len({full, most, some}) == 3
    assert (full < most < some) or (full > most > some)
    wide = grid.columnWidth(0)
    page.resize(520, 900)
    qtbot.waitUntil(lambda: grid.columnWidth(0) < wide)
    page._figures.setCurrentIndex(1)
    assert grid.columnWidth(0) >= 56, "an amount needs more room than a share"


def test_fifty_two_rows_scroll_under_heads_that_stay(open_page: Any, answers: Any) -> None:
    page = open_page(CohortsPage)
    page.resize(1000, 700)
    page.show_answer(answers.cohorts(52))
    grid = page._grid
    assert grid.height() <= 700
    assert grid.verticalScrollBar().maximum() > 0
    assert grid.horizontalScrollBar().maximum() > 0
    grid.setCurrentIndex(grid.model().index(52, 0))
    grid.scrollToBottom()
    assert grid.horizontalHeader().isVisible()
    assert grid.verticalHeader().isVisible()
    assert grid.horizontalHeader().visibleRegion().boundingRect().height() > 0
    page.resize(1000, 1600)
    assert grid.verticalScrollBar().maximum() == 0, "a high page shows them all"


def test_an_event_is_a_stair_named_where_it_begins(page: Any) -> None:
    cohorts = page._grid.cohorts
    assert [(stair.title, stair.steps) for stair in cohorts.stairs] == [("Version <b>4</b>", ((1, 2), (2, 1), (3, 0)))]
    names = [cohorts.headerData(row, Qt.Orientation.Vertical) for row in range(13)]
    assert [row for row, name in enumerate(names) if "◆" in name] == [3]


def test_cohorts_chosen_by_name_or_space_get_curves_of_their_colour(page: Any, qtbot: QtBot) -> None:
    grid = page._grid
    grid.setCurrentIndex(grid.model().index(4, 0))
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    header = grid.verticalHeader()
    place = QPoint(5, header.sectionViewportPosition(2) + 5)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [len(source.cohorts) for source in page._curves.sources] == [12, 1, 1]
    shown = [grid.model().headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.DecorationRole) for row in (4, 2, 3)]
    assert len({colour.name() for colour in shown[:2]}) == 2
    assert shown[2] is None
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert len(page._curves.sources) == 2, "chosen again, it is no longer"


def test_curves_before_and_after_an_event_open(
    page: Any, asked: list[Any], answers: Any, around: Any, qtbot: QtBot
) -> None:
    part = page._curves
    part.choice.setCurrentIndex(part.choice.count() - 1)
    cohorts = answers.cohorts(12).whole.cohorts
    assert [source.cohorts for source in part.sources] == [cohorts[:2], cohorts[2:]]
    part.chart.opened.emit(Spot(0, 1, 0, 1, "", "1", 4))
    qtbot.waitUntil(lambda: len(around.window.explained) == 1)
    assert asked[0][1:] == (cohorts[2:8], 4, None)
    qtbot.waitUntil(lambda: part.chart.shown is not None, timeout=20_000)
    assert len(part.chart.shown.drawn.table) == 13, "a heading and every age that any of them has reached"
    (event,) = page._answer.markers
    page.show_answer(replace(page._answer, markers=(replace(event, on=date(1999, 1, 1)),)))
    assert [source.cohorts for source in part.sources] == [cohorts], "before it there was nobody to draw"


def test_groups_have_grids_and_curves_of_their_own(
    open_page: Any, answers: Any, asked: list[Any], around: Any, qtbot: QtBot
) -> None:
    page = open_page(CohortsPage)
    page.show_answer(answers.cohorts(12, groups=("web", "")))
    page._group.setCurrentIndex(1)
    assert page._grid.model().rowCount() == 12, "a month less than everybody's, and the mean"
    click(page._grid, 1, 0, qtbot)
    qtbot.waitUntil(lambda: len(around.window.explained) == 1)
    assert asked[0][-1] == ("channel", "web")
    page._curves.choice.choose(Curves.GROUPS)
    assert [source.triangle.group for source in page._curves.sources] == ["web", ""]
    page.show_answer(answers.cohorts(12))
    assert page._group.isHidden()
    assert page._grid.model().rowCount() == 13


def test_choices_ask_for_users_by_the_week_and_by_a_threshold(
    page: Any, monkeypatch: pytest.MonkeyPatch, answers: Any, qtbot: QtBot
) -> None:
    found: list[Asked] = []

    def cohort_page(_book: object, _scope: object, asked: Asked) -> Any:
        found.append(asked)
        return answers.cohorts(12, asked.kind)

    monkeypatch.setattr("csdesk.usecases.cohorts.cohort_page", cohort_page)
    choices = page._choices
    assert choices.step.isHidden()
    choices.kind.choose(CohortKind.USERS)
    assert not choices.step.isHidden()
    choices.step.choose(CohortPeriod.WEEK)
    choices.doing.choose(Doing.THRESHOLD)
    choices.least.setValue(3)
    wanted = Asked(CohortKind.USERS, CohortPeriod.WEEK, Activity(Doing.THRESHOLD, "logins", 3.0))
    qtbot.waitUntil(lambda: bool(found) and found[-1] == wanted)
    qtbot.waitUntil(lambda: page._curves.choice.findData(Curves.FEATURES) >= 0)
    page._curves.choice.choose(Curves.FEATURES)
    qtbot.waitUntil(lambda: found[-1].features)
    choices.kind.choose(CohortKind.REVENUE)
    qtbot.waitUntil(lambda: found[-1] == Asked(CohortKind.REVENUE, CohortPeriod.MONTH))


def test_the_longest_choices_have_room_in_a_narrow_window(
    page: Any, monkeypatch: pytest.MonkeyPatch, answers: Any, qtbot: QtBot
) -> None:
    split = answers.cohorts(12, CohortKind.USERS, groups=("a channel whose name is of some length", ""))
    monkeypatch.setattr("csdesk.usecases.cohorts.cohort_page", lambda *_: split)
    page.resize(860, 600)
    page._choices.kind.choose(CohortKind.USERS)
    page._choices.doing.choose(Doing.THRESHOLD)
    qtbot.waitUntil(lambda: page._group.count() == 3)
    page._group.setCurrentIndex(1)
    qtbot.waitUntil(page._choices.amount.isVisible)
    assert page._scroll.widget().width() <= page._scroll.viewport().width()
    assert page._scroll.widget().minimumSizeHint().width() <= 860


def test_nothing_to_follow_teaches(open_page: Any, answers: Any, around: Any, qtbot: QtBot) -> None:
    page = open_page(CohortsPage)
    page.show_answer(answers.cohorts(0))
    empty = page.findChild(EmptyState)
    assert empty.isVisible()
    qtbot.mouseClick(empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert around.window.pages == ["import"]
    page.show_answer(answers.cohorts(3))
    assert not empty.isVisible()
