"""Buttons in a row of which one is on: which of several lists is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget


class Switches(QButtonGroup):
    """The group; its buttons are laid out and named by whoever owns it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self.setExclusive(True)

    def add(self) -> QToolButton:
        """One more button, reached by the Tab key too."""
        button = QToolButton(self._home)
        button.setProperty("role", "control")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addButton(button)
        return button

    def serves(self) -> bool:
        """Whether a button is on that still has something to show."""
        on = self.checkedButton()
        return on is not None and on.isEnabled()
