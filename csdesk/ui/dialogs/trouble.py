"""What is shown when csdesk itself has failed: calm words, the details to copy, where the log is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from csdesk.ui.widgets.to_read import DialogToRead

if TYPE_CHECKING:
    from pathlib import Path


class Trouble(DialogToRead):
    """The book is safe, for every step is written whole or not at all; that is said first."""

    def __init__(self, details: str, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("csdesk made a mistake"))
        self.setMinimumSize(560, 320)
        self._details = details
        words = QLabel(
            self.tr(
                "What you had done before is saved. You can go on working. "
                "If it happens again, send the lines below to whoever looks after csdesk; they hold no customer data."
            ),
            self,
        )
        words.setWordWrap(True)
        lines = QPlainTextEdit(details, self)
        lines.setReadOnly(True)
        lines.setAccessibleName(self.tr("Details"))
        where = QLabel(self.tr("Log file: {file}").format(file=log) if log else "", self)
        where.setVisible(log is not None)
        where.setProperty("role", "small")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QPushButton(self.tr("Copy details"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        self.leave.setText(self.tr("Go on"))
        self.leave.setProperty("role", "main")
        self.lay_out(words, lines, where, ways=(copy,))
