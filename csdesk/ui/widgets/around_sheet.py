"""The sheet as it stands around one cell: its heading and the rows before and after, each cell to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from csdesk.ui.rows import Column, Found, RowsModel, Tone, Typed
from csdesk.ui.widgets.planned_words import trouble_tone
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.import_sheet import SheetLine, lines_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from csdesk.models.problems import Place, Problem
    from csdesk.ui.candidate import Candidate, Cell

_ROWS, _COLUMNS = 3, 8
"""Rows before and after the cell, and columns to each side of it."""


class AroundSheet(SheetView):
    """`mended` carries ((line, column), text) of a cell that was typed over."""

    mended = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model: RowsModel[SheetLine] = RowsModel([], identity=lambda row: (row.line, row.heading))
        super().__init__(self._model, self.tr("The sheet around the cell"), parent)
        self._model.setParent(self)
        self._model.edited.connect(self._mend)
        self._bad: dict[Cell, Problem] = {}
        self.setSortingEnabled(False)

    def show_cell(self, candidate: Candidate, place: Place, problems: Sequence[Problem]) -> None:
        """Show what stands around a cell or row; every cell in trouble there is marked, this one chosen."""
        table, cell = candidate.found, candidate.cell_at(place)
        across = cell[1] if cell else 0
        first = max(0, min(across - _COLUMNS, len(table.columns) - 2 * _COLUMNS - 1))
        seen = range(first, min(first + 2 * _COLUMNS + 1, len(table.columns)))
        lines = lines_around(table, place.row, seen, reach=_ROWS)
        near = {line.line for line in lines}
        self._bad = {
            found: one
            for one in sorted(problems, key=_refuses)
            if one.place.row in near and (found := candidate.cell_at(one.place))
        }
        columns = [self._numbers(), *(self._column(at, at - first, table.columns[at].letter) for at in seen)]
        self.show_found(Found.unsearched(lines), columns, anew=True)
        self.columns.fit()
        if cell is not None:
            row = next(at for at, line in enumerate(lines) if line.line == place.row and not line.heading)
            self.setCurrentIndex(self._model.index(row, 1 + across - first))

    def edit_cell(self) -> None:
        """Type over the cell that is shown."""
        self.setFocus()
        self.edit(self.currentIndex())

    def _numbers(self) -> Column[SheetLine]:
        return Column(
            "line",
            self.tr("Row"),
            lambda row: row.line,
            lambda row: row.name or f"{row.line}",
            width=56,
            tone=lambda _: Tone.QUIET,
        )

    def _column(self, column: int, place: int, letter: str) -> Column[SheetLine]:
        def bad(row: SheetLine) -> Problem | None:
            return None if row.heading else self._bad.get((row.line, column))

        def text(row: SheetLine) -> str:
            """What stands there, though nothing was read of it, as of a formula that was never calculated."""
            problem = bad(row)
            return row.cells[place] or (problem.seen if problem else "")

        def tone(row: SheetLine) -> Tone:
            problem = bad(row)
            return trouble_tone(problem) if problem else Tone.QUIET if row.heading else Tone.PLAIN

        def strong(row: SheetLine) -> bool:
            return row.heading or bad(row) is not None

        return Column(str(column), letter, text, text, typed=text, tone=tone, strong=strong)

    def _mend(self, typed: Sequence[Typed[SheetLine]]) -> None:
        for edit in typed:
            if edit.row.heading:
                self._model.forget_typed()
            else:
                self.mended.emit(((edit.row.line, int(edit.key)), edit.text))


def _refuses(problem: Problem) -> bool:
    """Of several troubles of a cell the one that keeps its row out is told."""
    return problem.refuses
