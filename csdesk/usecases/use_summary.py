"""How one account uses the product, as a file to hand on: the parts of its review that tell of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.models.months import PeriodKind
from csdesk.usecases.review import Part, ReviewChoice, review_content, review_period
from csdesk.usecases.review_kept import review_start

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.models.kinds import Language
    from csdesk.reports.review_content import ReviewContent


def use_summary(book: Book, account: int, as_of: date, language: Language) -> ReviewContent:
    """How an account uses the product, as the parts of its review that tell of that: of the last quarter that is over
    and the year up to it, in the customer's own language where its account tells. Raises Gone where the account has
    been deleted."""
    from csdesk.usecases.snapshot import snapshot_of

    spoken = review_start(book, account, language).language
    fiscal_start = snapshot_of(book).settings.fiscal_start
    period = review_period(as_of, PeriodKind.QUARTER, fiscal_start)
    choice = ReviewChoice(period, spoken, frozenset({Part.USE, Part.VALUE}))
    return review_content(book, account, as_of, choice)
