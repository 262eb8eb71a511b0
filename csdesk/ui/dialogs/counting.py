"""How revenue and customers are counted, with what each choice would change before it is made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QPushButton

from csdesk.metrics.engine.segments import LONGEST_GAP
from csdesk.metrics.rules import ChurnDate, Denominator, Discounts, EndDate, Rules, Snapshot
from csdesk.metrics.vendors import OWN, Vendor
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.differences_part import DifferencesPart
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.ui.widgets.horizon import HorizonChoice
from csdesk.ui.widgets.number_box import WholeBox
from csdesk.wording.definition_sheet import vendor_text
from csdesk.wording.metrics import metric_name
from csdesk.wording.speech import look_up
from csdesk.wording.vendors import VENDOR_NOTES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings

_WIDTH = 780


class Counting(StepDialog):
    """Shows the rules in force, or `proposed` ones; saving is one step. A `metric` that has options to itself can be
    counted like a vendor alone."""

    def __init__(
        self, around: Surroundings, parent: QWidget | None = None, proposed: Rules | None = None, metric: str = ""
    ) -> None:
        super().__init__(around, parent)
        self._frame = around.window
        self._rules = Rules.parse(self._frame.settings.rules)
        self._shown = proposed or self._rules
        self._metric = metric if metric in OWN else ""
        self.setWindowTitle(self.tr("How figures are counted"))
        self.setMinimumWidth(_WIDTH)
        self._build_choices()
        self._note = muted("", self)
        self.changes = DifferencesPart(around, self._rules, self._metric, self)
        self.changes.accounts.opened.connect(lambda row: self._go(row.account))
        self._lay_out()
        self._show(self._shown)
        for choice in self._choices:
            choice.currentIndexChanged.connect(self._compare)
        for box in (self.gap, self.answered):
            box.valueChanged.connect(self._compare)
        self.like.activated.connect(lambda _place: self._adopt(self.like))
        self.alone.activated.connect(lambda _place: self._adopt(self.alone, self._metric))
        self._compare()

    @property
    def wanted(self) -> Rules:
        """The rules as chosen."""
        return replace(
            self._shown,
            snapshot=Snapshot(str(self.snapshot.key)),
            end_date=EndDate(str(self.end_date.key)),
            churn_date=ChurnDate(str(self.churn_date.key)),
            gap_days=self.gap.value(),
            paused_is_churn=bool(self.paused.key),
            discounts=Discounts(str(self.discounts.key)),
            denominator=Denominator(str(self.denominator.key)),
            reactivation_offsets=bool(self.reactivation.key),
            cmrr_days=self.horizon.days,
            answer_days=self.answered.value(),
        )

    def check(self) -> None:
        from csdesk.usecases.settings import change_rules

        rules = self.wanted
        if rules == self._rules:
            self.accept()
            return
        self.save(lambda book: change_rules(book, rules))

    def _adopt(self, like: Choice, metric: str = "") -> None:
        """Count all, or one metric, like the chosen vendor; a mixture is nobody's, and nothing to choose."""
        now = self.wanted
        self._take(now if like.key is None else now.like(Vendor(str(like.key)), metric))

    def _take(self, rules: Rules) -> None:
        self._shown = rules
        held = [QSignalBlocker(box) for box in (*self._choices, self.gap, self.answered)]
        self._show(rules)
        for one in held:
            one.unblock()
        self._compare()

    def _go(self, account: int) -> None:
        self.reject()
        self._frame.open_account(account)

    def _open_versions(self) -> None:
        self.reject()
        self._frame.open_page("definitions")

    def _compare(self) -> None:
        rules = self.wanted
        self.like.choose(rules.vendor)
        if self._metric:
            self.alone.choose(rules.vendor_of(self._metric))
        self._note.setText(look_up(VENDOR_NOTES, rules.vendor, self._frame.language) if rules.vendor else "")
        self._note.setVisible(bool(rules.vendor))
        self.changes.compare(rules, self._frame.scope)

    def _show(self, rules: Rules) -> None:
        self.gap.setValue(rules.gap_days)
        self.answered.setValue(rules.answer_days)
        for choice, key in (
            (self.snapshot, rules.snapshot),
            (self.end_date, rules.end_date),
            (self.churn_date, rules.churn_date),
            (self.paused, rules.paused_is_churn),
            (self.discounts, rules.discounts),
            (self.denominator, rules.denominator),
            (self.reactivation, rules.reactivation_offsets),
            (self.horizon, rules.cmrr_days),
        ):
            choice.choose(key)

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.body.addLayout(form(self._named))
        for widget in (self._note, self.changes):
            self.body.addWidget(widget)
        versions = QPushButton(self.tr("Versions and comparison ..."), self)
        versions.setAutoDefault(False)
        versions.clicked.connect(self._open_versions)
        self.foot.insertWidget(0, versions)

    def _build_choices(self) -> None:
        self._named: list[tuple[str, QWidget]] = []
        self._build_likes()
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
        self.churn_date = self._choice(
            self.tr("Customers who cancel are lost"),
            (ChurnDate.SERVICE_END, self.tr("when service has ended")),
            (ChurnDate.CANCELLED, self.tr("on the day of cancelling, where it is known")),
        )
        self.gap = WholeBox(0, LONGEST_GAP, self, self.tr(" days"))
        self.gap.setSpecialValueText(self.tr("none: every gap is churn and return"))
        self._named.append((self.tr("Bridge gaps of up to"), self.gap))
        self.paused = self._choice(
            self.tr("A pause is"), (False, self.tr("a contraction, the customer stays")), (True, self.tr("a churn"))
        )
        self.discounts = self._choice(
            self.tr("MRR is"),
            (Discounts.NET, self.tr("net of discounts")),
            (Discounts.GROSS, self.tr("before discounts")),
            (Discounts.LASTING, self.tr("net of discounts without an end")),
        )
        self._build_rates()
        likes = (self.like, self.alone)
        self._choices = [box for _, box in self._named if isinstance(box, Choice) and box not in likes]

    def _build_rates(self) -> None:
        self.denominator = self._choice(
            self.tr("Logo churn is a share of"),
            (Denominator.START, self.tr("customers at the start")),
            (Denominator.START_AND_NEW, self.tr("customers at the start, and new ones")),
            (Denominator.RENEWALS_DUE, self.tr("customers whose renewal was due")),
        )
        self.reactivation = self._choice(
            self.tr("Customers who return"),
            (False, self.tr("do not make up for losses")),
            (True, self.tr("make up for losses in net MRR churn")),
        )
        ahead = self.tr("CMRR looks")
        self.horizon = HorizonChoice(ahead, self)
        self.answered = WholeBox(1, LONGEST_GAP, self, self.tr(" days"))
        self._named += [(ahead, self.horizon), (self.tr("Answers count to an asking for"), self.answered)]

    def _build_likes(self) -> None:
        language = self._frame.language
        vendors = [(vendor, vendor_text(vendor, language)) for vendor in (*Vendor, None)]
        self.like = self._choice(self.tr("All like"), *vendors)
        self.alone = Choice(vendors, self.tr("This figure alone like"), self)
        self.alone.setVisible(bool(self._metric))
        if self._metric:
            word = self.tr("{figure} alone like").format(figure=metric_name(self._metric, language))
            self._named.append((word, self.alone))

    def _choice(self, word: str, *choices: tuple[object, str]) -> Choice:
        made = Choice(choices, word, self)
        self._named.append((word, made))
        return made
