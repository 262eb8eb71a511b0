"""The curve of a health factor: how a raw input becomes 0 to 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from csdesk.metrics.health.scores import curve
from csdesk.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    Points = Sequence[tuple[float, float]]

_EDGE, _DOT, _POINT = 5, 3.0, 3.5
_FOOT = 18
_REACH = 12.0
"""How far off, in pixels, a point is still taken."""
_STEP = 0.01
"""The least distance of two points."""


class _Drawing:
    """Where a curve lies in a box: its raw values across, with room beyond both ends, 0 to 100 upwards. What lies far
    beyond stands at the edge, for there the curve is level."""

    def __init__(self, points: Points, box: QRectF, ends: tuple[float, float] | None = None) -> None:
        self.points = tuple(sorted(points))
        self.low, self.high = ends or (self.points[0][0], self.points[-1][0])
        margin = (self.high - self.low) * 0.15 or 1.0
        self._left, self._right, self._box = self.low - margin, self.high + margin, box

    def at(self, raw: float, value: float) -> QPointF:
        across = min(max((raw - self._left) / (self._right - self._left), 0.0), 1.0)
        return QPointF(
            self._box.left() + across * self._box.width(), self._box.bottom() - value / 100 * self._box.height()
        )

    def under(self, spot: QPointF) -> tuple[float, float]:
        """What is measured, and its value, at a spot of the box."""
        across = (spot.x() - self._box.left()) / self._box.width()
        value = (self._box.bottom() - spot.y()) / self._box.height() * 100
        return self._left + across * (self._right - self._left), min(max(value, 0.0), 100.0)

    def line(self) -> QPolygonF:
        ends = ((self._left, self.points[0][1]), *self.points, (self._right, self.points[-1][1]))
        return QPolygonF([self.at(raw, value) for raw, value in ends])


class CurveView(QWidget):
    """Points joined by straight lines, held level beyond both ends; `clicked` by mouse, Enter or Space."""

    clicked = Signal()

    def __init__(self, points: Points, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_points(points)

    def show_points(self, points: Points) -> None:
        """Show another curve."""
        self._points = tuple(points)
        said = ", ".join(f"{raw:g} → {value:g}" for raw, value in points)
        self.setAccessibleName(f"{self._name}: {said}")
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 36)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint_ground(painter, QRectF(self.rect().adjusted(0, 0, -1, -1)), focus=self.hasFocus())
        _paint_line(painter, _Drawing(self._points, QRectF(self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))))


class CurveCanvas(QWidget):
    """A curve in large with its points, and the book's own accounts as dots on it. Points are dragged: `moved` carries
    the place of one in order of what is measured, that, and its value; it stays between its neighbours."""

    moved = Signal(int, float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[tuple[float, float], ...] = ((0.0, 0.0),)
        self._raws: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 180)
        self.setMouseTracking(True)
        self._held: int | None = None
        self._ends: tuple[float, float] | None = None

    def show_curve(self, points: Points, raws: Sequence[float]) -> None:
        """Show a curve, and the raw values of the accounts."""
        self._points, self._raws = tuple(sorted(points)), tuple(raws)
        said = ", ".join(f"{raw:g} → {value:g}" for raw, value in self._points)
        self.setAccessibleName(self.tr("Curve: {points}").format(points=said))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = self._near(event.position())
            self._ends = (self._points[0][0], self._points[-1][0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            over = self._near(event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.ArrowCursor)
            return
        raw, value = self._drawing().under(event.position())
        at, points = self._held, self._points
        least = points[at - 1][0] + _STEP if at else raw
        most = points[at + 1][0] - _STEP if at + 1 < len(points) else raw
        self.moved.emit(at, round(max(least, min(raw, most)), 2), round(value))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = self._ends = None
        self.update()

    def spot(self, place: int) -> QPointF:
        """Where a point lies, by its place in order of what is measured."""
        return self._drawing().at(*self._points[place])

    def _near(self, spot: QPointF) -> int | None:
        """The point that is taken at a spot."""
        away = [(self.spot(place) - spot).manhattanLength() for place in range(len(self._points))]
        nearest = min(range(len(away)), key=away.__getitem__)
        return nearest if away[nearest] <= _REACH else None

    def _box(self) -> QRectF:
        return QRectF(self.rect().adjusted(30, 12, -12, -12 - _FOOT))

    def _drawing(self) -> _Drawing:
        """The scale stays as it is while a point is dragged."""
        return _Drawing(self._points, self._box(), self._ends)

    def paintEvent(self, _event: QPaintEvent) -> None:
        chosen = theme.tokens()
        painter = QPainter(self)
        _paint_ground(painter, QRectF(self.rect().adjusted(0, 0, -1, -1)), focus=False)
        box, drawing = self._box(), self._drawing()
        painter.setFont(theme.font(theme.SMALL))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value in (0, 50, 100):
            y = box.bottom() - value / 100 * box.height()
            painter.setPen(theme.color(chosen.line))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(theme.color(chosen.muted))
            painter.drawText(QRectF(0, y - 8, 26, 16), right, str(value))
        for raw in dict.fromkeys((drawing.low, drawing.high)):
            foot = QRectF(drawing.at(raw, 0).x() - 40, box.bottom() + 2, 80, _FOOT)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"{raw:g}")
        _paint_line(painter, drawing)
        self._paint_dots(painter, drawing)

    def _paint_dots(self, painter: QPainter, drawing: _Drawing) -> None:
        import numpy as np

        chosen = theme.tokens()
        tint = theme.color(chosen.text)
        tint.setAlphaF(0.35)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        values = curve(self._points, np.array(self._raws)) if self._raws else ()
        for raw, value in zip(self._raws, values, strict=True):
            painter.drawEllipse(drawing.at(raw, float(value)), _DOT, _DOT)
        painter.setBrush(theme.color(chosen.accent))
        for raw, value in self._points:
            at = drawing.at(raw, value)
            painter.drawRect(QRectF(at.x() - _POINT, at.y() - _POINT, 2 * _POINT, 2 * _POINT))


def _paint_ground(painter: QPainter, box: QRectF, *, focus: bool) -> None:
    chosen = theme.tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.color(chosen.accent if focus else chosen.line))
    painter.setBrush(theme.color(chosen.surface))
    painter.drawRoundedRect(box, 4, 4)


def _paint_line(painter: QPainter, drawing: _Drawing) -> None:
    painter.setPen(QPen(theme.color(theme.tokens().accent), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(drawing.line())
