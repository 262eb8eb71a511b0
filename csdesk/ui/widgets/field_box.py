"""A list of fields that is searched by typing, in either language, and opens at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from csdesk.models.kinds import Language
from csdesk.ui.folding import folded, sought
from csdesk.wording.intake import field_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QShowEvent

_FOUND_BY = Qt.ItemDataRole.UserRole + 1
_ROWS = 14


class FieldBox(QComboBox):
    """`activated` tells that one was taken; its data is the field."""

    def __init__(self, fields: Iterable[str], word: Callable[[str], str], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.setMaxVisibleItems(_ROWS)
        for place, field in enumerate(fields):
            self.addItem(word(field), field)
            self.setItemData(place, _searched(field, word(field)), _FOUND_BY)
        self._finder = _FieldFinder(self)
        self._finder.activated.connect(self._take)
        self.setCompleter(self._finder)
        if line := self.lineEdit():
            line.returnPressed.connect(self._take_first)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.list_all)

    def list_all(self) -> None:
        """Open the whole list; what is typed next narrows it."""
        if line := self.lineEdit():
            line.setFocus()
            line.selectAll()
        self._finder.setCompletionPrefix("")
        self._finder.complete()

    def _take(self) -> None:
        if popup := self._finder.popup():
            self._take_at(popup.currentIndex())

    def _take_first(self) -> None:
        """Enter after a few letters takes what fits best, unless another one is gone to."""
        popup, found = self._finder.popup(), self._finder.completionModel()
        if self._finder.completionPrefix() and not (popup and popup.currentIndex().isValid()):
            self._take_at(found.index(0, 0))

    def _take_at(self, chosen: QModelIndex) -> None:
        """The words of two fields may be the same, so the place counts."""
        found = self._finder.completionModel()
        if chosen.isValid() and isinstance(found, QAbstractProxyModel):
            place = found.mapToSource(chosen).row()
            self.setCurrentIndex(place)
            self.activated.emit(place)


class _FieldFinder(QCompleter):
    """Finds by a field's words in both languages; what is typed is folded as they are."""

    def __init__(self, box: FieldBox) -> None:
        super().__init__(box.model(), box)
        self.setCompletionRole(_FOUND_BY)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(_ROWS)

    def splitPath(self, path: str) -> list[str]:
        return [sought(path).strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data())


def _searched(field: str, word: str) -> str:
    if field in ("", "skip"):
        return folded(word)
    return folded(" ".join((word, *(field_words(field, language) for language in Language), field)))
