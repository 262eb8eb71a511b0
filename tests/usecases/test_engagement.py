"""The product engagement score of one account, month by month."""

from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.metrics.metric_ids import MetricId
from csdesk.usecases.engagement import ENGAGEMENT_MONTHS, engagement
from csdesk.usecases.explain import explain
from csdesk.usecases.scope import Scope
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


def test_a_month_opens_into_its_parts_and_these_into_the_users_of_this_account(demo: Book, today: date) -> None:
    snapshot = snapshot_of(demo)
    account, found = next(
        (account, one)
        for account in snapshot.frames.accounts["account"].tolist()
        if (one := engagement(demo, account, today)).months[-1].value is not None
    )
    for month in found.months[-3:]:
        opened = explain(demo, month, Scope(today, month.period))
        assert [part.group for part in opened.parts] == [snapshot.names[account]] * 3
        assert float(month.value) == pytest.approx(100 * sum(float(part.value) for part in opened.parts) / 3)
        for part in opened.parts:
            users = explain(demo, part, Scope(today, month.period)).rows
            assert {user.account for user in users} <= {account}
            assert sum(user.part for user in users) == float(part.part)
            assert all(user.lines for user in users)
    assert [part.value for part in opened.parts] == [part.value for part in found.parts]
