"""How long customers stay: curves of lifetimes, what the test of them says, and the figures of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from csdesk.charts.survival import MOST, ROW, draw_survival
from csdesk.ui.rows import Column, Look, Tone
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.part import Part
from csdesk.usecases.survival import MARKS
from csdesk.wording.kinds import group_name
from csdesk.wording.speech import NOTHING, percent, whole
from csdesk.wording.survival import against_text, chance_sentence, shared_sentence, verdict_sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.charts.records import Spot
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.retention.survival import Step
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.survival import GroupCurve, Survival

_CHART, _LINE = 330, 16
"""Height of the chart of one curve, and what each further one adds below it."""
_FEW = 10


class SurvivalPart(Part):
    """The chart with its sentence, a table of curves, and a table of their steps; every figure opens."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._answer: Survival | None = None
        title = self.tr("How long customers stay")
        note = self.tr(
            "Kaplan-Meier: every unbroken stretch of paying months is one lifetime; those that go on count as far as "
            "they have been seen."
        )
        self.section(title, note=note)
        self.chart = ChartView(around, title, self)
        self.chart.setFixedHeight(_CHART)
        self.chart.opened.connect(self._open_spot)
        self.body.addWidget(self.chart)
        self.said = self.add_said()
        self.curves = FigureSheet(
            self._curve_columns(0, compared=False),
            self.tr("Lifetimes by group"),
            identity=lambda row: row.group,
            parent=self,
        )
        self.add_table(self.curves)
        self.steps = FigureSheet(
            self._step_columns(),
            self.tr("Lifetimes step by step"),
            identity=lambda row: (row[0].group, row[1].time),
            most=10,
            parent=self,
        )
        self.add_table(self.steps)

    def refresh(self) -> None:
        """Ask again."""
        scope = self.frame.scope

        def question(book: Book) -> Survival:
            from csdesk.usecases.survival import survival_page

            return survival_page(book, scope)

        self.desk.ask(self, question, self.show_answer)

    def show_answer(self, answer: Survival) -> None:
        """Show what the book answered."""
        self._answer = answer
        shown = min(len(answer.curves), MOST)
        self.chart.setFixedHeight(_CHART + _LINE * max(0, shown - 1))
        curves = tuple((self._name(of), of.curve) for of in answer.curves)
        self.chart.show_chart(partial(draw_survival, curves=curves))
        self.said.setText("\n".join(self._sentences(answer)))
        self.said.setVisible(bool(self.said.text()))
        self.curves.show_rows(answer.curves, self._curve_columns(answer.within, compared=len(answer.curves) > 1))
        self.steps.show_rows((of, step) for of in answer.curves for step in of.steps)

    # -- building --------------------------------------------------------------------------------------------------

    def _curve_columns(self, within: int, *, compared: bool) -> list[Column[Any]]:
        title = self.tr("Against all others")
        against: Column[Any] = Column("against", title, _chance, self._against, Look.NUMBER, 200, tip=self._caution)
        mean = self.tr("Mean of the first {n} months").format(n=within)
        return [
            Column("group", self.tr("Group"), self._name, self._titled, Look.TITLE, 170, tone=_tone),
            Column("n", self.tr("Lifetimes"), lambda of: of.curve.n, lambda of: f"{of.curve.n:,}", Look.NUMBER, 90),
            Column("ended", self.tr("Ended"), _ended, lambda of: f"{_ended(of):,}", Look.NUMBER, 80),
            figure_column(
                "median",
                self.tr("Median lifetime"),
                lambda of: of.median,
                self.currency,
                self.language,
                width=130,
            ),
            Column("range", self.tr("95% interval"), lambda of: of.median.low, self._range, Look.NUMBER, 130),
            *([against] if compared else []),
            Column("mean", mean, lambda of: of.mean, _mean, Look.NUMBER, 190, tone=_tone),
            *(self._mark_column(mark) for mark in MARKS),
        ]

    def _mark_column(self, mark: int) -> Column[Any]:
        def value(of: GroupCurve) -> object:
            step = of.curve.at(mark)
            return step.value if step else None

        def text(of: GroupCurve) -> str:
            step = of.curve.at(mark)
            return percent(step.value) if step else NOTHING

        def measure(of: GroupCurve) -> Measure:
            return of.measure(mark)

        heading = self.tr("After {n} months").format(n=mark)
        return Column(f"after_{mark}", heading, value, text, Look.NUMBER, 120, tone=_tone, measure=measure)

    def _step_columns(self) -> list[Column[Any]]:
        def counted(key: str, heading: str, width: int) -> Column[Any]:
            return Column(
                key,
                heading,
                lambda row: getattr(row[1], key),
                lambda row: f"{getattr(row[1], key):,}",
                Look.NUMBER,
                width,
            )

        return [
            Column("group", self.tr("Group"), lambda row: self._name(row[0]), self._titled_step, Look.TITLE, 170),
            counted("time", self.tr("Months"), 80),
            counted("at_risk", self.tr("At risk"), 90),
            counted("events", self.tr("Left"), 80),
            counted("censored", self.tr("Seen last"), 90),
            Column(
                "value",
                self.tr("Still there"),
                lambda row: row[1].value,
                lambda row: percent(row[1].value),
                Look.NUMBER,
                110,
                measure=lambda row: row[0].measure(row[1].time),
            ),
            Column("band", self.tr("95% interval"), lambda row: row[1].low, _band, Look.NUMBER, 140),
        ]

    # -- words -----------------------------------------------------------------------------------------------------

    def _name(self, of: GroupCurve) -> str:
        return group_name(of.dimension, of.group or "", self.language) if of.dimension else ""

    def _titled(self, of: GroupCurve) -> str:
        return self._name(of) or self.tr("All accounts")

    def _titled_step(self, row: tuple[GroupCurve, Step]) -> str:
        return self._titled(row[0])

    def _range(self, of: GroupCurve) -> str:
        if of.median.low is None:
            return ""
        return f"{whole(of.median.low)}–{'…' if of.median.high is None else whole(of.median.high)}"

    def _against(self, of: GroupCurve) -> str:
        return against_text(of.against, self.language) if of.against else ""

    def _caution(self, of: GroupCurve) -> str:
        return chance_sentence(self.language) if of.against else ""

    def _sentences(self, answer: Survival) -> list[str]:
        said = [verdict_sentence(answer.test, self.language)] if answer.test else []
        if answer.shared:
            said.append(shared_sentence(self.language))
        if len(answer.curves) > MOST:
            said.append(self.tr("Drawn are the {n} groups with the most lifetimes.").format(n=MOST))
        if answer.unknown:
            text = self.tr("Left out: {n} accounts that were there before the records begin; their start is not known.")
            said.append(text.format(n=f"{answer.unknown:,}"))
        return said

    def _open_spot(self, spot: Spot) -> None:
        if self._answer is not None:
            of = self._answer.curves[spot.index // ROW]
            self.frame.explain(of.measure(of.curve.steps[spot.index % ROW].time))


def _ended(of: GroupCurve) -> int:
    return of.curve.events


def _chance(of: GroupCurve) -> object:
    return of.against.p if of.against else None


def _mean(of: GroupCurve) -> str:
    return NOTHING if of.mean is None else whole(of.mean, 1)


def _tone(of: GroupCurve) -> Tone:
    return Tone.QUIET if of.curve.n < _FEW else Tone.PLAIN


def _band(row: tuple[GroupCurve, Step]) -> str:
    step = row[1]
    return "" if step.low is None else f"{percent(step.low)}–{percent(step.high)}"
