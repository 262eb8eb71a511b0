"""What to mind with a book that other computers may write to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WIDTH = 460


class SharedFolder(QDialog):
    """One plain paragraph and one button; nothing waits for it. `ways` are further buttons, each with what it does once
    the dialog has closed."""

    def __init__(
        self,
        title: str,
        text: str,
        parent: QWidget | None = None,
        ways: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A shared folder"))
        heading = QLabel(title, self)
        heading.setProperty("role", "section")
        self.words = QLabel(text, self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)  # other people's names and files are in it
        self.words.setWordWrap(True)
        self.words.setFixedWidth(_WIDTH)
        leave = QPushButton(self.tr("Understood"), self)
        leave.setProperty("role", "main")
        leave.setDefault(True)
        leave.clicked.connect(self.accept)
        foot = QHBoxLayout()
        for word, act in ways:
            way = QPushButton(word, self)
            way.setAutoDefault(False)
            way.clicked.connect(partial(self._go, act))
            foot.addWidget(way)
        foot.addStretch()
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for widget in (heading, self.words):
            column.addWidget(widget)
        column.addLayout(foot)

    def _go(self, act: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's argument
        self.accept()
        act()
