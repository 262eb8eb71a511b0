"""The columns of a table and the fields they are taken for, to be corrected by choosing from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, Signal

from csdesk.ui.rows import ROW_ROLE, Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.cells import CellDelegate
from csdesk.ui.widgets.field_box import FieldBox
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.import_fields import LEFT_OUT, OWN_COLUMN, rivals
from csdesk.wording.intake import field_words
from csdesk.wording.speech import percent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from csdesk.models.kinds import Language
    from csdesk.ui.rows import Index
    from csdesk.usecases.importing import ColumnMatch

_SURE = 0.7
"""Confidence below which the person is asked to look."""


class ColumnFields(SheetView):
    """One row a column of the table. `rematched` carries (heading, field) when another field is chosen.

    `offered` gives the fields that a column may be taken for.
    """

    rematched = Signal(object)

    def __init__(
        self, language: Language, offered: Callable[[ColumnMatch], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        self._language = language
        self._asked: Mapping[str, str] = {}
        self._rivals: Mapping[str, tuple[str, str]] = {}
        self._not_taken = {
            OWN_COLUMN: self.tr("(keep as a column of its own)"),
            LEFT_OUT: self.tr("(leave out)"),
        }
        columns: list[Column[ColumnMatch]] = [
            Column(
                "heading", self.tr("Column"), lambda row: row.column.heading, lambda row: row.column.heading, width=180
            ),
            Column("cell", self.tr("Cell"), lambda row: row.column.cell, lambda row: row.column.cell, width=64),
            Column("samples", self.tr("Values"), _samples, _samples, width=300, tone=lambda _row: Tone.QUIET),
            Column(
                "field",
                self.tr("Taken for"),
                self.name_of,
                self.name_of,
                width=240,
                typed=self.name_of,
                tone=self._tone,
            ),
            Column("confidence", self.tr("Certainty"), _confidence, self._sure, Look.NUMBER, width=90, tone=self._tone),
            Column("remark", self.tr("Remarks"), self._remark, self._remark, width=300, tone=self._tone),
        ]
        self._model: RowsModel[ColumnMatch] = RowsModel(columns, identity=lambda row: row.column.letter)
        super().__init__(self._model, self.tr("Columns of the table"), parent)
        self._model.setParent(self)
        self._fields = FieldDelegate(offered, self._word, self)
        self._fields.chosen.connect(self.rematched)
        self.setItemDelegateForColumn(3, self._fields)
        self.clicked.connect(self._edit_field)

    def show_columns(self, columns: Sequence[ColumnMatch], asked: Mapping[str, str] | None = None) -> None:
        """Show these columns. `asked`: by letter, the missing field that a column which was not taken may be."""
        self._asked = asked or {}
        self._rivals = rivals(columns)
        self.show_found(Found.of(self._model.columns, columns))
        first = next((at for at, row in enumerate(self._model.rows_shown()) if row.column.letter in self._asked), -1)
        if first >= 0 and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(first, 3))

    def name_of(self, row: ColumnMatch) -> str:
        """What the column is taken for, in words; the question where it may be what is missing."""
        asked = self._asked.get(row.column.letter)
        if asked and row.field in self._not_taken:
            return self.tr("▲ is this the {field}? Choose").format(field=field_words(asked, self._language))
        return self._word(row.field)

    def _word(self, field: str) -> str:
        return self._not_taken.get(field) or field_words(field, self._language)

    def _edit_field(self, index: QModelIndex) -> None:
        if self._model.columns[index.column()].key == "field":
            self.edit(index)

    def _sure(self, row: ColumnMatch) -> str:
        return percent(row.confidence, 0) if row.field not in self._not_taken else ""

    def _remark(self, row: ColumnMatch) -> str:
        """What a person should know of how the column is taken."""
        if row.column.letter in self._rivals:
            field, heading = self._rivals[row.column.letter]
            words = field_words(field, self._language)
            return self.tr("{field} is taken from “{column}”").format(field=words, column=heading)
        if row.field in self._not_taken:
            return ""
        return self.tr("please look") if row.confidence < _SURE else ""

    def _tone(self, row: ColumnMatch) -> Tone:
        if row.field in self._not_taken:
            return Tone.WARN if row.column.letter in self._asked else Tone.QUIET
        return Tone.PLAIN if row.confidence >= _SURE else Tone.WARN


class FieldDelegate(CellDelegate):
    """Edits a field by a list that opens at once. `chosen` carries (heading, field)."""

    chosen = Signal(object)

    def __init__(
        self, offered: Callable[[ColumnMatch], Sequence[str]], word: Callable[[str], str], parent: QObject
    ) -> None:
        super().__init__(parent=parent)
        self._offered = offered
        self._word = word

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        row: ColumnMatch = index.data(ROW_ROLE)
        box = FieldBox(self._offered(row), self._word, row.column.heading, parent)
        box.activated.connect(lambda: self._take(box, row))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, FieldBox)
        row: ColumnMatch = index.data(ROW_ROLE)
        editor.setCurrentIndex(editor.findData(row.field))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Leave the model alone: what was chosen comes back with the table matched anew."""

    def _take(self, box: FieldBox, row: ColumnMatch) -> None:
        field = box.currentData(Qt.ItemDataRole.UserRole)
        self.closeEditor.emit(box)
        if field != row.field:
            self.chosen.emit((row.column.heading, field))


def _samples(row: ColumnMatch) -> str:
    return " · ".join(row.samples)


def _confidence(row: ColumnMatch) -> float:
    return row.confidence if row.field else -1.0
