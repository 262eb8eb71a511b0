"""The number pages in the window, on the demo book."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.models.months import PeriodKind
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.ui.widgets.tile import FigureTile
from csdesk.usecases.scope import Scope

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PAGES = ("overview", "revenue", "retention", "users", "deeper", "health", "reports")


@pytest.mark.usefixtures("scheme")
def test_every_number_page_opens_in_both_languages_and_themes(
    open_demo: Callable[..., Any], language: Language, settle: Callable[[], None]
) -> None:
    window = open_demo(language)
    for name in PAGES:
        page = window.open_page(name)
        settle()
        assert page.title()
        assert all(chart.shown is not None for chart in page.findChildren(ChartView) if chart.isVisible())
        unnamed = [w for w in page.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.isVisible()]
        assert [w for w in unnamed if not w.accessibleName() and not getattr(w, "text", str)()] == []


@pytest.mark.parametrize("kind", PeriodKind)
def test_a_tile_opens_beside_the_page(window: Any, kind: PeriodKind, settle: Callable[[], None], qtbot: QtBot) -> None:
    window.set_scope(Scope.at(window.scope.as_of, kind))
    page = window.open_page("revenue")
    settle()
    tile = page.findChildren(FigureTile)[0]
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    settle()
    panel = window.findChild(ExplainPanel)
    assert panel.isVisible()
    assert panel._tree.accounts.rowCount() > 10
    table = page.findChildren(FigureSheet)[0]
    sums = [float(getattr(row, name).value) for row in table._rows.rows_shown() for name in ("start", "end")]
    assert all(sum_ >= 0 for sum_ in sums)


def test_pages_do_not_stall_the_window(
    window: Any, settle: Callable[[], None], stalls: Callable[[Callable[[], object]], float]
) -> None:
    for name in PAGES:
        page = window.open_page(name)
        settle()
        assert stalls(page.refresh) < 0.05, name


def test_resizing_does_not_stall_the_window(
    window: Any, settle: Callable[[], None], stalls: Callable[[Callable[[], object]], float]
) -> None:
    window.open_page("revenue")
    settle()
    sizes = iter(((1100, 700), (1250, 760), (1000, 800)))
    assert stalls(lambda: window.resize(*next(sizes))) < 0.05
