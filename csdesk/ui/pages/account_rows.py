"""Rows of an account's page that are opened, looked at, and deleted there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from csdesk.models.deletions import DELETIONS
from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from csdesk.ui.page import Page
    from csdesk.ui.pages.account import AccountPage
    from csdesk.usecases.account import PersonRow
    from csdesk.usecases.row_details import RowDetails


def open_row(page: AccountPage, kind: Kind, row: int | None) -> None:
    """Edit a row that the team keeps, or a new one of its kind; look at one that follows another system."""
    from csdesk.ui.dialogs.risk import RiskDialog
    from csdesk.ui.dialogs.ticket import TicketDialog
    from csdesk.ui.dialogs.work_row import WorkRow
    from csdesk.usecases.work_rows import WORK_STEPS

    if kind is Kind.PLAY_RUN:
        _open_play(page, row)
    elif kind is Kind.TICKET and row is not None:
        TicketDialog(page.around, row, page).open()
    elif kind not in WORK_STEPS and row is not None:
        look_at(page, kind, row)
    elif page.account is not None and kind is Kind.RISK:
        RiskDialog(page.around, page.account, row, page).open()
    elif page.account is not None:
        WorkRow(page.around, kind, page.account, row, page).open()


def _open_play(page: AccountPage, run: int | None) -> None:
    """End a play at work, or start one."""
    from csdesk.ui.dialogs.end_play import EndPlay
    from csdesk.ui.dialogs.start_play import StartPlay

    if page.account is None:
        return
    if run is None:
        StartPlay(page.around, page.account, page).open()
        return
    found = next((one for one in page.plays if one.id == run), None)
    if found is not None:
        EndPlay(page.around, found, page).open()


def open_person(page: AccountPage, person: PersonRow | None) -> None:
    """Edit one of the customer's people, or a new one."""
    from csdesk.ui.dialogs.contact import ContactDialog

    if page.account is not None:
        ContactDialog(page.around, page.account, person, page).open()


def open_review(page: AccountPage) -> None:
    """Write the account's review for its customer."""
    from csdesk.ui.dialogs.account_review import AccountReview

    if page.account is not None:
        AccountReview(page.around, page.account, page).open()


def set_health(page: AccountPage, factor: str) -> None:
    """Set a factor of the account's health by hand, '' for the first without fresh data."""
    from csdesk.ui.dialogs.set_health import SetHealth

    if page.account is not None:
        SetHealth(page.around, page.account, factor, page).open()


def override_health(page: AccountPage) -> None:
    """Say another score for the account, for a while."""
    from csdesk.ui.dialogs.health_override import HealthOverride

    if page.account is not None:
        HealthOverride(page.around, page.account, page).open()


def explain_health(page: AccountPage) -> None:
    """Tell why the account's health changed."""
    from csdesk.ui.dialogs.health_change import HealthChange

    if page.account is not None:
        HealthChange(page.around, page.account, page).open()


def look_at(page: Page, kind: Kind, row: int) -> None:
    """Open what a row says and where it came from."""
    from csdesk.usecases.row_details import row_details

    currency, language = page.frame.currency, page.frame.language
    page.desk.ask(
        page,
        lambda book: row_details(book, kind, row, currency, language),
        partial(_show, page, kind, row),
        about="row",
    )


def delete(page: Page, kind: Kind, row: int) -> None:
    """Delete a row as a step that can be taken back."""
    from csdesk.usecases.rows import delete_row

    page.desk.do(page, partial(delete_row, kind=kind, row=row), page.frame.say_deleted, page.frame.complain)


def _show(page: Page, kind: Kind, row: int, details: RowDetails) -> None:
    from csdesk.ui.dialogs.row_details import RowDetailsDialog

    dialog = RowDetailsDialog(details, page, deletable=kind in DELETIONS)
    dialog.unwanted.connect(partial(delete, page, kind, row))
    dialog.open()
