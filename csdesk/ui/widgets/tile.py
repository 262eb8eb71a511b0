"""One figure in large type, that opens where it comes from when clicked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from csdesk.ui import theme
from csdesk.ui.rows import Tone

_PAD = 12


class FigureTile(QWidget):
    """A label, a figure, the change to the period before and a note ('n = 12', an interval, why there is none).

    `clicked` carries the measure given with the figure; Enter and Space click it too.
    """

    clicked = Signal(object)

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._figure, self._change, self._note = label, "", "", ""
        self._tone = Tone.PLAIN
        self._good = False
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
        note: str = "",
        change: str = "",
        good: bool | None = None,
        measure: object = None,
    ) -> None:
        """Show a figure. `good` colours the change: better, worse, or neither; `measure` makes the tile open it."""
        self._label, self._figure, self._note, self._change = label, figure, note, change
        self._good = bool(good)
        self._tone = Tone.PLAIN if good is None or good else Tone.BAD
        self._measure = measure
        self.setCursor(Qt.CursorShape.PointingHandCursor if measure is not None else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(" ".join(filter(None, (label, figure, change, note))))
        self.setToolTip(" · ".join(filter(None, (label, figure, change, note))))
        self.update()

    @property
    def figure(self) -> str:
        """The figure as shown."""
        return self._figure

    def sizeHint(self) -> QSize:
        return QSize(168, 84)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 84)

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        chosen = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        opens = self._measure is not None
        painter.setPen(theme.color(chosen.accent if self.hasFocus() or (self._over and opens) else chosen.line))
        painter.setBrush(theme.color(chosen.raised))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.RADIUS, theme.RADIUS)
        width = self.width() - 2 * _PAD
        self._line(painter, 8, 18, theme.font(), chosen.muted, self._label)
        self._line(painter, 27, 30, self._figure_font(width), chosen.text, self._figure)
        painter.setFont(theme.font(theme.SMALL))
        tint = chosen.good if self._good else chosen.bad if self._tone is Tone.BAD else chosen.muted
        used = painter.fontMetrics().horizontalAdvance(self._change) + 8 if self._change else 0
        self._line(painter, 59, 18, theme.font(theme.SMALL), tint, self._change)
        self._line(painter, 59, 18, theme.font(theme.SMALL), chosen.muted, self._note, left=used)

    def _figure_font(self, width: int) -> QFont:
        size = theme.FIGURE
        while size > theme.BASE and QFontMetrics(theme.font(size, strong=True)).horizontalAdvance(self._figure) > width:
            size -= 1
        return theme.font(size, strong=True)

    def _line(
        self, painter: QPainter, top: int, height: int, font: QFont, tint: str, text: str, *, left: int = 0
    ) -> None:
        painter.setFont(font)
        painter.setPen(theme.color(tint))
        box = self.rect().adjusted(_PAD + left, 0, -_PAD, 0)
        box.setTop(top)
        box.setHeight(height)
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)

    def _open(self) -> None:
        if self._measure is not None:
            self.clicked.emit(self._measure)
