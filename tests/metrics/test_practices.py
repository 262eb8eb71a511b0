"""What the best quarter did before: by hand, by identities, and where nothing can be told."""

from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.metrics.comparison import Verdict
from csdesk.metrics.measure import Why
from csdesk.metrics.users.practices import BestQuarter, Plans, Practice, PracticeRow, best_quarter
from csdesk.models.months import Month, Period

YEAR = Period.year_to(Month.parse("2025-03"))
"""April 2024 to March 2025; the 90 days before run from 2 January to 31 March 2024."""
NO_PLANS = Plans(
    pd.DataFrame({"account": pd.Series(dtype="int64"), "due": pd.Series(dtype="datetime64[s]"),
                  "done": pd.Series(dtype="datetime64[s]")}),
    pd.DataFrame({"account": pd.Series(dtype="int64"), "reached": pd.Series(dtype="datetime64[s]")}),
)  # fmt: skip


def lines(grow: int, stay: int, start: str = "2023-06-01") -> list[dict[str, Any]]:
    """Accounts from 1 that pay twice as much in the year, then those that pay the same."""
    found: list[dict[str, Any]] = [{"account": 900, "amount": 100, "start": "2022-01-01", "end": "2023-01-31"}]
    for account in range(1, grow + 1):
        found.append({"account": account, "amount": 100, "start": start, "end": "2024-06-30"})
        found.append({"account": account, "amount": 200, "start": "2024-07-01"})
    return found + [{"account": a, "amount": 100, "start": start} for a in range(grow + 1, grow + stay + 1)]


def touch(account: int, on: str, kind: str = "training") -> dict[str, Any]:
    return {"touch": account, "account": account, "on": on, "type": kind}


def of(found: BestQuarter | Why, practice: Practice, what: str = "") -> PracticeRow | None:
    assert isinstance(found, BestQuarter)
    return next((row for row in found.rows if (row.practice, row.of) == (practice, what)), None)


def test_trainings_set_the_best_apart(context: Any) -> None:
    """All twelve that grew were trained in the 90 days before, two of the forty that did not; calls came too late."""
    touches = [touch(account, "2024-03-31") for account in (*range(1, 13), 20, 21)]
    touches += [touch(22, "2024-01-01"), touch(1, "2024-04-01", "call")]
    found = best_quarter(context(lines(12, 40), "2025-03-31", touches=touches), YEAR, NO_PLANS)
    assert isinstance(found, BestQuarter)
    assert (found.best.tolist(), len(found.others)) == ([*range(1, 13)], 40)
    trained = of(found, Practice.TOUCH, "training")
    assert trained is not None
    assert (trained.best.value, trained.others.value) == (1, Fraction(2, 40))
    assert trained.difference is not None
    assert trained.difference.verdict is Verdict.HIGHER
    assert of(found, Practice.TOUCH, "call") is None


def test_those_who_left_are_among_all_others(context: Any) -> None:
    rows = [
        *lines(3, 9),
        *({"account": a, "amount": 100, "start": "2023-06-01", "end": "2024-08-31"} for a in (50, 51)),
    ]
    found = best_quarter(context(rows, "2025-03-31", touches=[touch(50, "2024-03-01")]), YEAR, NO_PLANS)
    trained = of(found, Practice.TOUCH, "training")
    assert trained is not None
    assert (trained.best.part, trained.best.whole, trained.others.part, trained.others.whole) == (0, 3, 1, 11)
    assert trained.others.evidence.ids.tolist()[-2:] == [50, 51]
    assert trained.difference is not None
    assert trained.difference.verdict is Verdict.TOO_FEW


def test_by_use_of_a_measure_and_its_features(context: Any) -> None:
    def used(account: int, on: str, measure: str, amount: float = 1.0) -> dict[str, Any]:
        return {"account": account, "contact": account, "measure": measure, "on": on, "amount": amount}

    use = [used(account, "2024-09-01", "logins", float(account)) for account in range(1, 9)]
    use += [used(account, "2024-02-01", "exports") for account in (8, 1)] + [used(7, "2024-02-01", "exports", 0.0)]
    book = context(lines(0, 8), "2025-03-31", use=use)
    found = best_quarter(book, YEAR, NO_PLANS, "logins")
    assert isinstance(found, BestQuarter)
    assert found.best.tolist() == [7, 8]
    exports = of(found, Practice.FEATURE, "exports")
    assert exports is not None
    assert (exports.best.part, exports.others.part) == (1, 1)
    assert best_quarter(book, YEAR, NO_PLANS, "clicks") is Why.NO_USE
    assert best_quarter(book, YEAR, NO_PLANS) is Why.ALL_ALIKE


def test_onboarding_is_what_was_reached_by_then(context: Any) -> None:
    """Of accounts that began in October 2023, 1 had use that counts after 10 days, 2 after 40."""

    def day(*on: str | None) -> Any:
        return pd.Series(pd.to_datetime(list(on))).astype("datetime64[s]")

    use = [
        {"account": a, "contact": a, "measure": "logins", "on": on, "amount": 1.0}
        for a, on in ((900, "2022-02-01"), (1, "2023-10-11"), (2, "2023-11-10"))
    ]
    plans = Plans(
        pd.DataFrame({"account": [1, 2, 3], "due": day("2024-01-31", "2024-01-31", None),
                      "done": day("2024-01-20", "2024-02-01", "2024-04-01")}),
        pd.DataFrame({"account": [1, 4], "reached": day("2024-03-31", None)}),
    )  # fmt: skip
    found = best_quarter(context(lines(1, 5, "2023-10-01"), "2025-03-31", use=use), YEAR, plans)
    shares = {}
    for practice in (Practice.FIRST_VALUE, Practice.MILESTONE, Practice.MILESTONES_IN_TIME, Practice.GOAL):
        row = of(found, practice)
        assert row is not None
        shares[practice] = (row.best.part, row.best.whole, row.others.part, row.others.whole)
    assert shares == {
        Practice.FIRST_VALUE: (1, 1, 0, 5),
        Practice.MILESTONE: (1, 1, 1, 5),
        Practice.MILESTONES_IN_TIME: (1, 1, 0, 1),
        Practice.GOAL: (1, 1, 0, 5),
    }
    unknown = [{**line, "opening": line["start"] == "2023-10-01"} for line in lines(1, 5, "2023-10-01")]
    assert of(best_quarter(context(unknown, "2025-03-31", use=use), YEAR, plans), Practice.FIRST_VALUE) is None


@pytest.mark.parametrize(
    ("month", "why"), [("2025-05", Why.NOT_YET), ("2022-06", Why.NO_HISTORY), ("2020-06", Why.NO_HISTORY)]
)
def test_where_nothing_can_be_told(context: Any, month: str, why: Why) -> None:
    assert best_quarter(context(lines(3, 9), "2025-03-31"), Period.year_to(Month.parse(month)), NO_PLANS) is why


@given(st.lists(st.integers(0, 300), min_size=1, max_size=24), st.sets(st.integers(1, 24)))
def test_best_and_others_share_out_everybody(context: Any, ends: list[int], trained: set[int]) -> None:
    """Whatever accounts pay later, each is of one group, no equal ones are parted, and no more than half are best."""
    rows = [*lines(0, 0)]
    for account, amount in enumerate(ends, 1):
        rows.append({"account": account, "amount": 100, "start": "2023-06-01", "end": "2024-05-31"})
        rows += [{"account": account, "amount": amount, "start": "2024-06-01"}] if amount else []
    book = context(rows, "2025-03-31", touches=[touch(account, "2024-02-01") for account in trained])
    found = best_quarter(book, YEAR, NO_PLANS)
    if found is Why.ALL_ALIKE:
        assert ends.count(max(ends)) * 2 >= len(ends)
        return
    assert isinstance(found, BestQuarter)
    assert sorted([*found.best, *found.others]) == [*range(1, len(ends) + 1)]
    assert len(found.best) * 2 <= len(ends)
    assert min(ends[at - 1] for at in found.best) > max(ends[at - 1] for at in found.others)
    for row in found.rows:
        assert int(row.best.part or 0) + int(row.others.part or 0) == len(trained & set(range(1, len(ends) + 1)))
    assert found.window.last == (date(2024, 3, 31) - date(1970, 1, 1)).days
