"""Users: who is active in a day, a week, a month, who stops, who comes back; by hand and against a plain oracle."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.catalogue import CATALOGUE, figure
from csdesk.metrics.context import Context, split
from csdesk.metrics.entries.entry import Source
from csdesk.metrics.measure import Measure, Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.users.active_users import active_on, days_of_use
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, Period, PeriodKind
from tests.thorough import examples

OF_USE = [metric for metric, entry in CATALOGUE.items() if entry.source is Source.USE]
APRIL = Period(Month.parse("2025-04"))


def used(contact: int, on: str, measure: str = "logins", amount: float = 1.0, account: int = 1) -> dict[str, Any]:
    return {"account": account, "contact": contact, "measure": measure, "on": on, "amount": amount}


def show(context: Any, use: list[dict[str, Any]], as_of: str = "2025-04-30", **others: Any) -> Context:
    lines = [{"account": account, "amount": 100, "start": "2024-01-01"} for account in (1, 2)]
    found: Context = context(lines, as_of, use=use, **others)
    return found


def at(book: Context, metric: MetricId, period: Period = APRIL) -> Measure:
    return figure(book, metric, period)


def test_users_of_a_day_a_week_and_a_month_are_counted_once(context: Any) -> None:
    book = show(
        context,
        [
            used(1, "2025-03-01"),
            used(10, "2025-04-30"), used(10, "2025-04-30", "exports"), used(11, "2025-04-24"), used(12, "2025-04-23"),
            used(13, "2025-04-01"), used(14, "2025-03-31"), used(15, "2025-04-30", amount=0.0),
        ],
    )  # fmt: skip
    daily = at(book, MetricId.DAILY_ACTIVE_USERS)
    assert (daily.value, daily.part, daily.n) == (Fraction(4, 30), 4, 4), "a Wednesday stands for no month"
    assert daily.between == (date(2025, 4, 1), date(2025, 4, 30))
    (only,) = [active_on(book, date(2025, 4, day)) for day in (30,)]
    assert (only.value, only.evidence.ids.tolist(), only.between) == (1, [10], (date(2025, 4, 30),) * 2)
    assert at(book, MetricId.WEEKLY_ACTIVE_USERS).value == 2
    monthly = at(book, MetricId.MONTHLY_ACTIVE_USERS)
    assert (monthly.value, monthly.evidence.of, monthly.evidence.ids.tolist()) == (4, Kind.CONTACT, [10, 11, 12, 13])
    assert monthly.between == (date(2025, 4, 1), date(2025, 4, 30))
    assert at(book, MetricId.STICKINESS).value == Fraction(4, 120)
    assert at(book, MetricId.STICKINESS_WEEKLY).value == Fraction(2, 4)
    days = days_of_use(book, date(2025, 4, 30), 8)
    assert [(day.on.day, day.value, day.login) for day in days if day.login] == [(23, 1, 1), (24, 1, 1), (30, 1, 1)]
    assert len(days) == 8


def test_what_counts_is_what_the_team_says(context: Any) -> None:
    """A login alone is none, and an export counts from three in the days looked at."""
    judged = [
        {"measure": "logins", "qualifies": False},
        {"measure": "exports", "qualifies": True, "least": 3.0},
    ]
    use = [
        used(1, "2025-03-01"), used(10, "2025-04-30"), used(11, "2025-04-30", "exports", 3),
        used(12, "2025-04-30", "exports", 2), used(12, "2025-04-25", "exports", 1),
        used(13, "2025-04-26", "exports", 2),
    ]  # fmt: skip
    book = show(context, use, measures=judged)
    active = (MetricId.DAILY_ACTIVE_USERS, MetricId.WEEKLY_ACTIVE_USERS, MetricId.MONTHLY_ACTIVE_USERS)
    logins = (MetricId.DAILY_LOGIN_USERS, MetricId.WEEKLY_LOGIN_USERS, MetricId.MONTHLY_LOGIN_USERS)
    assert [at(book, metric).value for metric in active] == [Fraction(1, 30), 2, 2], "two and one are of two days"
    assert [at(book, metric).value for metric in logins] == [Fraction(5, 30), 4, 4]


def test_attrition_is_of_those_who_were_there(context: Any) -> None:
    """Of four in March two are gone in April; whoever comes new changes nothing."""
    use = [used(1, "2025-02-01"), *(used(user, "2025-03-20") for user in (10, 11, 12, 13))]
    use += [used(10, "2025-04-05"), used(11, "2025-04-28")]
    alone = show(context, use)
    joined = show(context, [*use, *(used(user, "2025-04-28") for user in range(20, 40))])
    for book in (alone, joined):
        lost = at(book, MetricId.USER_ATTRITION)
        assert (lost.value, lost.part, lost.whole, lost.n) == (Fraction(1, 2), 2, 4, 4)
        assert lost.too_few
        kept = at(book, MetricId.USER_RETENTION).value
        assert kept is not None
        assert lost.value is not None
        assert kept + lost.value == 1
    assert at(joined, MetricId.USER_GROWTH).value == 1
    assert at(show(context, use), MetricId.USER_GROWTH).value == 0
    week = show(
        context, [used(1, "2025-04-01"), used(10, "2025-04-20"), used(11, "2025-04-20"), used(11, "2025-04-30")]
    )
    assert at(week, MetricId.USER_ATTRITION_WEEKLY).value == Fraction(1, 2)


def test_a_month_that_runs_has_no_attrition_yet(context: Any) -> None:
    book = show(context, [used(10, "2025-03-20"), used(11, "2025-04-10")], "2025-04-15")
    assert at(book, MetricId.USER_ATTRITION).why is Why.NOT_YET
    daily = at(book, MetricId.DAILY_ACTIVE_USERS)
    assert daily.between == (date(2025, 3, 20), date(2025, 4, 10)), "no day before the records, none after them"
    assert daily.value == Fraction(2, 22)


def test_accounts_stand_in_for_users_nobody_names(context: Any) -> None:
    book = show(context, [used(-1, "2025-04-30"), used(-1, "2025-04-30", account=2), used(-1, "2025-03-01")])
    daily = at(book, MetricId.DAILY_ACTIVE_USERS)
    assert (daily.value, daily.why, daily.evidence.of) == (Fraction(2, 30), Why.BY_ACCOUNT, Kind.ACCOUNT)
    mixed = show(
        context, [used(-1, "2025-04-30"), used(10, "2025-04-30", account=2), used(10, "2025-03-01", account=2)]
    )
    daily = at(mixed, MetricId.DAILY_ACTIVE_USERS)
    assert (daily.value, daily.why, daily.evidence.of) == (Fraction(1, 30), None, Kind.CONTACT)
    assert mixed.doings.nameless.tolist() == [1]


def test_use_by_month_has_no_days(context: Any) -> None:
    monthly = [
        {**used(user, on), "monthly": True} for user, on in ((10, "2025-03-01"), (11, "2025-03-01"), (10, "2025-04-01"))
    ]
    book = show(context, monthly)
    for metric in (MetricId.DAILY_ACTIVE_USERS, MetricId.WEEKLY_ACTIVE_USERS, MetricId.STICKINESS):
        assert at(book, metric).why is Why.BY_MONTH
    users = at(book, MetricId.MONTHLY_ACTIVE_USERS)
    assert (users.value, users.between) == (1, (date(2025, 4, 1), date(2025, 4, 30)))
    assert at(book, MetricId.USER_ATTRITION).value == Fraction(1, 2)
    assert at(book, MetricId.USER_ATTRITION_MONTHLY).value == Fraction(1, 2)
    assert at(book, MetricId.USER_ATTRITION_WEEKLY).why is Why.BY_MONTH


def test_what_the_records_do_not_tell(context: Any) -> None:
    book = show(context, [used(10, "2025-04-20"), used(11, "2025-04-28")])
    assert at(book, MetricId.MONTHLY_ACTIVE_USERS).why is Why.SHORT_RECORDS
    assert at(book, MetricId.USER_ATTRITION).why is Why.NO_HISTORY
    assert at(book, MetricId.USER_GROWTH).why is Why.NO_HISTORY
    assert at(book, MetricId.DAILY_ACTIVE_USERS, APRIL.previous).why is Why.NO_HISTORY
    assert at(book, MetricId.DAILY_ACTIVE_USERS, APRIL.next).why is Why.NOT_YET
    assert at(book, MetricId.PRODUCT_ENGAGEMENT_SCORE).why is Why.NO_KEY_FEATURES
    nobody = show(context, [])
    assert {at(nobody, metric).why for metric in OF_USE} == {Why.NO_USE}
    idle = show(
        context,
        [used(10, "2025-04-20", "other"), used(10, "2025-02-25", "other")],
        measures=[{"measure": "other", "qualifies": False, "key": True}],
    )
    shares = (MetricId.STICKINESS, MetricId.STICKINESS_WEEKLY, MetricId.FEATURE_ADOPTION, MetricId.USER_GROWTH)
    assert [at(idle, metric).why for metric in shares] == [Why.NO_BASE] * 4


def test_new_users_come_back_to_the_day(context: Any) -> None:
    """Of three who are new in April one is back the day after, two a week later; the day of the third is not known."""
    use = [used(1, "2025-02-10"), used(1, "2025-04-02"), used(9, "2025-04-29")]
    use += [used(10, "2025-04-01"), used(10, "2025-04-02"), used(10, "2025-04-08"), used(10, "2025-05-01")]
    use += [used(11, "2025-04-03"), used(11, "2025-04-10"), used(12, "2025-04-28"), used(12, "2025-05-02")]
    book = show(context, use, "2025-05-03")
    first, week, month = (
        at(book, metric)
        for metric in (MetricId.USER_RETENTION_D1, MetricId.USER_RETENTION_D7, MetricId.USER_RETENTION_D30)
    )
    assert (first.part, first.whole) == (1, 4)
    assert (week.part, week.whole, week.evidence.ids.tolist()) == (2, 2, [10, 11])
    assert (month.part, month.whole) == (1, 1)
    assert at(book, MetricId.USER_RETENTION_D1, Period(Month.parse("2025-02"))).why is Why.NO_NEW_USERS
    early = show(context, [used(1, "2025-02-10"), used(10, "2025-04-30")])
    assert at(early, MetricId.USER_RETENTION_D1).why is Why.NOT_YET


def test_a_first_day_is_one_that_counts(context: Any) -> None:
    """Two exports of a day are needed: the third of April, not the second, is the first."""
    use = [used(1, "2025-02-10"), used(10, "2025-04-02", "exports"), used(10, "2025-04-03", "exports")]
    use += [used(10, "2025-04-03", "exports"), used(10, "2025-04-04", "exports", 2), used(10, "2025-04-20")]
    book = show(context, use, measures=[{"measure": "exports", "qualifies": True, "least": 2.0},
                                        {"measure": "logins", "qualifies": False}])  # fmt: skip
    assert at(book, MetricId.USER_RETENTION_D1).value == 1


def test_engagement_is_the_mean_of_its_parts(context: Any) -> None:
    """Adoption 3 of 4, on 3 days of 2 x 30, growth 1 of 2: (75 + 5 + 50) / 3."""
    measures = [{"measure": name, "qualifies": True, "key": name != "logins"} for name in ("logins", "a", "b")]
    use = [used(1, "2025-02-01"), *(used(user, "2025-03-20") for user in (10, 12, 13))]
    use += [used(10, "2025-04-30", "a"), used(10, "2025-04-29", "b"), used(11, "2025-04-20", "a")]
    book = show(context, use, measures=measures)
    parts = (MetricId.FEATURE_ADOPTION, MetricId.STICKINESS, MetricId.USER_GROWTH)
    assert [at(book, metric).value for metric in parts] == [Fraction(3, 4), Fraction(1, 20), Fraction(1, 2)]
    assert at(book, MetricId.PRODUCT_ENGAGEMENT_SCORE).value == Fraction(130, 3)


def test_groups_hold_their_own_users(context: Any) -> None:
    book = show(
        context,
        [used(10, "2025-04-30"), used(20, "2025-04-30", account=2), used(20, "2025-03-01", account=2)],
        accounts=[
            {"account": 1, "name": "a", "tier": "low"},
            {"account": 2, "name": "b"},
            {"account": 3, "name": "c", "tier": "tech"},
        ],
    )
    found = {part.group: at(part, MetricId.MONTHLY_ACTIVE_USERS) for part in split(book, "tier")}
    assert {group: measure.value for group, measure in found.items()} == {"low": 1, "": 1, "tech": None}
    assert found["low"].evidence.ids.tolist() == [10]
    (plan,) = split(book, "plan")
    assert at(plan, MetricId.MONTHLY_ACTIVE_USERS).value == 2


# -- against a plain oracle, on random use -------------------------------------------------------------------------

_FIRST = date(2025, 1, 1)
_ROWS = st.lists(
    st.tuples(
        st.integers(0, 7), st.integers(0, 119), st.sampled_from(["logins", "exports"]), st.sampled_from([0, 1, 2])
    ),
    min_size=1,
    max_size=60,
)


def _oracle(rows: list[tuple[int, int, str, int]], first: int, last: int) -> set[int]:
    """Users active from one day to another where a login counts and exports from 2: one row at a time."""
    found = set()
    for user in {row[0] for row in rows}:
        mine = [row for row in rows if row[0] == user and first <= row[1] <= last]
        logins = sum(amount for _, _, measure, amount in mine if measure == "logins")
        exports = sum(amount for _, _, measure, amount in mine if measure == "exports")
        if logins > 0 or exports >= 2:
            found.add(user)
    return found


def _users(measure: Measure) -> set[int]:
    return set(measure.evidence.ids.tolist())


@settings(max_examples=examples(60), deadline=None)
@given(rows=_ROWS, shuffled=st.randoms(use_true_random=False))
def test_random_use_agrees_with_counting_one_by_one(context: Any, rows: list[Any], shuffled: Any) -> None:
    rows = [*rows, (99, 0, "logins", 1), (99, 119, "logins", 1)]
    judged = [{"measure": "logins", "qualifies": True}, {"measure": "exports", "qualifies": True, "least": 2.0}]
    use = [used(u, str(_FIRST + timedelta(days=d)), m, float(a)) for u, d, m, a in rows]
    book = show(context, use, measures=judged)
    end = (date(2025, 4, 30) - _FIRST).days
    by_day = [_oracle(rows, day, day) for day in range(end - 29, end + 1)]
    assert at(book, MetricId.DAILY_ACTIVE_USERS).value == Fraction(sum(map(len, by_day)), 30)
    assert _users(at(book, MetricId.DAILY_ACTIVE_USERS)) == set().union(*by_day)
    assert _users(active_on(book, date(2025, 4, 30))) == by_day[-1]
    assert [day.value for day in days_of_use(book, date(2025, 4, 30), 30)] == list(map(len, by_day))
    wanted = {MetricId.WEEKLY_ACTIVE_USERS: 7, MetricId.MONTHLY_ACTIVE_USERS: 30}
    for metric, days in wanted.items():
        assert _users(at(book, metric)) == _oracle(rows, end - days + 1, end)
    for metric, days in {
        MetricId.USER_ATTRITION_WEEKLY: 7,
        MetricId.USER_ATTRITION_MONTHLY: 30,
        MetricId.USER_ATTRITION: 30,
    }.items():
        was, now = _oracle(rows, end - 2 * days + 1, end - days), _oracle(rows, end - days + 1, end)
        found = at(book, metric)
        assert found.value == (Fraction(len(was - now), len(was)) if was else None)
        assert found.value is None or 0 <= found.value <= 1
    shuffled.shuffle(use)
    again = show(context, use, measures=judged)
    for metric in OF_USE:
        assert at(again, metric).value == at(book, metric).value


@pytest.mark.parametrize("kind", PeriodKind)
def test_retention_and_attrition_share_out_the_users_of_every_period(context: Any, kind: PeriodKind) -> None:
    use = [used(user, str(_FIRST + timedelta(days=day * (user + 1)))) for user in range(12) for day in range(30)]
    book = show(context, use)
    for month in range(1, 5):
        period = Period.holding(Month.parse(f"2025-0{month}"), kind)
        lost, kept = at(book, MetricId.USER_ATTRITION, period), at(book, MetricId.USER_RETENTION, period)
        assert lost.why == kept.why
        assert (lost.value is None) == (kept.value is None)
        assert lost.value is None or kept.value is None or lost.value + kept.value == 1
