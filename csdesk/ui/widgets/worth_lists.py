"""Lists of the page Unit economics: every form of lifetime value, revenue against costs, and what if more stayed."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from csdesk.ui.rows import Column, Look, Tone
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.wording.figures import UNMOVED, change_text, interval_text, n_text
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import metric_formula, metric_name, why_sentence
from csdesk.wording.reports import WHY
from csdesk.wording.speech import NOTHING, look_up, money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.economics.what_if import WhatIf
    from csdesk.metrics.measure import Measure
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.growth import BalanceRow, FormRow

_FORM, _FIGURE, _WIDE = 290, 130, 420


class FormSheet(FigureSheet):
    """Lifetime value by every form; what one lacks to be reckoned is said beside it."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        columns: list[Column[Any]] = [
            Column("form", self.tr("Form"), self._name, self._name, width=_FORM),
            figure_column("value", self.tr("LTV"), attrgetter("measure"), currency, language, width=_FIGURE),
            Column("interval", self.tr("95% interval"), lambda row: row.measure.low, self._interval, width=190),
            Column("chosen", self.tr("Reckoned with"), lambda row: row.chosen, self._chosen, width=120),
            Column("how", self.tr("How, or what is missing"), self._how, self._how, width=_WIDE, tone=_lacking,
                   tip=self._why),
        ]  # fmt: skip
        super().__init__(columns, name, identity=lambda row: row.measure.metric, parent=parent)

    @property
    def first_lack(self) -> str:
        """Why the first form that is missing is; '' where none is."""
        missing = (row.measure for row in self._model.rows_shown())
        return next((str(measure.why) for measure in missing if measure.value is None and measure.why), "")

    def _name(self, row: FormRow) -> str:
        return metric_name(row.measure.metric, self._language)

    def _interval(self, row: FormRow) -> str:
        said = interval_text(row.measure, self._language, self._currency).partition(" ")[2]
        return "  ".join(filter(None, (said, n_text(row.measure, self._language))))

    def _chosen(self, row: FormRow) -> str:
        return self.tr("● by this book") if row.chosen else ""

    def _how(self, row: FormRow) -> str:
        measure = row.measure
        if _wants_a_look(row):
            return look_up(WHY, measure.why or "", self._language)
        return metric_formula(measure.metric, self._language)

    def _why(self, row: FormRow) -> str:
        why = row.measure.why
        return why_sentence(why, self._language) if why and _wants_a_look(row) else self._how(row)


class BalanceSheet(FigureSheet):
    """Whether the revenue of each group exceeds what it cost to win and keep."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency, self._by = language, currency, ""
        columns: list[Column[Any]] = [
            Column("group", self.tr("Group"), self._name, self._name, width=200),
            self._side("part", self.tr("Revenue of the months")),
            self._side("whole", self.tr("Acquisition and retention cost")),
            figure_column("left", self.tr("What is left"), attrgetter("measure"), currency, language, width=_FIGURE),
            Column("exceeds", self.tr("Revenue exceeds costs"), lambda row: row.exceeds, self._verdict, width=220,
                   tone=_below),
        ]  # fmt: skip
        super().__init__(columns, name, identity=lambda row: row.group, parent=parent)

    def show_balance(self, by: str, rows: Sequence[BalanceRow]) -> None:
        """Show the groups of a dimension."""
        self._by = by
        self.show_rows(rows)

    def _name(self, row: BalanceRow) -> str:
        return group_name(self._by, row.group, self._language)

    def _side(self, key: str, heading: str) -> Column[Any]:
        def value(row: BalanceRow) -> object:
            return getattr(row.measure, key)

        def said(row: BalanceRow) -> str:
            amount = getattr(row.measure, key)
            return NOTHING if amount is None else money(amount, self._currency, self._language)

        return Column(key, heading, value, said, Look.NUMBER, 190)

    def _verdict(self, row: BalanceRow) -> str:
        if row.exceeds is None:
            return f"○ {look_up(WHY, row.measure.why or '', self._language)}"
        return self.tr("● yes") if row.exceeds else self.tr("■ no: review")


class _Pair(NamedTuple):
    """A figure as it is and as it would be."""

    now: Measure
    then: Measure


class WhatIfSheet(FigureSheet):
    """Four figures as they are, and as they would be with more retention."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        columns: list[Column[Any]] = [
            Column("figure", self.tr("Figure"), self._name, self._name, width=320),
            figure_column("now", self.tr("By the present churn"), attrgetter("now"), currency, language, width=180),
            figure_column("then", self.tr("With more retention"), attrgetter("then"), currency, language, width=180),
            Column("change", self.tr("Change"), self._change, self._change, width=300),
        ]
        super().__init__(columns, name, identity=lambda row: row.now.metric, parent=parent)

    def show_what_if(self, found: WhatIf) -> None:
        """Show what would be."""
        self.show_rows([_Pair(*pair) for pair in (found.retention, found.ltv, found.mrr, found.profit)])

    def _name(self, row: _Pair) -> str:
        return metric_name(row.now.metric, self._language)

    def _change(self, row: _Pair) -> str:
        said = change_text(row.then, row.now, self._currency, self._language)
        lack = look_up(WHY, row.then.why, self._language) if row.then.value is not None and row.then.why else ""
        return "  ".join(filter(None, ("" if said.startswith(UNMOVED) else said, lack)))


def _wants_a_look(row: FormRow) -> bool:
    """A form that lacks a number, or comes out below zero."""
    return row.measure.value is None or row.measure.value < 0


def _lacking(row: FormRow) -> Tone:
    return Tone.WARN if _wants_a_look(row) else Tone.QUIET


def _below(row: BalanceRow) -> Tone:
    return Tone.BAD if row.exceeds is False else Tone.PLAIN
