"""Where a finding is completed by hand: its account in front, and over it the row that lacks something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind
from csdesk.usecases.hygiene import KIND_OF, Lack

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.account import AccountPage
    from csdesk.usecases.hygiene import Finding


def open_finding(around: Surroundings, finding: Finding) -> None:
    """Open the account, and what is to be completed in it."""
    window, as_of = around.window, around.window.scope.as_of
    kind = KIND_OF.get(finding.lack)
    if finding.account:
        window.open_account(finding.account)
    if finding.lack is Lack.RATE:
        _ask_rate(around)
    elif kind is Kind.TASK:
        from csdesk.ui.dialogs.edit_task import EditTask

        EditTask(around, finding.row, window).open()
    elif finding.lack is Lack.TOUCH:
        window.open_touch(finding.account)
    elif kind is not None or finding.lack is Lack.CONTACT:
        from csdesk.usecases.account import account_page

        around.desk.ask(
            window,
            lambda book: account_page(book, finding.account, as_of),
            lambda page: _show(_dialog(around, finding, page)),
            about="finding",
        )


def _ask_rate(around: Surroundings) -> None:
    """A new rate, of the currencies without one first."""
    from csdesk.ui.dialogs.rate import RateDialog
    from csdesk.usecases.rates import other_currencies

    def show(found: dict[str, bool]) -> None:
        RateDialog(around, sorted(found, key=found.__getitem__), around.window).open()

    around.desk.ask(around.window, other_currencies, show, about="finding")


def _show(dialog: QDialog | None) -> None:
    if dialog is not None:
        dialog.open()


def _dialog(around: Surroundings, finding: Finding, page: AccountPage) -> QDialog | None:
    """The row's own dialog; None where it is no longer there."""
    if KIND_OF.get(finding.lack) is Kind.CONTRACT:
        from csdesk.ui.dialogs.contract import ContractDialog

        line = next((line for line in page.contracts if line.id == finding.row), None)
        return ContractDialog(around, finding.account, line, around.window) if line else None
    from csdesk.ui.dialogs.contact import ContactDialog

    person = next((person for person in page.people if person.id == finding.row), None)
    if person is None and finding.lack is not Lack.CONTACT:
        return None
    return ContactDialog(around, finding.account, person, around.window)
