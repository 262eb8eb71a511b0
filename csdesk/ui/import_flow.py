"""The road of an import, file to step, as the Import page walks it: read, match, plan, apply."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from csdesk.ui.candidate import Candidate
from csdesk.usecases.importing import TableKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from csdesk.models.drafts import Changes
    from csdesk.ui.desk import Progress, Work
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.importing import Choice, FoundTable, MatchedTable, Matching, Plan
    from csdesk.usecases.settings import BookSettings


class ImportFlow(QObject):
    """One import at a time.

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
        around.desk.cancelled.connect(self._give_up)
        self.candidates: list[Candidate] = []
        self.plan: Plan | None = None

    # -- taking ----------------------------------------------------------------------------------------------------

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read every table in the files."""
        names = ", ".join(path.name for path in paths)
        self._read(partial(_files_read, paths), self.tr("Reading {file}").format(file=names))

    def take_text(self, text: str) -> None:
        """Read every table in pasted text."""
        name = self.tr("Clipboard")
        self._read(partial(_text_read, text, name), self.tr("Reading {file}").format(file=name))

    def start_over(self) -> None:
        """Forget the tables; nothing was written. Whatever is under way is cancelled."""
        self._next_turn()
        self._forget()
        self.stopped.emit(None)

    def take_over(self, candidates: list[Candidate]) -> None:
        """Go on with the tables of another window, as the person chose and mended them."""
        self.candidates, self._settings = candidates, self._around.window.settings
        self._match(range(len(candidates)))

    def compare_again(self) -> None:
        """The book has changed since the plan was made; work that is under way reaches the book after the change."""
        if self.plan is not None and self._work is None and all(one.matched is not None for one in self.candidates):
            self.plan = None
            self._plan(self._next_turn())

    @property
    def counts(self) -> Counter[Verdict]:
        """Rows of all tables by verdict."""
        return sum((candidate.counts for candidate in self.candidates), Counter())

    # -- correcting ------------------------------------------------------------------------------------------------

    def include(self, place: int, *, on: bool) -> None:
        """Take a table, or leave it out."""
        self.candidates[place].included = on
        self._plan(self._next_turn())

    def choose_kind(self, place: int, kind: TableKind) -> None:
        """Take a table as another kind; its columns and questions are then found anew."""
        self.candidates[place].take_as(kind)
        self._match([place])

    def choose_field(self, place: int, heading: str, wanted: str) -> None:
        """Take a column for a field."""
        self._choose(place, lambda m: replace(m, fields={**m.fields, heading: wanted}))

    def choose_answer(self, place: int, choice: Choice, answer: str) -> None:
        """Answer one of the questions of a table."""
        self._choose(place, lambda m: replace(m, choices={**m.choices, choice: answer}))

    def mend(self, place: int, line: int, column: int, text: str) -> None:
        """Put another text into one cell, and see what that changes."""
        self.candidates[place].mend(line, column, text)
        self._match([place])

    def _choose(self, place: int, change: Callable[[Matching], Matching]) -> None:
        self.candidates[place].choose(change)
        self._match([place])

    # -- applying --------------------------------------------------------------------------------------------------

    def apply(self) -> None:
        """Write the plan: one step."""
        if (plan := self.plan) is None:
            return
        chosen = tuple(candidate.chosen for candidate in self.candidates if candidate.included)
        written = rows_to_write(self.counts)
        work = self._begin(self.tr("Importing"))

        def done(changes: Changes) -> None:
            self._forget()
            self.applied.emit(changes, written)

        self._around.desk.do(self, partial(_applied, plan, chosen, work.report), done, self._fail, work=work)

    # -- the steps -------------------------------------------------------------------------------------------------

    def _next_turn(self) -> int:
        self._turn += 1
        if self._work is not None:
            self._work.cancel()
            self._work = None
        return self._turn

    def _begin(self, title: str) -> Work:
        """Long work that the person can follow, and stop."""
        self._work = self._around.desk.long_work(title)
        self.began.emit(title)
        return self._work

    def _give_up(self, work: Work) -> None:
        """The person stopped the work: back to the plan there was, or to the beginning."""
        if work is not self._work:
            return
        self._work = None
        if self.plan is None or any(candidate.matched is None for candidate in self.candidates):
            self.start_over()
        else:
            self.planned.emit()

    def _forget(self) -> None:
        """Let go of tables and plan, row by row on the bench: freed at a stroke they would hold the window up."""
        rows = [row for part in _rows_held(self.candidates, self.plan) for row in part]
        self.candidates, self.plan = [], None
        self._around.desk.work(self, lambda _progress: _free(rows), lambda _nothing: None)

    def _read(self, job: Callable[[Progress], tuple[FoundTable, ...]], title: str) -> None:
        turn = self._next_turn()
        work = self._begin(title)

        def show(found: tuple[FoundTable, ...]) -> None:
            if turn == self._turn:
                self._recall(found, turn)

        self._around.desk.work(self, job, show, failed=self._fail, work=work)

    def _recall(self, found: tuple[FoundTable, ...], turn: int) -> None:
        def show(recalled: tuple[tuple[Matching, ...], BookSettings]) -> None:
            if turn != self._turn:
                return
            matchings, self._settings = recalled
            self.candidates = [
                Candidate(table, included=not table.hidden, matching=matching)
                for table, matching in zip(found, matchings, strict=True)
            ]
            self._match(range(len(found)), fresh=True)

        self._around.desk.ask(self, partial(_recalled, found), show, about="recall")

    def _match(self, places: Sequence[int], *, fresh: bool = False) -> None:
        turn, settings = self._next_turn(), self._settings
        assert settings is not None
        again = [place for place, candidate in enumerate(self.candidates) if candidate.matched is None]
        wanted = sorted({*places, *again})
        tables = [self.candidates[place].found for place in wanted]
        matchings = [self.candidates[place].matching for place in wanted]
        for place in wanted:
            self.candidates[place].matched = None

        def show(matched: tuple[MatchedTable, ...]) -> None:
            if turn != self._turn:
                return
            for place, table in zip(wanted, matched, strict=True):
                self.candidates[place].matched = table
                if fresh and table.kind is TableKind.UNKNOWN:
                    self.candidates[place].included = False
            self._plan(turn)

        work = self._begin(self.tr("Matching columns"))
        job = partial(_matched, tables, matchings, settings)
        self._around.desk.work(self, job, show, failed=self._fail, work=work)

    def _plan(self, turn: int) -> None:
        taken = [candidate for candidate in self.candidates if candidate.included and candidate.matched is not None]
        matched = [candidate.matched for candidate in taken if candidate.matched is not None]
        as_of = self._around.window.today()
        work = self._begin(self.tr("Comparing with the book"))

        def show(answer: tuple[Plan, list[Counter[Verdict]]]) -> None:
            if turn != self._turn:
                return
            self.plan, counts = answer
            for candidate in self.candidates:
                candidate.expect(None, Counter())
            for candidate, planned, counted in zip(taken, self.plan.tables, counts, strict=True):
                candidate.expect(planned, counted)
            self._work = None
            self.planned.emit()

        self._around.desk.ask(self, partial(_planned, matched, as_of, work.report), show, about="plan", work=work)

    def _fail(self, error: Exception) -> None:
        self._work = None
        self.stopped.emit(error)


def _files_read(paths: Sequence[Path], progress: Progress) -> tuple[FoundTable, ...]:
    from csdesk.usecases.importing import read_files

    return read_files(paths, progress)


def _text_read(text: str, name: str, _progress: Progress) -> tuple[FoundTable, ...]:
    from csdesk.usecases.importing import read_pasted

    return read_pasted(text, name)


def _recalled(found: tuple[FoundTable, ...], book: Book) -> tuple[tuple[Matching, ...], BookSettings]:
    from csdesk.usecases.importing import remembered
    from csdesk.usecases.settings import book_settings

    return remembered(book, found), book_settings(book)


def _matched(
    tables: list[FoundTable], matchings: list[Matching], settings: BookSettings, progress: Progress
) -> tuple[MatchedTable, ...]:
    from csdesk.usecases.importing import match_tables

    return match_tables(tables, matchings, settings, progress)


def _planned(
    matched: list[MatchedTable], as_of: date, report: Progress, book: Book
) -> tuple[Plan, list[Counter[Verdict]]]:
    from csdesk.usecases.importing import plan_import

    plan = plan_import(book, matched, as_of, report)
    return plan, [Counter(row.verdict for row in planned.rows) for planned in plan.tables]


def _applied(plan: Plan, chosen: tuple[Matching, ...], report: Progress, book: Book) -> Changes:
    from csdesk.usecases.importing import apply_plan

    return apply_plan(book, plan, chosen, report)


def _rows_held(candidates: Sequence[Candidate], plan: Plan | None) -> Iterator[Sequence[object]]:
    for candidate in candidates:
        yield from candidate.rows_held()
    if plan is not None:
        yield plan.drafts


def _free(rows: list[object]) -> None:
    """Drop the last references, giving way to the window in between."""
    while rows:
        rows.pop()


def rows_to_write(counts: Counter[Verdict]) -> int:
    """How many source rows of a plan change the book."""
    return counts[Verdict.NEW] + counts[Verdict.CHANGED]
