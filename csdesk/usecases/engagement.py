"""How one account's users take to the product, month by month."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.measure import Measure

ENGAGEMENT_MONTHS = 13
"""The present month and those of the year before."""


@dataclass(frozen=True, slots=True)
class Engagement:
    """PES of one account's users by month, oldest first, and what the last is the mean of: key features taken up, days
    on which they come, growth."""

    months: tuple[Measure, ...]
    parts: tuple[Measure, ...]

    @property
    def is_known(self) -> bool:
        """Whether any month has a score."""
        return any(one.value is not None for one in self.months)


def engagement(book: Book, account: int, as_of: date) -> Engagement:
    """The product engagement score of an account as of a day."""
    import numpy as np

    from csdesk.metrics.users.active_users import stickiness
    from csdesk.metrics.users.engagement import feature_adoption, product_engagement_score, user_growth
    from csdesk.models.months import Month, Period
    from csdesk.usecases.snapshot import snapshot_of

    context = snapshot_of(book).context(as_of)
    only = np.array([account], dtype=np.int64)
    own = replace(context, members=only, ledger=context.ledger.among(only), book=context.whole)
    now = Month.of(as_of)
    months = [Period(now + (at + 1 - ENGAGEMENT_MONTHS)) for at in range(ENGAGEMENT_MONTHS)]
    parts = tuple(part(own, months[-1]) for part in (feature_adoption, stickiness, user_growth))
    return Engagement(tuple(product_engagement_score(own, month) for month in months), parts)
