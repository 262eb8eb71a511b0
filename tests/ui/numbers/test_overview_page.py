"""Customer success on one page: every figure opens, every name is defined."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.ui.dialogs.definition import Definition
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.ui.widgets.overview_lists import EightSheet, OutcomeSheet
from csdesk.ui.widgets.tile import FigureTile

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def overview(open_demo: Callable[..., Any], language: Language, settle: Callable[[], None]) -> Any:
    window = open_demo(language)
    page = window.open_page("overview")
    settle()
    return window, page


def test_every_tile_opens(overview: Any, language: Language, settle: Callable[[], None], qtbot: QtBot) -> None:
    window, page = overview
    tiles = [tile for tile in page.findChildren(FigureTile) if tile.isVisible()]
    assert len(tiles) == 3 + 8
    heads = {Language.EN: "Less churn · Gross MRR churn", Language.JA: "解約の抑制 · グロスMRR解約率"}
    assert tiles[0].accessibleName().startswith(heads[language])
    for tile in tiles:
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
        settle()
        assert window.findChild(ExplainPanel)._measure is tile._measure


def test_all_eight_open_and_are_defined(overview: Any, settle: Callable[[], None], qtbot: QtBot) -> None:
    window, page = overview
    sheet = page.findChild(EightSheet)
    model = sheet.model()
    assert model.rowCount() == 8
    for row in range(8):
        sheet.setCurrentIndex(model.index(row, 1))
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
        settle()
        assert window.findChild(ExplainPanel)._measure is model.rows_shown()[row].now
    for named in (sheet, page.findChild(OutcomeSheet)):
        named.setCurrentIndex(named.model().index(1, 0))
        qtbot.keyClick(named, Qt.Key.Key_Return)
        settle()
        (dialog,) = [found for found in window.findChildren(Definition) if found.isVisible()]
        dialog.close()


def test_an_empty_book_is_taught(window: Any, settle: Callable[[], None]) -> None:
    page = window.open_page("overview")
    settle()
    page.show_empty(empty=True)
    assert page.findChild(EmptyState).isVisible()
