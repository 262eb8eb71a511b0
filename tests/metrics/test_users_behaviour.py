"""What use has to do with leaving: groups by use, before and after a marker, users before their logos."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.metrics.catalogue import figure
from csdesk.metrics.comparison import Verdict, between
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.users.apart import apart
from csdesk.metrics.users.before_after import before_and_after
from csdesk.metrics.users.behaviour import Behaviour, Finding, Part, accounts_by_use, parts_of, users_by_use
from csdesk.metrics.users.leads import users_before_logos, users_leaving_now
from csdesk.models.kinds import Kind, MarkerKind
from csdesk.models.months import Month, Period

APRIL = Period(Month.parse("2025-04"))


def used(
    contact: int, on: str | date, measure: str = "logins", amount: float = 1.0, account: int = 1
) -> dict[str, Any]:
    return {"account": account, "contact": contact, "measure": measure, "on": str(on), "amount": amount}


def lines(kept: int, lost: int = 0) -> list[dict[str, Any]]:
    """Accounts from 1 that stay, and after them those that leave in April."""
    stay = [{"account": account, "amount": 100, "start": "2024-01-01"} for account in range(1, kept + 1)]
    gone = range(kept + 1, kept + lost + 1)
    return stay + [{"account": a, "amount": 100, "start": "2024-01-01", "end": "2025-04-10"} for a in gone]


@pytest.mark.parametrize(
    ("amounts", "groups"),
    [
        ([4, 3, 2, 1], "TMMB"),
        ([1, 2, 3, 4, 5, 6, 7, 8, 0], "BBMMMMTTN"),
        ([5, 5, 5, 5], "MMMM"),
        ([9, 9, 9, 1, 1, 1], "MMMMMM"),
        ([0, 0], "NN"),
        ([], ""),
    ],
)
def test_quarters_by_hand(amounts: list[float], groups: str) -> None:
    names = {Part.TOP: "T", Part.MIDDLE: "M", Part.BOTTOM: "B", Part.NONE: "N"}
    assert "".join(names[part] for part in parts_of(np.array(amounts, dtype=np.float64))) == groups


@given(st.lists(st.integers(0, 6), max_size=40), st.randoms(use_true_random=False))
def test_groups_share_out_everybody_and_never_split_what_is_equal(amounts: list[int], dice: Any) -> None:
    found = parts_of(np.array(amounts, dtype=np.float64))
    assert len(found) == len(amounts)
    by_amount = dict(zip(amounts, found, strict=True))
    assert [by_amount[amount] for amount in amounts] == found
    counts = Counter(found)
    assert counts[Part.NONE] == amounts.count(0)
    order = list(range(len(amounts)))
    dice.shuffle(order)
    shuffled = parts_of(np.array([amounts[place] for place in order], dtype=np.float64))
    assert shuffled == [found[place] for place in order]
    rank = {Part.TOP: 3, Part.MIDDLE: 2, Part.BOTTOM: 1, Part.NONE: 0}
    pairs = sorted(zip(amounts, map(rank.__getitem__, found), strict=True))
    assert [place for _, place in pairs] == sorted(place for _, place in pairs)


def of_accounts(context: Any, *, top_leaves: bool) -> Behaviour:
    """Forty users of the measure, ten without it: the twenty that leave use it least, or most."""
    use = [used(-1, "2025-03-10", "exports", (a if top_leaves else 41 - a), account=a) for a in range(1, 41)]
    found = accounts_by_use(context([*lines(20, 20), *_idle(41, 50)], "2025-06-30", use=use), "exports", APRIL)
    assert isinstance(found, Behaviour)
    return found


def _idle(first: int, last: int) -> list[dict[str, Any]]:
    return [{"account": account, "amount": 100, "start": "2024-01-01"} for account in range(first, last + 1)]


def test_a_verdict_by_the_interval_of_the_difference(context: Any) -> None:
    found = of_accounts(context, top_leaves=False)
    assert [(row.part, row.attrition.n) for row in found.rows] == [
        (Part.TOP, 10), (Part.MIDDLE, 20), (Part.BOTTOM, 10), (Part.NONE, 10),
    ]  # fmt: skip
    assert [row.attrition.value for row in found.rows] == [0, Fraction(1, 2), 1, 0]
    assert [(row.least, row.most) for row in found.rows] == [(31, 40), (11, 30), (1, 10), (0, 0)]
    assert found.finding is Finding.SUPPORTS
    assert of_accounts(context, top_leaves=True).finding is Finding.REVERSED
    assert sum(row.attrition.part or 0 for row in found.rows) == 20


def test_no_difference_too_few_and_nothing_to_tell(context: Any) -> None:
    use = [used(-1, "2025-03-10", "exports", a, account=a) for a in range(1, 41)]
    same = accounts_by_use(context(lines(40), "2025-06-30", use=use), "exports", APRIL)
    assert isinstance(same, Behaviour)
    assert same.finding is Finding.NO_DIFFERENCE
    few = accounts_by_use(context(lines(3, 1), "2025-06-30", use=use[:4]), "exports", APRIL)
    assert isinstance(few, Behaviour)
    assert few.finding is Finding.TOO_FEW
    none = accounts_by_use(context(lines(12, 12), "2025-06-30", use=[used(-1, "2025-03-10")]), "logins", APRIL)
    assert isinstance(none, Behaviour)
    assert [row.attrition.n for row in none.rows] == [0, 1, 0, 23]
    assert (none.difference, none.finding) == (None, Finding.TOO_FEW)
    assert accounts_by_use(context(lines(4), "2025-06-30", use=use), "other", APRIL) is Why.NO_USE
    assert accounts_by_use(context(lines(4), "2025-03-31", use=use), "exports", APRIL) is Why.NOT_YET


def test_groups_of_users(context: Any) -> None:
    """Of forty users twenty stop in April, those who exported least in March."""
    use = [used(contact, "2025-03-10", "exports", contact) for contact in range(1, 41)]
    use += [used(contact, "2025-04-20") for contact in range(21, 41)] + [used(99, "2025-04-28")]
    book = context(lines(1), "2025-04-30", use=use)
    found = users_by_use(book, "exports", APRIL)
    assert isinstance(found, Behaviour)
    assert [row.attrition.value for row in found.rows] == [0, Fraction(1, 2), 1, None]
    assert (found.finding, found.rows[0].attrition.evidence.of) == (Finding.SUPPORTS, Kind.CONTACT)
    assert users_by_use(book, "other", APRIL) is Why.NO_USE
    assert users_by_use(book, "logins", APRIL) is Why.NO_USE
    assert users_by_use(book, "exports", APRIL.previous) is Why.NO_HISTORY
    assert users_by_use(context(lines(1), "2025-04-30"), "exports", APRIL) is Why.NO_USE


def test_a_release_is_seen_in_users(context: Any) -> None:
    """Half of twenty are lost before the release, none after it."""
    release = date(2025, 4, 10)
    use = [used(99, "2025-01-01"), used(99, "2025-03-20"), used(99, "2025-04-20")]
    use += [used(user, release - timedelta(days=40)) for user in range(1, 21)]
    use += [used(user, release + timedelta(days=days)) for user in range(1, 11) for days in (-10, 10)]
    book = context(lines(3), "2025-05-31", use=[*use, used(99, "2025-05-30")])
    found = before_and_after(book, MarkerKind.RELEASE, release)
    assert (found.before.value, found.after.value) == (Fraction(10, 20), 0)
    assert found.difference is not None
    assert found.difference.verdict is Verdict.LOWER
    soon = before_and_after(book, MarkerKind.RELEASE, date(2025, 5, 20))
    assert (soon.after.why, soon.difference) == (Why.NOT_YET, None)
    early = before_and_after(book, MarkerKind.RELEASE, date(2025, 1, 10))
    assert (early.before.why, early.difference) == (Why.NO_HISTORY, None)
    nothing = before_and_after(context(lines(3), "2025-05-31"), MarkerKind.RELEASE, release)
    assert (nothing.before.why, nothing.after.why) == (Why.NO_USE, Why.NO_USE)


@pytest.mark.parametrize("kind", [MarkerKind.PRICE, MarkerKind.POSITIONING])
def test_a_price_is_seen_in_logos(context: Any, kind: MarkerKind) -> None:
    book = context(lines(12, 18), "2025-06-30")
    found = before_and_after(book, kind, date(2025, 4, 5))
    assert (found.before.value, found.after.value) == (0, Fraction(18, 30))
    assert found.difference is not None
    assert found.difference.verdict is Verdict.HIGHER
    assert before_and_after(book, kind, date(2025, 6, 1)).after.why is Why.NOT_YET
    assert before_and_after(book, kind, date(2024, 2, 1)).before.why is Why.NO_HISTORY


def test_users_leave_before_their_logos(context: Any) -> None:
    """Both users of the logos that leave in April stop in February; those of the others never do."""
    use = []
    for account in range(1, 5):
        stops = date(2025, 2, 1) if account > 2 else date(2025, 6, 30)
        for contact in (10 * account, 10 * account + 1):
            days = (date(2024, 6, 1) + timedelta(days=7 * week) for week in range(57))
            use += [used(contact, day, account=account) for day in days if day <= stops]
    lead = users_before_logos(context(lines(2, 2), "2025-06-30", use=use), Month.parse("2025-06"))
    assert (lead.left.rose.tolist(), lead.left.judged.tolist()) == ([3, 4], [3, 4])
    assert (lead.stayed.rose.tolist(), lead.stayed.judged.tolist()) == ([], [1, 2])
    assert lead.difference is not None
    assert lead.left.interval is not None
    silent = users_before_logos(
        context(lines(2, 2), "2025-06-30", use=[used(10, "2025-06-30")]), Month.parse("2025-06")
    )
    assert (silent.left.judged.tolist(), silent.difference) == ([], None)


def test_accounts_whose_users_leave_now(context: Any) -> None:
    """Account 2 loses one user of two in the last 90 days and none before, 3 one then and the other now, 4 one long
    ago."""
    stops = {20: 40, 30: 130, 31: 40, 40: 200}
    use = []
    for account, users in {1: (10, 11), 2: (20, 21), 3: (30, 31), 4: (40, 41)}.items():
        for contact in users:
            use += [used(contact, date(2025, 6, 30) - timedelta(days=day), account=account)
                    for day in range(0, 300, 5) if day >= stops.get(contact, 0)]  # fmt: skip
    book = context(lines(4), "2025-06-30", use=use)
    (one, other) = users_leaving_now(book)
    assert [(row.account, row.before.value, row.late.value) for row in (one, other)] == [
        (2, 0, Fraction(1, 2)), (3, Fraction(1, 2), 1),
    ]  # fmt: skip
    assert (one.late.evidence.ids.tolist(), one.late.evidence.part.tolist()) == ([20, 21], [1, 0])
    assert one.late.between == (date(2025, 3, 3), date(2025, 6, 30))
    assert figure(book, MetricId.USER_ATTRITION_QUARTERLY, Period(Month.parse("2025-06"))).value == Fraction(2, 6)
    left = [{**line, "end": "2025-05-10"} if line["account"] == 2 else line for line in lines(4)]
    assert [row.account for row in users_leaving_now(context(left, "2025-06-30", use=use))] == [3], "2 pays no more"
    nobody = [{**row, "contact": -1} for row in use]
    assert users_leaving_now(context(lines(4), "2025-06-30", use=nobody)) == ()
    assert users_leaving_now(context(lines(4), "2025-06-30")) == ()


def test_a_figure_taken_apart_adds_up(context: Any) -> None:
    use = [used(contact, "2025-03-20", account=1 + contact % 2) for contact in range(1, 7)]
    use += [used(contact, "2025-04-20", account=1 + contact % 2) for contact in range(1, 4)]
    book = context(lines(2), "2025-04-30", use=[*use, used(99, "2025-02-01"), used(98, "2025-04-29")])
    lost, active = (figure(book, metric, APRIL) for metric in (MetricId.USER_ATTRITION, MetricId.MONTHLY_ACTIVE_USERS))
    roles = {1: "admin", 2: "admin", 3: "basic", 4: "basic"}
    rates = apart(lost, roles)
    assert {role: (rate.part, rate.whole) for role, rate in rates.items()} == {
        "admin": (0, 2), "basic": (1, 2), "": (2, 2),
    }  # fmt: skip
    assert {role: count.value for role, count in apart(active, roles).items()} == {"admin": 2, "basic": 1, "": 1}
    assert rates["basic"].evidence.of is Kind.CONTACT
    assert between(rates["admin"], rates["basic"]) is not None
    nobody = apart(figure(book, MetricId.USER_ATTRITION, APRIL.previous), roles)
    assert all(between(rate, lost) is None for rate in nobody.values() if not rate.whole)
