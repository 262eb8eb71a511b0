"""Overview: customer success on one page, every figure of which opens and is defined."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from csdesk.models.kinds import Kind
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.ui.widgets.overview_lists import EightSheet, OutcomeSheet
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.wording.overview import benefit_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.overview import OverviewPage as Answer

_BENEFITS, _FIRST = 3, 8


class OverviewPage(NumberPage):
    """A figure for each benefit, the first figures, the eight of customer success, and the six outcomes."""

    name: ClassVar[str] = "overview"
    depends: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.SAVED_VIEW, Kind.BATCH, Kind.SOURCE, Kind.MATCHING}

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.section(self.tr("What success brings"), note=self.tr("One figure for each. Click on any to see why."))
        self._benefits = self._tiles(_BENEFITS)
        self.section(self.tr("First figures"), note=self.tr("What every team should know from the first day."))
        self._first = self._tiles(_FIRST)
        title = self.tr("Customer success in eight figures")
        self.section(title, note=self.tr("Open a name for its definition, a figure for what is behind it."))
        self._eight = EightSheet(title, self.language, self.currency, self)
        self._eight.opened.connect(lambda row: self.frame.define(row.now.metric))
        self.add_table(self._eight)
        title = self.tr("Outcomes")
        self.section(
            title, note=self.tr("The last month and the last quarter that are over, each beside the one before.")
        )
        self._outcomes = OutcomeSheet(title, self.language, self.currency, self)
        self._outcomes.opened.connect(lambda row: self.frame.define(row.month.metric))
        self.add_table(self._outcomes)

    def refresh(self) -> None:
        scope = self.frame.scope

        def question(book: Book) -> Answer:
            from csdesk.usecases.overview import overview_page

            return overview_page(book, scope)

        self.desk.ask(self, question, self.show_answer)

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        self.show_scope(answer.scope)
        self.show_empty(empty=not answer.accounts)
        said, language = answer.scope.period, self.language
        self._benefits.show_tiles(
            [tile for _, tile in answer.benefits],
            language,
            self.currency,
            said=said,
            headed=[benefit_name(benefit, language) for benefit, _ in answer.benefits],
        )
        self._first.show_tiles(answer.first, language, self.currency, said=said)
        self._eight.show_rows(answer.eight)
        self._outcomes.show_outcomes(answer.outcomes)

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "overview",
            self.tr("Nothing to look at yet"),
            self.tr(
                "Churn, retention, health and what customers say come together here. A spreadsheet of contracts is "
                "enough to begin with."
            ),
            ((self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),),
            self,
        )

    def _tiles(self, places: int) -> TileRow:
        tiles = TileRow(places, self)
        tiles.opened.connect(self.frame.explain)
        self.body.addWidget(tiles)
        return tiles
