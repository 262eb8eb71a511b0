"""One dated event, added by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.models.kinds import MarkerKind
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.usecases.markers import MarkerTexts, add_marker
from csdesk.wording.kinds import MARKERS

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings


class MarkerDialog(StepDialog):
    """Begins with today; what is refused is said in the dialog."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        frame = around.window
        self.setWindowTitle(self.tr("New marker"))
        self.on = QLineEdit(str(frame.today()), self)
        self.kind = Choice([(kind, MARKERS[kind].say(frame.language)) for kind in MarkerKind], self.tr("Kind"), self)
        self.name = QLineEdit(self)
        fields = [(self.tr("Day"), self.on), (self.tr("Kind"), self.kind), (self.tr("Name"), self.name)]
        self.body.addLayout(form(fields))
        self.name.setFocus()

    def check(self) -> None:
        texts = MarkerTexts(self.on.text(), str(self.kind.key), self.name.text())
        self.save(lambda book: add_marker(book, texts))
