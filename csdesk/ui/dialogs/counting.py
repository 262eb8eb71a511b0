"""How revenue and customers are counted, with what each choice would change before it is made."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.metrics.rules import Denominator, Discounts, EndDate, Rules, Snapshot
from csdesk.ui.rows import Column
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.ui.widgets.horizon import HorizonChoice
from csdesk.ui.widgets.number_box import WholeBox
from csdesk.wording.charts import period_name
from csdesk.wording.metrics import metric_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.counting import Difference

_WIDTH, _ROWS, _LONGEST_GAP = 780, 8, 366
_NAMED = 3
"""Accounts named in a row; the rest are counted, and all are in its tip."""


class Counting(StepDialog):
    """Shows the rules in force, or `proposed` ones; saving is one step."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None, proposed: Rules | None = None) -> None:
        super().__init__(around, parent)
        self._frame = around.window
        self._rules = Rules.parse(self._frame.settings.rules)
        self.setWindowTitle(self.tr("How figures are counted"))
        self.setMinimumWidth(_WIDTH)
        self._build_choices()
        self._said = muted("", self)
        self.sheet = FigureSheet(
            self._columns(),
            self.tr("What this changes"),
            identity=lambda row: (row.now.metric, row.now.period),
            most=_ROWS,
            parent=self,
        )
        self.body.addLayout(form(self._named))
        self.body.addWidget(self._said)
        self.body.addWidget(self.sheet)
        self._show(proposed or self._rules)
        for choice in self._choices:
            choice.currentIndexChanged.connect(self._compare)
        self.gap.valueChanged.connect(self._compare)
        self._compare()

    @property
    def wanted(self) -> Rules:
        """The rules as chosen."""
        return replace(
            self._rules,
            snapshot=Snapshot(str(self.snapshot.key)),
            end_date=EndDate(str(self.end_date.key)),
            gap_days=self.gap.value(),
            paused_is_churn=bool(self.paused.key),
            discounts=Discounts(str(self.discounts.key)),
            denominator=Denominator(str(self.denominator.key)),
            reactivation_offsets=bool(self.reactivation.key),
            cmrr_days=self.horizon.days,
        )

    def check(self) -> None:
        from csdesk.usecases.settings import change_rules

        rules = self.wanted
        if rules == self._rules:
            self.accept()
            return
        self.save(lambda book: change_rules(book, rules))

    def show_differences(self, found: tuple[Difference, ...]) -> None:
        """Show what would change."""
        self.sheet.show_rows(found)
        self.sheet.setVisible(bool(found))
        if self.wanted == self._rules:
            said = self.tr("These are the rules in force.")
        elif found:
            said = self.tr("Figures that would change: {n}").format(n=f"{len(found):,}")
        else:
            said = self.tr("No figure of the periods shown would change.")
        self._said.setText(said)

    # -- what is chosen --------------------------------------------------------------------------------------------

    def _compare(self) -> None:
        rules, scope = self.wanted, self._frame.scope

        def question(book: Book) -> tuple[Difference, ...]:
            from csdesk.usecases.counting import differences

            return differences(book, scope, rules)

        self._around.desk.ask(self, question, self.show_differences)

    def _show(self, rules: Rules) -> None:
        self.gap.setValue(rules.gap_days)
        for choice, key in (
            (self.snapshot, rules.snapshot),
            (self.end_date, rules.end_date),
            (self.paused, rules.paused_is_churn),
            (self.discounts, rules.discounts),
            (self.denominator, rules.denominator),
            (self.reactivation, rules.reactivation_offsets),
            (self.horizon, rules.cmrr_days),
        ):
            choice.choose(key)

    # -- building --------------------------------------------------------------------------------------------------

    def _build_choices(self) -> None:
        self._named: list[tuple[str, QWidget]] = []
        self.snapshot = self._choice(
            self.tr("MRR of a month is read"),
            (Snapshot.MONTH_END, self.tr("at its end")),
            (Snapshot.MONTH_START, self.tr("at its start")),
            (Snapshot.OVERLAP, self.tr("on any day of it")),
        )
        self.end_date = self._choice(
            self.tr("An end date is"),
            (EndDate.AS_IMPORTED, self.tr("as found at import")),
            (EndDate.LAST_DAY, self.tr("always the last day of service")),
            (EndDate.DAY_AFTER, self.tr("always the day after the last day")),
        )
        self.gap = WholeBox(0, _LONGEST_GAP, self, self.tr(" days"))
        self.gap.setSpecialValueText(self.tr("none: every gap is churn and return"))
        self._named.append((self.tr("Bridge gaps of up to"), self.gap))
        self.paused = self._choice(
            self.tr("A pause is"), (False, self.tr("a contraction, the customer stays")), (True, self.tr("a churn"))
        )
        self.discounts = self._choice(
            self.tr("MRR is"),
            (Discounts.NET, self.tr("net of discounts")),
            (Discounts.GROSS, self.tr("before discounts")),
        )
        self.denominator = self._choice(
            self.tr("Logo churn is a share of"),
            (Denominator.START, self.tr("customers at the start")),
            (Denominator.START_AND_NEW, self.tr("customers at the start, and new ones")),
        )
        self.reactivation = self._choice(
            self.tr("Customers who return"),
            (False, self.tr("do not make up for losses")),
            (True, self.tr("make up for losses in net MRR churn")),
        )
        ahead = self.tr("CMRR looks")
        self.horizon = HorizonChoice(ahead, self)
        self._named.append((ahead, self.horizon))
        self._choices = [box for _, box in self._named if isinstance(box, Choice)]

    def _choice(self, word: str, *choices: tuple[object, str]) -> Choice:
        made = Choice(choices, word, self)
        self._named.append((word, made))
        return made

    def _columns(self) -> list[Column[Any]]:
        language, currency = self._frame.language, self._frame.currency

        def period(row: Difference) -> str:
            return period_name(row.now.period, language) if row.now.period else ""

        def figure(row: Difference) -> str:
            return metric_name(row.then.metric, language, row.then.base)

        # Its figures do not open: the panel that shows them lies behind the dialog.
        return [
            Column("figure", self.tr("Figure"), figure, figure, width=190),
            Column("period", self.tr("Period"), lambda row: row.now.period, period, width=110),
            *(
                replace(figure_column(side, heading, attrgetter(side), currency, language, width=110), measure=None)
                for side, heading in (("now", self.tr("Now")), ("then", self.tr("Then")))
            ),
            Column("accounts", self.tr("Because of"), _names, _names, width=220, tip=_all_names),
        ]


def _names(row: Difference) -> str:
    more = len(row.accounts) - _NAMED
    return ", ".join(row.accounts[:_NAMED]) + (f" … +{more:,}" if more > 0 else "")


def _all_names(row: Difference) -> str:
    return ", ".join(row.accounts)
