"""Cohort triangles as a painted table: one hue, the figure written in, cells not yet observed left empty."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from csdesk.charts.cohorts import heat, ink
from csdesk.charts.style import DARK, LIGHT
from csdesk.metrics.cohorts import CohortKind
from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.ui import theme
from csdesk.wording.charts import money_tick, period_name
from csdesk.wording.speech import money, percent

if TYPE_CHECKING:
    from csdesk.metrics.cohorts import Cohort, CohortCell, Triangle
    from csdesk.ui.rows import Index

_CELL = QSize(46, theme.ROW)
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
        cell = index.data(CELL_ROLE)
        if cell is not None:
            ground, figure = _colours(round(float(cell.value or 0) * 100), dark=theme.is_dark())
            painter.fillRect(option.rect.adjusted(0, 0, -1, -1), ground)
            painter.setPen(figure)
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, index.data())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color(theme.tokens().text), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return _CELL


@lru_cache(maxsize=512)
def _colours(share: int, *, dark: bool) -> tuple[QColor, QColor]:
    """Ground and ink of a share in percent; a painting asks for hundreds."""
    ground = heat(share / 100, DARK if dark else LIGHT)
    return theme.color(ground), theme.color(ink(ground))


class CohortGrid(QTableView):
    """Shows one triangle. `opened` carries (kind, cohort, age) of the cell clicked, or chosen with Enter."""

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cohorts = CohortModel(self)
        self.setModel(self._cohorts)
        self.setItemDelegate(HeatDelegate(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for header, size in ((self.horizontalHeader(), _CELL.width()), (self.verticalHeader(), _CELL.height())):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(theme.DENSE_ROW)
            header.setDefaultSectionSize(size)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.clicked.connect(self._open)

    def show_triangle(self, triangle: Triangle, language: Language, currency: Currency) -> None:
        """Take a triangle; the place on screen is kept."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._cohorts.show(triangle, language, currency)
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def write_shares(self, *, shares: bool) -> None:
        """Write percentages, or else the accounts or the MRR that are left."""
        self.horizontalHeader().setDefaultSectionSize(_CELL.width() if shares else _CELL.width() + 22)
        self._cohorts.write_shares(shares=shares)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        cell, triangle = index.data(CELL_ROLE), self._cohorts.triangle
        if cell is not None and triangle is not None:
            self.opened.emit((triangle.kind, triangle.cohorts[index.row()], cell.age))
