"""What figures are split by: one choice that every page of figures shares, so that it stays put from page to page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from csdesk.ui.widgets.choice import Choice
from csdesk.wording.metrics import DIMENSIONS, dimension_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings


class SplitChoice(Choice):
    """Every dimension there is, the book's own columns last; choosing one changes the scope of the whole window."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        self._desk, self._frame = around.desk, around.window
        super().__init__([], "", parent)
        self.setAccessibleName(self.tr("Split by"))
        self.setToolTip(self.tr("Split the figures of every page by this"))
        self._fill(())
        self.currentIndexChanged.connect(self._tell)

    def follow(self) -> None:
        """Show what the window's figures are split by, and ask for the book's own columns."""
        from csdesk.usecases.figures import own_dimensions

        self._desk.ask(self, own_dimensions, self._fill)

    def _fill(self, own: tuple[str, ...]) -> None:
        named = [(key, dimension_name(key, self._frame.language)) for key in (*DIMENSIONS, *own)]
        self.offer([("", self.tr("Not split")), *named], self._frame.scope.by)

    def _tell(self) -> None:
        self._frame.set_scope(replace(self._frame.scope, by=str(self.key or "")))
