"""What a ticket comes down to, as the team sees it: everything else of a ticket follows the system it comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, StepName

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.row_details import RowDetails


@dataclass(frozen=True, slots=True)
class TicketSheet:
    """What a ticket says, but for its root cause; and that, '' where nobody has found it."""

    details: RowDetails
    cause: str


def ticket_sheet(book: Book, ticket: int, currency: Currency, language: Language) -> TicketSheet:
    """One ticket in words. Raises Gone where it is deleted."""
    from csdesk.usecases.row_details import row_details
    from csdesk.usecases.rows import one_row
    from csdesk.wording.history import column_words

    details = row_details(book, Kind.TICKET, ticket, currency, language)
    asked = column_words("root_cause", language)
    facts = tuple((name, text) for name, text in details.facts if name != asked)
    return TicketSheet(replace(details, facts=facts), one_row(book, Kind.TICKET, ticket)["root_cause"] or "")


def note_cause(book: Book, ticket: int, cause: str) -> Changes:
    """Write down what a ticket came down to; an empty text takes it away. Raises Gone where the ticket is deleted."""
    from csdesk.usecases.rows import one_row

    subject = str(one_row(book, Kind.TICKET, ticket)["subject"] or "")
    with book.step(StepName.NOTE_CAUSE, subject=subject) as step:
        step.update(Kind.TICKET, ticket, {"root_cause": cause.strip() or None})
    return step.changes
