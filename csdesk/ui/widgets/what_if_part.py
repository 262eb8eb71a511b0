"""'What if': accounts marked as lost or saved, the figures as they are and as they would be; choices kept by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from csdesk.metrics.ahead.what_if import Choice as Chosen
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.filter_line import FilterLine
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.ui.widgets.what_if_lists import CandidateSheet, ComparedSheet
from csdesk.wording.charts import period_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.what_if import Candidate, Candidates, Scenario

_HEIGHT, _NAME_WIDTH = 320, 220


class WhatIfPart(QWidget):
    """Asks and keeps by itself; whoever holds it calls `refresh` when the book or the scope has changed."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._frame = around, around.window
        self._choice = Chosen()
        self._scenarios: tuple[Scenario, ...] = ()
        language, currency = self._frame.language, self._frame.currency
        self.accounts = CandidateSheet(self.tr("Accounts to lose or save"), language, currency, self)
        self.accounts.setFixedHeight(_HEIGHT)
        self.accounts.opened.connect(lambda row: self._frame.open_account(row.account))
        self.figures = ComparedSheet(self.tr("As it is, and as it would be"), language, currency, self)
        self.figures.measured.connect(self._frame.explain)
        for sheet in (self.accounts, self.figures):
            TableCopies(around, sheet)
        self._said = muted("", self)
        self._lay_out()

    @property
    def choice(self) -> Chosen:
        """The accounts marked now."""
        return self._choice

    def refresh(self) -> None:
        """Ask again for accounts, figures and kept choices."""
        from csdesk.usecases.what_if import candidates, scenarios

        scope = self._frame.scope
        self._around.desk.ask(self, lambda book: candidates(book, scope), self.show_candidates, about="accounts")
        self._around.desk.ask(self, scenarios, self.show_scenarios, about="kept")
        self._compare()

    def show_candidates(self, found: Candidates) -> None:
        """Show who can be lost or saved."""
        self.accounts.show_rows(found.rows)
        self._show_marks()
        self._said.setText(self._sentence(period_name(found.period, self._frame.language)))

    def show_scenarios(self, found: tuple[Scenario, ...]) -> None:
        """Show the choices that are kept."""
        self._scenarios = found
        self.kept.offer([(None, self.tr("Kept choices")), *((one.id, one.name) for one in found)], None)
        self.kept.setEnabled(bool(found))

    def mark(self, *, lost: bool = False, saved: bool = False) -> None:
        """Take the selected accounts as lost, as saved, or as they are."""
        rows: tuple[Candidate, ...] = self.accounts.rows_chosen()
        chosen = frozenset(row.account for row in rows)
        gone = frozenset(row.account for row in rows if row.may_be_lost) if lost else frozenset()
        kept = frozenset(row.account for row in rows if row.may_be_saved) if saved else frozenset()
        self._choose(Chosen((self._choice.lost - chosen) | gone, (self._choice.saved - chosen) | kept))

    # -- within ----------------------------------------------------------------------------------------------------

    def _choose(self, choice: Chosen) -> None:
        self._choice = choice
        self._show_marks()
        self._compare()

    def _show_marks(self) -> None:
        self.accounts.show_choice(self._choice)
        marked = bool(self._choice.lost or self._choice.saved)
        self.keep.setEnabled(marked)
        self.clear.setEnabled(marked)

    def _compare(self) -> None:
        from csdesk.usecases.what_if import compared

        scope, choice = self._frame.scope, self._choice
        self._around.desk.ask(self, lambda book: compared(book, scope, choice), self.figures.show_rows, about="figures")

    def _keep(self) -> None:
        from csdesk.usecases.what_if import keep_scenario

        name, choice = self.name.text(), self._choice
        self._around.desk.do(
            self, lambda book: keep_scenario(book, name, choice), self._frame.say_step, self._frame.complain
        )

    def _take_up(self) -> None:
        scenario = next((one for one in self._scenarios if one.id == self.kept.key), None)
        self.forget.setEnabled(scenario is not None)
        if scenario:
            self.name.setText(scenario.name)
            self._choose(scenario.choice)

    def _forget(self) -> None:
        from csdesk.usecases.what_if import forget_scenario

        kept = self.kept.key
        if isinstance(kept, int):
            self._around.desk.do(
                self, lambda book: forget_scenario(book, kept), self._frame.say_deleted, self._frame.complain
            )

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        fits_not = self.tr("No account holds “{words}”.")
        self.filter = FilterLine(self.accounts, self.accounts.rows, fits_not, parent=self)
        self.filter.setPlaceholderText(self.tr("Filter accounts"))
        self.filter.setAccessibleName(self.tr("Filter accounts"))
        marks = QHBoxLayout()
        marks.setSpacing(8)
        marks.addWidget(self.filter, 1)
        for word, act in (
            (self.tr("Take as lost"), lambda: self.mark(lost=True)),
            (self.tr("Take as saved"), lambda: self.mark(saved=True)),
            (self.tr("As it is"), self.mark),
        ):
            marks.addWidget(self._button(word, act))
        self.clear = self._button(self.tr("Clear all"), lambda: self._choose(Chosen()))
        marks.addWidget(self.clear)
        self.kept = Choice([(None, self.tr("Kept choices"))], self.tr("Kept choices"), self)
        self.kept.currentIndexChanged.connect(self._take_up)
        self.name = QLineEdit(self)
        self.name.setMinimumWidth(_NAME_WIDTH)
        self.name.setPlaceholderText(self.tr("Name of this choice"))
        self.name.setAccessibleName(self.tr("Name of this choice"))
        self.name.returnPressed.connect(self._keep)
        self.keep = self._button(self.tr("Keep"), self._keep)
        self.forget = self._button(self.tr("Forget"), self._forget)
        self.forget.setEnabled(False)
        names = QHBoxLayout()
        names.setSpacing(8)
        for widget in (self.kept, self.name, self.keep, self.forget):
            names.addWidget(widget)
        names.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._said)
        column.addLayout(marks)
        column.addWidget(self.accounts)
        column.addWidget(self.figures)
        column.addLayout(names)

    def _button(self, word: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(word, self)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _sentence(self, period: str) -> str:
        return self.tr(
            "Select accounts, then take them as lost today or as saved: a known end is taken back, and who left since "
            "the start of {period} stays. Nothing in the book changes."
        ).format(period=period)
