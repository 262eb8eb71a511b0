"""The version of the definitions that a figure is counted by, and the way to count it otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from csdesk.ui.widgets.card import Elided
from csdesk.wording.definition_sheet import version_text

if TYPE_CHECKING:
    from csdesk.models.kinds import Language
    from csdesk.usecases.definitions import Version


def which_version(version: Version | None, language: Language) -> str:
    """Number and day of a version, or that there is none."""
    return version_text(version.number, version.made_at, language) if version else version_text(0, None, language)


class DefinitionLine(QWidget):
    """Hidden until it is known which version holds. `wanted` carries the metric that is to be counted otherwise."""

    wanted = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._metric = ""
        self._said = Elided("", self)
        self._said.setProperty("role", "muted")
        self.otherwise = QPushButton(self.tr("Count it another way ..."), self)
        self.otherwise.setProperty("role", "link")
        self.otherwise.clicked.connect(lambda _checked=False: self.wanted.emit(self._metric))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said, 1)
        row.addWidget(self.otherwise)
        self.hide()

    def show_version(self, version: Version | None, metric: str) -> None:
        """Say by which version a metric is counted."""
        self._metric = metric
        held = which_version(version, self._language)
        self._said.setText(held)
        self.show()
