"""What a movement is made of: the period's kinds and reasons as a table, and all periods as stacks that open."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from csdesk.charts.kinds import KindSeries, draw_kinds
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.part import titled_row
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.movement_kinds import KindView, movement_kinds
from csdesk.wording.charts import period_name
from csdesk.wording.kinds import group_name
from csdesk.wording.movement_kinds import part_name, view_name
from csdesk.wording.speech import NOTHING, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.charts.records import Spot
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.movement_kinds import KindRow, MovementKinds

_HEIGHT = 264
_FIGURE = 130


class KindsPart(QWidget):
    """Asks by itself; whoever holds it calls `refresh` when contracts or the period have changed."""

    def __init__(
        self, around: Surroundings, title: str, note: str, views: Sequence[KindView], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._language, self._currency = around.window.language, around.window.currency
        self._answer: MovementKinds | None = None
        choices = [(view, view_name(view, self._language)) for view in views]
        self.choice = Choice(choices, title, self)
        self.choice.currentIndexChanged.connect(self.refresh)
        self.choice.setVisible(len(choices) > 1)
        self.whose = Choice([], self.tr("Whose"), self)
        self.whose.currentIndexChanged.connect(self.refresh)
        self.whose.hide()
        self.chart = ChartView(around, title, self)
        self.chart.setFixedHeight(_HEIGHT)
        self.chart.opened.connect(self._open_spot)
        self.table = FigureSheet(self._columns(), title, identity=lambda row: row.key, most=11, parent=self)
        self.table.measured.connect(around.window.explain)
        TableCopies(around, self.table)
        self._lay_out(title, note)

    def refresh(self) -> None:
        """Ask again."""
        scope, view = self._around.window.scope, KindView(str(self.choice.key))
        group = None if self.whose.key is None else str(self.whose.key)

        def question(book: Book) -> MovementKinds:
            return movement_kinds(book, scope, view, group)

        self._around.desk.ask(self, question, self.show_kinds)

    def show_kinds(self, answer: MovementKinds) -> None:
        """Show what the book answered."""
        self._answer = answer
        self._show_groups(answer)
        series = tuple(
            KindSeries(row.key, self._name(row), tuple(measure.value or 0 for measure in row.trend))
            for row in answer.rows
        )
        title = view_name(answer.view, self._language)
        draw = partial(draw_kinds, title=title, periods=answer.periods, series=series, complete=answer.complete)
        self.chart.show_chart(draw)
        self.table.show_rows((*answer.rows, *answer.beside), self._columns())
        self.table.setVisible(bool(answer.rows))

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self, title: str, note: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(titled_row(self, title, self.whose, self.choice, note=note)[0])
        column.addWidget(self.chart)
        column.addWidget(self.table)

    def _columns(self) -> list[Column[Any]]:
        periods = self._answer.periods if self._answer else ()
        now, before = (period_name(period, self._language) if period else "" for period in _last_two(periods))
        columns: list[Column[Any]] = [
            Column("kind", self.tr("Part"), self._name, self._name, width=280),
            figure_column("now", now, attrgetter("now"), self._currency, self._language, width=_FIGURE),
            Column("share", self.tr("Share"), attrgetter("share"), _share, Look.NUMBER, 90),
            Column("n", self.tr("Accounts"), lambda row: row.now.n, lambda row: f"{row.now.n or 0:,}", Look.NUMBER, 90),
        ]
        if before:
            columns.append(
                figure_column("before", before, attrgetter("before"), self._currency, self._language, width=_FIGURE)
            )
        return columns

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_groups(self, answer: MovementKinds) -> None:
        groups = [(group, group_name(answer.by, group, self._language)) for group in answer.groups]
        self.whose.offer([(None, self.tr("All")), *groups], answer.group)
        self.whose.setVisible(bool(answer.groups))

    def _name(self, row: KindRow) -> str:
        view = self._answer.view if self._answer else KindView.EXPANSION
        return part_name(view, row.key, self._language)

    def _open_spot(self, spot: Spot) -> None:
        rows = self._answer.rows if self._answer else ()
        for row in rows:
            if row.key == spot.series:
                self._around.window.explain(row.trend[spot.index])


class MovementsPart(KindsPart):
    """Expansions, contractions and churn by kind and reason, and growth by new and existing customers."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        views = (KindView.EXPANSION, KindView.CONTRACTION, KindView.CHURN, KindView.GROWTH)
        note = self.tr("A kind can be set by hand on its contract line. Figures and bars open.")
        super().__init__(around, self.tr("What movements are made of"), note, views, parent)


class RenewalsPart(KindsPart):
    """What became of the contracts that came up for renewal."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        note = self.tr("Each contract whose term ended, by what its account pays the day after.")
        super().__init__(around, self.tr("What came up for renewal"), note, (KindView.RENEWALS,), parent)


def _last_two(periods: tuple[Any, ...]) -> tuple[Any, Any]:
    return (periods[-1] if periods else None), (periods[-2] if len(periods) > 1 else None)


def _share(row: KindRow) -> str:
    return NOTHING if row.share is None else percent(row.share)
