"""Cohort triangles as a painted table: one hue, the figure written in, cells not yet observed left empty."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from csdesk.charts.cohorts import draw_cohorts, heat, ink
from csdesk.charts.style import DARK, LIGHT
from csdesk.metrics.retention.cohorts import CohortKind
from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.ui import theme
from csdesk.ui.widgets.chart_copies import ChartCopies
from csdesk.wording.charts import money_tick, period_name
from csdesk.wording.speech import money, percent

if TYPE_CHECKING:
    from csdesk.metrics.retention.cohorts import Cohort, CohortCell, Triangle
    from csdesk.ui.page import Surroundings
    from csdesk.ui.rows import Index

_WIDE, _NARROW, _HIGH, _AMOUNT = 46, 28, 24, 56
"""Width of a cell where there is room and where there is not, its height, and the least width of an amount."""
_SMALL_BELOW = 38
"""Width of a cell whose figure is written small."""
_MOST = 36
"""Rows seen without scrolling: three years of months."""
_PAPER = QSize(30, 22)
"""A cell in a copied or saved picture."""
_PAPER_EDGE = QSize(170, 90)
"""Room for names, ages and title in it."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
CELL_ROLE = Qt.ItemDataRole.UserRole
"""The `CohortCell`, None where nothing is observed yet."""


class CohortModel(QAbstractTableModel):
    """One triangle: a row for each cohort, a column for each period since its start."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._triangle: Triangle | None = None
        self._cells: list[dict[int, CohortCell]] = []
        self._ages = 0
        self._language = Language.EN
        self._currency = Currency("JPY")
        self._shares = True

    def show(self, triangle: Triangle, language: Language, currency: Currency) -> None:
        """Take a triangle."""
        self.beginResetModel()
        self._triangle, self._language, self._currency = triangle, language, currency
        self._cells = [{cell.age: cell for cell in cohort.cells} for cohort in triangle.cohorts]
        self._ages = 1 + max((age for cells in self._cells for age in cells), default=-1)
        self.endResetModel()

    def write_shares(self, *, shares: bool) -> None:
        """Write percentages, or else the accounts or the MRR that are left."""
        self._shares = shares
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self._ages - 1))
        if self._cells and self._ages:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._cells) - 1, self._ages - 1))

    @property
    def triangle(self) -> Triangle | None:
        """The triangle on show."""
        return self._triangle

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._ages

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own variant
        cell = self._cells[index.row()].get(index.column()) if index.isValid() else None
        if role == CELL_ROLE:
            return cell
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._written(cell)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(index.row(), cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own variant
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            return Qt.AlignmentFlag.AlignCenter if orientation is Qt.Orientation.Horizontal else right
        if role != Qt.ItemDataRole.DisplayRole or self._triangle is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return str(section)
        return self._named(self._triangle.cohorts[section])

    def _named(self, cohort: Cohort) -> str:
        name = period_name(cohort.start, self._language)
        if cohort.opening:
            name = self.tr("{period} or before").format(period=name)
        return f"{name}   {cohort.size:,}"

    def _written(self, cell: CohortCell) -> str:
        if self._shares:
            return percent(cell.value, 0).removesuffix("%")
        if self._triangle is not None and self._triangle.kind is CohortKind.REVENUE:
            return money_tick(float(cell.part), self._currency, self._language)
        return f"{int(cell.part):,}"

    def _said(self, row: int, cell: CohortCell) -> str:
        assert self._triangle is not None
        start = period_name(self._triangle.cohorts[row].start, self._language)
        amounts = [cell.part, cell.whole]
        if self._triangle.kind is CohortKind.REVENUE:
            part, whole = (money(amount, self._currency, self._language, short=True) for amount in amounts)
        else:
            part, whole = (f"{int(amount):,}" for amount in amounts)
        said = self.tr("Started {start}, after {age} periods: {share} ({part} of {whole})")
        return said.format(start=start, age=cell.age, share=percent(cell.value), part=part, whole=whole)


class HeatDelegate(QStyledItemDelegate):
    """Paints a cell's ground by its share and its figure in the ink that reads best on it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, box = index.data(CELL_ROLE), option.rect
        if cell is not None:
            ground, figure = _colours(round(float(cell.value or 0) * 100), dark=theme.is_dark())
            painter.fillRect(box.adjusted(0, 0, -1, -1), ground)
            painter.setPen(figure)
            painter.setFont(theme.font(theme.SMALL if box.width() < _SMALL_BELOW else theme.BASE))
            painter.drawText(box.adjusted(0, 0, -1, -1), Qt.AlignmentFlag.AlignCenter, index.data())
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused or (cell is not None and option.state & QStyle.StateFlag.State_MouseOver):
            painter.setPen(QPen(theme.color(theme.tokens().text), 2 if focused else 1))
            painter.drawRect(box.adjusted(1, 1, -2, -2) if focused else box.adjusted(0, 0, -2, -2))


@lru_cache(maxsize=512)
def _colours(share: int, *, dark: bool) -> tuple[QColor, QColor]:
    """Ground and ink of a share in percent; a painting asks for hundreds."""
    ground = heat(share / 100, DARK if dark else LIGHT)
    return theme.color(ground), theme.color(ink(ground))


class CohortGrid(QTableView):
    """Shows one triangle, its cells as wide as the room allows. `opened` carries (kind, cohort, age) of the cell
    clicked, or chosen with Enter; `copies` copies and saves the triangle as a chart."""

    opened = Signal(object)

    def __init__(self, around: Surroundings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = around.window
        self._cohorts = CohortModel(self)
        self._shares = True
        self.copies = ChartCopies(around, self)
        self.setModel(self._cohorts)
        self.setItemDelegate(HeatDelegate(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for header, size in ((self.horizontalHeader(), _WIDE), (self.verticalHeader(), _HIGH)):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(min(_HIGH, _NARROW))
            header.setDefaultSectionSize(size)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.clicked.connect(self._open)

    def show_triangle(self, triangle: Triangle) -> None:
        """Take a triangle; the place on screen is kept."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._cohorts.show(triangle, self._frame.language, self._frame.currency)
        rows, ages = self._cohorts.rowCount(), self._cohorts.columnCount()
        paper = QSize(ages * _PAPER.width(), rows * _PAPER.height()) + _PAPER_EDGE
        self.copies.take(partial(draw_cohorts, triangle=triangle), paper)
        bars = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(min(_MOST, max(1, rows)) * _HIGH + bars)
        self._share_out()
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def write_shares(self, *, shares: bool) -> None:
        """Write percentages, or else the accounts or the MRR that are left."""
        self._shares = shares
        self._cohorts.write_shares(shares=shares)
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copies.copy_figures()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.copies.menu().popup(event.globalPos())

    def _share_out(self) -> None:
        """Cells as wide as lets all ages be seen, within what a figure needs."""
        room = self.viewport().width() // max(1, self._cohorts.columnCount())
        least = _NARROW if self._shares else _AMOUNT
        width = min(max(_WIDE, least), max(least, room))
        if self.horizontalHeader().defaultSectionSize() != width:
            self.horizontalHeader().setDefaultSectionSize(width)

    def _open(self, index: Index) -> None:
        cell, triangle = index.data(CELL_ROLE), self._cohorts.triangle
        if cell is not None and triangle is not None:
            self.opened.emit((triangle.kind, triangle.cohorts[index.row()], cell.age))
