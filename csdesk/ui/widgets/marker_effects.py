"""What a release, a price or a positioning changed: attrition before and after each marker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from csdesk.models.kinds import MarkerKind
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.wording.kinds import MARKERS
from csdesk.wording.metrics import comparison_text
from csdesk.wording.speech import day, look_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.behaviour import MarkerRow
    from csdesk.usecases.books import Book


class MarkerEffects(QWidget):
    """Asks by itself: each marker with attrition before and after it, and whether the two differ."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._language = around, around.window.language
        self._none = muted(
            self.tr("No release, price or positioning is marked yet. Import a list with a date, a kind and a title."),
            self,
        )
        self.sheet = FigureSheet(
            self._columns(), self.tr("Before and after"), identity=lambda row: row.id, most=8, parent=self
        )
        self.sheet.measured.connect(around.window.explain)
        TableCopies(around, self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self.sheet)

    def refresh(self) -> None:
        """Ask again."""
        scope = self._around.window.scope

        def question(book: Book) -> tuple[MarkerRow, ...]:
            from csdesk.usecases.behaviour import marker_effects

            return marker_effects(book, scope)

        self._around.desk.ask(self, question, self.show_markers)

    def show_markers(self, markers: Sequence[MarkerRow]) -> None:
        """Show these markers."""
        self._none.setVisible(not markers)
        self.sheet.setVisible(bool(markers))
        self.sheet.show_rows(markers)

    def _columns(self) -> list[Column[Any]]:
        currency, language = self._around.window.currency, self._language
        return [
            Column("on", self.tr("Day"), lambda row: row.on, self._day, width=110),
            Column("title", self.tr("Marker"), lambda row: row.title, lambda row: row.title, Look.NAME, 200),
            Column("kind", self.tr("Kind"), lambda row: row.kind, self._kind, width=120),
            Column("of", self.tr("Looks at"), lambda row: row.kind, self._looks_at, width=170),
            figure_column("before", self.tr("Before"), lambda row: row.effect.before, currency, language, width=90),
            figure_column("after", self.tr("After"), lambda row: row.effect.after, currency, language, width=90),
            Column("change", self.tr("After against before"), _difference, self._change, width=250),
        ]

    def _day(self, row: MarkerRow) -> str:
        return day(row.on, self._language)

    def _kind(self, row: MarkerRow) -> str:
        return look_up(MARKERS, row.kind, self._language)

    def _looks_at(self, row: MarkerRow) -> str:
        of_users = row.kind is MarkerKind.RELEASE
        return self.tr("Users lost, 30 days") if of_users else self.tr("Logos lost, 3 months")

    def _change(self, row: MarkerRow) -> str:
        found = row.effect.difference
        return comparison_text(found.verdict, found.low, found.high, self._language) if found else ""


def _difference(row: MarkerRow) -> object:
    return row.effect.difference.difference if row.effect.difference else None
