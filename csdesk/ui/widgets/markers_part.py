"""The dated events that charts show, as a sheet: typed over, added, deleted; each is one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.rows import Column, Found, RowsModel, Typed
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.markers import Marker, MarkerEdit, delete_markers, edit_markers, markers
from csdesk.wording.kinds import MARKERS
from csdesk.wording.speech import day, look_up

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings

_HEIGHT = 150


class MarkersPart(QWidget):
    """Asks and changes by itself; whoever holds it calls `refresh` when events have changed, and opens the dialog for
    one when it is `wanted`."""

    wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._model: RowsModel[Marker] = RowsModel(self._columns(), self)
        self.sheet = SheetView(self._model, self.tr("Markers"), self)
        self.sheet.setFixedHeight(_HEIGHT)
        TableCopies(around, self.sheet)
        add, self.delete = QPushButton(self.tr("Add marker"), self), QPushButton(self.tr("Delete"), self)
        self.delete.setEnabled(False)
        add.clicked.connect(self._want)
        self.delete.clicked.connect(self._delete)
        self._model.edited.connect(self._edit)
        self.sheet.chosen.connect(lambda rows: self.delete.setEnabled(bool(rows)))
        title = QLabel(self.tr("Markers"), self)
        title.setProperty("role", "section")
        hint = QLabel(self.tr("Releases, prices, positioning: dashed lines on every chart over time."), self)
        hint.setProperty("role", "small")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(hint)
        head.addStretch(1)
        head.addWidget(add)
        head.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.sheet)

    def refresh(self) -> None:
        """Ask again."""
        self._around.desk.ask(self, markers, self.show_markers)

    def show_markers(self, rows: tuple[Marker, ...]) -> None:
        """Show these events."""
        columns = self._columns()
        self.sheet.show_found(Found.of(columns, rows), columns)

    def _want(self) -> None:
        self.wanted.emit()

    def _edit(self, typed: tuple[Typed[Marker], ...]) -> None:
        edits = tuple(MarkerEdit(cell.row.id, cell.key, cell.text) for cell in typed)
        self._around.desk.do(self, lambda book: edit_markers(book, edits), self._around.window.say_step, self._refused)

    def _delete(self) -> None:
        chosen = tuple(row.id for row in self.sheet.rows_chosen())
        if chosen:
            frame = self._around.window
            self._around.desk.do(self, lambda book: delete_markers(book, chosen), frame.say_deleted, self._refused)

    def _refused(self, error: Exception) -> None:
        self._model.forget_typed()
        self._around.window.complain(error)

    def _columns(self) -> tuple[Column[Marker], ...]:
        language = self._around.window.language
        kinds = tuple(words.say(language) for words in MARKERS.values())

        def on(row: Marker) -> str:
            return day(row.on, language)

        def kind(row: Marker) -> str:
            return look_up(MARKERS, row.kind, language)

        def title(row: Marker) -> str:
            return row.title

        def source(row: Marker) -> str:
            return row.source or self.tr("typed in here")

        return (
            Column("on", self.tr("Day"), lambda row: row.on, on, width=120, typed=lambda row: str(row.on)),
            Column("kind", self.tr("Kind"), kind, kind, width=150, typed=kind, choices=kinds),
            Column("title", self.tr("Name"), title, title, width=260, typed=title),
            Column("source", self.tr("From"), source, source, width=160),
        )
