"""The dated events that charts show, as a sheet: typed over, added, deleted; each is one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from csdesk.ui.rows import Column, Found, RowsModel, Typed
from csdesk.ui.widgets.edited_part import EditedPart
from csdesk.ui.widgets.part import titled_row
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.markers import Marker, MarkerEdit, delete_markers, edit_markers, markers
from csdesk.wording.kinds import MARKERS
from csdesk.wording.speech import day, look_up

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings

_HEIGHT = 150


class MarkersPart(EditedPart):
    """Asks and changes by itself; whoever holds it calls `refresh` when events have changed, and opens the dialog for
    one when it is `wanted`."""

    wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, delete_markers, parent)
        self._model: RowsModel[Marker] = RowsModel(self._columns(), self)
        nothing = self.tr("No marker yet. Add a release or a change of price to see what was different after it.")
        self._hold(self._model, SheetView(self._model, self.tr("Markers"), self), _HEIGHT, nothing)
        self._model.edited.connect(self._edit)
        add = QPushButton(self.tr("Add marker"), self)
        add.clicked.connect(self._want)
        note = self.tr("Releases, prices, positioning: dashed lines on every chart over time.")
        head, _ = titled_row(self, self.tr("Markers"), add, self.delete, note=note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.sheet)

    def refresh(self) -> None:
        """Ask again."""
        self._around.desk.ask(self, markers, self.show_markers)

    def show_markers(self, rows: tuple[Marker, ...]) -> None:
        """Show these events."""
        columns = self._columns()
        self._show(Found.of(columns, rows), columns)

    def _want(self) -> None:
        self.wanted.emit()

    def _edit(self, typed: tuple[Typed[Marker], ...]) -> None:
        edits = tuple(MarkerEdit(cell.row.id, cell.key, cell.text) for cell in typed)
        self._do(lambda book: edit_markers(book, edits))

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
