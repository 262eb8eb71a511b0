"""A chart over time with the book's dated events on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.charts.marks import marked
from csdesk.charts.records import Mark
from csdesk.models.kinds import Kind
from csdesk.ui.widgets.chart import ChartView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QWidget

    from csdesk.charts.records import Draw
    from csdesk.models.drafts import Changes
    from csdesk.models.months import Period
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.markers import Marker


class MarkedChart(ChartView):
    """Asks for the events by itself, and draws anew when they change; its menu leads to their list."""

    def __init__(self, around: Surroundings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(around, name, parent)
        self._bare: Draw | None = None
        self._periods: tuple[Period, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        around.desk.changed.connect(self._heed)

    def show_over(self, draw: Draw, periods: Sequence[Period]) -> None:
        """Draw this chart, whose periods stand side by side, from now on."""
        self._bare, self._periods = draw, tuple(periods)
        self._show()
        self._ask()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.copies.menu()
        menu.addSeparator()
        menu.addAction(self.tr("Markers ..."), self._open_markers)
        menu.popup(event.globalPos())

    def _ask(self) -> None:
        from csdesk.usecases.markers import markers

        self._around.desk.ask(self, markers, self._take_markers, about="markers")

    def _take_markers(self, found: tuple[Marker, ...]) -> None:
        marks = tuple(Mark(marker.on, marker.title) for marker in found)
        if marks != self._marks:
            self._marks = marks
            self._show()

    def _show(self) -> None:
        if self._bare is not None:
            self.show_chart(marked(self._bare, self._periods, self._marks))

    def _heed(self, changes: Changes | None) -> None:
        if self._bare is not None and (changes is None or Kind.MARKER in changes.kinds):
            self._ask()

    def _open_markers(self) -> None:
        page = self._around.window.open_page("cohorts")
        if page is not None:
            page.turn_to("markers")
