"""The cover of the board workbook as it will read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from csdesk.ui.widgets.card import clear
from csdesk.wording.charts import period_name
from csdesk.wording.figures import change_text, figure_text
from csdesk.wording.metrics import metric_name
from csdesk.wording.reports import PHRASES, TITLES
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from csdesk.models.kinds import Language
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.revenue import Tile
    from csdesk.usecases.scope import Scope


class CoverPreview(QFrame):
    """Title, period and day at once; its figures once the book has answered."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._frame = around.desk, around.window
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Preview of the cover"))
        self.company, self.title, self.about = (self._label(role) for role in ("muted", "section", "small"))
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(12)
        self._figures.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for label in (self.company, self.title, self.about):
            column.addWidget(label)
        column.addSpacing(6)
        column.addLayout(self._figures)
        column.addStretch(1)

    def show_cover(self, company: str, scope: Scope, language: Language, *, redacted: bool) -> None:
        """Show the cover of a workbook in its own language."""
        self.company.setText(company)
        self.title.setText(TITLES["cover"].say(language))
        name, on = period_name(scope.period, language), day(scope.as_of, language)
        about = PHRASES["about"].say(language, period=name, day=on, currency=self._frame.currency.code)
        self.about.setText(PHRASES["redacted"].say(language, about=about) if redacted else about)

        def question(book: Book) -> tuple[Tile, ...]:
            from csdesk.usecases.reports import cover_tiles

            return cover_tiles(book, scope)

        self._desk.ask(self, question, lambda tiles: self._show_figures(tiles, language), about="cover")

    def _show_figures(self, tiles: tuple[Tile, ...], language: Language) -> None:
        clear(self._figures)
        currency = self._frame.currency
        for row, tile in enumerate(tiles):
            name, figure, change = self._label("muted"), self._label(""), self._label("small")
            name.setText(metric_name(tile.measure.metric, language, tile.measure.base))
            figure.setText(figure_text(tile.measure, currency, language, short=True))
            change.setText(change_text(tile.measure, tile.before, currency, language))
            for at, label in enumerate((name, figure, change)):
                side = Qt.AlignmentFlag.AlignRight if at else Qt.AlignmentFlag.AlignLeft
                self._figures.addWidget(label, row, at, side | Qt.AlignmentFlag.AlignVCenter)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        label.setWordWrap(role != "")
        return label
