"""A small curve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from csdesk.ui import theme
from csdesk.ui.plain import tip
from csdesk.ui.widgets.cells import paint_spark

if TYPE_CHECKING:
    from collections.abc import Sequence


class Sparkline(QWidget):
    """A curve through values, its last one dotted."""

    def __init__(self, values: Sequence[float], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = tuple(values)
        self.setAccessibleName(name)
        self.setToolTip(tip(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_values(self, values: Sequence[float]) -> None:
        """Show other values."""
        self._values = tuple(values)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_spark(QPainter(self), self.rect(), self._values, theme.tokens().accent)
