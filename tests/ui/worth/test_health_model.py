"""The health model changed by hand: curves dragged, curves by age, sets of factors, and which accounts are shown."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from csdesk.metrics.health.quarters import Quarter
from csdesk.models.kinds import Language
from csdesk.ui.dialogs.factor import FactorDialog
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.health import HealthPage
from csdesk.ui.steps import Steps

Settle = Callable[[], None]


@pytest.fixture
def health(window: MainWindow, settle: Settle) -> HealthPage:
    page = window.open_page(HealthPage.name)
    settle()
    assert isinstance(page, HealthPage)
    return page


@pytest.fixture
def dialog(qtbot: QtBot, health: HealthPage) -> FactorDialog:
    seen = ((3.0, 1), (8.0, 14), (9.0, 40))
    made = FactorDialog(health._answer.profile.factors[0], seen, (), Language.EN, health)
    made.show()
    qtbot.waitExposed(made)
    return made


def drag(qtbot: QtBot, dialog: FactorDialog, place: int, by: QPoint) -> None:
    canvas = dialog._canvas
    start = canvas.spot(place).toPoint()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, start + by)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + by)


def test_a_point_is_dragged_and_stays_between_its_neighbours(qtbot: QtBot, dialog: FactorDialog) -> None:
    assert dialog.points == ((0, 0), (5, 40), (20, 85), (40, 100))
    drag(qtbot, dialog, 1, QPoint(0, 20))
    assert dialog.points[1][1] < 40
    assert dialog.points[1][0] == pytest.approx(5, abs=0.5)
    drag(qtbot, dialog, 1, QPoint(4000, -4000))
    assert dialog.points[1] == (19.99, 100)
    drag(qtbot, dialog, 3, QPoint(30, 0))
    assert dialog.points[3][0] > 40
    before = dialog.points
    qtbot.mousePress(dialog._canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    qtbot.mouseMove(dialog._canvas, QPoint(60, 60))
    assert dialog.points == before


def test_accounts_of_an_age_have_a_curve_of_their_own(
    dialog: FactorDialog, health: HealthPage, window: MainWindow, settle: Settle
) -> None:
    chosen = []
    dialog.chosen.connect(chosen.append)
    assert "Dots: 3 " in dialog._said.text()
    dialog.show_age(12)
    assert "Dots: 2 " in dialog._said.text()
    assert dialog.age.currentText() == "from 12 months on"
    assert dialog.points == ((0, 0), (5, 40), (20, 85), (40, 100))
    dialog.boxes[1][1].setValue(10)
    dialog.show_age(24)
    dialog.boxes[3][0].setValue(20)
    dialog.age.setCurrentIndex(0)
    assert "Dots: 1 " in dialog._said.text()
    assert dialog.points[1] == (5, 40)
    dialog.check()
    assert "same measured value" in dialog._wrong.text()
    dialog.show_age(24)
    dialog.remove_age()
    dialog.remove_age()
    dialog.check()
    (factor,) = chosen
    assert factor.curve == ((0, 0), (5, 40), (20, 85), (40, 100))
    assert factor.ages == ((12, ((0, 0), (5, 10), (20, 85), (40, 100))),)
    old = health._answer.profile
    health._change(health._answer.profile.__class__(old.name, (factor, *old.factors[1:])))
    settle()
    assert health._answer.profile.factors[0] == factor
    window.findChild(Steps).take_back()
    settle()
    assert health._answer.profile == old


def test_a_set_of_factors_is_chosen_and_taken_back(health: HealthPage, window: MainWindow, settle: Settle) -> None:
    health._tabs.setCurrentIndex(3)
    old = health._answer.profile
    choice = health._model.model._starter
    choice.choose("by_hand")
    settle()
    on = {one.id for one in health._answer.profile.factors if one.on}
    assert {"outcome", "experience", "sentiment"} <= on
    assert not {"use_frequency", "tickets", "payment"} & on
    assert choice.key == ""
    window.findChild(Steps).take_back()
    settle()
    assert health._answer.profile == old


def test_accounts_by_outcome_and_experience(health: HealthPage, window: MainWindow, settle: Settle) -> None:
    health._tabs.setCurrentIndex(1)
    which, everyone = health._which, health._answer.rows
    shown = []
    for place in range(1, which.count() - 1):
        which.setCurrentIndex(place)
        rows = health._chosen(health._answer)
        assert f"({len(rows):,})" in which.currentText()
        assert health._table._rows.rowCount() == len(rows)
        shown += rows
    assert sorted(row.account for row in shown) == sorted(row.account for row in everyone if row.quarter)
    assert len({row.quarter for row in shown}) > 1
    which.setCurrentIndex(which.count() - 1)
    assert all(row.disagrees for row in health._chosen(health._answer))
    which.setCurrentIndex(0)
    health._tabs.setCurrentIndex(5)
    settle()
    drawn, part = health._quadrant.chart.shown.drawn, health._quadrant
    both = [row for row in everyone if row.quarter]
    assert len(drawn.spots) == part.list.model().rowCount() == len(both)
    assert bool(part.said.text()) == (len(both) < len(everyone))
    model = part.table.model()
    outlooks = [part.table.row(model.index(at, 0)) for at in range(model.rowCount())]
    assert [one.stood for one in outlooks] == [*Quarter, None]
    assert sum(one.n for one in outlooks[:-1]) == outlooks[-1].n > 10
    shown = [part.list.row(part.list.model().index(at, 0)) for at in range(len(both))]
    assert all(row.outlook.stood is row.quarter for row in shown)
    part.table.measured.emit(outlooks[-1].leaves)
    settle()
    assert window._middle._panel is not None
    part.chart.opened.emit(drawn.spots[0])
    settle()
    assert window._stack.pages["account"].account == int(drawn.spots[0].series)
