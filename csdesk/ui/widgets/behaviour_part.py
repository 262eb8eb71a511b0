"""Whether those who use something more stay: groups by use of a measure, and what they show."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.metrics.measure import Why
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.verdict_part import VerdictPart
from csdesk.wording.charts import period_name
from csdesk.wording.figures import interval_text
from csdesk.wording.users import finding_text, part_name, range_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.users.behaviour import Behaviour, PartRow
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.behaviour import BehaviourAnswer
    from csdesk.usecases.books import Book


class BehaviourPart(VerdictPart):
    """Asks by itself: a measure and whose use to look at, four groups with their attrition, and a verdict."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.measure = Choice((), self.tr("Measure"), self)
        self.whose = Choice(((False, self.tr("Accounts")), (True, self.tr("Users"))), self.tr("Whose use"), self)
        name = self.tr("Groups by use")
        self.sheet = FigureSheet(self._columns(), name, identity=lambda row: row.part, most=4, parent=self)
        self._hold(self.sheet, self.measure, self.whose)

    def refresh(self) -> None:
        scope, measure, of_users = self._around.window.scope, str(self.measure.key or ""), bool(self.whose.key)

        def question(book: Book) -> BehaviourAnswer:
            from csdesk.usecases.behaviour import behaviour

            return behaviour(book, scope, measure, of_users=of_users)

        self._around.desk.ask(self, question, self.show_answer, about="behaviour")

    def show_answer(self, answer: BehaviourAnswer) -> None:
        """Show the measures there are, and the groups by the chosen one."""
        self.measure.offer([(name.code, name.name) for name in answer.measures], answer.chosen)
        found = answer.found
        self.sheet.setVisible(not isinstance(found, Why))
        if isinstance(found, Why):
            self._say_why_not(found)
            return
        self.sheet.show_rows(found.rows)
        self._say(found)

    def _say(self, found: Behaviour) -> None:
        low, high = (found.difference.low, found.difference.high) if found.difference else (0.0, 0.0)
        self.verdict.setText(finding_text(found.finding, low, high, self._language))
        said = self.tr("Use before {period}, and who left in it. Equal use is never split between groups.")
        self._about.setText(said.format(period=period_name(found.period, self._language)))

    def _columns(self) -> list[Column[Any]]:
        currency = self._around.window.currency
        return [
            Column("part", self.tr("Group"), lambda row: row.part, self._name, Look.NAME, 200),
            Column("use", self.tr("Use"), lambda row: row.most, _range, Look.NUMBER, 130),
            Column("n", self.tr("In the group"), lambda row: row.attrition.n, _count, Look.NUMBER, 110),
            figure_column("left", self.tr("Left"), attrgetter("attrition"), currency, self._language, width=100),
            Column(
                "interval", self.tr("95% interval"), lambda row: row.attrition.low, self._interval, Look.NUMBER, 150
            ),
        ]

    def _name(self, row: PartRow) -> str:
        return part_name(row.part, self._language)

    def _interval(self, row: PartRow) -> str:
        return interval_text(row.attrition, self._language).partition(" ")[2]


def _range(row: PartRow) -> str:
    return range_text(row.part, row.least, row.most) if row.attrition.n else "–"


def _count(row: PartRow) -> str:
    return f"{row.attrition.n or 0:,}"
