"""Cohort triangles as a painted table: one hue, the figure written in, cells not yet observed left empty."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from csdesk.charts.cohorts import draw_cohorts, ground, ink
from csdesk.charts.style import DARK, LIGHT
from csdesk.ui import theme
from csdesk.ui.widgets.chart_copies import ChartCopies
from csdesk.ui.widgets.cohort_model import CELL_ROLE, PAINT_ROLE, CohortModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.charts.records import Mark
    from csdesk.metrics.triangles import Triangle
    from csdesk.ui.page import Surroundings
    from csdesk.ui.rows import Index

_WIDE, _NARROW, _HIGH, _AMOUNT = 46, 24, 22, 56
"""Width of a cell where there is room and where there is not, its height, and the least width of an amount."""
_SMALL_BELOW = 38
"""Width of a cell whose figure is written small."""
_FEWEST = 12
"""Rows seen without scrolling where the page is low."""
_PAPER = QSize(30, 22)
"""A cell in a copied or saved picture."""
_PAPER_EDGE = QSize(190, 90)
"""Room for names, ages and title in it."""
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HeatDelegate(QStyledItemDelegate):
    """Paints a cell's ground by its share and its figure in the ink that reads best on it; where it rests on too few,
    faint and with an outline. Before each painting of the grid it is told to `begin`."""

    def begin(self, width: int) -> None:
        """Look up once what hundreds of cells of a width need."""
        self._dark = theme.is_dark()
        self._line = theme.color(theme.tokens().line)
        self._font = theme.font(theme.SMALL if width < _SMALL_BELOW else theme.BASE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painted, box = index.data(PAINT_ROLE), option.rect
        if painted is not None:
            share, few, written = painted
            inner = box.adjusted(0, 0, -1, -1)
            filled, figure = _colours(share, few=few, dark=self._dark)
            painter.fillRect(inner, filled)
            if few:
                painter.setPen(self._line)
                painter.drawRect(inner.adjusted(0, 0, -1, -1))
            painter.setPen(figure)
            painter.setFont(self._font)
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, written)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused or (painted is not None and option.state & QStyle.StateFlag.State_MouseOver):
            painter.setPen(QPen(theme.color(theme.tokens().text), 2 if focused else 1))
            painter.drawRect(box.adjusted(1, 1, -2, -2) if focused else box.adjusted(0, 0, -2, -2))


@lru_cache(maxsize=1024)
def _colours(share: int, *, few: bool, dark: bool) -> tuple[QColor, QColor]:
    """Ground and ink of a share in percent; a painting asks for hundreds."""
    filled = ground(share / 100, DARK if dark else LIGHT, few=few)
    return theme.color(filled), theme.color(ink(filled))


class CohortGrid(QTableView):
    """Shows one triangle, its cells as wide as the room allows, its heads always in sight.

    `opened` carries row and age of the cell clicked, or chosen with Enter; `told` a cell in words when the pointer or
    the keys come to it; `chosen` the row whose name was clicked, or whose cell Space was pressed on. `copies` copies
    and saves the triangle as a chart.
    """

    opened = Signal(int, int)
    told = Signal(str)
    chosen = Signal(int)

    def __init__(self, around: Surroundings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = around.window
        self._cohorts = CohortModel(self)
        self._shares = True
        self._room = 0
        self.copies = ChartCopies(around, self)
        self.setModel(self._cohorts)
        self._delegate = HeatDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self._look()
        self.clicked.connect(self._open)
        self.entered.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)
        self.verticalHeader().sectionClicked.connect(self.chosen)

    @property
    def cohorts(self) -> CohortModel:
        """What is on show."""
        return self._cohorts

    def show_triangle(self, triangle: Triangle, marks: Sequence[Mark] = ()) -> None:
        """Take a triangle, and the events drawn across it; the place on screen is kept."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        at = self.currentIndex()
        row, age = at.row(), at.column()
        self._cohorts.show(triangle, marks, self._frame.language, self._frame.currency)
        rows, ages = self._cohorts.rowCount(), self._cohorts.columnCount()
        paper = QSize(ages * _PAPER.width(), (rows + 1) * _PAPER.height()) + _PAPER_EDGE
        self.copies.take(partial(draw_cohorts, triangle=triangle, marks=tuple(marks)), paper)
        self._fit()
        self._share_out()
        if 0 <= row < rows and 0 <= age < ages:
            self.setCurrentIndex(self._cohorts.index(row, age))
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def give_room(self, height: int) -> None:
        """Be no higher than this, and scroll; but never lower than a few rows."""
        self._room = height
        self._fit()

    def write_shares(self, *, shares: bool) -> None:
        """Write percentages, or else how many or how much is left."""
        self._shares = shares
        self._cohorts.write_shares(shares=shares)
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._delegate.begin(self.columnWidth(0))
        super().paintEvent(event)
        if self._cohorts.stairs:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.color(theme.tokens().text), 1.4, Qt.PenStyle.DashLine))
            for stair in self._cohorts.stairs:
                painter.drawPolyline(self._line(stair.steps))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copies.copy_figures()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.copies.menu().popup(event.globalPos())

    # -- laying out ------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for header, size in ((self.horizontalHeader(), _WIDE), (self.verticalHeader(), _HIGH)):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(min(_HIGH, _NARROW))
            header.setDefaultSectionSize(size)
            header.setFont(theme.font(theme.SMALL))
            header.setHighlightSections(False)
            header.setSectionsClickable(header is self.verticalHeader())

    def _fit(self) -> None:
        heads = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        whole = max(1, self._cohorts.rowCount()) * _HIGH + heads
        self.setFixedHeight(min(whole, max(self._room, _FEWEST * _HIGH + heads)) if self._room else whole)

    def _share_out(self) -> None:
        """Cells as wide as lets all ages be seen, within what a figure needs."""
        room = self.viewport().width() // max(1, self._cohorts.columnCount())
        least = _NARROW if self._shares else _AMOUNT
        width = min(max(_WIDE, least), max(least, room))
        if self.horizontalHeader().defaultSectionSize() != width:
            self.horizontalHeader().setDefaultSectionSize(width)

    def _line(self, steps: tuple[tuple[int, int], ...]) -> list[QPointF]:
        """A stair from cell to cell, and along the foot of the last row to its name."""
        points = []
        for row, age in steps:
            x = self.columnViewportPosition(age) - 0.5
            top = self.rowViewportPosition(row) - 0.5
            points += [QPointF(x, top), QPointF(x, top + _HIGH)]
        start = self.columnViewportPosition(0) + 0.5
        return [*points, QPointF(start, points[-1].y())]

    # -- cells -----------------------------------------------------------------------------------------------------

    def _tell(self, index: Index) -> None:
        self.told.emit(self._cohorts.said(index))

    def _open(self, index: Index) -> None:
        if index.data(CELL_ROLE) is not None:
            self.opened.emit(index.row(), index.column())
