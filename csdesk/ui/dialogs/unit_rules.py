"""How lifetime value, cost of acquisition and their ratio are counted: one choice for the whole team."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from csdesk.metrics.rules import LtvChurn, LtvFormula, Rules
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.differences_part import DifferencesPart
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.ui.widgets.number_box import DecimalBox, WholeBox
from csdesk.wording.lifetime_value import LTV_NAMES
from csdesk.wording.metrics import metric_formula

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings

_MONTHS, _YEARS, _PURCHASES, _TIMES = 60, 100, 10_000, 100
_WIDTH = 780
"""Pixels, so that no formula is cut."""


class UnitRules(StepDialog):
    """Shows the rules in force; saving is one step. Every number can be given, for the page shows every formula."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._rules = Rules.parse(around.window.settings.rules)
        self.setWindowTitle(self.tr("How unit economics are counted"))
        self.setMinimumWidth(_WIDTH)
        language = around.window.language
        self.formula = Choice(
            [(one, LTV_NAMES[one].say(language)) for one in LtvFormula], self.tr("Lifetime value (LTV)"), self
        )
        self._said = muted("", self)
        self.margin = self._decimal(1, 100, "%")
        self.window_months = WholeBox(1, _MONTHS, self)
        self.churn = Choice(
            ((LtvChurn.LOGO, self.tr("logo churn")), (LtvChurn.MRR, self.tr("gross MRR churn"))), self.tr("Churn"), self
        )
        self.purchases = self._decimal(0, _PURCHASES, none=True)
        self.frequency = self._decimal(Fraction(1, 10), _PURCHASES)
        self.years = self._decimal(0, _YEARS, none=True)
        self.holds = self._decimal(Fraction(1, 10), _TIMES, "×")
        self.cost_month = Choice(
            ((False, self.tr("of the same months")), (True, self.tr("of the months one before"))),
            self.tr("Costs of acquisition (CAC)"),
            self,
        )
        self.changes = DifferencesPart(around, self._rules, "ltv", self)
        self.changes.accounts.opened.connect(lambda row: self._go(row.account))
        self._lay_out()
        self._show(self._rules)
        self.formula.currentIndexChanged.connect(self._show_formula)
        for choice in (self.formula, self.churn, self.cost_month):
            choice.currentIndexChanged.connect(self._compare)
        for box in (self.margin, self.window_months, self.purchases, self.frequency, self.years, self.holds):
            box.valueChanged.connect(self._compare)
        self._compare()

    def turn_to(self, lack: str) -> None:
        """Give the keyboard to the number that a figure lacks, named by why there is none."""
        field = {"no_purchases": self.purchases, "no_years": self.years}.get(lack)
        if field is not None:
            field.setFocus()
            field.selectAll()

    @property
    def wanted(self) -> Rules:
        """The rules as chosen."""
        return replace(
            self._rules,
            ltv=LtvFormula(str(self.formula.key)),
            ltv_window=self.window_months.value(),
            ltv_churn=LtvChurn(str(self.churn.key)),
            ltv_purchases=_exact(self.purchases),
            ltv_frequency=_exact(self.frequency),
            ltv_years=_exact(self.years),
            gross_margin=_exact(self.margin) / 100,
            ltv_to_cac_holds=_exact(self.holds),
            cac_month_before=bool(self.cost_month.key),
        )

    def check(self) -> None:
        from csdesk.usecases.settings import change_rules

        rules = self.wanted
        if rules == self._rules:
            self.accept()
            return
        self.save(lambda book: change_rules(book, rules))

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.body.addLayout(
            form(
                [
                    (self.tr("Lifetime value (LTV)"), self.formula),
                    ("", self._said),
                    (self.tr("Gross margin"), self.margin),
                    (self.tr("Months of churn averaged"), self.window_months),
                    (self.tr("Churn"), self.churn),
                    (self.tr("Purchases in a customer's life"), self.purchases),
                    (self.tr("Payments a year"), self.frequency),
                    (self.tr("Years a customer stays"), self.years),
                    (self.tr("Costs of acquisition (CAC)"), self.cost_month),
                    (self.tr("LTV / CAC holds from"), self.holds),
                ]
            )
        )
        self.body.addWidget(self.changes)
        versions = QPushButton(self.tr("Versions and comparison ..."), self)
        versions.setAutoDefault(False)
        versions.clicked.connect(self._open_versions)
        self.foot.insertWidget(0, versions)

    def _compare(self) -> None:
        from csdesk.usecases.figures import slow

        scope = self._around.window.scope
        self.changes.compare(self.wanted, replace(scope, period=slow(scope.period)))

    def _go(self, account: int) -> None:
        self.reject()
        self._around.window.open_account(account)

    def _open_versions(self) -> None:
        self.reject()
        self._around.window.open_page("definitions")

    def _show(self, rules: Rules) -> None:
        self.formula.choose(rules.ltv)
        self.window_months.setValue(rules.ltv_window)
        self.churn.choose(rules.ltv_churn)
        self.cost_month.choose(rules.cac_month_before)
        for box, value in (
            (self.margin, rules.gross_margin * 100),
            (self.purchases, rules.ltv_purchases),
            (self.frequency, rules.ltv_frequency),
            (self.years, rules.ltv_years),
            (self.holds, rules.ltv_to_cac_holds),
        ):
            box.setValue(float(value))
        self._show_formula()

    def _show_formula(self) -> None:
        chosen = LtvFormula(str(self.formula.key))
        self._said.setText(metric_formula("ltv", self._around.window.language, by=chosen))

    def _decimal(self, least: Fraction | int, most: int, suffix: str = "", *, none: bool = False) -> DecimalBox:
        box = DecimalBox(float(least), most, self, suffix=suffix)
        if none:
            box.setSpecialValueText(self.tr("not given"))
        return box


def _exact(box: DecimalBox) -> Fraction:
    """The figure as shown, not its nearest binary fraction."""
    return Fraction(f"{box.value():.{box.decimals()}f}")
