"""A dialog that follows long work and then lists what came of it, in lines that can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from csdesk.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WIDTH, _HEIGHT = 620, 340


class Findings(QDialog):
    """A sentence, a bar while there is work, then the lines and the ways on. Closing it ends the work."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.cancel: Callable[[], None] | None = None
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)  # other people's names and files are in it
        self.words.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setRange(0, 0)
        self.lines = QPlainTextEdit(self)
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(self.tr("What was found"))
        self.lines.hide()
        self._copy, self._leave = QPushButton(self.tr("Copy the list"), self), QPushButton(self.tr("Cancel"), self)
        self._copy.clicked.connect(self.copy)
        self._copy.hide()
        self._leave.clicked.connect(self.reject)
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        self._foot.addWidget(self._copy)
        self._foot.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for widget in (self.words, self.bar, self.lines):
            column.addWidget(widget)
        column.addLayout(self._foot)

    def follow(self, done: int, whole: int) -> None:
        """Show how far the work is."""
        self.bar.setRange(0, whole)
        self.bar.setValue(done)

    def say(self, text: str, lines: Sequence[str] = ()) -> None:
        """The work has ended: say what came of it."""
        self.cancel = None
        self.bar.hide()
        self._leave.setText(self.tr("Close"))
        self.words.setText(text)
        if lines:
            self.lines.setPlainText("\n".join(lines))
            self.lines.setMinimumHeight(_HEIGHT // 2)
            self.lines.show()
            self._copy.show()
            fit(self, least=_HEIGHT)
        self._leave.setFocus()

    def offer(self, word: str, act: Callable[[], object]) -> QPushButton:
        """Another way on, before the others."""
        button = QPushButton(word, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        self._foot.insertWidget(0, button)
        return button

    def copy(self) -> None:
        """Put the lines on the clipboard."""
        QGuiApplication.clipboard().setText(self.lines.toPlainText())

    def reject(self) -> None:
        if self.cancel is not None:
            self.cancel()
        super().reject()
