"""Cohorts: what those who began together keep as they age: accounts, their MRR, and users."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from csdesk.charts.curves import MOST
from csdesk.charts.records import Mark
from csdesk.metrics.engine.doings import Activity, Doing
from csdesk.metrics.retention.mean_curves import averaged
from csdesk.metrics.triangles import CohortKind, CohortPeriod
from csdesk.models.kinds import Kind
from csdesk.ui.dialogs.marker import MarkerDialog
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.cohort_choices import CohortChoices
from csdesk.ui.widgets.cohort_grid import CohortGrid
from csdesk.ui.widgets.curves_part import CurvesPart
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.markers_part import MarkersPart
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.wording.kinds import group_name
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from csdesk.metrics.measure import Measure
    from csdesk.metrics.triangles import Cohort, Triangle
    from csdesk.ui.page import Surroundings
    from csdesk.ui.widgets.curves_part import Source
    from csdesk.usecases.books import Book
    from csdesk.usecases.cohorts import Asked
    from csdesk.usecases.cohorts import CohortPage as Answer

_ROUND_THE_GRID = 150
"""Pixels of the page above and below the grid, so that it is seen whole or scrolls by itself."""

_WIDEST_GROUP = 220


class CohortsPage(NumberPage):
    """The grid with its mean, curves of the same cohorts, and the events drawn across both."""

    name: ClassVar[str] = "cohorts"
    depends: ClassVar[frozenset[Kind]] = frozenset(
        {
            *(
                Kind.ACCOUNT,
                Kind.PERSON,
                Kind.CONTRACT,
                Kind.PRODUCT,
                Kind.CUSTOM_FIELD,
                Kind.CUSTOM_VALUE,
                Kind.EXCHANGE_RATE,
            ),
            *(Kind.CONTACT, Kind.USE, Kind.MEASURE, Kind.MARKER, Kind.SETTING),
        }
    )

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._answer: Answer | None = None
        self._chosen: list[int] = []
        self.add_split()
        self._choices = CohortChoices(self.language, self)
        self._choices.changed.connect(self.refresh)
        self._group = Choice([(None, self.tr("Everybody"))], self.tr("Whose cohorts"), self)
        self._group.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self._group.setMaximumWidth(_WIDEST_GROUP)
        self._group.currentIndexChanged.connect(self._show_triangle)
        self._figures = Choice(
            ((True, self.tr("Percent")), (False, self.tr("Amounts"))), self.tr("Figures in the cohorts"), self
        )
        self._figures.currentIndexChanged.connect(self._write_figures)
        self.section(self.tr("Cohorts by start"), self._choices, self._figures)
        self._note, self._told = QLabel(self), QLabel(self)
        for label in (self._note, self._told):
            label.setProperty("role", "small")
            label.setWordWrap(True)
        self._grid = CohortGrid(around, self.tr("Cohorts by start"), self)
        self._grid.opened.connect(self._open_cell)
        self._grid.told.connect(self._told.setText)
        self._grid.chosen.connect(self._choose)
        self._curves = CurvesPart(around, self)
        self._curves.opened.connect(self._open_point)
        self._curves.changed.connect(self._compare)
        self._markers = MarkersPart(around, self)
        self._markers.wanted.connect(lambda: MarkerDialog(around, self).open())
        self.body.addLayout(_side_by_side(self._note, self._choices.amount, self._group))
        for part in (self._grid, self._told, self._curves, self._markers):
            self.body.addWidget(part)

    def turn_to(self, wanted: object) -> None:
        if wanted == "markers":
            self._scroll.ensureWidgetVisible(self._markers)
            self._markers.sheet.setFocus()

    def refresh(self) -> None:
        scope, asked = self.frame.scope, self._asked()

        def question(book: Book) -> Answer:
            from csdesk.usecases.cohorts import cohort_page

            return cohort_page(book, scope, asked)

        self.desk.ask(self, question, self.show_answer)

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        if self._answer is None or self._answer.asked.kind is not answer.asked.kind:
            self._chosen = []
        self._answer = answer
        self.say(self.tr("as of {day}").format(day=day(answer.scope.as_of, self.language)))
        self.show_empty(empty=not answer.holds)
        if not answer.holds:
            return
        self._choices.offer(answer.measures)
        self._offer_groups(answer)
        self._markers.show_markers(answer.markers)
        self._note.setText(self._noted(answer))
        self._show_triangle()

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "cohorts",
            self.tr("No cohorts yet"),
            self.tr(
                "Cohorts follow customers that began together. Import contracts with their start, or a log of use with "
                "its days: each month or week of beginners becomes a row."
            ),
            ((self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),),
            self,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.give_room(self.height() - _ROUND_THE_GRID)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _asked(self) -> Asked:
        asked = self._choices.asked(self.frame.scope.period.kind, features=self._curves.wants_features)
        if asked.activity.doing is Doing.THRESHOLD and not asked.activity.measure:
            return replace(asked, activity=Activity())
        return asked

    def _show_triangle(self) -> None:
        if self._answer is None:
            return
        triangle = self._triangle(self._answer)
        marks = [Mark(marker.on, marker.title) for marker in self._answer.markers]
        self._grid.show_triangle(triangle, marks)
        self._chosen = [row for row in self._chosen if row < len(triangle.cohorts)]
        self._show_curves()

    def _show_curves(self) -> None:
        assert self._answer is not None
        colours = self._curves.show_answer(self._answer, self._triangle(self._answer), self._chosen)
        self._grid.cohorts.choose({row + 1: colour for row, colour in colours.items()})

    def _triangle(self, answer: Answer) -> Triangle:
        return next((one for one in (*answer.groups, *answer.roles) if _key(one) == self._group.key), answer.whole)

    def _offer_groups(self, answer: Answer) -> None:
        def named(one: Triangle) -> str:
            name = group_name(one.dimension or "", one.group or "", self.language)
            return self.tr("Role: {name}").format(name=name) if one in answer.roles else name

        parts, whole = (*answer.groups, *answer.roles), (self._group.itemData(0), self._group.itemText(0))
        self._group.offer([whole, *((_key(one), named(one)) for one in parts)], self._group.key)
        self._group.setVisible(bool(parts))

    def _noted(self, answer: Answer) -> str:
        """What is to be known to read the grid."""
        known = [self.tr("Rows began together; columns are the time since. What is not yet known stays empty.")]
        if answer.asked.kind is not CohortKind.USERS:
            return known[0]
        if answer.of is Kind.ACCOUNT:
            known.append(self.tr("No record of use names a user: these are accounts, by their first use."))
        if answer.asked.period is CohortPeriod.WEEK:
            known.append(self.tr("Weeks run from Monday to Sunday and bear their ISO numbers."))
        if answer.nameless:
            known.append(self.tr("Left out, for they name no user: {n} rows.").format(n=f"{answer.nameless:,}"))
        if answer.monthly:
            known.append(self.tr("Left out, for they cover a whole month: {n} rows.").format(n=f"{answer.monthly:,}"))
        return " ".join(known)

    # -- acting ----------------------------------------------------------------------------------------------------

    def _write_figures(self) -> None:
        self._grid.write_shares(shares=bool(self._figures.key))

    def _choose(self, row: int) -> None:
        """Draw a cohort's curve in a colour of its own, or no longer."""
        at = row - 1
        if at in self._chosen:
            self._chosen.remove(at)
        elif at >= 0:
            self._chosen = [*self._chosen, at][1 - MOST :]
        self._show_curves()

    def _compare(self) -> None:
        if self._curves.wants_features:
            self.refresh()
        elif self._answer is not None:
            self._show_curves()

    def _open_cell(self, row: int, age: int) -> None:
        if self._answer is None:
            return
        triangle = self._triangle(self._answer)
        cohorts = averaged(triangle.cohorts) if row == 0 else (triangle.cohorts[row - 1],)
        self._explain(self._answer.asked, cohorts, age, triangle)

    def _open_point(self, source: Source, age: int) -> None:
        if self._answer is None:
            return
        asked = self._answer.asked
        if source.measure:
            asked = replace(asked, activity=Activity(Doing.THRESHOLD, source.measure, 0.0))
        self._explain(asked, averaged(source.cohorts), age, source.triangle)

    def _explain(self, asked: Asked, cohorts: tuple[Cohort, ...], age: int, triangle: Triangle) -> None:
        scope, of = self.frame.scope, (triangle.dimension, triangle.group or "") if triangle.dimension else None
        reached = tuple(cohort for cohort in cohorts if len(cohort.cells) > age)

        def question(book: Book) -> Measure:
            from csdesk.usecases.cohorts import cohort_measure

            return cohort_measure(book, scope, asked, reached, age, of)

        self.desk.ask(self, question, self.frame.explain, about="cell")


def _side_by_side(note: QWidget, *choices: QWidget) -> QHBoxLayout:
    """A note that takes what room there is, with choices at its right."""
    row = QHBoxLayout()
    row.addWidget(note, 1)
    for choice in choices:
        row.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _key(triangle: Triangle) -> str:
    """What a choice knows a group's triangle by."""
    return f"{triangle.dimension}:{triangle.group}"
