"""Japanese input methods on a selected cell: no letter is lost, from the first on."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

NAME, TIER, SIZE, NOTE = range(4)


def compose(target: QWidget, *preedits: str, commit: str = "") -> None:
    """What an input method sends: what is being composed, step by step, then what it became."""
    for text in preedits:
        QApplication.sendEvent(target, QInputMethodEvent(text, []))
    if commit:
        done = QInputMethodEvent("", [])
        done.setCommitString(commit)
        QApplication.sendEvent(target, done)


def editor_of(spread: Any) -> QLineEdit | None:
    return next((line for line in spread.sheet.viewport().findChildren(QLineEdit) if line.isVisible()), None)


def test_the_table_says_that_it_takes_input_methods_where_a_cell_is_edited(spread: Any) -> None:
    answers = []
    for column in (TIER, SIZE):
        spread.go(0, column)
        asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
        QApplication.sendEvent(spread.sheet, asked)
        answers.append(asked.value(Qt.InputMethodQuery.ImEnabled))
    assert answers == [True, False]


def test_text_composed_on_a_selected_cell_arrives_whole(qtbot: QtBot, spread: Any) -> None:
    spread.go(1, TIER)
    compose(spread.sheet, "ｋ", "か", "かい", "かいしゃ", commit="会社")
    editor = editor_of(spread)
    assert editor is not None
    assert editor.text() == "会社"
    compose(editor, "めい", commit="名")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert spread.steps == [[(1, "tier", "会社名")]]
    assert spread.place == (2, TIER)


def test_the_focus_does_not_move_while_text_is_composed(qapp: QApplication, spread: Any) -> None:
    """Moving it would make the input method give up the composition, and with it the first letter."""
    spread.go(1, TIER)
    compose(spread.sheet, "ｋ", "か")
    assert spread.sheet.hasFocus()
    compose(spread.sheet, commit="蚊")
    assert not spread.sheet.hasFocus()
    assert qapp.focusWidget() is editor_of(spread)


def test_the_window_of_candidates_stands_at_the_cell(spread: Any) -> None:
    spread.go(3, NOTE)
    compose(spread.sheet, "か")
    cell = spread.sheet.visualRect(spread.model.index(3, NOTE)).translated(spread.sheet.viewport().pos())
    caret = spread.sheet.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert cell.contains(caret.center())


def test_a_composition_given_up_leaves_the_cell_as_it_was(spread: Any) -> None:
    spread.go(1, TIER)
    compose(spread.sheet, "ｋ", "か", "")
    assert editor_of(spread) is None
    assert spread.sheet.hasFocus()
    assert spread.steps == []
    assert spread.text(1, TIER) == "tier 1"


def test_text_committed_at_once_replaces_the_cell(qtbot: QtBot, spread: Any) -> None:
    spread.go(0, NOTE)
    compose(spread.sheet, commit="済")
    editor = editor_of(spread)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert spread.steps == [[(0, "note", "済")]]


def test_escape_after_the_composition_leaves_the_cell_as_it_was(qtbot: QtBot, spread: Any) -> None:
    spread.go(0, NOTE)
    compose(spread.sheet, "す", commit="済")
    editor = editor_of(spread)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert spread.steps == []
    assert spread.text(0, NOTE) == "note 0"


@pytest.mark.parametrize("column", [SIZE])
def test_a_figure_takes_no_composition(spread: Any, column: int) -> None:
    spread.go(0, column)
    compose(spread.sheet, "か", commit="蚊")
    assert editor_of(spread) is None
    assert spread.steps == []


def test_one_cell_after_another(qtbot: QtBot, spread: Any) -> None:
    spread.go(0, TIER)
    for text in ("一", "二", "三"):
        compose(spread.sheet, "x", commit=text)
        editor = editor_of(spread)
        assert editor is not None
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [step[0] for step in spread.steps] == [(0, "tier", "一"), (1, "tier", "二"), (2, "tier", "三")]
