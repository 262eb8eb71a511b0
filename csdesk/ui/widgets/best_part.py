"""What the best quarter of accounts did before, against all others."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.metrics.measure import Why
from csdesk.ui.rows import Column
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.verdict_part import VerdictPart
from csdesk.wording.charts import period_name
from csdesk.wording.metrics import comparison_text
from csdesk.wording.speech import percent
from csdesk.wording.users import best_text, practice_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.measure import Measure
    from csdesk.metrics.users.practices import BestQuarter, PracticeRow
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.behaviour import BestAnswer
    from csdesk.usecases.books import Book


class BestPart(VerdictPart):
    """Asks by itself: by what accounts are the best, each practice with two shares, and what differs."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._features: dict[str, str] = {}
        self.by = Choice((("", self.tr("MRR kept")),), self.tr("Best by"), self)
        name = self.tr("What the best quarter did")
        self.sheet = FigureSheet(
            self._columns(), name, identity=lambda row: (row.practice, row.of), most=12, parent=self
        )
        self._hold(self.sheet, self.by)

    def refresh(self) -> None:
        scope, measure = self._around.window.scope, str(self.by.key or "")

        def question(book: Book) -> BestAnswer:
            from csdesk.usecases.behaviour import what_the_best_did

            return what_the_best_did(book, scope, measure)

        self._around.desk.ask(self, question, self.show_answer, about="best")

    def show_answer(self, answer: BestAnswer) -> None:
        """Show by what one may choose, and the practices."""
        said = self.tr("Use: {measure}")
        uses = [(name.code, said.format(measure=name.name)) for name in answer.measures]
        self.by.offer([("", self.tr("MRR kept")), *uses], answer.chosen)
        self._features = {name.code: name.name for name in answer.measures}
        found = answer.found
        self.sheet.setVisible(not isinstance(found, Why) and bool(found.rows))
        if isinstance(found, Why):
            self._say_why_not(found)
            return
        self.sheet.show_rows(found.rows)
        self._say(found)

    def _say(self, found: BestQuarter) -> None:
        names = {(str(row.practice), row.of): self._name(row) for row in found.rows}
        self.verdict.setText(best_text(found.rows, names, self._language))
        said = self.tr("{k} of {n} accounts, {period}, and what was done before. Of twenty rows one differs by chance.")
        n, period = len(found.best) + len(found.others), period_name(found.period, self._language)
        self._about.setText(said.format(k=f"{len(found.best):,}", n=f"{n:,}", period=period))

    def _columns(self) -> list[Column[Any]]:
        currency, language = self._around.window.currency, self._language
        of = partial(figure_column, currency=currency, language=language, width=170)
        return [
            Column("practice", self.tr("What was done"), self._name, self._name, width=300),
            of("best", self.tr("Best quarter"), attrgetter("best"), text=lambda row: _share(row.best)),
            of("others", self.tr("All others"), attrgetter("others"), text=lambda row: _share(row.others)),
            Column("against", self.tr("Best against others"), _difference, self._against, width=250),
        ]

    def _name(self, row: PracticeRow) -> str:
        return practice_name(row.practice, row.of, self._features, self._language)

    def _against(self, row: PracticeRow) -> str:
        against = row.difference
        return comparison_text(against.verdict, against.low, against.high, self._language) if against else ""


def _share(measure: Measure) -> str:
    return f"{percent(measure.value)} ({measure.part:,} / {measure.whole:,})" if measure.whole else "–"


def _difference(row: PracticeRow) -> object:
    return row.difference.difference if row.difference else None
