"""Text that an input method composes in a cell: nothing of it is lost on its way into an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

if TYPE_CHECKING:
    from csdesk.ui.rows import Index


class ComposingTable(QTableView):
    """A table whose cells take composed text as they take typed text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing: QLineEdit | None = None
        self._composed_at: QPersistentModelIndex | None = None

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Hand composition to an editor on the cell while the focus stays here, for moving it would end the
        composition and lose its first letter; with the text committed the focus follows."""
        editor = self._composing or self._begin_composing(event)
        if editor is None:
            event.ignore()
            return
        QGuiApplication.sendEvent(editor, event)
        if event.preeditString():
            return
        if editor.text():
            self._composing = None
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._close_composed()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:  # noqa: ANN401 - Qt's own signature
        if self._composing is None:
            return super().inputMethodQuery(query)
        answer = self._composing.inputMethodQuery(query)
        if query is Qt.InputMethodQuery.ImCursorRectangle:
            return answer.translated(self._composing.mapTo(self, QPoint()))
        return answer

    def currentChanged(self, current: Index, previous: Index) -> None:
        if self._composing is not None:
            self._close_composed()
        super().currentChanged(current, previous)

    def _begin_composing(self, event: QInputMethodEvent) -> QLineEdit | None:
        index = self.currentIndex()
        editable = index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        if not editable or not (event.preeditString() or event.commitString()):
            return None
        self.openPersistentEditor(index)
        editor = self.indexWidget(index)
        assert isinstance(editor, QLineEdit)
        editor.clear()
        self._composing, self._composed_at = editor, QPersistentModelIndex(index)
        return editor

    def _close_composed(self) -> None:
        """End the editor that a composition opened; it outlives its edit, for it was opened without the focus."""
        place, self._composed_at, self._composing = self._composed_at, None, None
        if place is not None and place.isValid():
            self.closePersistentEditor(self.model().index(place.row(), place.column()))
            self.setFocus()
