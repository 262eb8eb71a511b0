"""Targets: what figures are aimed at, how the latest period stands against it, and who has said so last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from csdesk.ui.rows import Column, Look, Tone
from csdesk.ui.widgets.reports.list_part import ListPart
from csdesk.usecases.targets import target_rows
from csdesk.wording.charts import period_name
from csdesk.wording.figures import amount_text, figure_text
from csdesk.wording.metrics import metric_name
from csdesk.wording.speech import NOTHING
from csdesk.wording.targets import difference_text, said_text, verdict_text
from csdesk.wording.window import PERIODS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.targets import TargetRow


class TargetsPart(ListPart):
    """In the order of the catalogue."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.lay_out(
            self.tr("Targets"),
            self.tr("Set a target …"),
            self.tr(
                "Aim at a few figures: specific, measurable, within reach, and for a period. Do not copy other "
                "companies' numbers: begin with what your own last four periods were. A target that turns out "
                "unrealistic is revised, with the reason; what was said before stays as its history."
            ),
            self._of_targets(),
        )

    def refresh(self) -> None:
        """Ask again."""
        as_of = self.frame.scope.as_of
        self.desk.ask(self, lambda book: target_rows(book, as_of), self.show_rows)

    def _of_targets(self) -> tuple[Column[TargetRow], ...]:
        language, currency = self.frame.language, self.frame.currency

        def name(row: TargetRow) -> str:
            return metric_name(row.metric, language)

        def aim(row: TargetRow) -> str:
            return amount_text(row.aimed(currency), row.measure.unit, currency, language)

        def since(row: TargetRow) -> str:
            period = row.measure.period
            return period_name(replace(period, first=row.target.since), language) if period else NOTHING

        def actual(row: TargetRow) -> str:
            return figure_text(row.measure, currency, language)

        def of(row: TargetRow) -> str:
            return period_name(row.measure.period, language) if row.measure.period else NOTHING

        def gap(row: TargetRow) -> str:
            return difference_text(row.against, row.measure.unit, currency, language) if row.against else NOTHING

        def said(row: TargetRow) -> str:
            return said_text(row.history[0], language)

        return (
            Column("figure", self.tr("Figure"), name, name, Look.TITLE, 170),
            Column("kind", self.tr("For each"), lambda r: r.kind.months,
                   lambda r: PERIODS[r.kind].say(language), width=80),
            Column("target", self.tr("Target"), lambda r: r.target.value, aim, Look.NUMBER, 100),
            Column("since", self.tr("From"), lambda r: r.target.since, since, width=150),
            Column("actual", self.tr("Actual"), lambda r: r.measure.value, actual, Look.NUMBER, 100),
            Column("period", self.tr("In"), lambda r: r.measure.period and r.measure.period.first, of, width=150),
            Column("verdict", self.tr("Met"), lambda r: r.against and r.against.met,
                   lambda r: verdict_text(r.against, language), width=80, tone=_tone),
            Column("gap", self.tr("Difference"), gap, gap, width=120),
            Column("said", self.tr("Last word"), lambda r: r.history[0].set_at, said, width=260, tip=said),
        )  # fmt: skip


def _tone(row: TargetRow) -> Tone:
    if row.against is None or row.against.met is None:
        return Tone.QUIET
    if row.against.met:
        return Tone.PLAIN
    return Tone.BAD if row.against.certain else Tone.WARN
