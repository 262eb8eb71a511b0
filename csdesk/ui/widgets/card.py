"""A titled card in a column of cards, with an optional button beside its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class Card(QFrame):
    """Subclasses and owners add to `body`, and to `head` beside the title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title = QLabel(title, self)
        self.title.setProperty("role", "heading")
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(6)
        self.column.addLayout(self.head)
        self.column.addLayout(self.body)

    def add_button(self, word: str, act: Callable[[], object]) -> QPushButton:
        """A quiet button at the right of the title."""
        button = QPushButton(word, self)
        button.setProperty("role", "link")
        button.setAccessibleName(f"{self.title.text()}: {word}")
        button.clicked.connect(lambda _checked=False: act())
        self.head.addWidget(button)
        return button


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def muted(text: str, parent: QWidget | None = None) -> QLabel:
    """A quiet line that wraps."""
    label = QLabel(text, parent)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label
