"""The table answers to the keys of a spreadsheet."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAME, TIER, SIZE, NOTE = range(4)


def select(spread: Any, top: int, left: int, bottom: int, right: int) -> None:
    model = spread.model
    spread.go(top, left)
    box = QItemSelection(model.index(top, left), model.index(bottom, right))
    spread.sheet.selectionModel().select(box, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def editor(spread: Any) -> QLineEdit:
    found = [line for line in spread.sheet.viewport().findChildren(QLineEdit) if line.isVisible()]
    assert len(found) == 1
    return found[0]


def clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


@pytest.mark.parametrize(
    ("key", "modifier", "goes_to"),
    [
        (Key.Key_Down, Qt.KeyboardModifier.NoModifier, (3, TIER)),
        (Key.Key_Up, Qt.KeyboardModifier.NoModifier, (1, TIER)),
        (Key.Key_Right, Qt.KeyboardModifier.NoModifier, (2, SIZE)),
        (Key.Key_Left, Qt.KeyboardModifier.NoModifier, (2, NAME)),
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier, (3, TIER)),
        (Key.Key_Return, SHIFT, (1, TIER)),
        (Key.Key_Tab, Qt.KeyboardModifier.NoModifier, (2, SIZE)),
        (Key.Key_Backtab, SHIFT, (2, NAME)),
    ],
)
def test_keys_move(
    qtbot: QtBot, spread: Any, key: Key, modifier: Qt.KeyboardModifier, goes_to: tuple[int, int]
) -> None:
    spread.go(2, TIER)
    qtbot.keyClick(spread.sheet, key, modifier)
    assert spread.place == goes_to


def test_tab_skips_hidden_columns_and_leaves_the_table_after_the_last(qtbot: QtBot, spread: Any) -> None:
    spread.sheet.hideColumn(SIZE)
    spread.go(0, TIER)
    qtbot.keyClick(spread.sheet, Key.Key_Tab)
    assert spread.place == (0, NOTE)
    qtbot.keyClick(spread.sheet, Key.Key_Tab)
    assert spread.place == (0, NOTE), "past the last column the focus goes on instead"


def test_enter_and_double_click_on_a_name_open_the_row(qtbot: QtBot, spread: Any) -> None:
    opened: list[str] = []
    spread.sheet.opened.connect(lambda row: opened.append(row.name))
    spread.go(3, NAME)
    qtbot.keyClick(spread.sheet, Key.Key_Return)
    middle = spread.sheet.visualRect(spread.model.index(1, NAME)).center()
    qtbot.mouseDClick(spread.sheet.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened == ["name 3", "name 1"]
    assert spread.place == (3, NAME)


def test_typing_replaces_and_enter_goes_down(qtbot: QtBot, spread: Any) -> None:
    spread.go(1, TIER)
    qtbot.keyClick(spread.sheet, Key.Key_L)
    qtbot.keyClicks(editor(spread), "ow")
    qtbot.keyClick(editor(spread), Key.Key_Return)
    assert spread.steps == [[(1, "tier", "low")]]
    assert spread.place == (2, TIER)
    assert spread.text(1, TIER) == "low"


def test_tab_out_of_an_edit_goes_right(qtbot: QtBot, spread: Any) -> None:
    spread.go(1, NAME)
    qtbot.keyClick(spread.sheet, Key.Key_X)
    qtbot.keyClick(editor(spread), Key.Key_Tab)
    assert spread.steps == [[(1, "name", "x")]]
    assert spread.place == (1, TIER)


def test_f2_keeps_the_text_and_escape_leaves_it(qtbot: QtBot, spread: Any) -> None:
    spread.go(1, NOTE)
    qtbot.keyClick(spread.sheet, Key.Key_F2)
    assert editor(spread).text() == "note 1"
    qtbot.keyClicks(editor(spread), "changed")
    qtbot.keyClick(editor(spread), Key.Key_Escape)
    assert spread.steps == []
    assert spread.text(1, NOTE) == "note 1"


def test_figures_cannot_be_typed_over(qtbot: QtBot, spread: Any) -> None:
    spread.go(1, SIZE)
    qtbot.keyClick(spread.sheet, Key.Key_5)
    assert spread.sheet.viewport().findChild(QLineEdit) is None


def test_a_range_copies_as_a_spreadsheet_takes_it(qtbot: QtBot, spread: Any, item: Callable[[int, str], Any]) -> None:
    spread.model.show_rows([item(0, 'a "quoted"\nname'), item(1, "plain")])
    select(spread, 0, NAME, 1, SIZE)
    qtbot.keyClick(spread.sheet, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == '"a ""quoted""\nname"\ttier 0\t0\nplain\ttier 1\t1'


def test_a_range_copied_and_pasted_back_changes_nothing(qtbot: QtBot, spread: Any) -> None:
    select(spread, 0, NAME, 4, NOTE)
    qtbot.keyClick(spread.sheet, Key.Key_C, CONTROL)
    qtbot.keyClick(spread.sheet, Key.Key_V, CONTROL)
    assert spread.steps == []


def test_a_pasted_range_is_one_step_and_what_has_no_place_is_counted(qtbot: QtBot, spread: Any) -> None:
    left: list[int] = []
    spread.sheet.left_over.connect(left.append)
    clipboard("a\t7\tb\nc\t8\td\ne\t9\tf\n")
    spread.go(3, TIER)
    qtbot.keyClick(spread.sheet, Key.Key_V, CONTROL)
    assert spread.steps == [[(3, "tier", "a"), (3, "note", "b"), (4, "tier", "c"), (4, "note", "d")]]
    assert left == [5], "two figures that are not typed, and a row of three below the last"


def test_one_value_fills_the_selection(qtbot: QtBot, spread: Any) -> None:
    clipboard("all")
    select(spread, 1, TIER, 3, TIER)
    qtbot.keyClick(spread.sheet, Key.Key_V, CONTROL)
    assert spread.steps == [[(n, "tier", "all") for n in (1, 2, 3)]]


def test_a_paste_follows_the_columns_as_they_are_seen(qtbot: QtBot, spread: Any) -> None:
    spread.sheet.horizontalHeader().moveSection(NOTE, TIER)
    clipboard("n\tt")
    spread.go(0, NOTE)
    qtbot.keyClick(spread.sheet, Key.Key_V, CONTROL)
    assert spread.steps == [[(0, "note", "n"), (0, "tier", "t")]]


def test_an_empty_clipboard_pastes_nothing(qtbot: QtBot, spread: Any) -> None:
    clipboard("")
    spread.go(0, TIER)
    qtbot.keyClick(spread.sheet, Key.Key_V, CONTROL)
    assert spread.steps == []


@pytest.mark.parametrize(("text", "typed"), [("a\rb\r", "b"), ('"' + "x" * 140_000 + "\nb", "b"), ("a\r\nb\r\n", "b")])
def test_text_that_no_spreadsheet_wrote_is_pasted_by_its_lines(
    qtbot: QtBot, spread: Any, text: str, typed: str
) -> None:
    clipboard(text)
    spread.go(0, TIER)
    qtbot.keyClick(spread.sheet, Key.Key_V, CONTROL)
    assert [(row, key) for row, key, _ in spread.steps[0]] == [(0, "tier"), (1, "tier")]
    assert spread.steps[0][1][2] == typed


def test_fill_down_copies_the_first_row_of_the_selection(qtbot: QtBot, spread: Any) -> None:
    select(spread, 1, TIER, 3, NOTE)
    qtbot.keyClick(spread.sheet, Key.Key_D, CONTROL)
    assert spread.steps == [
        [(2, "tier", "tier 1"), (3, "tier", "tier 1"), (2, "note", "note 1"), (3, "note", "note 1")]
    ]


def test_delete_empties_cells_but_never_names(qtbot: QtBot, spread: Any) -> None:
    select(spread, 0, NAME, 1, NOTE)
    qtbot.keyClick(spread.sheet, Key.Key_Delete)
    assert sorted(spread.steps[0]) == [(0, "note", ""), (0, "tier", ""), (1, "note", ""), (1, "tier", "")]
    assert spread.text(0, TIER) == ""


def test_the_header_sorts_up_down_and_back(qtbot: QtBot, spread: Any) -> None:
    header = spread.sheet.horizontalHeader()
    seen = []
    for _ in range(3):
        at = header.sectionViewportPosition(SIZE) + 10
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().center().__class__(at, 8))
        seen.append([row.size for row in spread.model.rows_shown()])
    assert seen == [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [0, 1, 2, 3, 4]]


def test_the_current_row_stays_current_through_sort_and_filter(spread: Any) -> None:
    spread.go(1, TIER)
    spread.model.sort(SIZE, Qt.SortOrder.DescendingOrder)
    assert spread.place == (3, TIER)
    spread.model.filter("note 1")
    assert spread.place == (0, TIER)


def test_rows_that_arrive_during_an_edit_wait_for_its_end(
    qtbot: QtBot, qapp: QApplication, spread: Any, item: Callable[[int, str], Any]
) -> None:
    from csdesk.ui.rows import Found

    spread.go(0, TIER)
    qtbot.keyClick(spread.sheet, Key.Key_Q)
    spread.sheet.show_found(Found.of(spread.model.columns, [item(n, f"new {n}") for n in range(6)]))
    qtbot.keyClicks(editor(spread), "uick")
    assert editor(spread).text() == "quick"
    qtbot.keyClick(editor(spread), Key.Key_Return)
    qapp.processEvents()
    assert spread.steps == [[(0, "tier", "quick")]]
    assert spread.text(0, NAME) == "new 0"
    assert spread.model.rowCount() == 6


def test_columns_are_chosen_and_remembered_by_key(spread: Any) -> None:
    menu = spread.sheet.columns.menu()
    first, tier = menu.actions()[0], menu.actions()[TIER]
    assert not first.isEnabled(), "the name always stays"
    tier.setChecked(False)
    assert spread.sheet.isColumnHidden(TIER)
    spread.sheet.setColumnWidth(NOTE, 222)
    spread.sheet.horizontalHeader().moveSection(NOTE, 0)
    kept = spread.sheet.columns.arrangement()
    spread.sheet.showColumn(TIER)
    spread.sheet.setColumnWidth(NOTE, 80)
    spread.sheet.horizontalHeader().moveSection(0, NOTE)
    spread.sheet.columns.arrange(kept)
    assert spread.sheet.isColumnHidden(TIER)
    assert spread.sheet.columnWidth(NOTE) == 222
    assert spread.sheet.horizontalHeader().visualIndex(NOTE) == 0


def test_an_arrangement_of_columns_that_are_gone_is_harmless(spread: Any) -> None:
    spread.sheet.columns.arrange({"order": ["gone", "note"], "widths": {"gone": 9}, "hidden": ["gone"]})
    assert not any(spread.sheet.isColumnHidden(place) for place in range(4))


def test_rows_chosen_are_told(spread: Any) -> None:
    told: list[list[int]] = []
    spread.sheet.chosen.connect(lambda rows: told.append([row.size for row in rows]))
    select(spread, 1, NAME, 3, TIER)
    assert told[-1] == [1, 2, 3]
