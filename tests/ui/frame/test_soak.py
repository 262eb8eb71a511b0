"""Twenty thousand keys and the table still stands."""

from random import Random
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

KEYS = 20_000
_KEYS = (
    Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Return,
    Qt.Key.Key_F2, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_1,
)  # fmt: skip


def test_twenty_thousand_keys(qapp: QApplication, spread: Any) -> None:
    chance = Random(7)
    spread.go(0, 1)
    for stroke in range(KEYS):
        if qapp.focusWidget() is None:
            spread.sheet.setFocus()
        QTest.keyClick(qapp.focusWidget() or spread.sheet, chance.choice(_KEYS))
        if stroke % 500 == 0:
            qapp.processEvents()
    QTest.keyClick(qapp.focusWidget() or spread.sheet, Qt.Key.Key_Escape)
    assert spread.model.rowCount() == 5
    assert len(spread.steps) > 100
