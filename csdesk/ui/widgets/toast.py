"""Something said in passing at the window's foot, with Undo where a step can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from csdesk.ui import icons, theme
from csdesk.ui.plain import brief

if TYPE_CHECKING:
    from collections.abc import Callable

_MOVING = frozenset({QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})
_SHOWN_MS, _READING_MS, _LIFT, _WIDEST = 8000, 80, 20, 640


class Toast(QFrame):
    """Floats over its parent's foot while it can be read; the pointer or the focus on it keeps it. `undone`: Undo."""

    undone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self._act: Callable[[], object] = self.undone.emit
        self._foot: QWidget | None = None
        self._text = QLabel(self)
        self._text.setWordWrap(False)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.setProperty("role", "toast")
        self._undo.setAccessibleName(self.tr("Undo"))
        self._undo.clicked.connect(self._take_back)
        self._close = QToolButton(self)
        self._close.setProperty("role", "toast")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(12)
        for widget in (self._text, self._undo, self._close):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fade)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; '' when nothing is."""
        return self._text.text() if self.isVisible() else ""

    def say(self, text: str, *, undo: bool | Callable[[], object] = False) -> None:
        """Show the text, instead of what was said before; Undo is told to whoever listens, or does as given here."""
        self._act = undo if callable(undo) else self.undone.emit
        text = brief(text)
        width = self._text.fontMetrics().horizontalAdvance(text)
        self._text.setWordWrap(width > _WIDEST)
        self._text.setFixedWidth(min(width + 2, _WIDEST))
        self._text.setText(text)
        self.setAccessibleName(text)
        self._undo.setVisible(bool(undo))
        self._close.setIcon(icons.icon("close", theme.tokens().background))
        self.show()
        self.raise_()
        self._place()
        self._timer.start(max(_SHOWN_MS, len(text) * _READING_MS))
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def retire(self) -> None:
        """Say no more of a step that is the last one no longer."""
        if self._undo.isVisibleTo(self):
            self.hide()

    def keep_above(self, foot: QWidget) -> None:
        """Leave a part free that the parent has at its foot for a while."""
        self._foot = foot
        foot.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        self.adjustSize()
        foot = self._foot.height() if self._foot is not None and self._foot.isVisible() else 0
        self.move((parent.width() - self.width()) // 2, parent.height() - foot - self.height() - _LIFT)

    def _fade(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self.window()):
            self._timer.start(_SHOWN_MS)
        else:
            self.hide()

    def _take_back(self) -> None:
        self.hide()
        self._act()
