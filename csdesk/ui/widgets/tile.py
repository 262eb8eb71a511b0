"""One figure in large type, that opens where it comes from when clicked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from csdesk.ui import theme
from csdesk.ui.plain import tip

PAD = 12
"""Room at both sides of a tile's words."""
_LABEL, _FIGURE, _SMALL, _LINE, _FOOT = 8, 27, 59, 16, 9
"""Tops of label, figure and small lines, the height of a small line, and the room below the last."""
_BETWEEN, _ARROW, _SIDE = 8, 11, 7
"""Pixels between parts of a small line, the place an arrow takes before its words, and its size."""


class FigureTile(QWidget):
    """A label with its period, a figure, the change to the period before and a note ('n = 12', an interval, why there
    is none).

    Nothing that can be said in full is cut: a period that has no room beside the label goes below the figure, and what
    stands there takes another line. `clicked` carries the measure given with the figure; Enter and Space click it too.
    """

    clicked = Signal(object)

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._period, self._figure, self._change, self._note = label, "", "", "", ""
        self._good: bool | None = None
        self._rises: bool | None = None
        self._lines = 1
        self._over = False
        self._measure: object = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(label)

    def show_figure(
        self,
        label: str,
        figure: str,
        *,
        period: str = "",
        note: str = "",
        change: str = "",
        rises: bool | None = None,
        good: bool | None = None,
        measure: object = None,
        aside: str = "",
    ) -> None:
        """Show a figure. `rises` gives the change its arrow, `good` its colour and word: better, worse, or neither; two
        spaces part what of the note may go to another line; `measure` makes the tile open it; `aside` is said in its
        tip alone."""
        self._label, self._period, self._figure, self._note = label, period, figure, note
        self._good, self._rises = good, rises
        self._change = " ".join(filter(None, (change, self._judged())))
        self._measure = measure
        self.setCursor(Qt.CursorShape.PointingHandCursor if measure is not None else Qt.CursorShape.ArrowCursor)
        said = tuple(filter(None, (self._titled(), figure, self._change, note)))
        self.setAccessibleName(" ".join(said))
        self.setToolTip(tip("\n".join(filter(None, (" · ".join(said), aside)))))
        self.update()

    @property
    def figure(self) -> str:
        """The figure as shown."""
        return self._figure

    def lines_needed(self, width: int) -> int:
        """How many small lines the tile needs at that width."""
        return max(1, len(self._small_lines(width - 2 * PAD, apart=False)))

    def set_lines(self, lines: int) -> None:
        """Keep room for so many small lines; tiles of a row are equally high."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(168, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        self.update()
        super().leaveEvent(event)

    # -- what stands where -----------------------------------------------------------------------------------------

    def _height(self) -> int:
        return _SMALL + self._lines * _LINE + _FOOT

    def _judged(self) -> str:
        if self._good is None:
            return ""
        return self.tr("better") if self._good else self.tr("worse")

    def _titled(self) -> str:
        return " · ".join(filter(None, (self._label, self._period)))

    def _has_room_for_period(self, width: int) -> bool:
        return QFontMetrics(theme.font()).horizontalAdvance(self._titled()) <= width

    def _small_lines(self, width: int, *, apart: bool) -> list[list[str]]:
        """The parts of each small line; `apart` leaves the change a line of its own, as its neighbours do."""
        parts = self._note.split("  ") if self._note else []
        if self._period and not self._has_room_for_period(width):
            parts.insert(0, self._period)
        whole = [part for part in (self._change, *parts) if part]
        if not apart and self._advance(whole) <= width:
            return [whole] if whole else []
        lines: list[list[str]] = [[self._change]] if self._change else []
        for part in parts:
            if not lines or lines[-1] == [self._change] or self._advance([*lines[-1], part]) > width:
                lines.append([])
            lines[-1].append(part)
        return lines

    def _advance(self, parts: list[str]) -> int:
        metrics = QFontMetrics(theme.font(theme.SMALL))
        arrow = _ARROW if parts and parts[0] == self._change and self._rises is not None else 0
        return sum(map(metrics.horizontalAdvance, parts)) + _BETWEEN * max(0, len(parts) - 1) + arrow

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        chosen, width = theme.tokens(), self.width() - 2 * PAD
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.hasFocus() or (self._over and self._measure is not None)
        painter.setPen(theme.color(chosen.accent if hot else chosen.line))
        painter.setBrush(theme.color(chosen.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)
        title = self._titled() if self._has_room_for_period(width) else self._label
        self._write(painter, QRect(PAD, _LABEL, width, 18), _fitting(title, width), chosen.muted, title)
        figure = _fitting(self._figure, width, theme.FIGURE, strong=True)
        self._write(painter, QRect(PAD, _FIGURE, width, 30), figure, chosen.text, self._figure)
        for place, parts in enumerate(self._small_lines(width, apart=self._lines > 1)):
            self._write_small(painter, QRect(PAD, _SMALL + place * _LINE, width, _LINE), parts)

    def _write_small(self, painter: QPainter, box: QRect, parts: list[str]) -> None:
        chosen, font, left = theme.tokens(), theme.font(theme.SMALL), 0
        for part in parts:
            tint = chosen.muted
            if part == self._change and self._good is not None:
                tint = chosen.good if self._good else chosen.bad
            if part == self._change and self._rises is not None:
                _paint_arrow(
                    painter, QRectF(box.left(), box.center().y() - _SIDE / 2 + 1, _SIDE, _SIDE), tint, up=self._rises
                )
                left += _ARROW
            self._write(painter, box.adjusted(left, 0, 0, 0), font, tint, part)
            left += painter.fontMetrics().horizontalAdvance(part) + _BETWEEN

    def _write(self, painter: QPainter, box: QRect, font: QFont, tint: str, text: str) -> None:
        painter.setFont(font)
        painter.setPen(theme.color(tint))
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)

    def _open(self) -> None:
        if self._measure is not None:
            self.clicked.emit(self._measure)


def _fitting(text: str, width: int, size: int = theme.BASE, *, strong: bool = False) -> QFont:
    """The font of that size, or smaller where the text would be cut otherwise."""
    while size > theme.SMALL and QFontMetrics(theme.font(size, strong=strong)).horizontalAdvance(text) > width:
        size -= 1
    return theme.font(size, strong=strong)


def _paint_arrow(painter: QPainter, box: QRectF, tint: str, *, up: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(tint))
    middle = box.center().x()
    if up:
        painter.drawPolygon(QPolygonF([QPointF(middle, box.top()), box.bottomRight(), box.bottomLeft()]))
    else:
        painter.drawPolygon(QPolygonF([QPointF(middle, box.bottom()), box.topRight(), box.topLeft()]))
