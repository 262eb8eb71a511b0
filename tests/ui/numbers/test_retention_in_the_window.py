"""The Retention page on the demo book: split, read, opened down to accounts, in both languages."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.models.months import PeriodKind
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.wording.few import all_few_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def click(view: Any, row: int, column: int, qtbot: QtBot) -> None:
    index = view.model().index(row, column)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def test_how_long_customers_stay_and_why_they_leave(
    open_demo: Callable[..., Any], language: Language, settle: Callable[[], None], qtbot: QtBot
) -> None:
    window = open_demo(language)
    page = window.open_page("retention")
    window.rescope(window.scope.as_of, PeriodKind.YEAR)
    settle()
    survival, leaving = page.survival, page.leaving
    assert page._by_group.isHidden()
    assert survival.curves.model().rowCount() == 1
    assert not survival.said.text()
    assert survival.chart.shown is not None
    assert leaving.reasons.model().rowCount() >= 3
    assert leaving.reasons.model().columnCount() == 5, "a year is its own year"
    window.set_scope(replace(window.scope, by="tier"))
    settle()
    assert survival.curves.model().rowCount() == 3
    assert survival.said.text()
    assert not page._by_group.isHidden()
    assert page._highest.text() not in {"", all_few_text(language)}
    assert leaving.groups.model().rowCount() == 3
    click(survival.curves, 0, 7, qtbot)
    settle()
    panel = window.findChild(ExplainPanel)
    assert panel.isVisible()
    assert panel._tree.accounts.rowCount() > 5
    assert ("12か月" if language is Language.JA else "after 12 months") in panel._labels["formula"].text()
    click(leaving.reasons, 0, 1, qtbot)
    settle()
    assert panel._tree.accounts.rowCount() >= 3
    click(leaving.lengths, 2, 1, qtbot)
    settle()
    assert "2.80 ×" in panel._few.text()
    window.rescope(window.scope.as_of, PeriodKind.QUARTER)
    settle()
    assert leaving.reasons.model().columnCount() == 7


def test_a_table_too_wide_for_the_window_keeps_its_last_row_in_sight(
    open_demo: Callable[..., Any], settle: Callable[[], None]
) -> None:
    page = open_demo(Language.EN).open_page("retention")
    settle()
    sheet = page.leaving.lengths
    roomy, bar = sheet.height(), sheet.horizontalScrollBar()
    assert bar.maximum() == 0
    usual = sheet.columnWidth(0)
    sheet.setColumnWidth(0, 1200)
    settle()
    assert bar.maximum() > 0
    assert sheet.height() == roomy + bar.sizeHint().height()
    sheet.setColumnWidth(0, usual)
    settle()
    assert sheet.height() == roomy
