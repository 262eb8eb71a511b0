"""What a term means, one click away from where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from csdesk.wording.metrics import metric_definition, metric_name

if TYPE_CHECKING:
    from csdesk.models.kinds import Language


class Definition(QDialog):
    """A metric's name and its definition in words; Esc or a click elsewhere closes it."""

    def __init__(self, term: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "floating")
        self.setFixedWidth(380)
        heading, words = QLabel(metric_name(term, language), self), QLabel(metric_definition(term, language), self)
        heading.setProperty("role", "heading")
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.addWidget(heading)
        column.addWidget(words)
        if parent is not None:
            size = self.sizeHint()
            self.move(parent.mapToGlobal(parent.rect().center()) - QPoint(size.width() // 2, size.height() // 2))
