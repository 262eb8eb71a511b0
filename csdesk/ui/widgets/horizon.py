"""How far ahead CMRR looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.ui.widgets.choice import Choice
from csdesk.usecases.revenue import HORIZONS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HorizonChoice(Choice):
    """The usual numbers of days, and beside them any other that the book's rules hold."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__((), name, parent)
        for days in HORIZONS:
            self._offer(days)

    @property
    def days(self) -> int:
        """The number of days chosen."""
        return int(str(self.key))

    def choose(self, key: object) -> None:
        if self.findData(key) < 0:
            self._offer(int(str(key)))
        super().choose(key)

    def _offer(self, days: int) -> None:
        self.addItem(self.tr("{n} days ahead").format(n=days), days)
