"""What can be done with a table beside editing it: copied, saved to a file as it is shown, printed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from csdesk.ui.asking_where import ask_where
from csdesk.ui.rows import Column, Look, RowsModel
from csdesk.usecases.saving import ShownTable
from csdesk.wording.figures import figure_number

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.models.money import Currency
    from csdesk.models.problems import Problem
    from csdesk.ui.desk import Progress
    from csdesk.ui.page import Surroundings
    from csdesk.ui.widgets.sheet import SheetView

SAVE, PRINT = "Ctrl+Shift+E", "Ctrl+P"
_UPRIGHT = 6
"""Columns that a page has room for upright."""
_FIGURES = {Look.NUMBER, Look.CHANGE}


class TableCopies(QObject):
    """Serves a sheet: its context menu, and the keys that save and print it."""

    def __init__(self, around: Surroundings, sheet: SheetView) -> None:
        super().__init__(sheet)
        self._around, self._sheet = around, sheet
        sheet.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        sheet.customContextMenuRequested.connect(self._offer)
        QShortcut(QKeySequence(SAVE), sheet, self.ask_where, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence(PRINT), sheet, self.print_out, context=Qt.ShortcutContext.WidgetShortcut)

    def menu(self) -> QMenu:
        """What can be done with the row, as far as the page has actions for it, and with the table."""
        menu = QMenu(self._sheet)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._sheet.actions():
            menu.addActions(self._sheet.actions())
            menu.addSeparator()
        menu.addAction(self.tr("Copy"), QKeySequence.StandardKey.Copy, self._sheet.copy)
        menu.addAction(self.tr("Save table as..."), QKeySequence(SAVE), self.ask_where)
        menu.addAction(self.tr("Print..."), QKeySequence(PRINT), self.print_out)
        return menu

    def print_out(self) -> None:
        """Show the table on paper, across where it is wide, before it is printed."""
        from csdesk.ui.printing import paint_table, preview

        table, language = self.shown(in_words=True), self._around.window.language
        across = len(table.headings) > _UPRIGHT
        preview(lambda printer: paint_table(printer, table, language), table.name, self._sheet, across=across)

    def ask_where(self) -> None:
        """Ask for a file, then write the table to it."""
        name = f"{self._sheet.accessibleName()} {self._around.window.today():%Y-%m-%d}.xlsx"
        kinds = self.tr("Workbook (*.xlsx);;Text (*.csv)")
        path = ask_where(self._sheet, self.tr("Save table"), name, kinds, ".xlsx", ".csv")
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the shown rows and columns, in their order, on the bench."""
        table, frame = self.shown(), self._around.window
        language = frame.language

        def job(progress: Progress) -> tuple[Problem, ...]:
            from csdesk.usecases.saving import save_table

            return save_table(table, path, language, progress)

        def done(problems: tuple[Problem, ...]) -> None:
            said = self.tr("{file} written").format(file=path.name)
            cut = self.tr("{n} texts could not be written whole.").format(n=len(problems))
            frame.toast(f"{said}. {cut}" if problems else said)

        title = self.tr("Writing {file}").format(file=path.name)
        self._around.desk.work(self, job, done, failed=frame.complain, title=title)

    def shown(self, *, in_words: bool = False) -> ShownTable:
        """The table as the person has arranged, sorted and filtered it, pictures left out; days and figures as such, or
        all of it `in_words`."""
        rows, header = self._sheet.model(), self._sheet.horizontalHeader()
        assert isinstance(rows, RowsModel)
        places = [header.logicalIndex(at) for at in range(header.count())]
        places = [at for at in places if self._sheet.columns.is_seen(at) and rows.columns[at].look is not Look.SPARK]
        columns = [rows.columns[at] for at in places]
        currency = self._around.window.currency
        found = rows.rows_shown()
        if in_words:
            words = tuple(tuple(column.text(row) for column in columns) for row in found)
        cells = words if in_words else tuple(tuple(_cell(c, row, currency) for c in columns) for row in found)
        numbers = frozenset(at for at, column in enumerate(columns) if column.look in _FIGURES)
        name, headings = self._sheet.accessibleName(), tuple(column.heading for column in columns)
        return ShownTable(name, headings, cells, numbers)

    def _offer(self, where: QPoint) -> None:
        self.menu().popup(self._sheet.viewport().mapToGlobal(where))


def _cell(column: Column[Any], row: object, currency: Currency) -> date | float | str:
    number = figure_number(column.measure(row), currency) if column.measure else None
    if number is not None:
        return number
    value = column.value(row)
    return value if isinstance(value, date) else column.text(row)
