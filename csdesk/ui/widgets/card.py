"""A titled card in a column of cards, and what stands in cards: folds, lines that give way, quiet lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from csdesk.ui import icons, theme
from csdesk.ui.plain import brief, tip

if TYPE_CHECKING:
    from collections.abc import Callable


_IN_A_LINE = 2000


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


class Fold(QWidget):
    """A line that opens and closes what stands in `body`, closed to begin with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = QToolButton(self)
        self._button.setProperty("role", "fold")
        self._button.setCheckable(True)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._held = QWidget(self)
        self._held.hide()
        self.body = QVBoxLayout(self._held)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._held)
        self._button.toggled.connect(self._turn)
        self._turn(self._button.isChecked())

    def say(self, text: str) -> None:
        """What is folded, in words."""
        self._button.setText(text)

    def open(self, *, wanted: bool = True) -> None:
        """Show or hide what is folded."""
        self._button.setChecked(wanted)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._turn(self._button.isChecked())
        super().changeEvent(event)

    def _turn(self, opened: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._held.setVisible(opened)
        name = "chevron-down" if opened else "chevron-right"
        self._button.setIcon(icons.icon(name, theme.tokens().muted))


class Elided(QLabel):
    """A line that gives way: what there is no room for is told by the tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more = self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(brief(text))
        self._whole = text
        self.explain(self._more)

    def explain(self, more: str) -> None:
        """Tell more than the line in the tooltip."""
        self._more = more
        self.setToolTip(tip("\n".join(filter(None, (self._whole, more)))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        short = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), short)


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
    label = QLabel(brief(text, _IN_A_LINE), parent)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label
