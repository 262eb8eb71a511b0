"""Earlier imports, all of them: found by typing, each with what it has brought, and taken back as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.ui import theme
from csdesk.ui.rows import ROW_ROLE, Column, Found, RowsModel, Tone
from csdesk.ui.widgets.filter_line import FilterLine
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.importing import Verdict
from csdesk.wording.intake import verdict_words
from csdesk.wording.speech import moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.ui.page import Surroundings
    from csdesk.ui.rows import Index
    from csdesk.usecases.books import Book
    from csdesk.usecases.importing import ImportBatch

_LINES = 8
"""Imports that are seen at once; from more on they are searched."""


class ImportHistory(QWidget):
    """The imports that still stand, newest first.

    `taking_back` asks for a step to be taken back, `opening` for what it has brought; both by number and name.
    `wants_layouts` asks for the matchings that are remembered.
    """

    taking_back = Signal(object, str)
    opening = Signal(object, str)
    wants_layouts = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._heading = QLabel(self.tr("Earlier imports"), self)
        self._heading.setProperty("role", "section")
        self._model: RowsModel[ImportBatch] = RowsModel(self._columns(), self)
        self.sheet = SheetView(self._model, self.tr("Earlier imports"), self)
        self.sheet.selectionModel().currentChanged.connect(self._offer)
        self.sheet.opened.connect(lambda _batch: self._open())
        self._model.modelReset.connect(self._offer)
        self.filter = FilterLine(self.sheet, self._model, self.tr("No import holds “{words}”."), parent=self)
        self.filter.setPlaceholderText(self.tr("Find an import"))
        self.filter.setAccessibleName(self.tr("Find an import"))
        self.rows = self._button(self.tr("What it brought"), self._open)
        self.back = self._button(self.tr("Take back"), self._take_back)
        self.back.setToolTip(
            self.tr(
                "Remove what this import brought, as one step that can itself be undone; what was edited since stays"
            )
        )
        self.layouts = self._button(self.tr("Remembered matchings..."), self.wants_layouts.emit)
        self._lay_out()
        self.show_batches(())

    def refresh(self) -> None:
        """Ask for the imports again."""

        def question(book: Book) -> Found[ImportBatch]:
            from csdesk.usecases.importing import import_batches

            return Found.of(self._model.columns, import_batches(book))

        self._around.desk.ask(self, question, self._show)

    def show_batches(self, batches: tuple[ImportBatch, ...]) -> None:
        """Show these imports, newest first."""
        self._show(Found.of(self._model.columns, batches))

    def _show(self, found: Found[ImportBatch]) -> None:
        before, count = self._model.rowCount() and self._model.identity_at(0), len(found.rows)
        self.sheet.show_found(found)
        lines = min(_LINES, max(1, count))
        self.sheet.setFixedHeight(self.sheet.horizontalHeader().sizeHint().height() + lines * theme.ROW + 4)
        for widget in (self._heading, self.sheet, self.layouts, self.rows, self.back):
            widget.setVisible(count > 0)
        self.filter.setVisible(count > _LINES or bool(self.filter.text()))
        if self._model.rowCount() and self._model.identity_at(0) != before:
            self.sheet.setCurrentIndex(self._model.index(0, 0))
        self._offer()

    def _current(self) -> ImportBatch | None:
        index = self.sheet.currentIndex()
        batch: ImportBatch | None = index.data(ROW_ROLE) if index.isValid() else None
        return batch

    def _offer(self, _current: Index | None = None, _previous: Index | None = None) -> None:
        batch = self._current()
        for button in (self.rows, self.back):
            button.setEnabled(batch is not None and batch.step is not None)
        if batch is not None:
            self.back.setAccessibleName(self.tr("Take back {file}").format(file=batch.file))

    def _open(self) -> None:
        if named := self._named():
            self.opening.emit(*named)

    def _take_back(self) -> None:
        if named := self._named():
            self.taking_back.emit(*named)

    def _named(self) -> tuple[int, str] | None:
        """The step of the import that is looked at, and how it is spoken of."""
        batch = self._current()
        if batch is None or batch.step is None:
            return None
        return batch.step, self.tr("Import of {file}").format(file=batch.file)

    # -- building --------------------------------------------------------------------------------------------------

    def _columns(self) -> list[Column[ImportBatch]]:
        language = self._around.window.language

        def quiet(_batch: ImportBatch) -> Tone:
            return Tone.QUIET

        def when(batch: ImportBatch) -> str:
            return moment(batch.at, language)

        def sheets(batch: ImportBatch) -> str:
            return ", ".join(batch.sheets)

        def counted(batch: ImportBatch) -> str:
            counts = ((Verdict(key), count) for key, count in batch.counts.items() if count)
            return "  ".join(f"{verdict_words(verdict, language)} {count:,}" for verdict, count in counts)

        return [
            Column("file", self.tr("File"), lambda batch: batch.file, lambda batch: batch.file, width=240),
            Column("sheets", self.tr("Sheets"), sheets, sheets, width=150, tone=quiet),
            Column("at", self.tr("When"), lambda batch: batch.at, when, width=150, tone=quiet),
            Column("who", self.tr("Who"), lambda batch: batch.who, lambda batch: batch.who, width=110, tone=quiet),
            Column("counts", self.tr("Rows"), counted, counted, width=260, tone=quiet),
        ]

    def _button(self, word: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(word, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._heading)
        head.addWidget(self.filter, 1)
        head.addStretch(1)
        for button in (self.layouts, self.rows, self.back):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.sheet)
