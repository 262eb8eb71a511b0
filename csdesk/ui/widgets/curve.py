"""The curve of a health factor: how a raw input becomes 0 to 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from csdesk.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_EDGE = 5


class CurveView(QWidget):
    """Points joined by straight lines, held level beyond both ends."""

    def __init__(self, points: Sequence[tuple[float, float]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = tuple(points)
        said = ", ".join(f"{raw:g} → {value:g}" for raw, value in points)
        self.setAccessibleName(f"{name}: {said}")
        self.setToolTip(said)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(120, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        chosen = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color(chosen.line))
        painter.setBrush(theme.color(chosen.surface))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.setPen(QPen(theme.color(chosen.accent), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(self._line()))

    def _line(self) -> list[QPointF]:
        left, right = self._points[0][0], self._points[-1][0]
        margin = (right - left) * 0.15 or 1.0
        low, high = left - margin, right + margin
        ends = ((low, self._points[0][1]), *self._points, (high, self._points[-1][1]))
        width, height = self.width() - 2 * _EDGE, self.height() - 2 * _EDGE
        return [
            QPointF(_EDGE + (raw - low) / (high - low) * width, _EDGE + (1 - value / 100) * height)
            for raw, value in ends
        ]
