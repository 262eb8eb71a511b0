"""Exchange rates by currency and month, as a sheet: typed over, pasted, added, deleted; each is one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from csdesk.ui.rows import Column, Found, Look, RowsModel, Typed
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.costs_part import NewRowsSheet
from csdesk.ui.widgets.edited_part import EditedPart
from csdesk.ui.widgets.part import titled_row
from csdesk.usecases.rates import RateEdit, add_rates, delete_rates, edit_rates, pasted_rates
from csdesk.wording.kept import rate_text
from csdesk.wording.kinds import RATE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.kept_figures import ExchangeRate

_HEIGHT = 240


class RatesPart(EditedPart):
    """Shown where the book has rates or contracts in other currencies; whoever holds it opens the details of the one
    `wanted`, by its id, and the dialog for a new one when it is `asked` for, with those currencies."""

    wanted = Signal(object)
    asked = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, delete_rates, parent)
        self._currencies: tuple[str, ...] = ()
        self._model: RowsModel[ExchangeRate] = RowsModel(self._columns(), self)
        sheet = NewRowsSheet(self._model, self.tr("Exchange rates"), self)
        nothing = self.tr(
            "Contracts are in another currency than the book. Add what one unit of it cost at the end of each "
            "month, or paste rows: month, currency, rate. What rates change stands apart as FX, never as growth "
            "or churn."
        )
        self._hold(self._model, sheet, _HEIGHT, nothing)
        self._lay_out()
        self._model.edited.connect(self._edit)
        sheet.rows_pasted.connect(self._add_pasted)
        sheet.opened.connect(lambda row: self.wanted.emit(row.id))
        self.setVisible(False)

    def show_rates(self, rows: Sequence[ExchangeRate], currencies: Mapping[str, bool]) -> None:
        """Show these rates; `currencies` are those that contracts and deals are in, and whether each has any rate."""
        without = [code for code, rated in currencies.items() if not rated]
        self._currencies = (*without, *(code for code in currencies if code not in without))
        self._show(Found.of(self._model.columns, rows))
        self.lacking.setText(
            self.tr("No rate of {currencies} yet: contracts and deals in it are in no sum of money.").format(
                currencies=", ".join(without)
            )
        )
        self.lacking.setVisible(bool(without))
        self.setVisible(bool(rows) or bool(currencies))

    def paste(self) -> None:
        """Add the clipboard's rows."""
        self._add_pasted(QGuiApplication.clipboard().text())

    # -- changing --------------------------------------------------------------------------------------------------

    def _edit(self, typed: tuple[Typed[ExchangeRate], ...]) -> None:
        edits = tuple(RateEdit(cell.row.id, cell.key, cell.text) for cell in typed)
        self._do(lambda book: edit_rates(book, edits))

    def _add_pasted(self, text: str) -> None:
        self._do(lambda book: add_rates(book, pasted_rates(text)))

    def _add(self) -> None:
        self.asked.emit(self._currencies)

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        add, paste = QPushButton(self.tr("Add rate"), self), QPushButton(self.tr("Paste rows"), self)
        paste.setToolTip(self.tr("Rows copied from a spreadsheet: month, currency, rate"))
        for button, act in ((add, self._add), (paste, self.paste)):
            button.clicked.connect(act)
        note = self.tr("At the end of each month. A month without one has the rate before it.")
        head, _ = titled_row(self, self.tr("Exchange rates"), add, paste, self.delete, note=note)
        self.lacking = muted("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.lacking)
        column.addWidget(self.nothing)
        column.addWidget(self.sheet)

    def _columns(self) -> tuple[Column[ExchangeRate], ...]:
        language = self._around.window.language
        names = {key: words.say(language) for key, words in RATE_FIELDS.items()}

        def text(key: str, width: int, field: str = "") -> Column[ExchangeRate]:
            def said(row: ExchangeRate) -> str:
                return str(getattr(row, field or key))

            return Column(key, names[key], said, said, width=width, typed=said)

        def rate(row: ExchangeRate) -> str:
            return rate_text(row.rate)

        def plain(row: ExchangeRate) -> str:
            return repr(row.rate)

        return (
            text("month", 96),
            text("currency", 90),
            text("base", 90),
            Column("rate", names["rate"], lambda row: row.rate, rate, Look.NUMBER, width=120, typed=plain),
            text("source", 140, "kind"),
            Column("from", self.tr("From"), lambda row: row.source, self._source, width=190, tone=None),
        )

    def _source(self, row: ExchangeRate) -> str:
        return row.source or self.tr("typed in here")
