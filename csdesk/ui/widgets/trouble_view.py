"""The cells of a table in trouble: each with its reason, shown where it stands in the sheet, and mended there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.rows import ROW_ROLE, Column, Found, RowsModel, Tone, Typed
from csdesk.ui.widgets.around_sheet import AroundSheet
from csdesk.ui.widgets.planned_words import PlannedWords, trouble_tone
from csdesk.ui.widgets.sheet import SheetView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from csdesk.models.kinds import Language
    from csdesk.models.problems import Problem
    from csdesk.ui.candidate import Candidate, Cell
    from csdesk.ui.rows import Index

_ONE = 1


class TroubleView(QWidget):
    """`mended` carries (cells, text): one cell or all that are like it; `unmended` takes the last mending back."""

    mended = Signal(object)
    unmended = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlannedWords(language)
        self._candidate: Candidate | None = None
        self._troubles: RowsModel[Problem] = RowsModel(self._columns(), self)
        self._troubles.edited.connect(self._typed)
        self.list = SheetView(self._troubles, self.tr("Cells in trouble"), self)
        self.list.selectionModel().currentChanged.connect(self._come_to)
        self.around = AroundSheet(self)
        self.around.mended.connect(lambda mended: self.mended.emit(([mended[0]], mended[1])))
        self._said = QLabel(self)
        self._said.setProperty("role", "heading")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self.instead = QLineEdit(self)
        self.instead.setAccessibleName(self.tr("What should stand there"))
        self.instead.setPlaceholderText(self.tr("What should stand there"))
        self.instead.returnPressed.connect(self._mend)
        self._one = self._button(self.tr("Mend"), self._mend)
        self._all = self._button("", self._mend_all)
        self._undo = self._button(self.tr("Take the mending back"), self.unmended.emit)
        self._before = self._button(self.tr("Previous"), lambda: self.go(-1))
        self._before.setToolTip(self.tr("Previous trouble (Shift+F8)"))
        self._next = self._button(self.tr("Next"), lambda: self.go(1))
        self._next.setToolTip(self.tr("Next trouble (F8)"))
        self._lay_out()

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_troubles(self, candidate: Candidate, titles: Mapping[int, str]) -> None:
        """Show what the plan says now; the place in the list stays."""
        self._candidate, self._words.titles = candidate, titles
        at = self.list.currentIndex().row()
        self.list.show_found(Found.unsearched(candidate.troubles))
        self._undo.setVisible(bool(candidate.before))
        count = self._troubles.rowCount()
        if count and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._troubles.index(min(max(at, 0), count - 1), 0))
        self._show_current()

    def go(self, step: int) -> None:
        """To the next or the previous cell in trouble, around the ends."""
        count = self._troubles.rowCount()
        if count:
            at = (self.list.currentIndex().row() + step) % count
            self.list.setCurrentIndex(self._troubles.index(at, 0))

    def current(self) -> Problem | None:
        """The trouble that is looked at."""
        index = self.list.currentIndex()
        problem: Problem | None = index.data(ROW_ROLE) if index.isValid() else None
        return problem

    def _come_to(self, current: Index, previous: Index) -> None:
        if current.row() != previous.row():
            self._show_current()

    def _show_current(self) -> None:
        problem, candidate = self.current(), self._candidate
        for widget in (self.around, self.instead, self._one, self._before, self._next):
            widget.setEnabled(problem is not None)
        if problem is None or candidate is None or candidate.planned is None:
            self._said.clear()
            self._all.hide()
            return
        at, count = self.list.currentIndex().row() + 1, self._troubles.rowCount()
        place = ": ".join(filter(None, (str(problem.place), self._words.reason(problem))))
        self._said.setText(self.tr("{at} of {n}").format(at=f"{at:,}", n=f"{count:,}") + "   " + place)
        cell = candidate.cell_at(problem.place)
        like = candidate.alike(problem)
        for widget in (self.instead, self._one):
            widget.setEnabled(cell is not None)
        self.instead.setText(problem.seen if cell is not None else "")
        self._all.setText(self.tr("Mend all {n} like it").format(n=f"{len(like):,}"))
        self._all.setVisible(len(like) > _ONE)
        self.around.show_cell(candidate, problem.place, candidate.troubles)

    # -- mending ---------------------------------------------------------------------------------------------------

    def _mend(self) -> None:
        problem = self.current()
        cell = self._candidate.cell_at(problem.place) if self._candidate and problem else None
        if cell is not None:
            self.mended.emit(([cell], self.instead.text()))

    def _mend_all(self) -> None:
        problem = self.current()
        if self._candidate is not None and problem is not None:
            self.mended.emit((self._candidate.alike(problem), self.instead.text()))

    def _typed(self, typed: Sequence[Typed[Problem]]) -> None:
        """Cells typed into the list: those of one text as one mending."""
        assert self._candidate is not None
        by_text: dict[str, list[Cell]] = {}
        for edit in typed:
            cell = self._candidate.cell_at(edit.row.place)
            if cell is not None:
                by_text.setdefault(edit.text, []).append(cell)
        for text, cells in by_text.items():
            self.mended.emit((cells, text))
        if not by_text:
            self._troubles.forget_typed()

    # -- building --------------------------------------------------------------------------------------------------

    def _columns(self) -> list[Column[Problem]]:
        words = self._words

        def seen(problem: Problem) -> str:
            return problem.seen

        return [
            Column("place", self.tr("Cell"), lambda row: row.place.row, lambda row: str(row.place), width=110),
            Column("row", self.tr("What"), words.title, words.title, width=170, tone=lambda _row: Tone.QUIET),
            Column("field", self.tr("Field"), words.field, words.field, width=140),
            Column("seen", self.tr("What stands there (mend it here)"), words.seen, words.seen, width=230, typed=seen),
            Column("why", self.tr("Why"), words.reason, words.reason, width=360, tone=trouble_tone),
        ]

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self._before, self._next, self._said):
            bar.addWidget(widget)
        bar.addStretch(1)
        mending = QHBoxLayout()
        mending.setSpacing(8)
        mending.addWidget(self.instead, 1)
        for widget in (self._one, self._all, self._undo):
            mending.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.list, 2)
        column.addLayout(bar)
        column.addLayout(mending)
        column.addWidget(self.around, 3)

    def _button(self, word: str, act: object) -> QPushButton:
        button = QPushButton(word, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button
