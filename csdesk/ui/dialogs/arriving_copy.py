"""A copy of the open book has arrived: merge what was done in it, or open it instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from csdesk.ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.ui.page import Surroundings


class ArrivingCopy(FormDialog):
    """Two ways on, and none of them by itself."""

    def __init__(self, around: Surroundings, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._path = around, path
        self.setWindowTitle(self.tr("A copy of this book"))
        words = QLabel(
            self.tr(
                "{name} is a copy of the open book. Merge what was done in it into this book, or open it instead?"
            ).format(name=path.name),
            self,
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.body.addWidget(words)
        self.main.setText(self.tr("Merge into this book"))
        instead = QPushButton(self.tr("Open it instead"), self)
        instead.setAutoDefault(False)
        instead.clicked.connect(self._open)
        self.foot.insertWidget(2, instead)

    def check(self) -> None:
        from csdesk.ui.dialogs.merge_copy import MergeCopy

        self.accept()
        MergeCopy(self._around, self._path, self._around.window).open()

    def _open(self) -> None:
        self.accept()
        self._around.opening.open(self._path)
