"""A list of the book's rows with a button that deletes the chosen ones; each change is a step.

Where there are no rows a sentence says how to begin, and the list takes no room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QWidget

from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.table_copies import TableCopies

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings
    from csdesk.ui.rows import Column, Found, RowsModel
    from csdesk.ui.widgets.sheet import SheetView
    from csdesk.usecases.books import Book


class EditedPart(QWidget):
    """Subclasses `_hold` their sheet, and lay out `delete` where it belongs; `deletes` takes the ids of rows."""

    def __init__(
        self,
        around: Surroundings,
        deletes: Callable[[Book, tuple[int, ...]], Changes],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around, self._deletes = around, deletes
        self.delete = QPushButton(self.tr("Delete"), self)
        self.delete.setEnabled(False)
        self.delete.clicked.connect(self._delete)

    def _hold(self, model: RowsModel[Any], sheet: SheetView, height: int, nothing: str = "") -> None:
        self._edited = model
        self.sheet, self.nothing = sheet, muted(nothing, self)
        self.nothing.hide()
        sheet.setFixedHeight(height)
        TableCopies(self._around, sheet)
        sheet.chosen.connect(lambda rows: self.delete.setEnabled(bool(rows)))

    def _show(self, found: Found[Any], columns: Sequence[Column[Any]] | None = None) -> None:
        self.sheet.show_found(found, columns)
        self.sheet.setVisible(bool(found.rows))
        self.nothing.setVisible(not found.rows)

    def _do(self, action: Callable[[Book], Changes]) -> None:
        self._around.desk.do(self, action, self._around.window.say_step, self._refused)

    def _delete(self) -> None:
        chosen, deletes = tuple(row.id for row in self.sheet.rows_chosen()), self._deletes
        if chosen:
            said = self._around.window.say_deleted
            self._around.desk.do(self, lambda book: deletes(book, chosen), said, self._refused)

    def _refused(self, error: Exception) -> None:
        self._edited.forget_typed()
        self._around.window.complain(error)
