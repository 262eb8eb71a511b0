"""What was spent, as a sheet: typed over, pasted from a spreadsheet, added, deleted; each is one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from csdesk.ui.rows import Column, Found, Look, RowsModel, Typed
from csdesk.ui.widgets.edited_part import EditedPart
from csdesk.ui.widgets.part import titled_row
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.costs import CostEdit, CostRow, add_costs, cost_rows, delete_costs, edit_costs, pasted_costs
from csdesk.wording.kinds import COST_FIELDS, PURPOSES
from csdesk.wording.speech import look_up, money

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings

_HEIGHT = 300


class CostsPart(EditedPart):
    """Asks and changes by itself; whoever holds it calls `refresh` when costs have changed, and opens the dialog for
    one when it is `wanted`, with the channels known."""

    wanted = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, delete_costs, parent)
        self._model: RowsModel[CostRow] = RowsModel(self._columns(()), self)
        sheet = NewRowsSheet(self._model, self.tr("Costs"), self)
        nothing = self.tr(
            "No costs entered yet. Add what winning customers cost each month, by channel where you know it, or "
            "paste rows from a spreadsheet."
        )
        self._hold(self._model, sheet, _HEIGHT, nothing)
        self._lay_out()
        self._model.edited.connect(self._edit)
        sheet.rows_pasted.connect(self._add_pasted)
        self.sheet.left_over.connect(self._say_left_over)

    def refresh(self) -> None:
        """Ask again."""
        self._around.desk.ask(self, cost_rows, self.show_costs)

    def show_costs(self, rows: tuple[CostRow, ...]) -> None:
        """Show these entries."""
        columns = self._columns(tuple(sorted({row.channel for row in rows if row.channel})))
        self._show(Found.of(columns, rows), columns)

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels known."""
        return self._model.columns[self._model.column_place("channel")].choices

    def paste(self) -> None:
        """Add the clipboard's rows."""
        self._add_pasted(QGuiApplication.clipboard().text())

    # -- changing --------------------------------------------------------------------------------------------------

    def _edit(self, typed: tuple[Typed[CostRow], ...]) -> None:
        edits = tuple(CostEdit(cell.row.id, cell.key, cell.text) for cell in typed)
        self._do(lambda book: edit_costs(book, edits))

    def _add_pasted(self, text: str) -> None:
        self._do(lambda book: add_costs(book, pasted_costs(text)))

    def _add(self) -> None:
        self.wanted.emit(self.channels)

    def _say_left_over(self, cells: int) -> None:
        text = self.tr("{n} cells had no place here. To add rows, press “Paste rows”.")
        self._around.window.toast(text.format(n=f"{cells:,}"))

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        add, paste = QPushButton(self.tr("Add cost"), self), QPushButton(self.tr("Paste rows"), self)
        paste.setToolTip(
            self.tr("Rows copied from a spreadsheet: month, channel, item, purpose, amount, or under headings")
        )
        for button, act in ((add, self._add), (paste, self.paste)):
            button.clicked.connect(act)
        note = self.tr("By month and channel. Type over any cell; several cells or rows are one step.")
        head, _ = titled_row(self, self.tr("Costs"), add, paste, self.delete, note=note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.sheet)

    def _columns(self, channels: tuple[str, ...]) -> tuple[Column[CostRow], ...]:
        frame = self._around.window
        language, currency = frame.language, frame.currency
        names = {key: words.say(language) for key, words in COST_FIELDS.items()}
        purposes = tuple(words.say(language) for words in PURPOSES.values())

        def purpose(row: CostRow) -> str:
            return look_up(PURPOSES, row.purpose, language)

        def amount(row: CostRow) -> str:
            return money(row.amount, currency, language)

        def number(row: CostRow) -> str:
            return f"{float(currency.main_units(row.amount)):.{currency.digits}f}"

        def text(key: str, width: int, choices: tuple[str, ...] = ()) -> Column[CostRow]:
            def said(row: CostRow) -> str:
                return str(getattr(row, key))

            return Column(key, names[key], said, said, width=width, typed=said, choices=choices)

        return (
            text("month", 96),
            text("channel", 150, channels),
            text("item", 190),
            Column("purpose", names["purpose"], purpose, purpose, width=110, typed=purpose, choices=purposes),
            Column("amount", names["amount"], lambda r: r.amount, amount, Look.NUMBER, width=120, typed=number),
            text("notes", 190),
            Column("source", self.tr("From"), lambda r: r.source, self._source, width=150, tone=None),
        )

    def _source(self, row: CostRow) -> str:
        return row.source or self.tr("typed in here")


class NewRowsSheet(SheetView):
    """Where nothing is chosen, what is pasted are new rows."""

    rows_pasted = Signal(str)

    def paste(self) -> None:
        if self.selectionModel().hasSelection():
            super().paste()
        else:
            self.rows_pasted.emit(QGuiApplication.clipboard().text())
