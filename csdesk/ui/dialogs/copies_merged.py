"""Copies of the book that were brought in before: who did what in them, what was asked, and what was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget, QWidget

from csdesk.ui import theme
from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.to_read import DialogToRead
from csdesk.wording.book import step_words
from csdesk.wording.speech import moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.merging import AnsweredLine, CopyMerged, StepBrought

_SIZE, _COPIES = QSize(860, 560), 5
"""The dialog, and how many copies are seen at once."""


class CopiesMerged(DialogToRead):
    """Nothing can be changed in it: what was brought in is taken back as the step it was."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = around.window
        self.setWindowTitle(self.tr("Copies brought in"))
        self.resize(_SIZE)
        self._said = muted(self.tr("Newest first. What was not taken of either side is kept here."), self)
        self.copies: RowsModel[CopyMerged] = RowsModel(self._copy_columns(), self)
        self.steps: RowsModel[StepBrought] = RowsModel(self._step_columns(), self, identity=id)
        self.answers: RowsModel[AnsweredLine] = RowsModel(self._answer_columns(), self, identity=id)
        self._list = SheetView(self.copies, self.windowTitle(), self)
        self._list.chosen.connect(self._show_chosen)
        self._done = SheetView(self.steps, self.tr("Done in the copy"), self)
        self._asked = SheetView(self.answers, self.tr("Asked and taken"), self)
        self._parts = QTabWidget(self)
        self._parts.tabBar().setAccessibleName(self.tr("What came with it"))
        for sheet in (self._done, self._asked):
            self._parts.addTab(sheet, sheet.accessibleName())
        self.lay_out(self._said, self._list, self._parts)
        around.desk.ask(self, _read, self.show_copies)

    def show_copies(self, copies: tuple[CopyMerged, ...]) -> None:
        """List them, with what came with the newest."""
        self._list.show_found(Found.unsearched(copies))
        for widget in (self._list, self._parts):
            widget.setVisible(bool(copies))
        lines = min(_COPIES, max(1, len(copies)))
        self._list.setFixedHeight(self._list.horizontalHeader().sizeHint().height() + lines * theme.ROW)
        if copies:
            self._list.setCurrentIndex(self.copies.index(0, 0))
            self._list.setFocus()
        else:
            self._said.setText(self.tr("No copy of this book has been merged into it yet."))

    def _show_chosen(self, chosen: tuple[CopyMerged, ...]) -> None:
        from csdesk.usecases.merging import answered_line

        language, currency = self._frame.language, self._frame.currency
        if chosen:
            lines = tuple(answered_line(one, currency, language) for one in chosen[0].answered)
            self._done.show_found(Found.unsearched(chosen[0].steps[::-1]))
            self._asked.show_found(Found.unsearched(lines))

    # -- building --------------------------------------------------------------------------------------------------

    def _copy_columns(self) -> list[Column[CopyMerged]]:
        language = self._frame.language
        return [
            Column("at", self.tr("When"), lambda row: row.at.timestamp(), lambda row: moment(row.at, language)),
            _column("who", self.tr("Merged by"), lambda row: row.who),
            Column("file", self.tr("File"), lambda row: row.file, lambda row: row.file, width=260),
            _counted("steps", self.tr("Steps"), lambda row: len(row.steps)),
            _counted("asked", self.tr("Asked"), lambda row: len(row.answered)),
        ]

    def _step_columns(self) -> list[Column[StepBrought]]:
        language = self._frame.language

        def what(step: StepBrought) -> str:
            return step_words(step.name, language, subject=step.subject, count=step.rows)

        def fate(step: StepBrought) -> str:
            return "" if step.stands else self.tr("undone there")

        def tone(step: StepBrought) -> Tone:
            return Tone.PLAIN if step.stands else Tone.QUIET

        return [
            Column("at", self.tr("When"), lambda row: row.at.timestamp(), lambda row: moment(row.at, language)),
            _column("who", self.tr("Who"), lambda row: row.who),
            Column("what", self.tr("What was done"), what, what, width=340, tone=tone),
            _column("fate", self.tr("Since then"), fate),
        ]

    def _answer_columns(self) -> list[Column[AnsweredLine]]:
        return [
            Column("what", self.tr("Which row"), lambda row: row.what, lambda row: row.what, width=220),
            _column("field", self.tr("Field"), lambda row: row.field or row.asked),
            _column("mine", self.tr("This book"), lambda row: row.mine),
            _column("theirs", self.tr("The copy"), lambda row: row.theirs),
            _column("taken", self.tr("Taken"), lambda row: row.taken),
        ]


def _read(book: Book) -> tuple[CopyMerged, ...]:
    from csdesk.usecases.merging import copies_merged

    return copies_merged(book)


def _column(key: str, heading: str, text: Callable[[Any], str]) -> Column[Any]:
    return Column(key, heading, text, text, tip=text)


def _counted(key: str, heading: str, count: Callable[[Any], int]) -> Column[Any]:
    return Column(key, heading, count, lambda row: f"{count(row):,}", Look.NUMBER)
