"""Earlier imports, each of which can be taken back as a whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.usecases.importing import Verdict
from csdesk.wording.intake import verdict_words
from csdesk.wording.speech import moment

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.importing import ImportBatch

_SHOWN = 20


class ImportHistory(QWidget):
    """The latest imports that still stand: file, when, who, what it brought, and 'Take back'.

    `taking_back` asks for a step to be taken back, by number and name.
    """

    taking_back = Signal(object, str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._heading = QLabel(self.tr("Earlier imports"), self)
        self._heading.setProperty("role", "section")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(self._grid)
        self._heading.hide()

    def refresh(self) -> None:
        """Ask for the imports again."""

        def question(book: Book) -> tuple[ImportBatch, ...]:
            from csdesk.usecases.importing import import_batches

            return import_batches(book)

        self._around.desk.ask(self, question, self.show_batches)

    def show_batches(self, batches: tuple[ImportBatch, ...]) -> None:
        """Show these imports, newest first."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, batch in enumerate(batches[:_SHOWN]):
            self._add(row, batch)
        self._heading.setVisible(bool(batches))

    def _add(self, row: int, batch: ImportBatch) -> None:
        when = moment(batch.at, self._around.window.language)
        for column, text in enumerate((batch.file, when, batch.who, self._counted(batch))):
            label = QLabel(text, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "muted" if column else "heading")
            self._grid.addWidget(label, row, column)
        if batch.step is None:
            return
        button = QPushButton(self.tr("Take back"), self)
        button.setToolTip(
            self.tr(
                "Remove what this import brought, as one step that can itself be undone; what was edited since stays"
            )
        )
        button.setAccessibleName(self.tr("Take back {file}").format(file=batch.file))
        what = self.tr("Import of {file}").format(file=batch.file)
        button.clicked.connect(partial(self.taking_back.emit, batch.step, what))
        self._grid.addWidget(button, row, 4, Qt.AlignmentFlag.AlignRight)

    def _counted(self, batch: ImportBatch) -> str:
        language = self._around.window.language
        counts = ((Verdict(key), count) for key, count in batch.counts.items() if count)
        return "  ".join(f"{verdict_words(verdict, language)} {count:,}" for verdict, count in counts)
