"""Data to complete: what is missing, stale or doubled, the most MRR first, with a bar to mend it where it stands; and
how the team works, which says what figures are worth completing them for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QTabWidget, QVBoxLayout, QWidget

from csdesk.ui.page import Page
from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.maturity_part import MaturityPart
from csdesk.ui.widgets.mend_bar import MendBar
from csdesk.ui.widgets.part_chips import PartChips
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.skeleton import Skeleton
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases import completing
from csdesk.usecases.hygiene import PART_OF, Finding, Lack, hygiene_page
from csdesk.usecases.hygiene import HygienePage as Answer
from csdesk.wording.hygiene import about_words, complete_words, lack_words
from csdesk.wording.speech import day, money

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book


class HygienePage(Page):
    """F2 fills in, Alt+L leaves as it is, Enter opens; every change is one step that the toast takes back."""

    name: ClassVar[str] = "hygiene"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._answer: Answer | None = None
        self.complete = QLabel(self)
        self.complete.setProperty("role", "small")
        self.chips = PartChips(self.frame.language, self)
        self.chips.turned.connect(self._narrow)
        self.model: RowsModel[Finding] = RowsModel(self._columns(), self)
        self.sheet = SheetView(self.model, self.title(), self)
        TableCopies(around, self.sheet)
        self.bar = MendBar(self.frame, self)
        self.team = MaturityPart(around, self)
        self._lay_out()
        self._connect()

    def take_focus(self) -> None:
        self.sheet.setFocus()

    def refresh(self) -> None:
        if self.views.currentWidget() is self.team:
            self.team.refresh()
            return
        as_of, columns = self.frame.scope.as_of, self.model.columns

        def question(book: Book) -> tuple[Answer, Found[Finding]]:
            answer = hygiene_page(book, as_of)
            return answer, Found.of(columns, answer.findings)

        self.desk.ask(self, question, self._show)

    def turn_to(self, wanted: object) -> None:
        """Narrow the list to the groups of some lacks."""
        if isinstance(wanted, tuple):
            self.views.setCurrentIndex(0)
            self.chips.choose({PART_OF[Lack(lack)] for lack in wanted})

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self, told: tuple[Answer, Found[Finding]]) -> None:
        self._answer, found = told
        self.bar.offer_owners(self._answer.owners)
        part = self._answer.complete
        self.complete.setText(complete_words(part.score, part.accounts, part.of_accounts, self.frame.language))
        self.sheet.show_found(found)
        self._stack.setCurrentWidget(self._body if self._answer.accounts else self._teaching)
        self._narrow()

    def _narrow(self) -> None:
        if self._answer is None:
            return
        parts, left = self.chips.chosen, self.chips.wants_left
        self.chips.count(self._answer.findings)
        self.model.keep(lambda finding: finding.left is left and (not parts or PART_OF[finding.lack] in parts))
        nothing = self._here if left or self._answer.open else self._done
        self._list.setCurrentWidget(self.sheet if self.model.rowCount() else nothing)
        self.bar.show_chosen(self._chosen())

    def _chosen(self) -> tuple[Finding, ...]:
        """The rows in the selection, else the one that the keyboard is on."""
        index = self.sheet.currentIndex()
        at = (self.model.row_at(index.row()),) if index.isValid() else ()
        return self.sheet.rows_chosen() or at

    def _columns(self) -> tuple[Column[Finding], ...]:
        language = self.frame.language

        def lacking(finding: Finding) -> str:
            return lack_words(finding.lack, language, left=finding.left)

        return (
            Column("account", self.tr("Account"), _name, _name, Look.NAME, width=220),
            Column("lack", self.tr("What is missing"), lacking, lacking, width=250, tone=_tone),
            Column("about", self.tr("Which"), self._about, self._about, width=250, tip=self._about),
            Column("mrr", self.tr("MRR"), lambda f: f.mrr, self._mrr, Look.NUMBER, width=110),
            Column("since", self.tr("Since"), lambda f: f.since, lambda f: day(f.since, language) if f.since else ""),
        )

    def _about(self, finding: Finding) -> str:
        other = finding.other_name if finding.other_account != finding.account else ""
        return about_words(finding.about, other, finding.why, self.frame.language)

    def _mrr(self, finding: Finding) -> str:
        return money(finding.mrr, self.frame.currency, self.frame.language) if finding.account else ""

    # -- changing --------------------------------------------------------------------------------------------------

    def _open(self, finding: Finding) -> None:
        if finding.lack is Lack.SAME_ACCOUNT:
            from csdesk.ui.dialogs.same_account import SameAccount

            SameAccount(self.around, finding, self).open()
        else:
            from csdesk.ui.dialogs.for_finding import open_finding

            open_finding(self.around, finding)

    def _compare(self) -> None:
        for finding in self._chosen()[:1]:
            self._open(finding)

    def leave(self) -> None:
        """Leave what is chosen as it is; of what is left already, list it again."""
        self._do(completing.bring_back if self.chips.wants_left else completing.leave_as_is)

    def _do(self, act: Callable[..., Changes]) -> None:
        chosen = self._chosen()
        if chosen:
            self.desk.do(self, lambda book: act(book, findings=chosen), self.frame.say_step, self.frame.complain)

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._teaching = EmptyState(
            "import",
            self.tr("Begin with the spreadsheet you have"),
            self.tr("What is missing in it, stale or entered twice then stands here, the most revenue first."),
            ((self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),),
            self,
        )
        self._done = EmptyState(
            "check",
            self.tr("Nothing is missing"),
            self.tr("Every owner, renewal, reason and contact that matters is known, or was left as it is."),
            (),
            self,
        )
        self._here = EmptyState(
            "check",
            self.tr("Nothing is missing here"),
            self.tr("There is more in the other groups."),
            ((self.tr("Show all"), lambda: self.chips.choose(())),),
            self,
        )
        self._list = QStackedLayout()
        for widget in (Skeleton(12, self), self.sheet, self._done, self._here):
            self._list.addWidget(widget)
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._heading())
        column.addWidget(self.chips)
        column.addLayout(self._list, 1)
        column.addWidget(self.bar)
        self._lay_out_views()

    def _lay_out_views(self) -> None:
        missing = QWidget(self)
        self._stack = QStackedLayout(missing)
        for widget in (self._body, self._teaching):
            self._stack.addWidget(widget)
        self.views = QTabWidget(self)
        self.views.setDocumentMode(True)
        self.views.tabBar().setAccessibleName(self.tr("What is missing, or how your team works"))
        self.views.addTab(missing, self.tr("What is missing"))
        self.views.addTab(self.team, self.tr("How your team works"))
        self.views.currentChanged.connect(self.refresh)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 10, 20, 0)
        whole.addWidget(self.views)

    def _heading(self) -> QHBoxLayout:
        heading = QLabel(self.tr("Data to complete"), self)
        heading.setProperty("role", "section")
        keys = QLabel(self.tr("F2: fill in   Alt+L: leave as it is   Enter: open"), self)
        keys.setProperty("role", "small")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(heading)
        row.addWidget(keys)
        row.addStretch(1)
        row.addWidget(self.complete)
        return row

    def _connect(self) -> None:
        self.sheet.horizontalHeader().setStretchLastSection(True)
        self.sheet.opened.connect(self._open)
        self.sheet.chosen.connect(self.bar.show_chosen)
        self.bar.owned.connect(lambda name: self._do(partial(completing.give_owner, name=name)))
        self.bar.explained.connect(lambda family: self._do(partial(completing.give_reason, family=family)))
        self.bar.dated.connect(lambda on: self._do(partial(completing.give_day, day=on)))
        self.bar.compared.connect(self._compare)
        self.bar.left.connect(self.leave)
        for word, keys, act in (
            (self.tr("Fill in"), "F2", self.bar.fill_in),
            (self.tr("Leave as it is"), "Alt+L", self.leave),
        ):
            action = QAction(word, self.sheet)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.sheet.addAction(action)


def _name(finding: Finding) -> str:
    return finding.account_name


def _tone(finding: Finding) -> Tone:
    return Tone.QUIET if finding.left else Tone.PLAIN
