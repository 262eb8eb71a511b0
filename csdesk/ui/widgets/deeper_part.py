"""One question of the Deeper page: its figure, which opens, the answer in a sentence, and the list behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from csdesk.ui.widgets.grouped_sheet import GroupedSheet
from csdesk.ui.widgets.part import titled_row
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.usecases.revenue import Tile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from csdesk.metrics.measure import Measure
    from csdesk.ui.page import Surroundings
    from csdesk.ui.widgets.figure_sheet import FigureSheet
    from csdesk.usecases.belonging import Belonging

_TILE = 300


class DeeperPart(QWidget):
    """A title with the question, then tile and sentence side by side, then the list; rows of accounts lead to them."""

    def __init__(self, around: Surroundings, title: str, question: str, sheet: FigureSheet, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self.tile = TileRow(1, self)
        self.tile.setFixedWidth(_TILE)
        self.tile.opened.connect(around.window.explain)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.sheet = sheet
        sheet.setParent(self)
        sheet.measured.connect(around.window.explain)
        sheet.opened.connect(self._open)
        TableCopies(around, sheet)
        self._lay_out(title, question)

    def show_part(
        self, measure: Measure, sentence: str, rows: Iterable[Any], belonging: Belonging | None = None
    ) -> None:
        """Show a figure, what it says, and the rows behind it, accounts with the groups that they belong to."""
        frame, shown = self._around.window, tuple(rows)
        self.tile.show_tiles([Tile(measure, None)], frame.language, frame.currency, said=measure.period)
        self.said.setText(sentence)
        if belonging is not None and isinstance(self.sheet, GroupedSheet):
            self.sheet.show_grouped(shown, belonging)
        else:
            self.sheet.show_rows(shown)
        self.sheet.setVisible(bool(shown))

    def _open(self, row: Any) -> None:  # noqa: ANN401 - rows of any kind
        account = getattr(row, "account", None)
        if account:
            self._around.window.open_account(account)

    def _lay_out(self, title: str, question: str) -> None:
        answer = QHBoxLayout()
        answer.setSpacing(16)
        answer.addWidget(self.tile)
        answer.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(titled_row(self, title, note=question)[0])
        column.addLayout(answer)
        column.addWidget(self.sheet)
