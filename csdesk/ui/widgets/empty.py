"""What a page says when it has nothing to show: what it is for, and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.ui import icons, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WIDTH = 420
"""Of the sentence; its height follows, for a layout that centres it would give it one line."""


class EmptyState(QWidget):
    """An icon, a title, a sentence and up to three buttons; the first is the main one."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = QLabel(self)
        heading, words = QLabel(title, self), QLabel(text, self)
        heading.setProperty("role", "section")
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        words.setFixedSize(_WIDTH, words.heightForWidth(_WIDTH))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for widget in (self._picture, heading, words):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addLayout(self._buttons(actions))
        column.addStretch(3)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _buttons(self, actions: Sequence[tuple[str, Callable[[], object]]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for place, (word, act) in enumerate(actions):
            button = QPushButton(word, self)
            button.setAutoDefault(True)
            if not place:
                button.setProperty("role", "main")
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        row.addStretch()
        return row

    def _tint(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon, 40, theme.tokens().muted, self.devicePixelRatioF()))
