"""A chart in the window: drawn on the bench, shown as a picture that answers pointer and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from csdesk.charts.paper import picture
from csdesk.ui import theme
from csdesk.ui.plain import tip
from csdesk.ui.widgets.chart_copies import ChartCopies, image_of, load_drawing, style_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.charts.paper import Box, Picture
    from csdesk.charts.records import Draw
    from csdesk.ui.desk import Progress
    from csdesk.ui.page import Surroundings

_RESIZE_REST = 90
"""Milliseconds without a resize after which the chart is drawn anew."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChartView(QWidget):
    """Shows one chart. `opened` carries the `Spot` that was clicked, or chosen with the arrow keys and Enter.

    Matplotlib takes 40 to 70 ms for a drawing, too long for the window's thread: the bench draws, and until its picture
    comes the last one keeps the place. `copies` copies and saves what is shown.
    """

    opened = Signal(object)

    def __init__(self, around: Surroundings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._draw: Draw | None = None
        self._picture: Picture | None = None
        self._image = QImage()
        self._hot: Box | None = None
        self._owed = False
        self._cancel: Callable[[], None] = lambda: None
        self.copies = ChartCopies(around, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_RESIZE_REST)
        self._rest.timeout.connect(self._redraw)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(260, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, draw: Draw) -> None:
        """Draw this chart from now on."""
        self._draw = draw
        self._redraw()

    @property
    def shown(self) -> Picture | None:
        """The picture on show; None until the first has been drawn."""
        return self._picture

    def sizeHint(self) -> QSize:
        return QSize(560, 280)

    # -- drawing ---------------------------------------------------------------------------------------------------

    def _redraw(self) -> None:
        """Have the bench draw for the size and theme of now; a chart nobody sees waits until it is seen."""
        self._owed = not self.isVisible()
        draw = self._draw
        if draw is None or self._owed:
            return
        style, scale, size = style_of(self._around), self.devicePixelRatioF(), self.size()

        def job(_progress: Progress) -> tuple[Picture, QImage]:
            load_drawing()
            made = picture(draw, style, size.width(), size.height(), scale)
            return made, image_of(made, scale)

        self._cancel()
        self._cancel = self._around.desk.work(self, job, self._take)

    def _take(self, made: tuple[Picture, QImage]) -> None:
        self._picture, self._image = made
        assert self._draw is not None, "what came was drawn from it"
        self.copies.take(self._draw, self.size(), self._picture)
        self._hot = None
        self.setAccessibleDescription(self._picture.drawn.title)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._image.isNull():
            painter.fillRect(self.rect(), theme.color(theme.tokens().surface))
        elif self._image.deviceIndependentSize().toSize() == self.size():
            painter.drawImage(0, 0, self._image)
        else:
            painter.drawImage(self.rect(), self._image)
        if self._hot is not None:
            painter.fillRect(_rect(self._hot), theme.color(theme.tokens().accent, 34))
        if self.hasFocus():
            painter.setPen(theme.color(theme.tokens().accent))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rest.start()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._owed:
            self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._redraw()
        super().changeEvent(event)

    # -- pointer and keys ------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._heat(self._box_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._heat(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._open(self._box_at(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step, across=event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left))
        elif event.key() in _ENTER:
            self._open(self._hot)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copies.copy_figures()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            return True
        return super().event(event)

    def _box_at(self, point: QPoint) -> Box | None:
        if self._picture is None or self._image.deviceIndependentSize().toSize() != self.size():
            return None
        return self._picture.at(point.x(), point.y())

    def _heat(self, box: Box | None, *, at: QPoint | None = None) -> None:
        if box is self._hot:
            return
        self._hot = box
        opens = box is not None and bool(box.spot.series)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        if box is None:
            QToolTip.hideText()
        else:
            place = at or _rect(box).center() + QPoint(12, 0)
            QToolTip.showText(self.mapToGlobal(place), tip(box.spot.text), self, _rect(box))
            self.setAccessibleDescription(box.spot.text)
        self.update()

    def _step(self, step: int, *, across: bool) -> None:
        """Left and right go to the next period, up and down through what stands above it."""
        boxes = [box for box in self._picture.boxes if box.spot.series] if self._picture else []
        boxes.sort(key=lambda box: (round(box.left), box.top))
        if not boxes:
            return
        if self._hot not in boxes:
            self._heat(boxes[0] if step > 0 else boxes[-1])
            return
        at = boxes.index(self._hot) + step
        while across and 0 <= at < len(boxes) and round(boxes[at].left) == round(self._hot.left):
            at += step
        if 0 <= at < len(boxes):
            self._heat(boxes[at])

    def _open(self, box: Box | None) -> None:
        if box is not None and box.spot.series:
            self.opened.emit(box.spot)

    # -- its menu --------------------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.copies.menu().popup(event.globalPos())


def _rect(box: Box) -> QRect:
    return QRectF(box.left, box.top, box.right - box.left, max(1.0, box.bottom - box.top)).toAlignedRect()
