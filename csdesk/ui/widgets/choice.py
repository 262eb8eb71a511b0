"""A drop-down list of keys shown by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from csdesk.ui.plain import brief

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QWheelEvent


_LONGEST = 80


class Choice(QComboBox):
    """A list of choices that shows keys by their words; `key` is the chosen one."""

    def __init__(self, choices: Sequence[tuple[object, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, word in choices:
            self.add(key, word)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page past the list changes nothing; only who stands on it turns it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def add(self, key: object, word: str) -> None:
        """One more choice."""
        self.addItem(brief(word, _LONGEST), key)

    def offer(self, choices: Iterable[tuple[object, str]], key: object) -> None:
        """Other choices, of which one is shown; nobody is told, for nobody chose. The same choices stay
        as they are, be the list open or not."""
        offered = [(each, brief(word, _LONGEST)) for each, word in choices]
        with QSignalBlocker(self):
            if offered != [(self.itemData(place), self.itemText(place)) for place in range(self.count())]:
                self.clear()
                for each, word in offered:
                    self.addItem(word, each)
            self.choose(key)

    @property
    def key(self) -> object:
        """The key of the choice shown."""
        return self.currentData()

    def choose(self, key: object) -> None:
        """Show the choice with that key; nothing where there is none."""
        place = next((place for place in range(self.count()) if self.itemData(place) == key), -1)
        if place >= 0:
            self.setCurrentIndex(place)
