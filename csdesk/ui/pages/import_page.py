"""Import: a spreadsheet comes in on one screen, shown as what it would change before anything is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from csdesk.ui.dialogs.import_brought import ImportBrought
from csdesk.ui.dialogs.known_layouts import KnownLayouts
from csdesk.ui.dialogs.measures import MeasuresDialog
from csdesk.ui.import_files import ImportFiles
from csdesk.ui.import_flow import ImportFlow
from csdesk.ui.page import Page, Surroundings
from csdesk.ui.taking_back import TakingBack
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.drop_zone import DropZone
from csdesk.ui.widgets.import_bar import ImportBar
from csdesk.ui.widgets.import_cards import ImportCards
from csdesk.ui.widgets.import_history import ImportHistory
from csdesk.ui.widgets.import_onward import ImportOnward

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from csdesk.models.drafts import Changes
    from csdesk.ui.desk import Work
    from csdesk.ui.widgets.table_card import TableCard
    from csdesk.usecases.importing import PlannedTable, TableKind


class ImportPage(Page):
    """Drop zone, then a card for each table and one bar with Apply; earlier imports below."""

    name: ClassVar[str] = "import"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._refused: list[PlannedTable] = []
        self._kinds: set[TableKind] = set()
        self._has_use = False
        self._stage = ""
        self._told = False
        """Whether it stands here what an import has brought, which a later change may make untrue."""
        self.flow = ImportFlow(around, self)
        self.files = ImportFiles(around, self)
        self._zone = DropZone(self)
        self._notice = muted("", self)
        self._notice.setProperty("role", "bad")
        self._cards = ImportCards(around, self.flow, self)
        self._history = _earlier_imports(around, self)
        self._onward = ImportOnward(self.frame, self)
        self._bar = ImportBar(self.frame.language, self.flow, self)
        self._connect()
        self._lay_out()
        self._rest()

    @property
    def cards(self) -> list[TableCard]:
        """The card of each table."""
        return self._cards.cards

    def refresh(self) -> None:
        if self._told:
            self._rest()
        self._history.refresh()
        self.flow.compare_again()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Begin with these files, or go on with them too, as when they are dropped anywhere on the window."""
        self.flow.take_files(paths)

    # -- building --------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._zone.dropped.connect(self.flow.take_files)
        self._zone.pasted.connect(self.flow.take_text)
        self._zone.cancelled.connect(self.flow.start_over)
        self._zone.wants_example.connect(self._try_example)
        self._zone.wants_template.connect(self.files.ask_template)
        self._cards.wants_refused.connect(self.files.ask_refused)
        self._onward.wants_refused.connect(self.files.ask_refused)
        self._onward.wants_measures.connect(lambda: MeasuresDialog(self.around, self).open())
        self.flow.began.connect(self._begin)
        self.flow.planned.connect(self._show_plan)
        self.flow.applied.connect(self._done)
        self.flow.stopped.connect(self._stopped)
        self.desk.progressed.connect(self._follow)
        back = QKeySequence(Qt.Modifier.SHIFT | Qt.Key.Key_F8)
        for keys, step in ((QKeySequence(Qt.Key.Key_F8), 1), (back, -1)):
            QShortcut(keys, self, partial(self._cards.go_to_trouble, step))

    def _lay_out(self) -> None:
        content = QWidget(self)
        content.setProperty("role", "page")
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(12)
        heading = QLabel(self.title(), content)
        heading.setProperty("role", "section")
        for widget in (heading, self._notice, self._zone, self._onward, self._cards, self._history):
            column.addWidget(widget)
        column.addStretch(1)
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
        self._stage = title
        self._bar.begin(title)
        if not self.cards:
            self._zone.work(title)

    def _follow(self, work: Work, done: int, whole: int) -> None:
        """How far the stage is; other work of the window is told elsewhere."""
        if work.title == self._stage:
            self._zone.progress(done, whole)
            if work.is_at_last(done, whole):
                self._bar.begin(work.last)
            else:
                self._bar.progress(work.title, done, whole)

    def _show_plan(self) -> None:
        self._stage = ""
        self._cards.show_plan()
        taken = [one for one in self.flow.candidates if one.included]
        self._refused = [one.refused for one in self.flow.candidates if one.refused is not None]
        self._kinds = {one.matched.kind for one in taken if one.matched is not None}
        self._has_use = any(one.brings_use() for one in taken)
        for widget in (self._zone, self._onward, self._history):
            widget.hide()
        self._bar.show()
        self._cards.show()
        self._say_notice()
        if self._bar.say_plan():
            self._bar.apply.setFocus()

    def _say_notice(self) -> None:
        """What of the files that were given last is not among the tables, and why."""
        from csdesk.usecases.sentences import error_sentence

        said = [error_sentence(error, self.frame.language) for error in self.flow.given.refused]
        said += [self.tr("{file} is on the page already.").format(file=file) for file in self.flow.given.repeated]
        self._notice.setText("\n".join(said))
        self._notice.setVisible(bool(said))

    def _done(self, changes: Changes, written: int) -> None:
        said = self.tr("{file}: {n} rows imported").format(file=changes.subject, n=f"{written:,}")
        left = self._refused
        out = sum(len(planned.rows) for planned in left)
        stayed = self.tr("{n} rows could not be brought and stay out.").format(n=f"{out:,}") if out else ""
        self._rest("\n".join(filter(None, (said, stayed))))
        self._told = True
        self._onward.offer(left, self._kinds, use=self._has_use)
        self._onward.show()
        self._onward.ways[0].setFocus()
        self._history.refresh()
        self.frame.toast(said, undo=True)

    def _stopped(self, error: Exception | None) -> None:
        from csdesk.usecases.sentences import error_sentence

        if error is None:
            self._rest()
        elif self.flow.plan is not None:
            self.frame.complain(error)
            self._show_plan()
        else:
            errors = self.flow.given.refused or (error,)
            self._rest("\n".join(error_sentence(one, self.frame.language) for one in errors), bad=True)

    def _rest(self, said: str = "", *, bad: bool = False) -> None:
        self._told, self._refused, self._stage = False, [], ""
        self._cards.show_plan()
        self._zone.rest(said, bad=bad)
        self._zone.show()
        self._history.show()
        for widget in (self._onward, self._bar, self._notice, self._cards):
            widget.hide()

    # -- to begin with ---------------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """To what is next: Apply, or choosing files."""
        (self._zone.choose if self._zone.isVisible() else self._bar.apply).setFocus()

    def _try_example(self) -> None:
        from csdesk.usecases.templates import example

        self.flow.take_text(example(self.frame.language), self.tr("Example"))


def _earlier_imports(around: Surroundings, page: QWidget) -> ImportHistory:
    made, taking = ImportHistory(around, page), TakingBack(around, page)
    made.taking_back.connect(taking.take_back)
    made.opening.connect(lambda step, what: ImportBrought(around, step, what, taking, page.window()).open())
    made.wants_layouts.connect(lambda: KnownLayouts(around, page.window()).open())
    return made
