"""What a ticket says, and its root cause as the team finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from csdesk.ui.dialogs.row_details import fact
from csdesk.ui.plain import brief
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.usecases.tickets import TicketSheet, note_cause, ticket_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings

_WIDTH, _HIGH = 480, 72


class TicketDialog(StepDialog):
    """A ticket follows the system it comes from; what it came down to is the team's to say."""

    def __init__(self, around: Surroundings, ticket: int, parent: QWidget) -> None:
        super().__init__(around, parent)
        self._ticket = ticket
        self.setMinimumWidth(_WIDTH)
        self.main.setEnabled(False)
        self.cause = QPlainTextEdit(self)
        self.cause.setAccessibleName(self.tr("Root cause"))
        self.cause.setPlaceholderText(self.tr("What the complaint truly came down to"))
        self.cause.setTabChangesFocus(True)
        self.cause.setFixedHeight(_HIGH)
        currency, language = around.window.currency, around.window.language
        around.desk.ask(self, lambda book: ticket_sheet(book, ticket, currency, language), self.show_sheet)

    def show_sheet(self, sheet: TicketSheet) -> None:
        """Show what the book answered."""
        details = sheet.details
        self.setWindowTitle(details.kind)
        self.body.addLayout(form([(name, fact(self, name, text)) for name, text in details.facts]))
        self.body.addLayout(form([(self.tr("Root cause"), self.cause)]))
        if details.source:
            self.body.addWidget(muted(brief(self.tr("Imported from {place}").format(place=details.source)), self))
        self.cause.setPlainText(sheet.cause)
        self.main.setEnabled(True)
        self.fit()
        self.cause.setFocus()

    def check(self) -> None:
        ticket, cause = self._ticket, self.cause.toPlainText()
        self.save(lambda book: note_cause(book, ticket, cause))
