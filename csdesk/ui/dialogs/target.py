"""The target of a figure: set, revised with a reason, ended; what the figure usually is, and every word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.ui.widgets.card import clear, muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.wording.charts import period_name
from csdesk.wording.metrics import metric_name
from csdesk.wording.targets import unit_text, usual_text, word_text
from csdesk.wording.window import PERIODS

if TYPE_CHECKING:
    from csdesk.models.drafts import Changes
    from csdesk.models.targets import Target
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.targets import TargetSheet

_BEFORE, _AHEAD = 4, 8
"""Periods that a target may begin with, before and after the present one."""


class TargetDialog(StepDialog):
    """Without a metric it begins on NRR by quarter. What was said before stays; a word said by mistake is deleted."""

    def __init__(
        self,
        around: Surroundings,
        parent: QWidget,
        metric: MetricId = MetricId.NET_REVENUE_RETENTION,
        kind: PeriodKind = PeriodKind.QUARTER,
    ) -> None:
        super().__init__(around, parent)
        self.setWindowTitle(self.tr("Target of a figure"))
        language = around.window.language
        names = sorted(((metric_name(one, language), one) for one in MetricId), key=lambda pair: pair[0])
        self.chosen = Choice([(one, name) for name, one in names], self.tr("Figure"), self)
        self.chosen.setMinimumContentsLength(20)
        self.kind = Choice([(one, PERIODS[one].say(language)) for one in PeriodKind], self.tr("For each"), self)
        self.since = Choice((), self.tr("From"), self)
        self.figure, self.reason = QLineEdit(self), QLineEdit(self)
        self._unit, self._usual = QLabel(self), muted("", self)
        self._history = QVBoxLayout()
        self._history.setSpacing(2)
        self.end = QPushButton(self.tr("No target from then on"), self)
        self.end.setAutoDefault(False)
        self.end.clicked.connect(lambda _checked=False: self._set(""))
        self.foot.insertWidget(0, self.end)
        self._lay_out()
        self.chosen.choose(metric)
        self.kind.choose(kind)
        self.chosen.currentIndexChanged.connect(self._read)
        self.kind.currentIndexChanged.connect(self._offer)
        self._offer()

    def check(self) -> None:
        if not self.figure.text().strip():
            self.say_wrong(self.tr("Say what the figure is to be."), self.figure)
            return
        self._set(self.figure.text())

    def hold(self, *, held: bool = True) -> None:
        for button in (self.main, self.end):
            button.setEnabled(not held)

    def show_sheet(self, sheet: TargetSheet) -> None:
        """Show what the book says of the figure."""
        frame = self._around.window
        language, currency = frame.language, frame.currency
        unit = sheet.measures[-1].unit
        self._unit.setText(unit_text(unit, currency, language))
        self._usual.setText(usual_text(sheet.measures, currency, language))
        self.end.setVisible(any(one.value is not None for one in sheet.history))
        clear(self._history)
        lines = [self._word(word.id, self._said(word, unit)) for word in sheet.history]
        for line in [muted(self.tr("What was said, the latest first:"), self), *lines] if lines else []:
            self._history.addWidget(line)
            line.show()  # what is not shown takes no room when the dialog is fitted
        self.hold(held=False)
        self.fit()

    def _said(self, word: Target, unit: str) -> str:
        frame = self._around.window
        since = period_name(self._period(word.since), frame.language)
        return word_text(word, unit, since, frame.currency, frame.language)

    def _word(self, row: int, said: str) -> QWidget:
        """What was said, and a way to delete it."""
        line = QWidget(self)
        delete = QPushButton(self.tr("Delete"), line)
        delete.setProperty("role", "link")
        delete.setAutoDefault(False)
        delete.setAccessibleName(self.tr("Delete: {word}").format(word=said))
        delete.clicked.connect(lambda _checked=False: self._delete(row))
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(muted(said, line), 1)
        box.addWidget(delete)
        return line

    def _lay_out(self) -> None:
        target = QWidget(self)
        row = QHBoxLayout(target)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.figure, 1)
        row.addWidget(self._unit)
        self.figure.setAccessibleName(self.tr("Target"))
        fields = (
            (self.tr("Figure"), self.chosen),
            (self.tr("For each"), self.kind),
            (self.tr("From"), self.since),
            (self.tr("Target"), target),
            (self.tr("Reason"), self.reason),
        )
        self.body.addLayout(form(fields))
        self.body.addWidget(self._usual)
        self.body.addWidget(
            muted(
                self.tr(
                    "It counts from that period on until it is revised. Whoever revises it says why; what was said "
                    "before stays."
                ),
                self,
            )
        )
        self.body.addLayout(self._history)

    def _period(self, month: Month) -> Period:
        kind = PeriodKind(str(self.kind.key))
        return Period.holding(month, kind, self._around.window.settings.fiscal_start)

    def _offer(self) -> None:
        """The periods it may begin with, the present one chosen."""
        frame = self._around.window
        present = self._period(Month.of(frame.scope.as_of))
        step = present.kind.months
        found = [self._period(present.first + at * step) for at in range(-_BEFORE, _AHEAD + 1)]
        self.since.offer([(str(one.first), period_name(one, frame.language)) for one in found], str(present.first))
        self._read()

    def _read(self) -> None:
        from csdesk.usecases.targets import target_sheet

        metric, kind = MetricId(str(self.chosen.key)), PeriodKind(str(self.kind.key))
        as_of = self._around.window.scope.as_of
        self.hold()
        self._around.desk.ask(self, lambda book: target_sheet(book, metric, kind, as_of), self.show_sheet)

    def _set(self, figure: str) -> None:
        from csdesk.usecases.targets import TargetDraft, set_target

        metric, kind = MetricId(str(self.chosen.key)), PeriodKind(str(self.kind.key))
        draft = TargetDraft(metric, kind, Month.parse(str(self.since.key)), figure, self.reason.text())
        self.save(lambda book: set_target(book, draft))

    def _delete(self, row: int) -> None:
        from csdesk.usecases.rows import delete_row

        def action(book: Book) -> Changes:
            return delete_row(book, Kind.TARGET, row)

        self.write(action, self.say_deleted_and_close)
