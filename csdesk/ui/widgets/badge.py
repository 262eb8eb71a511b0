"""Health in one word: colour, shape and word together."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from csdesk.models.kinds import Band, Language
from csdesk.ui import theme
from csdesk.wording.health import banded_text

_SIDE, _GAP, _PAD = 9, 5, 8


def paint_band(painter: QPainter, rect: QRect, band: Band, text: str) -> None:
    """Shape and text side by side, centred upright in the rectangle, in the band's colour."""
    tint = theme.color(theme.tokens().band(band))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shape(painter, QRectF(rect.left(), rect.center().y() - _SIDE / 2 + 0.5, _SIDE, _SIDE), band)
    painter.setPen(tint)
    words = rect.adjusted(_SIDE + _GAP, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
    painter.restore()


def paint_shape(painter: QPainter, box: QRectF, band: Band) -> None:
    """The band's shape alone: disc, triangle, square, ring."""
    tint = theme.color(theme.tokens().band(band))
    painter.setPen(tint)
    painter.setBrush(Qt.BrushStyle.NoBrush if band is Band.UNKNOWN else tint)
    if band is Band.YELLOW:
        top = QPointF(box.center().x(), box.top())
        painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
    elif band is Band.RED:
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.drawEllipse(box)


class BandBadge(QWidget):
    """A health band as a small label, with the score before the word where there is one."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._band = Band.UNKNOWN
        self._text = banded_text(None, Band.UNKNOWN, language)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_band(self, band: Band, score: float | None = None, *, by_hand: bool = False) -> None:
        """Show a band, the score where there is one, and whether a person said it."""
        self._band, self._text = band, banded_text(score, band, self._language, by_hand=by_hand)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + _SIDE + _GAP + 2 * _PAD, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(theme.tokens().band_tint(self._band)))
        painter.drawRoundedRect(self.rect(), 11, 11)
        paint_band(painter, self.rect().adjusted(_PAD, 0, 0, 0), self._band, self._text)
