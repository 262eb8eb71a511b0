"""What rules that are only looked at would change, before anyone saves them: figures, old and new, and accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.differences import DifferenceAccounts, DifferenceSheet

if TYPE_CHECKING:
    from csdesk.metrics.rules import Rules
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.counting import Difference
    from csdesk.usecases.scope import Scope


class DifferencesPart(QWidget):
    """Asks by itself with every `compare`; figures of `first`, where one is named, come first."""

    def __init__(self, around: Surroundings, in_force: Rules, first: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._in_force, self._first = around, in_force, first
        self._wanted = in_force
        language, currency = around.window.language, around.window.currency
        self.said = muted("", self)
        self.sheet = DifferenceSheet(language, currency, self)
        self.accounts = DifferenceAccounts(language, currency, self)
        self.sheet.selectionModel().currentChanged.connect(
            lambda current: self.accounts.show_difference(self.sheet.row(current))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.said, self.sheet, self.accounts):
            column.addWidget(widget)

    def compare(self, rules: Rules, scope: Scope) -> None:
        """Ask what these rules would change in the periods that a page of that scope shows."""
        self._wanted = rules

        def question(book: Book) -> tuple[Difference, ...]:
            from csdesk.usecases.counting import differences

            return differences(book, scope, rules)

        self._around.desk.ask(self, question, self.show_differences)

    def show_differences(self, found: tuple[Difference, ...]) -> None:
        """Show what would change."""
        self.sheet.show_rows(sorted(found, key=lambda row: row.now.metric != self._first))
        self.accounts.show_difference(None)
        self.sheet.setVisible(bool(found))
        if self._wanted == self._in_force:
            said = self.tr("These are the rules in force.")
        elif found:
            said = self.tr("Figures that would change: {n}").format(n=f"{len(found):,}")
        else:
            said = self.tr("No figure of the periods shown would change.")
        self.said.setText(said)
