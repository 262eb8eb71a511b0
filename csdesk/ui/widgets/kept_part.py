"""Figures of periods that spreadsheets brought, to look at, copy and delete; and exchange rates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.rows import Column, Found, Look, RowsModel
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.edited_part import EditedPart
from csdesk.ui.widgets.rates_part import RatesPart
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.kept_figures import delete_figures, kept_figures
from csdesk.wording.kept import period_text, value_text
from csdesk.wording.lists import FIGURE_KINDS
from csdesk.wording.metrics import metric_name
from csdesk.wording.speech import look_up

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.kept_figures import KeptFigures, PeriodFigure

_HEIGHT = 240


class KeptPart(QWidget):
    """Asks and changes by itself; whoever holds it calls `refresh` when such rows have changed, and opens the details
    of the one `wanted`, by its kind and id. Each table is shown only where the book has use for it."""

    wanted = Signal(object, object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.figures = _KeptTable(around, self.tr("Figures of periods"), self._of_figures(), delete_figures, self)
        self.rates = RatesPart(around, self)
        self.figures.hint.setText(self.tr("From your own sheets; csdesk reckons with none of them."))
        self.figures.wanted.connect(lambda row: self.wanted.emit(Kind.PERIOD_FIGURE, row))
        self.rates.wanted.connect(lambda row: self.wanted.emit(Kind.EXCHANGE_RATE, row))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.figures)
        column.addWidget(self.rates)

    def refresh(self) -> None:
        """Ask again."""
        self._around.desk.ask(self, kept_figures, self.show_kept)

    def show_kept(self, kept: KeptFigures) -> None:
        """Show these rows."""
        self.figures.show_rows(kept.figures)
        self.rates.show_rates(kept.rates, kept.currencies)

    def _of_figures(self) -> tuple[Column[PeriodFigure], ...]:
        language = self._around.window.language

        def metric(row: PeriodFigure) -> str:
            return metric_name(row.metric, language) if row.metric else ""

        def period(row: PeriodFigure) -> str:
            return period_text(row.first, row.last, language)

        def value(row: PeriodFigure) -> str:
            return value_text(row.value, row.unit, language)

        def kind(row: PeriodFigure) -> str:
            return look_up(FIGURE_KINDS, row.kind, language)

        return (
            Column("period", self.tr("Period"), lambda row: (row.first, row.last), period, width=130),
            Column("name", self.tr("Figure"), lambda row: row.name, lambda row: row.name, width=200),
            Column("metric", self.tr("Metric in csdesk"), metric, metric, width=170),
            Column("kind", self.tr("Actual or target"), kind, kind, width=110),
            Column("value", self.tr("Value"), lambda row: row.value, value, Look.NUMBER, width=130),
            Column("notes", self.tr("Notes"), lambda row: row.notes, lambda row: row.notes, width=160),
            Column("source", self.tr("From"), lambda row: row.source, lambda row: row.source, width=190),
        )


class _KeptTable(EditedPart):
    """One table under its title, with a button that deletes what is chosen; `wanted` carries the id of one opened."""

    wanted = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        name: str,
        columns: Sequence[Column[Any]],
        deletes: Callable[[Book, Sequence[int]], Changes],
        parent: QWidget,
    ) -> None:
        super().__init__(around, deletes, parent)
        self._columns = columns
        model: RowsModel[Any] = RowsModel(columns, self)
        self._hold(model, SheetView(model, name, self), _HEIGHT)
        self.sheet.opened.connect(lambda row: self.wanted.emit(row.id))
        title = QLabel(name, self)
        title.setProperty("role", "section")
        self.hint = muted("", self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self.hint, 1)
        head.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.sheet)
        self.setVisible(False)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these, or nothing at all where there are none."""
        self.sheet.show_found(Found.of(self._columns, rows), self._columns)
        self.setVisible(bool(rows))
