"""Who changed what and when, told in words: of one account, or of the whole book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.book.history import HistoryItem
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change as people read it, in their own zone; `stands` is False once it was taken back or is gone for good."""

    item: HistoryItem
    at: str
    what: str
    row: str
    field: str
    before: str
    after: str
    fate: str
    stands: bool


def history(book: Book, *, account: int | None = None, limit: int = 500) -> tuple[HistoryItem, ...]:
    """Who changed which field when, before and after, and what was taken back; newest first."""
    from csdesk.book.history import history as read_history

    return tuple(read_history(book, account=account, limit=limit))


def history_line(item: HistoryItem, currency: Currency, language: Language) -> HistoryLine:
    """The words for one change; money is in the row's own currency, else in the book's."""
    from csdesk.book.history import Fate
    from csdesk.models.money import Currency
    from csdesk.wording.book import step_words
    from csdesk.wording.history import column_words, fate_words, row_words, value_words
    from csdesk.wording.speech import moment

    kind = item.kind or ""
    paid_in = Currency(item.currency) if item.currency else currency
    before, after = (
        value_words(kind, item.field, value, paid_in, language) if kind else "" for value in (item.before, item.after)
    )
    return HistoryLine(
        item=item,
        at=moment(item.at, language),
        what=step_words(item.step_name, language, subject=item.subject, count=item.rows),
        row=row_words(kind, item.name, item.account, language) if kind else "",
        field=column_words(item.field, language) if item.field else "",
        before=before,
        after=after,
        fate=fate_words(item.fate, item.turned_at, item.turned_by, language),
        stands=item.fate not in {Fate.TAKEN_BACK, Fate.ERASED},
    )
