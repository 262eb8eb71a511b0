"""A cohort triangle as a table model: the weighted mean on top, then a row a cohort, a column an age."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from csdesk.charts.cohorts import steps
from csdesk.metrics.measure import TOO_FEW
from csdesk.metrics.retention.mean_curves import mean_curve
from csdesk.metrics.triangles import OF_MONEY
from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.ui import theme
from csdesk.ui.plain import brief
from csdesk.wording.charts import money_tick
from csdesk.wording.cohorts import AGED, MEAN, TOTAL, start_name
from csdesk.wording.speech import NOTHING, money, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.charts.records import Mark
    from csdesk.metrics.retention.mean_curves import MeanPoint
    from csdesk.metrics.triangles import Cohort, CohortCell, Triangle
    from csdesk.ui.rows import Index

CELL_ROLE = Qt.ItemDataRole.UserRole
"""The `CohortCell` or `MeanPoint`, None where nothing is observed yet."""
FEW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Whether a cell rests on too few to be compared."""
PAINT_ROLE = Qt.ItemDataRole.UserRole + 2
"""All that painting needs of a cell: its share in percent, whether it rests on too few, its figure as text; made once,
for a painting asks for hundreds."""
MEAN_ROW = 0
"""The row of the mean; cohorts follow."""
_LONGEST_MARK = 14


class Stair(NamedTuple):
    """Where an event lies in the grid: the row and age of each cohort that had begun by then."""

    title: str
    steps: tuple[tuple[int, int], ...]


class CohortModel(QAbstractTableModel):
    """One triangle, its figures as shares or as amounts, with the events that fall into it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._triangle: Triangle | None = None
        self._rows: list[Sequence[CohortCell | MeanPoint]] = []
        self._few: list[tuple[bool, ...]] = []
        self._painted: list[list[tuple[int, bool, str]]] = []
        self._ages = 0
        self._language, self._currency = Language.EN, Currency("JPY")
        self._shares = True
        self._marks: dict[int, str] = {}
        self._chosen: dict[int, str] = {}
        self.stairs: tuple[Stair, ...] = ()

    def show(self, triangle: Triangle, marks: Sequence[Mark], language: Language, currency: Currency) -> None:
        """Take a triangle."""
        self.beginResetModel()
        self._triangle, self._language, self._currency = triangle, language, currency
        mean = mean_curve(triangle.kind, triangle.cohorts)
        self._rows = [mean, *(list(cohort.cells) for cohort in triangle.cohorts)] if triangle.cohorts else []
        self._few = [tuple(point.n < TOO_FEW for point in mean)]
        self._few += [(cohort.size < TOO_FEW,) * len(cohort.cells) for cohort in triangle.cohorts]
        self._paint()
        self._ages = max(map(len, self._rows), default=0)
        self._place(marks)
        self._chosen = {}
        self.endResetModel()

    def choose(self, colours: dict[int, str]) -> None:
        """Mark the names of these rows with the colour of their curves."""
        self._chosen = colours
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(0, len(self._rows) - 1))

    def write_shares(self, *, shares: bool) -> None:
        """Write percentages, or else how many accounts or users, or how much MRR, are left."""
        self._shares = shares
        self._paint()
        if self._rows and self._ages:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._ages - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, 0)
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self._ages - 1))

    @property
    def triangle(self) -> Triangle | None:
        """The triangle on show."""
        return self._triangle

    def cohort_at(self, row: int) -> Cohort | None:
        """The cohort of a row; None for the mean."""
        return None if self._triangle is None or row == MEAN_ROW else self._triangle.cohorts[row - 1]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._ages

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own variant
        row = self._rows[index.row()] if index.isValid() else ()
        cell = row[index.column()] if index.column() < len(row) else None
        if role == PAINT_ROLE:
            return self._painted[index.row()][index.column()] if cell is not None else None
        if role == CELL_ROLE or cell is None:
            return cell
        if role == FEW_ROLE:
            return self._few[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._painted[index.row()][index.column()][2]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.said(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own variant
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            return Qt.AlignmentFlag.AlignCenter if across else right
        if role == Qt.ItemDataRole.DecorationRole and section in self._chosen and not across:
            return theme.color(self._chosen[section])
        if role == Qt.ItemDataRole.ToolTipRole and not across and section in self._marks:
            return brief(self._marks[section])
        if role != Qt.ItemDataRole.DisplayRole or self._triangle is None:
            return None
        return str(section) if across else self._named(section)

    def said(self, index: Index) -> str:
        """A cell in words; '' where there is none."""
        cell = self.data(index, CELL_ROLE)
        if cell is None or self._triangle is None:
            return ""
        if self._triangle.kind in OF_MONEY:
            part, whole = (money(at, self._currency, self._language, short=True) for at in (cell.part, cell.whole))
        else:
            part, whole = (f"{int(at):,}" for at in (cell.part, cell.whole))
        cohort = self.cohort_at(index.row())
        who = MEAN.say(self._language)
        if cohort is not None:
            who = self.tr("Started {start}").format(start=self._start(cohort))
        step = self._triangle.cohorts[0].step
        said = self.tr("{who}, {aged}: {share} ({part} of {whole})").format(
            who=who,
            aged=AGED[step].say(self._language, age=cell.age),
            share=percent(cell.value),
            part=part,
            whole=whole,
        )
        few = self.data(index, FEW_ROLE)
        return said + self.tr(" · fewer than 10, too few to compare") if few else said

    def _paint(self) -> None:
        self._painted = [
            [(share := _percent(cell), few, self._written(cell, share)) for cell, few in zip(cells, fews, strict=True)]
            for cells, fews in zip(self._rows, self._few, strict=False)
        ]

    def _place(self, marks: Sequence[Mark]) -> None:
        """The stairs of events, and beside the names of rows those that began with one."""
        cohorts = self._triangle.cohorts if self._triangle else ()
        found = []
        self._marks = {}
        for mark in marks:
            reached = [(row + 1, age) for row, age in steps(cohorts, mark) if age < self._ages]
            if reached:
                found.append(Stair(mark.title, tuple(reached)))
                row = reached[-1][0]
                self._marks[row] = ", ".join(filter(None, (self._marks.get(row, ""), mark.title)))
        self.stairs = tuple(found)

    def _named(self, row: int) -> str:
        cohort = self.cohort_at(row)
        if cohort is None:
            return (MEAN if self._shares else TOTAL).say(self._language)
        mark = f"◆ {brief(self._marks[row], _LONGEST_MARK)}   " if row in self._marks else ""
        return f"{mark}{self._start(cohort)}   {cohort.size:,}"

    def _start(self, cohort: Cohort) -> str:
        name = start_name(cohort.start, self._language)
        return self.tr("{period} or before").format(period=name) if cohort.opening else name

    def _written(self, cell: CohortCell | MeanPoint, share: int) -> str:
        if self._shares:
            return f"{share:,}" if cell.whole else NOTHING
        if self._triangle is not None and self._triangle.kind in OF_MONEY:
            return money_tick(float(cell.part), self._currency, self._language)
        return f"{int(cell.part):,}"


def _percent(cell: CohortCell | MeanPoint) -> int:
    """A share in whole percent, halves up as all figures are rounded; 0 where there is none."""
    return int((200 * cell.part + cell.whole) // (2 * cell.whole)) if cell.whole else 0
