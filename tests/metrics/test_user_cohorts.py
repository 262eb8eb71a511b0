"""Cohorts of users: by hand, against plain Python on made-up use, and what they leave out."""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.engine.doings import ANY_USE, OF_VALUE, Activity, Doing, Uses
from csdesk.metrics.measure import Why
from csdesk.metrics.triangles import CohortPeriod, Triangle
from csdesk.metrics.users.activity import Judged
from csdesk.metrics.users.cohorts import Calendar, Followed, active_users, by_role, followed, user_cell, user_triangle
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.models.weeks import Week
from tests.thorough import examples

MONDAY = date(2024, 1, 1)
WEEKS, MONTHS = Calendar(CohortPeriod.WEEK), Calendar(CohortPeriod.MONTH)


def at(week: int, day: int = 0) -> str:
    return str(MONDAY + timedelta(weeks=week, days=day))


@pytest.fixture(scope="session")
def users_of(frames: Any) -> Any:
    """Users of some use, as they are followed up to a day; `judged` is what the team says of measures."""

    def made(use: Any, calendar: Calendar, as_of: date, judged: dict[str, Judged] | None = None) -> Followed:
        said = (judged or {}).items()
        rows = [
            {"measure": code, "qualifies": one.qualifies, **({} if one.least is None else {"least": one.least})}
            for code, one in said
        ]
        return followed(Uses(frames([], use=use, measures=rows)), calendar, as_of)

    return made


def shown(triangle: Triangle) -> dict[str, list[int]]:
    return {str(cohort.start): [int(cell.part) for cell in cohort.cells] for cohort in triangle.cohorts}


@pytest.fixture
def use(frame: Any) -> Any:
    """Ann comes in weeks 0, 1 and 3, Ben in 0 and 3, Cy in 1, 2 (twice) and 3, Di in the week that is not over."""
    rows = [("logins", 1, week, 1.0) for week in (0, 1, 3)] + [("logins", 2, week, 2.0) for week in (0, 3)]
    rows += [("logins", 3, 1, 1.0), ("reports", 3, 2, 2.0), ("reports", 3, 2, 1.0), ("logins", 3, 3, 0.5)]
    rows += [("logins", 4, 4, 1.0)]
    return frame(
        "Use",
        [
            {"account": 10 + who % 2, "contact": who, "measure": code, "on": at(week, who), "amount": amount}
            for code, who, week, amount in rows
        ],
    )


def test_weeks_run_from_monday_and_bear_iso_numbers() -> None:
    assert Week.of(MONDAY).first_day == MONDAY
    assert Week.of(MONDAY + timedelta(days=6)) == Week.of(MONDAY)
    assert Week.of(MONDAY - timedelta(days=1)) == Week.of(MONDAY) + -1
    assert str(Week.of(MONDAY)) == "2024-W01"
    assert str(Week.of(date(2021, 1, 3))) == "2020-W53"
    assert Week.of(date(1960, 2, 29)).first_day == date(1960, 2, 29)
    assert Week.of(MONDAY).last_day == date(2024, 1, 7)
    assert Week.of(date(2024, 2, 1)) - Week.of(MONDAY) == 4


def test_a_calendar_numbers_months_quarters_and_fiscal_years() -> None:
    for kind, start, name in ((CohortPeriod.MONTH, 4, "2024-02"), (CohortPeriod.QUARTER, 4, "FY2023-Q4"),
                              (CohortPeriod.YEAR, 4, "FY2023"), (CohortPeriod.YEAR, 1, "2024")):  # fmt: skip
        calendar = Calendar(kind, start)
        period = calendar.start(calendar.place(date(2024, 2, 29)))
        assert str(period) == name
        assert isinstance(period, Period)
        assert calendar.place(period.first.first_day) == calendar.place(period.last.last_day)
        assert calendar.place(period.next.first.first_day) == calendar.place(date(2024, 2, 29)) + 1


def test_weeks_by_hand(use: Any, users_of: Any) -> None:
    users = users_of(use, WEEKS, date.fromisoformat(at(4, 5)))
    triangle = user_triangle(users, active_users(users, ANY_USE))
    assert shown(triangle) == {"2024-W01": [2, 1, 0, 2], "2024-W02": [1, 1, 1]}, "Di's week is not over"
    assert [(cohort.size, cohort.opening) for cohort in triangle.cohorts] == [(2, True), (1, False)]
    assert triangle.cohorts[1].cells[1].value == 1
    over = users_of(use, WEEKS, date.fromisoformat(at(4, 6)))
    assert shown(user_triangle(over, active_users(over, ANY_USE)))["2024-W05"] == [1]


def test_value_and_thresholds_by_hand(use: Any, users_of: Any) -> None:
    day = date.fromisoformat(at(4, 5))
    users = users_of(use, WEEKS, day)
    judged = {"logins": Judged(qualifies=False), "reports": Judged(qualifies=True, least=3.0)}
    reports = users_of(use, WEEKS, day, judged)
    assert shown(user_triangle(reports, active_users(reports, OF_VALUE)))["2024-W02"] == [0, 1, 0]
    idle = users_of(use, WEEKS, day, {"logins": Judged(qualifies=False)})
    assert shown(user_triangle(idle, active_users(idle, OF_VALUE)))["2024-W01"] == [0, 0, 0, 0]
    assert shown(user_triangle(users, active_users(users, OF_VALUE))) == shown(
        user_triangle(users, active_users(users, ANY_USE))
    ), "what nobody has judged counts"
    twice = Activity(Doing.THRESHOLD, "logins", 2.0)
    assert shown(user_triangle(users, active_users(users, twice)))["2024-W01"] == [1, 0, 0, 1]
    unknown = Activity(Doing.THRESHOLD, "clicks", 1.0)
    assert shown(user_triangle(users, active_users(users, unknown)))["2024-W01"] == [0, 0, 0, 0]


def test_a_cell_names_its_users(use: Any, users_of: Any) -> None:
    users = users_of(use, WEEKS, date.fromisoformat(at(4, 5)))
    active = active_users(users, ANY_USE)
    cell = user_cell(users, ANY_USE, active, Week.of(MONDAY), 1)
    assert (cell.metric, cell.value, cell.n) == ("cohort_login", Fraction(1, 2), 2)
    assert cell.between == (MONDAY + timedelta(days=7), MONDAY + timedelta(days=13))
    assert (cell.evidence.of, cell.evidence.ids.tolist(), cell.evidence.part.tolist()) == (Kind.CONTACT, [1, 2], [1, 0])
    assert cell.low is not None
    later = user_cell(users, ANY_USE, active, Week.of(MONDAY), 4)
    assert (later.value, later.why, later.between) == (
        None, Why.NOT_YET, (MONDAY + timedelta(days=28), MONDAY + timedelta(days=34))
    )  # fmt: skip
    by_month = users_of(use, MONTHS, date(2024, 3, 1))
    month = user_cell(
        by_month, ANY_USE, active_users(by_month, ANY_USE), Period(Month.parse("2024-01"), PeriodKind.MONTH), 0
    )
    assert (str(month.period), month.between, month.n) == ("2024-01", None, 3)
    eleven = users.of_accounts(np.array([11]))
    assert user_cell(users, ANY_USE, active, Week.of(MONDAY), 0, eleven).evidence.ids.tolist() == [1]


def test_users_by_role(use: Any, frame: Any, users_of: Any) -> None:
    roles = {1: "admin", 2: "", 3: "basic", 9: "advanced"}
    contacts = frame("Contacts", [{"contact": who, "role": role} for who, role in roles.items()])
    users = users_of(use, WEEKS, date.fromisoformat(at(4, 5)))
    assert {role: who.tolist() for role, who in by_role(users, contacts).items()} == {
        "admin": [1], "basic": [3], "": [2, 4],
    }, "Di is no contact that is known, and without a role as Ben is"  # fmt: skip
    active = active_users(users, ANY_USE)
    parts = {role: shown(user_triangle(users, active, who)) for role, who in by_role(users, contacts).items()}
    assert parts == {
        "admin": {"2024-W01": [1, 1, 0, 1]}, "basic": {"2024-W02": [1, 1, 1]}, "": {"2024-W01": [1, 0, 0, 1]},
    }  # fmt: skip
    assert by_role(users, frame("Contacts", [{"contact": 1}])) == {}, "where no role is known there are no groups"
    nameless = users_of(use.assign(contact=-1), WEEKS, date.fromisoformat(at(4, 5)))
    assert by_role(nameless, contacts) == {}, "accounts have no role"


def test_nothing_is_told_of_weeks_behind_the_last_record(use: Any, users_of: Any) -> None:
    users = users_of(use, WEEKS, date(2025, 1, 1))
    assert shown(user_triangle(users, active_users(users, ANY_USE)))["2024-W01"] == [2, 1, 0, 2, 0]


def test_accounts_stand_in_where_no_use_names_a_user(use: Any, users_of: Any) -> None:
    users = users_of(use.assign(contact=-1), WEEKS, date.fromisoformat(at(4, 5)))
    assert (users.doings.of, users.doings.users.tolist(), users.nameless) == (Kind.ACCOUNT, [10, 11], 0)
    assert shown(user_triangle(users, active_users(users, ANY_USE))) == {"2024-W01": [2, 1, 1, 2]}


def test_use_without_a_name_or_a_week_is_left_out_and_counted(use: Any, users_of: Any) -> None:
    some = use.assign(contact=[-1, *use["contact"][1:]], monthly=[False, True, True, *[False] * (len(use) - 3)])
    users = users_of(some, WEEKS, date.fromisoformat(at(4, 5)))
    assert (users.doings.of, users.nameless, users.monthly) == (Kind.CONTACT, 1, 2)
    assert users_of(some, MONTHS, date(2024, 3, 1)).monthly == 0, "a month holds what covers it"


def test_no_use_no_cohorts(frame: Any, users_of: Any) -> None:
    users = users_of(frame("Use", []), WEEKS, date(2024, 3, 1))
    assert user_triangle(users, active_users(users, OF_VALUE)).cohorts == ()
    assert user_triangle(users, active_users(users, ANY_USE), np.array([1])).cohorts == ()


SOME = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(("logins", "reports")),
        st.integers(0, 70),
        st.sampled_from((0.0, 0.5, 1.0, 2.0)),
        st.booleans(),
    ),
    max_size=40,
)  # fmt: skip
JUDGED = st.dictionaries(
    st.sampled_from(("logins", "reports")),
    st.builds(Judged, qualifies=st.booleans(), least=st.sampled_from((None, 1.0, 2.5))),
)
DOINGS = st.sampled_from((ANY_USE, OF_VALUE, Activity(Doing.THRESHOLD, "reports", 2.0)))


@settings(max_examples=examples(150), deadline=None)
@given(SOME, st.integers(0, 80), st.sampled_from((WEEKS, MONTHS)), DOINGS, JUDGED)
def test_against_plain_python(
    frame: Any,
    users_of: Any,
    rows: list[Any],
    until: int,
    calendar: Calendar,
    activity: Activity,
    judged: dict[str, Judged],
) -> None:
    as_of = MONDAY + timedelta(days=until)
    use = frame("Use", [
        {"account": who % 2, "contact": who, "measure": code, "on": str(MONDAY + timedelta(days=day)),
         "amount": amount, "monthly": monthly}
        for who, code, day, amount, monthly in rows
    ])  # fmt: skip
    users = users_of(use, calendar, as_of, judged)
    active = active_users(users, activity)
    found = user_triangle(users, active)
    assert shown(found) == plainly(rows, as_of, calendar, activity, judged)
    parts = [user_triangle(users, active, users.of_accounts(np.array([account]))) for account in (0, 1)]
    cells: dict[tuple[str, int], list[int]] = defaultdict(list)
    for triangle in parts:
        for cohort in triangle.cohorts:
            for cell in cohort.cells:
                cells[str(cohort.start), cell.age] += [int(cell.part)]
    assert {key: sum(values) for key, values in cells.items()} == {
        (str(cohort.start), cell.age): cell.part for cohort in found.cohorts for cell in cohort.cells
    }, "groups add up, and no cell is there that is not there of the whole"
    for cohort in found.cohorts:
        for cell in cohort.cells:
            one = user_cell(users, activity, active, cohort.start, cell.age)
            assert (one.part, one.whole) == (cell.part, cell.whole)


def plainly(
    rows: list[Any], as_of: date, calendar: Calendar, activity: Activity, judged: dict[str, Judged]
) -> dict[str, list[int]]:
    def step(day: date) -> Any:
        return Week.of(day) if calendar is WEEKS else Month.of(day)

    first: dict[int, Any] = {}
    sums: dict[Any, float] = defaultdict(float)
    for who, code, ahead, amount, monthly in rows:
        day = MONDAY + timedelta(days=ahead)
        if amount > 0 and day <= as_of and not (monthly and calendar is WEEKS):
            first[who] = min(first.get(who, step(day)), step(day))
            sums[who, code, step(day)] += amount
    if not first:
        return {}
    over = step(as_of + timedelta(days=1)) + -1
    last = min(over, max(when for _, _, when in sums))

    def counts(code: str, amount: float) -> bool:
        return (
            amount > 0
            and {
                Doing.LOGIN: True,
                Doing.VALUE: judged.get(code, Judged(qualifies=True)).is_value(amount),
                Doing.THRESHOLD: code == activity.measure and amount >= activity.least,
            }[activity.doing]
        )

    def is_active(who: int, when: Any) -> bool:
        return any(counts(code, sums.get((who, code, when), 0.0)) for code in ("logins", "reports"))

    found = {}
    for start in sorted(set(first.values())):
        if start <= last:
            members = [who for who, began in first.items() if began == start]
            ages = range(last - start + 1)
            found[str(start)] = [sum(is_active(who, start + age) for who in members) for age in ages]
    return found
