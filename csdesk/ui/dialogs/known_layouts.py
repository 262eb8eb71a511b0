"""How tables of a shape are matched, as remembered: renamed, corrected by column, forgotten."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from csdesk.ui import theme
from csdesk.ui.rows import ROW_ROLE, Column, Found, RowsModel, Tone, Typed
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.column_fields import FieldDelegate
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.to_read import DialogToRead
from csdesk.usecases.import_fields import LEFT_OUT, OWN_COLUMN, as_remembered
from csdesk.wording.intake import field_words, kind_words
from csdesk.wording.speech import moment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings
    from csdesk.ui.rows import Index
    from csdesk.usecases.books import Book
    from csdesk.usecases.importing import ColumnMatch
    from csdesk.usecases.known_layouts import KnownLayout

_SIZE, _SEEN = QSize(820, 560), 6


class KnownLayouts(DialogToRead):
    """Every change is a step that can be undone."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._not_taken = {OWN_COLUMN: self.tr("(keep as a column of its own)"), LEFT_OUT: self.tr("(leave out)")}
        self.setWindowTitle(self.tr("Remembered matchings"))
        self.resize(_SIZE)
        self._said = muted("", self)
        self.layouts: RowsModel[KnownLayout] = RowsModel(self._layout_columns(), self)
        self.layouts.edited.connect(self._rename)
        self.list = SheetView(self.layouts, self.windowTitle(), self)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.columns: RowsModel[ColumnMatch] = RowsModel(
            self._column_columns(), self, identity=lambda row: row.column.heading
        )
        self.fields = SheetView(self.columns, self.tr("Columns of the table"), self)
        self._delegate = FieldDelegate(self._offered, self._word, self)
        self._delegate.chosen.connect(self._change)
        self.fields.setItemDelegateForColumn(1, self._delegate)
        self.fields.clicked.connect(lambda index: self.fields.edit(index) if index.column() == 1 else None)
        self.forget = QPushButton(self.tr("Forget"), self)
        self.forget.clicked.connect(self._forget)
        self.list.setFixedHeight(self.list.horizontalHeader().sizeHint().height() + _SEEN * theme.ROW)
        self.lay_out(self._said, self.list, self.fields, ways=(self.forget,))
        around.desk.changed.connect(self._ask)
        self._ask()

    def show_layouts(self, layouts: tuple[KnownLayout, ...]) -> None:
        """List them, the one chosen last first."""
        self.list.show_found(Found.unsearched(layouts))
        for widget in (self.list, self.fields, self.forget):
            widget.setVisible(bool(layouts))
        words = self.tr(
            "Files of the same shape are matched as they were the last time. Rename, correct or forget that here; "
            "what has been imported stays as it is."
        )
        nothing = self.tr("Nothing is remembered yet. How the columns of a file are taken is kept when it is imported.")
        self._said.setText(words if layouts else nothing)
        if layouts and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.layouts.index(0, 0))
        self._show_current()

    # -- what is looked at -----------------------------------------------------------------------------------------

    def _ask(self) -> None:
        def question(book: Book) -> tuple[KnownLayout, ...]:
            from csdesk.usecases.known_layouts import known_layouts

            return known_layouts(book)

        self._around.desk.ask(self, question, self.show_layouts)

    def _current(self) -> KnownLayout | None:
        index = self.list.currentIndex()
        layout: KnownLayout | None = index.data(ROW_ROLE) if index.isValid() else None
        return layout

    def _show_current(self, _current: Index | None = None, _previous: Index | None = None) -> None:
        layout = self._current()
        fields = layout.fields if layout else {}
        columns = [as_remembered(heading, field) for heading, field in fields.items()]
        self.fields.show_found(Found.unsearched(columns))

    # -- changing --------------------------------------------------------------------------------------------------

    def _change(self, chosen: tuple[str, str]) -> None:
        from csdesk.usecases.known_layouts import change_layout

        if layout := self._current():
            self._do(lambda book: change_layout(book, layout, *chosen))

    def _rename(self, typed: Sequence[Typed[KnownLayout]]) -> None:
        from csdesk.usecases.known_layouts import rename_layout

        for edit in typed:
            self._do(partial(rename_layout, layout=edit.row, name=edit.text))

    def _forget(self) -> None:
        from csdesk.usecases.known_layouts import forget_layouts

        if chosen := self.list.rows_chosen():
            self._do(lambda book: forget_layouts(book, chosen))

    def _do(self, action: Callable[[Book], Changes]) -> None:
        window = self._around.window
        self._around.desk.do(self, action, window.say_step, window.complain)

    # -- building --------------------------------------------------------------------------------------------------

    def _layout_columns(self) -> list[Column[KnownLayout]]:
        language = self._around.window.language

        def name(layout: KnownLayout) -> str:
            return layout.name

        def kind(layout: KnownLayout) -> str:
            return kind_words(layout.kind, language)

        def when(layout: KnownLayout) -> str:
            return moment(layout.at, language) if layout.at else ""

        def count(layout: KnownLayout) -> str:
            return f"{len(layout.fields):,}"

        return [
            Column("name", self.tr("Name (rename it here)"), name, name, width=260, typed=name),
            Column("kind", self.tr("Found as"), kind, kind, width=150),
            Column("count", self.tr("Columns"), lambda row: len(row.fields), count, width=70, tone=_quiet),
            Column("at", self.tr("Chosen"), lambda row: row.at, when, width=150, tone=_quiet),
            Column("who", self.tr("Who"), lambda row: row.who, lambda row: row.who, width=110, tone=_quiet),
        ]

    def _column_columns(self) -> list[Column[ColumnMatch]]:
        def heading(row: ColumnMatch) -> str:
            return row.column.heading

        def field(row: ColumnMatch) -> str:
            return self._word(row.field)

        return [
            Column("heading", self.tr("Column"), heading, heading, width=280),
            Column("field", self.tr("Taken for"), field, field, width=320, typed=field),
        ]

    def _word(self, field: str) -> str:
        return self._not_taken.get(field) or field_words(field, self._around.window.language)

    def _offered(self, match: ColumnMatch) -> tuple[str, ...]:
        from csdesk.usecases.import_fields import fields_offered

        layout = self._current()
        return fields_offered(match, layout.kind) if layout else ()


def _quiet(_layout: KnownLayout) -> Tone:
    return Tone.QUIET
