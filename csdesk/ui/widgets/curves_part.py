"""What cohorts keep as they age, as curves: their mean and some of them, before and after an event, by group, by
measure of use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from csdesk.charts.curves import MOST, Curve, colours, draw_curves
from csdesk.metrics.retention.mean_curves import mean_curve
from csdesk.metrics.triangles import OF_MONEY
from csdesk.ui.plain import literal
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.chart_copies import style_of
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.part import titled_row
from csdesk.usecases.cohorts import Curves
from csdesk.wording.cohorts import BEFORE, CURVES, MEAN, MIDDLE_HALF, SINCE, TITLES, start_name
from csdesk.wording.kinds import group_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.charts.records import Spot
    from csdesk.metrics.triangles import Cohort, Triangle
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.cohorts import CohortPage
    from csdesk.usecases.markers import Marker
    from csdesk.wording.speech import Words

_HEIGHT = 300


@dataclass(frozen=True, slots=True)
class Source:
    """A curve with the cohorts it is of and their triangle, those who do `measure` where it is a measure's."""

    curve: Curve
    cohorts: tuple[Cohort, ...]
    triangle: Triangle
    measure: str = ""


class CurvesPart(QWidget):
    """`opened` carries the source and age of a point; `changed` when another question is to be asked."""

    opened = Signal(object, int)
    changed = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._language = around.window.language
        self._answer: CohortPage | None = None
        self._triangle: Triangle | None = None
        self._chosen: tuple[int, ...] = ()
        self.sources: tuple[Source, ...] = ()
        note = self.tr("Choose cohorts by their names in the grid, or with Space; each point is a mean by size.")
        self.choice = Choice([], self.tr("What the curves compare"), self)
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.choice.currentIndexChanged.connect(self._tell)
        self.chart = ChartView(around, self.tr("Curves of the cohorts"), self)
        self.chart.setFixedHeight(_HEIGHT)
        self.chart.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(titled_row(self, self.tr("Curves"), self.choice, note=note)[0])
        column.addWidget(self.chart)

    @property
    def wants_features(self) -> bool:
        """Whether curves of the measures are to be shown."""
        return self.choice.key == Curves.FEATURES

    def show_answer(self, answer: CohortPage, triangle: Triangle, chosen: Sequence[int]) -> dict[int, str]:
        """Show curves of one of the answer's triangles; returns the colours of the cohorts chosen."""
        self._answer, self._triangle, self._chosen = answer, triangle, tuple(chosen)
        self._offer()
        return self._show()

    def _offer(self) -> None:
        assert self._answer is not None
        words = {curves: text.say(self._language) for curves, text in CURVES.items()}
        offered: list[tuple[object, str]] = [(Curves.COHORTS, words["cohorts"])]
        if self._answer.groups:
            offered.append((Curves.GROUPS, words["groups"]))
        if self._answer.roles:
            offered.append((Curves.ROLES, words["roles"]))
        if self._answer.asked.kind == "users" and self._answer.measures:
            offered.append((Curves.FEATURES, words["features"]))
        offered += [(mark.id, literal(self._words(CURVES["marker"], mark))) for mark in self._answer.markers]
        self.choice.offer(offered, self.choice.key)

    def _show(self) -> dict[int, str]:
        answer, triangle = self._answer, self._triangle
        assert answer is not None
        assert triangle is not None
        self.sources = tuple(self._sources(answer, triangle))
        curves = tuple(source.curve for source in self.sources)
        single = self.choice.key == Curves.COHORTS
        behind = [[float(cell.value or 0) for cell in cohort.cells] for cohort in triangle.cohorts] if single else []
        title = TITLES[triangle.kind].say(self._language)
        if triangle.kind in OF_MONEY and any(curve.banded for curve in curves):
            title = self.tr("{title} (band: {band})").format(title=title, band=MIDDLE_HALF.say(self._language))
        step = triangle.cohorts[0].step if triangle.cohorts else answer.asked.period
        self.chart.show_chart(partial(draw_curves, title=title, step=step, curves=curves, behind=behind))
        if not single:
            return {}
        return dict(zip((-1, *self._chosen), colours(curves, style_of(self._around)), strict=False))

    def _sources(self, answer: CohortPage, triangle: Triangle) -> list[Source]:
        key = self.choice.key
        if key in {Curves.GROUPS, Curves.ROLES}:
            parts = [one for one in (answer.groups if key == Curves.GROUPS else answer.roles) if one.cohorts]
            ranked = sorted(parts, key=lambda one: -sum(cohort.size for cohort in one.cohorts))[:MOST]
            return [self._source(self._named(one), one, one.cohorts) for one in ranked]
        if key == Curves.FEATURES:
            named = zip(answer.measures, answer.features, strict=False)
            used = [(code, name, one) for (code, name), one in named if _is_used(one)]
            return [self._source(name, one, one.cohorts, measure=code) for code, name, one in used[:MOST]]
        mark = next((mark for mark in answer.markers if mark.id == key), None)
        if mark is not None:
            halves = [
                (BEFORE, tuple(cohort for cohort in triangle.cohorts if cohort.age_on(mark.on) > 0)),
                (SINCE, tuple(cohort for cohort in triangle.cohorts if cohort.age_on(mark.on) <= 0)),
            ]
            return [self._source(self._words(words, mark), triangle, of, banded=True) for words, of in halves if of]
        chosen = [triangle.cohorts[row] for row in self._chosen]
        mean = self._source(MEAN.say(self._language), triangle, triangle.cohorts, main=True, banded=True)
        return [mean, *(self._source(start_name(c.start, self._language), triangle, (c,)) for c in chosen)]

    def _source(
        self,
        name: str,
        triangle: Triangle,
        cohorts: tuple[Cohort, ...],
        *,
        measure: str = "",
        main: bool = False,
        banded: bool = False,
    ) -> Source:
        points = mean_curve(triangle.kind, cohorts)
        return Source(Curve(name, points, main, banded), cohorts, triangle, measure)

    def _named(self, group: Triangle) -> str:
        return group_name(group.dimension or "", group.group or "", self._language)

    def _words(self, words: Words, mark: Marker) -> str:
        return words.say(self._language, title=mark.title)

    def _tell(self) -> None:
        if self._answer is not None and not self.wants_features:
            self._show()
        self.changed.emit()

    def _open(self, spot: Spot) -> None:
        if spot.series:
            self.opened.emit(self.sources[int(spot.series)], spot.index)


def _is_used(triangle: Triangle) -> bool:
    """Whether any user does it: what is known by account alone has no curve."""
    return any(cell.part for cohort in triangle.cohorts for cell in cohort.cells)
