"""The views of a table as tabs: those that come with csdesk, then those the team saved in the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QMenu, QTabBar, QWidget

from csdesk.ui.plain import literal, tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.usecases.views import SavedView


class ViewTabs(QTabBar):
    """`turned` carries the key of a fixed view, or the `SavedView`; `unwanted` a `SavedView` to be deleted."""

    turned = Signal(object)
    unwanted = Signal(object)

    def __init__(self, fixed: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fixed = [key for key, _ in fixed]
        self._saved: tuple[SavedView, ...] = ()
        self.setAccessibleName(self.tr("Views"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for _, word in fixed:
            self.addTab(word)
        self.currentChanged.connect(lambda place: self.turned.emit(self._view_at(place)))
        self.customContextMenuRequested.connect(self._offer)

    @property
    def chosen(self) -> str | SavedView:
        """The view in front: the key of a fixed one, or the saved one."""
        return self._view_at(self.currentIndex())

    def show_saved(self, views: Sequence[SavedView], turn_to: str = "") -> None:
        """Show these behind the fixed ones, and turn to the one of a name; one that is gone gives way to the first."""
        present = self.chosen
        before = present if isinstance(present, str) else present.name
        with QSignalBlocker(self):
            while self.count() > len(self._fixed):
                self.removeTab(self.count() - 1)
            self._saved = tuple(views)
            for saved in self._saved:
                place = self.addTab(literal(saved.name))
                self.setTabToolTip(place, tip(self.tr("{name}: right-click to delete it").format(name=saved.name)))
            known = turn_to in {saved.name for saved in self._saved}
            wanted = turn_to if known else before
            self.setCurrentIndex(self._place(wanted, saved=known or not isinstance(present, str)))
        if self.chosen != present:
            self.turned.emit(self.chosen)

    def menu(self, saved: SavedView) -> QMenu:
        """What can be done with a saved view."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        word = self.tr("Delete view “{name}”").format(name=literal(saved.name))
        made.addAction(word, lambda: self.unwanted.emit(saved))
        return made

    def _place(self, name: str, *, saved: bool) -> int:
        if not saved:
            return self._fixed.index(name)
        return next((len(self._fixed) + at for at, view in enumerate(self._saved) if view.name == name), 0)

    def _view_at(self, place: int) -> str | SavedView:
        fixed = len(self._fixed)
        return self._fixed[max(place, 0)] if place < fixed else self._saved[place - fixed]

    def _offer(self, at: QPoint) -> None:
        place = self.tabAt(at)
        chosen = self._view_at(place if place >= 0 else self.currentIndex())
        if not isinstance(chosen, str):
            self.menu(chosen).popup(self.mapToGlobal(at))
