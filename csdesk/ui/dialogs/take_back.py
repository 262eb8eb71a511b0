"""What taking a step back would leave as it is, and why, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from csdesk.wording.taking_back import looked_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.usecases.books import Plan


class TakeBack(QDialog):
    """Accepted where the person wants what can go to go. `stays` says of rows that stay why they do."""

    def __init__(self, what: str, plan: Plan, stays: Sequence[str], language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Take back"))
        self.setMinimumSize(560, 320)
        subject = QLabel(what, self)
        subject.setProperty("role", "heading")
        words = QLabel(looked_words(plan.rows, len(plan.stays), language), self)
        for label in (subject, words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.lines = QPlainTextEdit("\n".join(stays), self)
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(self.tr("What stays as it is"))
        self.take, cancel = QPushButton(self.tr("Take back"), self), QPushButton(self.tr("Cancel"), self)
        self.take.setProperty("role", "main")
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(subject)
        column.addWidget(words)
        column.addWidget(self.lines, 1)
        column.addLayout(foot)
        self.take.setFocus()
