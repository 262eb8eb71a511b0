"""A row that came in with an import and is only looked at: a ticket, an invoice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.models.kinds import Kind, Language
    from csdesk.models.money import Currency

_PLAIN = frozenset({"id", "account_id", "currency"})
"""Columns that tell nobody anything beside the others, on the page of the account."""


@dataclass(frozen=True, slots=True)
class RowDetails:
    """What kind of row it is, the names and texts of what is filled, and where it came from: '' where that is not
    known."""

    kind: str
    facts: tuple[tuple[str, str], ...]
    source: str


def row_details(book: Book, kind: Kind, row: int, currency: Currency, language: Language) -> RowDetails:
    """One row in words; money is in the row's own currency, else in the book's. Raises Gone where it is deleted."""
    from csdesk.book.columns import layout
    from csdesk.book.read import custom_values
    from csdesk.models.money import Currency
    from csdesk.usecases.contract_rows import sources_of
    from csdesk.usecases.rows import name_of, one_row
    from csdesk.wording.history import column_words, row_words, value_words

    values = one_row(book, kind, row)
    paid_in = Currency(values["currency"]) if values.get("currency") else currency
    for column, to in layout(kind).references.items():
        values[column] = name_of(book, to, values[column]) if values[column] else None
    facts = [
        (column_words(column, language), value_words(kind, column, value, paid_in, language))
        for column, value in values.items()
        if column not in _PLAIN and value is not None
    ]
    own = custom_values(book, kind).get(row, {}).items()
    return RowDetails(row_words(kind, "", "", language), (*facts, *own), sources_of(book, kind, [row]).get(row, ""))
