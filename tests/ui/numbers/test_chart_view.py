"""A chart in the window: drawn off its thread, hovered, clicked, walked by keys, copied and saved."""

from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip
from pytestqt.qtbot import QtBot

from csdesk.charts.movements import draw_movements
from csdesk.charts.paper import ChartFile
from csdesk.charts.records import MovementBar
from csdesk.models.kinds import Language
from csdesk.ui import theme
from csdesk.ui.widgets.chart import ChartView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def bars(answers: Any) -> tuple[MovementBar, ...]:
    rows = answers.revenue(12).movements
    names = ("new", "reactivation", "expansion", "contraction", "churn")
    return tuple(MovementBar(row.period, **{name: getattr(row, name).value for name in names}) for row in rows)


@pytest.fixture
def view(around: Any, bars: tuple[MovementBar, ...], qtbot: QtBot) -> ChartView:
    view = ChartView(around, "movements")
    qtbot.addWidget(view)
    view.resize(640, 280)
    view.show()
    view.show_chart(partial(draw_movements, bars=bars))
    qtbot.waitUntil(lambda: view.shown is not None, timeout=20_000)
    return view


def centre(view: ChartView, series: str, index: int) -> QPoint:
    assert view.shown is not None
    box = next(box for box in view.shown.boxes if (box.spot.series, box.spot.index) == (series, index))
    return QPoint(round((box.left + box.right) / 2), round((box.top + box.bottom) / 2))


def test_the_picture_has_the_size_of_the_widget(view: ChartView, qtbot: QtBot) -> None:
    assert view.shown is not None
    scale = view.devicePixelRatioF()
    assert (view.shown.width, view.shown.height) == (round(640 * scale), round(280 * scale))
    view.resize(500, 260)
    qtbot.waitUntil(lambda: view.shown is not None and view.shown.width == round(500 * scale), timeout=20_000)


def test_hover_tells_period_and_values(view: ChartView, around: Any, qtbot: QtBot) -> None:
    qtbot.mouseMove(view, centre(view, "churn", 3))
    qtbot.waitUntil(lambda: bool(QToolTip.text()), timeout=5000)
    first = QToolTip.text().splitlines()[0]
    assert first == ("2022年4月" if around.window.language is Language.JA else "Apr 2022")
    assert len(QToolTip.text().splitlines()) == 7
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_click_opens_the_figure_under_the_pointer(view: ChartView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre(view, "expansion", 5))
    assert (opened.args[0].series, opened.args[0].index) == ("expansion", 5)
    with qtbot.assertNotEmitted(view.opened):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_keys_walk_the_figures(view: ChartView, qtbot: QtBot) -> None:
    seen = []
    view.opened.connect(lambda spot: seen.append((spot.index, spot.series)))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert [index for index, _ in seen] == [2, 2], "the first bar has no figures; the second press goes on"
    assert seen[0][1] != seen[1][1]


def test_figures_are_copied_for_a_spreadsheet(view: ChartView, around: Any) -> None:
    view.copies.copy_figures()
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert len(rows) == 13
    assert {len(row) for row in rows} == {7}
    view.copies.copy_picture()
    assert QGuiApplication.clipboard().image().width() == view.shown.width  # type: ignore[union-attr]
    assert len(around.window.said) == 2


@pytest.mark.parametrize("form", ChartFile)
def test_saved_whole_or_not_at_all(view: ChartView, around: Any, tmp_path: Any, form: ChartFile, qtbot: QtBot) -> None:
    view.copies.save_to(tmp_path / f"chart.{form.value}", form)
    qtbot.waitUntil(lambda: bool(around.window.said), timeout=20_000)
    content = (tmp_path / f"chart.{form.value}").read_bytes()
    begins = {ChartFile.PNG: b"\x89PNG", ChartFile.SVG: b"<?xml", ChartFile.PDF: b"%PDF"}
    assert content.startswith(begins[form])
    view.copies.save_to(tmp_path / "no folder" / "chart.png", ChartFile.PNG)
    qtbot.waitUntil(lambda: bool(around.window.complaints), timeout=20_000)
    assert [path.name for path in tmp_path.iterdir()] == [f"chart.{form.value}"]


def test_a_name_with_a_dot_is_kept_whole(
    view: ChartView, around: Any, tmp_path: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "MRR v1.2"), ""))
    next(one for one in view.copies.menu().actions() if "PNG" in one.text()).trigger()
    qtbot.waitUntil(lambda: bool(around.window.said), timeout=20_000)
    assert [path.name for path in tmp_path.iterdir()] == ["MRR v1.2.png"]


def test_colours_follow_the_theme(view: ChartView, qapp: QApplication, qtbot: QtBot) -> None:
    before = view.shown
    other = theme.Scheme.LIGHT if theme.is_dark() else theme.Scheme.DARK
    theme.apply(qapp, other)
    qtbot.waitUntil(lambda: view.shown is not before, timeout=20_000)
    assert view.shown is not None
    pixel = view.shown.pixels[:3]
    assert "#" + pixel.hex().upper() == theme.tokens().background


def test_a_chart_nobody_sees_is_not_drawn(around: Any, bars: tuple[MovementBar, ...], qtbot: QtBot) -> None:
    view = ChartView(around, "movements")
    qtbot.addWidget(view)
    started = []
    around.desk.started.connect(started.append)
    view.show_chart(partial(draw_movements, bars=bars))
    assert not started
    view.show()
    qtbot.waitUntil(lambda: view.shown is not None, timeout=20_000)


def test_menu_offers_copying_and_saving(view: ChartView) -> None:
    menu = view.copies.menu()
    assert menu.isEnabled()
    assert len([action for action in menu.actions() if not action.isSeparator()]) == 6
