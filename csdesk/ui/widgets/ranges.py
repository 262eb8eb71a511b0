"""Rectangles of cells: copied to the clipboard, pasted from it, filled down and emptied, each as one step."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from csdesk.ui.rows import Look, RowsModel
from csdesk.ui.widgets.composing import ComposingTable
from csdesk.ui.widgets.sheet_columns import SheetColumns
from csdesk.ui.widgets.sheet_header import SheetHeader
from csdesk.ui.widgets.sheet_places import ranges_of
from csdesk.usecases.clipped import clipped_cells

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class RangeTable(ComposingTable):
    """A table over a `RowsModel`, whose cells are worked on by ranges. `left_over` tells how many pasted cells had no
    place or may not be edited. `columns` are its columns as the person arranged them."""

    left_over = Signal(int)

    def __init__(self, model: RowsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setHorizontalHeader(SheetHeader(model, self))
        self.columns = SheetColumns(self, model)

    def room(self) -> int:
        """How wide the columns may be together."""
        return self.viewport().width()

    def copy(self) -> None:
        """Put the selected range on the clipboard as a spreadsheet would."""
        box = self._box()
        if box is None:
            return
        rows, columns = box
        picked = [[self._rows.text_to_edit(row, column) for column in columns] for row in rows]
        out = io.StringIO()
        csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(picked)
        QGuiApplication.clipboard().setText(out.getvalue().removesuffix("\n"))

    def paste(self) -> None:
        """Type the clipboard's range into the cells from the first selected on; one value fills the selection."""
        block = clipped_cells(QGuiApplication.clipboard().text())
        box = self._box()
        if not block or box is None:
            return
        rows, columns = box
        if len(block) == 1 and len(block[0]) == 1:
            cells = [(row, column, block[0][0]) for row in rows for column in columns]
        else:
            cells = self._laid_out(block, rows[0], columns[0])
        taken = self._rows.change(cells)
        asked = sum(map(len, block)) if len(block) > 1 or len(block[0]) > 1 else len(cells)
        if asked > taken:
            self.left_over.emit(asked - taken)

    def fill_down(self) -> None:
        """Copy the first selected row into those below it."""
        box = self._box()
        if box is not None:
            (first, *rest), columns = box
            self._rows.change(
                [(row, column, self._rows.text_to_edit(first, column)) for column in columns for row in rest]
            )

    def clear_cells(self) -> None:
        """Empty the selected cells that are seen and may be edited; names stay: without one no account is found."""
        emptied = {
            place
            for place, column in enumerate(self._rows.columns)
            if column.look is not Look.NAME and self.columns.is_seen(place)
        }
        places = [(index.row(), index.column()) for index in self.selectionModel().selection().indexes()]
        self._rows.change([(row, column, "") for row, column in places if column in emptied])

    def _laid_out(self, block: list[list[str]], top: int, left: int) -> list[tuple[int, int, str]]:
        header = self.horizontalHeader()
        start = header.visualIndex(left)
        seen = [header.logicalIndex(place) for place in range(start, header.count())]
        seen = [place for place in seen if self.columns.is_seen(place)]
        return [
            (top + down, place, text)
            for down, line in enumerate(block)
            for place, text in zip(seen, line, strict=False)
        ]

    def _box(self) -> tuple[list[int], list[int]] | None:
        """Rows, and shown columns as the person sees them, of the rectangle around the selection."""
        parts = [part for part in ranges_of(self.selectionModel()) if part.isValid()]
        if not parts:
            return None
        header = self.horizontalHeader()
        rows = list(range(min(part.top() for part in parts), max(part.bottom() for part in parts) + 1))
        columns = {
            place for part in parts for place in range(part.left(), part.right() + 1) if self.columns.is_seen(place)
        }
        return (rows, sorted(columns, key=header.visualIndex)) if columns else None
