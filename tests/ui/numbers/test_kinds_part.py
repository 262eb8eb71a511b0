"""What movements and renewals are made of: tables and stacks on the Revenue page, every figure of which opens."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.ui.widgets.kinds_part import MovementsPart, RenewalsPart
from csdesk.usecases.movement_kinds import KindView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def revenue(open_demo: Callable[..., Any], language: Language, settle: Callable[[], None]) -> Any:
    window = open_demo(language)
    page = window.open_page("revenue")
    settle()
    return window, page


def named(part: Any) -> list[str]:
    model = part.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_every_movement_is_told_by_its_kinds(revenue: Any, language: Language, settle: Callable[[], None]) -> None:
    _, page = revenue
    part = page.findChild(MovementsPart)
    seats = {Language.EN: "Seats", Language.JA: "席数"}[language]
    assert seats in named(part)
    for view in (KindView.CONTRACTION, KindView.CHURN, KindView.GROWTH):
        before = named(part)
        part.choice.choose(view)
        settle()
        assert named(part) != before
        assert part.chart.shown.boxes
    assert (
        named(part)[:2]
        == {
            Language.EN: ["New", "Existing customers, net"],
            Language.JA: ["新規", "既存顧客（純増減）"],
        }[language]
    )


def test_bars_and_figures_open(revenue: Any, settle: Callable[[], None], qtbot: QtBot) -> None:
    window, page = revenue
    for kind, prefix in ((MovementsPart, "expansion_"), (RenewalsPart, "renewal_")):
        part = page.findChild(kind)
        box = next(box for box in part.chart.shown.boxes if box.spot.series)
        part.chart.opened.emit(box.spot)
        settle()
        panel = window.findChild(ExplainPanel)
        assert panel.isVisible()
        assert panel._measure.metric.startswith(prefix)
        assert panel._measure.value
        table = part.table
        table.setCurrentIndex(table.model().index(0, 1))
        qtbot.keyClick(table, Qt.Key.Key_Return)
        assert panel._measure.metric.startswith(prefix)
        assert panel._measure.period == window.scope.period
