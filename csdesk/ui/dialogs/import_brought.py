"""What one import has brought: every row, field by field, and the way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from csdesk.ui.widgets.step_changes import StepChanges
from csdesk.ui.widgets.to_read import DialogToRead

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.ui.taking_back import TakingBack
    from csdesk.usecases.books import Book
    from csdesk.usecases.history import StepLine

_SIZE = QSize(900, 560)


class ImportBrought(DialogToRead):
    """`taking` takes the import back, which is then spoken of as `what`."""

    def __init__(
        self, around: Surroundings, step: int, what: str, taking: TakingBack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the import has brought"))
        self.resize(_SIZE)
        self._step, self._what, self._taking = step, what, taking
        self.changes = StepChanges(around, self)
        self.changes.taken_back.connect(self._take_back)
        self.lay_out(self.changes)
        currency, language = around.window.currency, around.window.language

        def question(book: Book) -> StepLine | None:
            from csdesk.usecases.history import step_line

            return step_line(book, step, currency, language)

        around.desk.ask(self, question, self.changes.show_step)

    def _take_back(self) -> None:
        self.accept()
        self._taking.take_back(self._step, self._what)
