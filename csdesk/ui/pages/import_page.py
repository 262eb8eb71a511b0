"""Import: a spreadsheet comes in on one screen, shown as what it would change before anything is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from csdesk.ui.import_flow import ImportFlow, rows_to_write
from csdesk.ui.page import Page, Surroundings
from csdesk.ui.taking_back import TakingBack
from csdesk.ui.widgets.drop_zone import DropZone
from csdesk.ui.widgets.import_history import ImportHistory
from csdesk.ui.widgets.table_card import TableCard
from csdesk.usecases.importing import Verdict
from csdesk.wording.intake import verdict_words
from csdesk.wording.window import PAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.drafts import Changes
    from csdesk.ui.desk import Progress, Work
    from csdesk.usecases.importing import PlannedTable


class ImportPage(Page):
    """Drop zone, then a card for each table and one bar with Apply; earlier imports below."""

    name: ClassVar[str] = "import"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._cards: list[TableCard] = []
        self._told = False
        """Whether it stands here what an import has brought, which a later change may make untrue."""
        self.flow = ImportFlow(around, self)
        self._zone = DropZone(self)
        self._history = _earlier_imports(around, self)
        self._onward = self._build_onward()
        self._bar = self._build_bar()
        self._connect()
        self._lay_out()
        self._rest()

    def title(self) -> str:
        return PAGES["import"].say(self.frame.language)

    def refresh(self) -> None:
        if self._told:
            self._rest()
        self._history.refresh()
        self.flow.compare_again()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Begin with these files, as when they are dropped anywhere on the window."""
        self.flow.take_files(paths)

    # -- building --------------------------------------------------------------------------------------------------

    def _build_bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setProperty("role", "card")
        self._summary = QLabel(bar)
        self._summary.setProperty("role", "heading")
        self._hint = QLabel(bar)
        self._hint.setProperty("role", "muted")
        self._over = QPushButton(self.tr("Start over"), bar)
        self._over.clicked.connect(self.flow.start_over)
        self._apply = QPushButton(self.tr("Apply"), bar)
        self._apply.setProperty("role", "main")
        self._apply.setAutoDefault(True)
        self._apply.clicked.connect(self.flow.apply)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self._summary)
        row.addWidget(self._hint, 1)
        row.addWidget(self._over)
        row.addWidget(self._apply)
        return bar

    def _build_onward(self) -> QWidget:
        """Where to go once something has been imported."""
        onward = QWidget(self)
        row = QHBoxLayout(onward)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addStretch(1)
        places = ((self.tr("See MRR and its movements"), "revenue"), (self.tr("See the accounts"), "accounts"))
        for word, page in places:
            button = QPushButton(word, onward)
            button.setProperty("role", "link")
            button.clicked.connect(partial(self.frame.open_page, page))
            row.addWidget(button)
        row.addStretch(1)
        return onward

    def _connect(self) -> None:
        self._zone.dropped.connect(self.flow.take_files)
        self._zone.pasted.connect(self.flow.take_text)
        self._zone.cancelled.connect(self.flow.start_over)
        self.flow.began.connect(self._begin)
        self.flow.planned.connect(self._show_plan)
        self.flow.applied.connect(self._done)
        self.flow.stopped.connect(self._stopped)
        self.desk.progressed.connect(self._follow)

    def _lay_out(self) -> None:
        content = QWidget(self)
        content.setProperty("role", "page")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(20, 14, 20, 20)
        self._column.setSpacing(12)
        heading = QLabel(self.title(), content)
        heading.setProperty("role", "section")
        for widget in (heading, self._zone, self._onward, self._history):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar)
        outer.addWidget(scroll, 1)

    # -- what the flow says ----------------------------------------------------------------------------------------

    def _begin(self, title: str) -> None:
        self._apply.setEnabled(False)
        if self._cards:
            self._hint.setText(title)
        else:
            self._zone.work(title)

    def _follow(self, _work: Work, done: int, whole: int) -> None:
        self._zone.progress(done, whole)

    def _show_plan(self) -> None:
        candidates = self.flow.candidates
        if len(self._cards) != len(candidates):
            self._drop_cards()
            self._cards = [self._card(place) for place in range(len(candidates))]
        for card, candidate in zip(self._cards, candidates, strict=True):
            card.show_candidate(candidate)
            card.give_room(alone=sum(other.included for other in candidates) == 1)
        for widget in (self._zone, self._onward, self._history):
            widget.hide()
        self._bar.show()
        self._say_plan()

    def _say_plan(self) -> None:
        plan = self.flow.plan
        assert plan is not None
        counts, language = self.flow.counts, self.frame.language
        words = (f"{verdict_words(verdict, language)} {counts[verdict]:,}" for verdict in Verdict if counts[verdict])
        self._summary.setText("   ".join(words))
        writes = rows_to_write(counts) > 0
        self._apply.setEnabled(writes)
        if not plan.tables:
            hint = self.tr("No table is chosen.")
        elif not writes:
            hint = self.tr("The book holds all of this already; there is nothing to write.")
        elif any(card.has_doubts for card in self._cards):
            hint = self.tr("Look at the lines marked ▲ before you press Apply. It can be undone.")
        elif counts[Verdict.REFUSED]:
            hint = self.tr("Refused rows stay out; mend them below or save them for later. The rest can be applied.")
        else:
            hint = self.tr("Nothing is written until you press Apply. It can be undone.")
        self._hint.setText(hint)
        if writes:
            self._apply.setFocus()

    def _done(self, changes: Changes, written: int) -> None:
        said = self.tr("{file}: {n} rows imported").format(file=changes.subject, n=f"{written:,}")
        self._rest(said)
        self._told = True
        self._onward.show()
        self._onward.findChildren(QPushButton)[0].setFocus()
        self._history.refresh()
        self.frame.toast(said, undo=True)

    def _stopped(self, error: Exception | None) -> None:
        if error is None:
            self._rest()
        elif self._cards and self.flow.plan is not None:
            self.frame.complain(error)
            self._say_plan()
        else:
            from csdesk.usecases.sentences import error_sentence

            self._rest(error_sentence(error, self.frame.language), bad=True)

    def _rest(self, said: str = "", *, bad: bool = False) -> None:
        self._told = False
        self._drop_cards()
        self._zone.rest(said, bad=bad)
        self._zone.show()
        self._onward.hide()
        self._history.show()
        self._bar.hide()

    # -- cards -----------------------------------------------------------------------------------------------------

    def _card(self, place: int) -> TableCard:
        card = TableCard(self.frame.language, self)
        flow = self.flow
        card.kind_chosen.connect(lambda kind: flow.choose_kind(place, kind))
        card.field_chosen.connect(lambda chosen: flow.choose_field(place, *chosen))
        card.answered.connect(lambda answered: flow.choose_answer(place, *answered))
        card.included.connect(lambda on: flow.include(place, on=on))
        card.mended.connect(lambda mended: flow.mend(place, *mended))
        card.wants_refused.connect(lambda: self._ask_where(place))
        self._column.insertWidget(self._column.count() - 2, card)
        return card

    def _drop_cards(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []

    def _ask_where(self, place: int) -> None:
        planned = self.flow.candidates[place].planned
        if planned is None:
            return
        start = self.tr("{file} - refused.xlsx").format(file=Path(planned.matched.table.file).stem)
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save refused rows"), start, self.tr("Workbook (*.xlsx);;Text (*.csv)")
        )
        if chosen:
            self.save_refused(planned, Path(chosen))

    def save_refused(self, planned: PlannedTable, path: Path) -> None:
        """Write the refused rows, each with its reason, to a file."""
        language, today = self.frame.language, self.frame.today()

        def job(_progress: Progress) -> int:
            from csdesk.usecases.saving import save_refused

            return save_refused(planned, path, language, today)

        said = self.tr("{n} refused rows saved in {file}")
        self.desk.work(
            self,
            job,
            lambda n: self.frame.toast(said.format(n=f"{n:,}", file=path.name)),
            failed=self.frame.complain,
            title=self.tr("Saving refused rows"),
        )


def _earlier_imports(around: Surroundings, page: QWidget) -> ImportHistory:
    made = ImportHistory(around, page)
    made.taking_back.connect(TakingBack(around, page).take_back)
    return made
