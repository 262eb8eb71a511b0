"""The road of an import, file to step, as the Import page walks it: read, match, plan, apply."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from csdesk.ui import import_jobs as jobs
from csdesk.ui.candidate import fresh
from csdesk.ui.corrections import Corrections, InHand
from csdesk.ui.given import Given
from csdesk.ui.plain import brief
from csdesk.usecases.importing import TableKind, Verdict

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject

    from csdesk.models.drafts import Changes
    from csdesk.ui.candidate import Candidate
    from csdesk.ui.desk import Work
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.importing import FileRefused, FoundTable, Matching, Plan
    from csdesk.usecases.known_layouts import KnownLayout
    from csdesk.usecases.settings import BookSettings

_NAME = 60
"""Letters of a file's name that are told."""


class ImportFlow(Corrections):
    """One import at a time; files that are given while it is under way come on top.

    `began` says that something is under way, `planned` that `candidates` and `plan` are whole again, `applied` carries
    the changes and how many rows were written, `stopped` the error that ended it (None: the person did).
    """

    began = Signal(str)
    planned = Signal()
    applied = Signal(object, object)
    stopped = Signal(object)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._settings: BookSettings | None = None
        self._turn = 0
        self._work: Work | None = None
        self.given = Given()
        around.desk.cancelled.connect(self._give_up)
        self.plan: Plan | None = None

    # -- taking ----------------------------------------------------------------------------------------------------

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read every table in the files."""
        self._read(partial(jobs.files_read, tuple(paths)), tuple(path.name for path in paths))

    def take_text(self, text: str, called: str = "") -> None:
        """Read every table in text, as from the clipboard."""
        name = called or self.tr("Clipboard")
        self._read(partial(jobs.text_read, text, name), (name,))

    def start_over(self) -> None:
        """Forget the tables; nothing was written. Whatever is under way is cancelled."""
        self._next_turn()
        self._forget()
        self.stopped.emit(None)

    def take_over(self, held: InHand) -> None:
        """Go on with the tables of another window, as the person chose and mended them."""
        self.candidates, self.same, self.kept = held
        for candidate in self.candidates:
            candidate.stale = True
        self.go_on()

    def compare_again(self) -> None:
        """The book has changed since the plan was made; work that is under way reaches the book after the change."""
        if self.plan is not None and self._work is None:
            jobs.let_go(self._around.desk, self, [self.plan.drafts])
            self.plan = None
            self._plan(self._next_turn())

    # -- applying --------------------------------------------------------------------------------------------------

    def apply(self) -> None:
        """Write the plan: one step."""
        if (plan := self.plan) is None or self._work is not None:
            return
        chosen = [candidate.chosen for candidate in self.candidates if candidate.included]
        written = rows_to_write(self.counts)
        work = self._begin(self.tr("Importing"), last=self.tr("Making the new rows quick to find"))

        def done(changes: Changes) -> None:
            self._forget()
            self.applied.emit(changes, written)

        self._around.desk.do(
            self, partial(jobs.applied, plan, chosen, self.same, work.report), done, self._fail, work=work
        )

    # -- the steps -------------------------------------------------------------------------------------------------

    def _next_turn(self) -> int:
        self._turn += 1
        if self._work is not None:
            self._work.cancel()
            self._work = None
        return self._turn

    def _begin(self, title: str, last: str = "") -> Work:
        """Long work that the person can follow, and stop."""
        self._work = self._around.desk.long_work(title, last=last)
        self.began.emit(title)
        return self._work

    def _give_up(self, work: Work) -> None:
        """The person stopped the work: back to the plan there was, or to the beginning."""
        if work is not self._work:
            return
        self._work = None
        if self.plan is None:
            self.start_over()
        else:
            self._go_back()
            self.planned.emit()

    def _go_back(self) -> None:
        """To the last plan: what was given or chosen since is forgotten."""
        self.given.unread.clear()
        self.candidates = [candidate for candidate in self.candidates if candidate.stood is not None]
        for candidate in self.candidates:
            candidate.go_back()

    def _forget(self) -> None:
        """Let go of tables and plan, row by row on the bench: freed at a stroke they would hold the window up."""
        parts = jobs.parts_held(self.candidates, self.plan)
        self.forget()
        self.plan, self._work, self.given = None, None, Given()
        jobs.let_go(self._around.desk, self, parts)

    def _read(self, source: jobs.Source, names: tuple[str, ...]) -> None:
        self.given.unread.append((source, names))
        turn = self._next_turn()
        first, *more = self.given.names
        title = self.tr("Reading {file} and {n} more") if more else self.tr("Reading {file}")
        work = self._begin(title.format(file=brief(first, _NAME), n=f"{len(more):,}"))

        def show(read: jobs.Read) -> None:
            if turn == self._turn:
                self._take(*read, turn)

        job = partial(jobs.all_read, self.given.sources)
        self._around.desk.work(self, job, show, failed=self._fail, work=work)

    def _take(self, found: Sequence[FoundTable], refused: tuple[FileRefused, ...], turn: int) -> None:
        """Go on with the tables that are not here yet."""
        new = self.given.take(found, refused, self.candidates)
        if new:
            self._recall(new, turn)
        elif self.candidates:
            self.given.unread.clear()
            self.go_on()
        else:
            self._fail(refused[0])

    def _recall(self, found: Sequence[FoundTable], turn: int) -> None:
        def show(recalled: tuple[tuple[tuple[Matching, KnownLayout | None], ...], BookSettings]) -> None:
            if turn != self._turn:
                return
            kept, self._settings = recalled
            self.given.unread.clear()
            self.candidates += [fresh(table, *known) for table, known in zip(found, kept, strict=True)]
            self.go_on()

        self._around.desk.ask(self, partial(jobs.recalled, found), show, about="recall")

    def go_on(self) -> None:
        """Match what has to be, and plan. What was still being read is read again."""
        if self.given.unread:
            self._read(*self.given.unread.pop())
            return
        stale = [candidate for candidate in self.candidates if candidate.stale]
        if stale:
            self._match(stale)
        else:
            self._plan(self._next_turn())

    def _match(self, wanted: Sequence[Candidate]) -> None:
        turn, settings = self._next_turn(), self._settings or self._around.window.settings
        work = self._begin(self.tr("Matching columns"))

        def show(matched: list[jobs.Matched]) -> None:
            if turn != self._turn:
                return
            for candidate, (stages, table) in zip(wanted, matched, strict=True):
                if candidate.matched is None and table.kind is TableKind.UNKNOWN:
                    candidate.included = False
                candidate.take_matched(stages, table)
            self._plan(turn)

        tables = [jobs.Wanted(one.found, one.mendings, one.matching) for one in wanted]
        job = partial(jobs.matched, tables, settings, self._around.window.today())
        self._around.desk.work(self, job, show, failed=self._fail, work=work)

    def _plan(self, turn: int) -> None:
        taken = [candidate for candidate in self.candidates if candidate.included]
        matched = [candidate.matched for candidate in taken if candidate.matched is not None]
        as_of = self._around.window.today()
        work = self._begin(self.tr("Comparing with the book"))

        def show(answer: tuple[Plan, list[jobs.Outlook]]) -> None:
            if turn != self._turn:
                return
            outlived = jobs.parts_outlived(self.candidates, self.plan)
            (self.plan, outlooks), self._work = answer, None
            self.expect(taken, self.plan.tables, outlooks)
            jobs.let_go(self._around.desk, self, outlived)
            self.planned.emit()

        job = partial(jobs.planned, matched, as_of, jobs.Said(self.same, frozenset(self.kept)), work.report)
        self._around.desk.ask(self, job, show, about="plan", work=work)

    def _fail(self, error: Exception) -> None:
        self._work = None
        self._go_back()
        self.stopped.emit(error)


def rows_to_write(counts: Counter[Verdict]) -> int:
    """How many source rows of a plan change the book."""
    return counts[Verdict.NEW] + counts[Verdict.CHANGED]
