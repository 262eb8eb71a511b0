"""The Deeper page in the window: sentences, figures that open, lists that lead to accounts."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.ui.widgets.deeper_lists import DiscountSheet, GroupSheet
from csdesk.ui.widgets.deeper_part import DeeperPart
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.ui.widgets.tile import FigureTile

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def deeper(open_demo: Callable[..., Any], language: Language, settle: Callable[[], None]) -> Any:
    window = open_demo(language)
    page = window.open_page("deeper")
    settle()
    return window, page


def test_every_question_is_answered_and_its_figure_opens(deeper: Any, settle: Callable[[], None], qtbot: QtBot) -> None:
    window, page = deeper
    parts = page.findChildren(DeeperPart)
    assert len(parts) == 8
    for part in parts:
        assert part.said.text()
        assert part.sheet.model().rowCount()
        (tile,) = part.findChildren(FigureTile)
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
        settle()
        panel = window.findChild(ExplainPanel)
        assert panel._measure is tile._measure
        assert panel.isVisible()


def test_a_row_leads_to_its_account_and_a_group_does_not(deeper: Any, settle: Callable[[], None], qtbot: QtBot) -> None:
    window, page = deeper
    groups = page.findChild(GroupSheet)
    groups.setCurrentIndex(groups.model().index(0, 0))
    qtbot.keyClick(groups, Qt.Key.Key_Return)
    settle()
    assert page.isVisible()
    sheet = page.findChild(DiscountSheet)
    row = sheet.model().rows_shown()[0]
    sheet.setCurrentIndex(sheet.model().index(0, 0))
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    settle()
    front = window._stack.currentWidget()
    assert front.name == "account"
    assert front.account == row.account


def test_an_empty_book_is_taught(window: Any, settle: Callable[[], None]) -> None:
    page = window.open_page("deeper")
    settle()
    page.show_empty(empty=True)
    assert page.findChild(EmptyState).isVisible()
