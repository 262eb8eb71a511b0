"""The product engagement score of one account, month by month."""

from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.metrics.metric_ids import MetricId
from csdesk.usecases.engagement import ENGAGEMENT_MONTHS, engagement
from csdesk.usecases.snapshot import snapshot_of


def test_it_is_the_mean_of_its_parts_and_of_this_account_alone(demo: Book, today: date) -> None:
    accounts = snapshot_of(demo).frames.accounts["account"].tolist()
    found = [engagement(demo, account, today) for account in accounts[:12]]
    known = [one for one in found if one.is_known]
    assert known
    for one in known:
        assert len(one.months) == ENGAGEMENT_MONTHS
        latest = one.months[-1]
        assert latest.metric == MetricId.PRODUCT_ENGAGEMENT_SCORE
        values = [float(part.value) for part in one.parts if part.value is not None]
        if len(values) == len(one.parts):
            assert float(latest.value or 0) == pytest.approx(100 * sum(values) / 3)
    assert len({one.months[-1].value for one in known}) > 1


def test_without_use_there_is_no_score(book: Book, today: date) -> None:
    assert not engagement(book, 1, today).is_known
