"""The full export: every kind of row under the headings that an import knows again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind
from csdesk.wording.kinds import name_of_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from csdesk.book.file import Book
    from csdesk.models.drafts import Value
    from csdesk.models.kinds import Language
    from csdesk.models.problems import Problem
    from csdesk.reports.tables import Table

    Progress = Callable[[int, int], None]

_MONEY = frozenset({"amount", "list_amount", "discount_amount", "paid_amount"})
_NAMED = {
    "account_id": Kind.ACCOUNT,
    "contact_id": Kind.CONTACT,
    "owner_id": Kind.PERSON,
    "person_id": Kind.PERSON,
    "product_id": Kind.PRODUCT,
    "measure_id": Kind.MEASURE,
}

COLUMNS: Mapping[Kind, tuple[tuple[str, str], ...]] = {
    Kind.ACCOUNT: (
        ("account.name", "name"),
        ("account.external_id", "external_id"),
        ("account.legal_name", "legal_name"),
        ("account.short_name", "short_name"),
        ("account.kana", "kana"),
        ("account.corporate_number", "corporate_number"),
        ("account.domain", "domain"),
        ("account.owner", "owner_id"),
        ("account.tier", "tier"),
        ("account.segment", "segment"),
        ("account.industry", "industry"),
        ("account.size", "size"),
        ("account.employees", "employees"),
        ("account.region", "region"),
        ("account.postal_code", "postal_code"),
        ("account.address", "address"),
        ("account.phone", "phone"),
        ("account.channel", "channel"),
        ("account.sales_rep", "sales_rep"),
        ("account.use_case", "use_case"),
        ("account.status", "stage"),
        ("account.fit", "fit"),
        ("account.sentiment", "sentiment"),
        ("account.tags", "tags"),
        ("account.notes", "notes"),
        ("account.created_at", "created_on"),
    ),
    Kind.CONTACT: (
        ("account.name", "account_id"),
        ("contact.name", "name"),
        ("contact.external_id", "external_id"),
        ("contact.kana", "kana"),
        ("contact.email", "email"),
        ("contact.phone", "phone"),
        ("contact.title", "title"),
        ("contact.department", "department"),
        ("contact.decision_maker", "decision_maker"),
        ("contact.executive", "executive"),
        ("contact.left_on", "left_on"),
    ),
    Kind.CONTRACT: (
        ("account.name", "account_id"),
        ("contract.external_id", "external_id"),
        ("contract.name", "name"),
        ("contract.product", "product_id"),
        ("contract.plan", "plan"),
        ("contract.amount", "amount"),
        ("contract.interval_count", "interval_months"),
        ("contract.currency", "currency"),
        ("contract.start", "starts_on"),
        ("contract.renewal", "term_ends_on"),
        ("contract.end", "ended_on"),
        ("contract.churn_reason", "end_reason"),
        ("contract.change", "change"),
        ("contract.notice_by", "notice_by"),
        ("contract.auto_renew", "auto_renew"),
        ("contract.charge", "charge"),
        ("contract.status", "status"),
        ("contract.quantity", "seats"),
        ("contract.list_amount", "list_amount"),
        ("contract.discount_amount", "discount_amount"),
        ("contract.discount_end", "discount_ends_on"),
    ),
    Kind.TOUCH: (
        ("touch.date", "on_date"),
        ("account.name", "account_id"),
        ("touch.type", "type"),
        ("touch.by", "person_id"),
        ("touch.minutes", "minutes"),
        ("touch.purpose", "purpose"),
        ("touch.sentiment", "sentiment"),
        ("touch.note", "note"),
        ("contact.name", "contact_id"),
    ),
    Kind.USE: (
        ("account.name", "account_id"),
        ("usage.date", "on_date"),
        ("usage.measure", "measure_id"),
        ("usage.amount", "amount"),
    ),
    Kind.TICKET: (
        ("account.name", "account_id"),
        ("ticket.external_id", "external_id"),
        ("ticket.subject", "subject"),
        ("ticket.type", "type"),
        ("ticket.priority", "priority"),
        ("ticket.status", "status"),
        ("ticket.opened_at", "opened_at"),
        ("ticket.first_response_at", "first_response_at"),
        ("ticket.closed_at", "closed_at"),
        ("ticket.assignee", "assignee"),
        ("ticket.root_cause", "root_cause"),
    ),
    Kind.INVOICE: (
        ("account.name", "account_id"),
        ("invoice.number", "number"),
        ("invoice.date", "issued_on"),
        ("invoice.due", "due_on"),
        ("invoice.paid_on", "paid_on"),
        ("invoice.total", "amount"),
        ("invoice.amount_paid", "paid_amount"),
        ("invoice.currency", "currency"),
        ("invoice.status", "status"),
    ),
    Kind.COST: (
        ("cost.month", "month"),
        ("cost.item", "item"),
        ("cost.channel", "channel"),
        ("cost.purpose", "purpose"),
        ("cost.amount", "amount"),
        ("cost.notes", "notes"),
    ),
}
"""Field of the dictionary and column of the table, sheet by sheet. Survey answers have a sheet for each survey."""

_ANSWER = (
    ("account.name", "account_id"),
    ("nps.external_id", "external_id"),
    ("{survey}.score", "score"),
    ("nps.responded_at", "answered_on"),
    ("nps.comment", "comment"),
    ("contact.name", "contact_id"),
)


@dataclass(frozen=True, slots=True)
class ExportContent:
    """Everything in the book as tables, in one language."""

    tables: tuple[Table, ...]
    language: Language


def export_content(book: Book, language: Language) -> ExportContent:
    """Every kind that has rows, as a table with its own columns behind the common ones."""
    from csdesk.models.kinds import Survey

    writer = _Tables(book, language)
    tables = [writer.table(name_of_kind(kind, language), kind, columns) for kind, columns in COLUMNS.items()]
    for survey in Survey:
        columns = tuple((field.format(survey=survey.value), column) for field, column in _ANSWER)
        tables.append(writer.table(survey.value.upper(), Kind.ANSWER, columns, survey=survey.value))
    return ExportContent(tuple(table for table in tables if table.rows), language)


def write_export(content: ExportContent, path: Path, progress: Progress) -> tuple[Problem, ...]:
    """Write the workbook; gives the texts a cell could not hold whole. Raises ReportRefused."""
    from csdesk.reports.tables import write_tables

    return write_tables(content.tables, path, progress, content.language)


class _Tables:
    """The book's rows, and the names that their references stand for, read at one moment."""

    def __init__(self, book: Book, language: Language) -> None:
        from csdesk.book.read import custom_values, known
        from csdesk.usecases.settings import book_settings

        self._language = language
        self._currency = book_settings(book).money
        self._rows = known(book, (*COLUMNS, Kind.ANSWER, Kind.PERSON, Kind.PRODUCT, Kind.MEASURE))
        self._custom = {kind: custom_values(book, kind) for kind in self._rows}
        self._names = {kind: {row["id"]: row["name"] for row in self._rows[kind]} for kind in set(_NAMED.values())}

    def table(self, title: str, kind: Kind, columns: tuple[tuple[str, str], ...], **wanted: str) -> Table:
        """One kind of rows, or those of them that hold the wanted values."""
        from csdesk.reports.tables import Table
        from csdesk.wording.intake import field_words

        custom = self._custom[kind]
        headings = tuple(sorted({heading for values in custom.values() for heading in values}))
        rows = (row for row in self._rows[kind] if all(row[name] == value for name, value in wanted.items()))
        cells = tuple(
            (
                *(self._cell(kind, column, row[column]) for _, column in columns),
                *(custom.get(int(str(row["id"])), {}).get(heading) for heading in headings),
            )
            for row in rows
        )
        return Table(title, (*(field_words(field, self._language) for field, _ in columns), *headings), cells)

    def _cell(self, kind: Kind, column: str, value: Value) -> Value:
        if column in _NAMED:
            return self._names[_NAMED[column]].get(value)
        if column in _MONEY and kind is not Kind.USE and isinstance(value, int):
            exact = self._currency.main_units(value)
            return int(exact) if exact.denominator == 1 else float(exact)
        return value
