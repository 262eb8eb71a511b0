"""How one account's users take to the product, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.measure import Measure

ENGAGEMENT_MONTHS = 13
"""The present month and those of the year before."""


@dataclass(frozen=True, slots=True)
class Engagement:
    """PES of one account's users by month, oldest first, each of which opens into its parts and its users; and what the
    last is the mean of: key features taken up, days on which they come, growth."""

    months: tuple[Measure, ...]
    parts: tuple[Measure, ...]

    @property
    def is_known(self) -> bool:
        """Whether any month has a score."""
        return any(one.value is not None for one in self.months)


def engagement(book: Book, account: int, as_of: date) -> Engagement:
    """The product engagement score of an account as of a day."""
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.context import alone
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.models.months import Month, Period
    from csdesk.usecases.explain_parts import parts_behind
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    own = alone(snapshot.context(as_of), account, snapshot.names.get(account, ""))
    now = Month.of(as_of)
    months = [Period(now + (at + 1 - ENGAGEMENT_MONTHS)) for at in range(ENGAGEMENT_MONTHS)]
    scores = tuple(figure(own, MetricId.PRODUCT_ENGAGEMENT_SCORE, month) for month in months)
    return Engagement(scores, parts_behind(own, scores[-1]))
