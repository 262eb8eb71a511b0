"""Grey bars that keep the place of what is still being read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from csdesk.ui import theme

_BAR, _SHARES = 10, (0.62, 0.48, 0.7, 0.4, 0.56)


class Skeleton(QWidget):
    """Rows of bars at the height of table rows; still, for a moment's wait needs no motion."""

    def __init__(self, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setAccessibleName(self.tr("Loading"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(theme.tokens().line, 120))
        for row in range(self._rows):
            width = self.width() * _SHARES[row % len(_SHARES)]
            painter.drawRoundedRect(QRectF(6, row * theme.ROW + 8, width, _BAR), 4, 4)
