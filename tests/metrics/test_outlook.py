"""What became of accounts within a year, by where they stood: grew, stayed, left; never by a year that is not over."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.metrics.health.quarters import Quarter, quarter_at
from csdesk.metrics.retention.outlook import YEARS, Outlook, outlooks
from tests.thorough import examples

YEAR = {"start": "2023-01-01", "end": "2025-06-30", "amount": 100}


def judged(account: int, outcome: float, experience: float, on: str = "2024-06-01") -> list[dict[str, Any]]:
    """The factors that would be read, said by hand at the beginning of the year."""
    told = {"outcome": outcome, "mrr_change": outcome, "survey_score": experience}
    return [{"account": account, "factor": factor, "value": value, "on": on} for factor, value in told.items()]


def by_quarter(found: tuple[Outlook, ...]) -> dict[Quarter | None, tuple[int, int, int]]:
    """Grew, stayed, left."""
    return {one.stood: (int(one.grows.part), int(one.stays.part), int(one.leaves.part)) for one in found if one.n}


def test_a_year_later_an_account_pays_more_as_much_or_less_or_nothing(context: Any) -> None:
    lines = [
        *({**YEAR, "account": 1}, {"account": 1, "start": "2025-01-01", "amount": 10}),
        {**YEAR, "account": 1, "start": "2025-07-01", "end": None},
        *({**YEAR, "account": 2}, {**YEAR, "account": 2, "start": "2025-07-01", "end": None, "amount": 60}),
        {**YEAR, "account": 3, "end": "2025-03-31"},
        {**YEAR, "account": 4, "end": None},
        {**YEAR, "account": 5, "start": "2025-01-01", "end": None},
    ]
    values = [row for account in (1, 2, 3, 5) for row in judged(account, 90, 20)]
    found = outlooks(context(lines, "2025-07-10", hand_values=values))
    assert by_quarter(found) == {Quarter.OUTCOME_ALONE: (1, 1, 1), None: (1, 1, 1)}, (
        "of 4 nothing is known, and 5 was no customer when the year began"
    )
    of_quarter = next(one for one in found if one.stood is Quarter.OUTCOME_ALONE)
    assert of_quarter.grows.too_few
    assert sorted(of_quarter.leaves.evidence.ids.tolist()) == [1, 2, 3]
    assert (of_quarter.grows.dimension, of_quarter.grows.group) == ("stood", "outcome_alone")


def test_years_do_not_overlap_and_end_with_the_last_month_that_is_over(context: Any) -> None:
    lines = [{"account": 1, "start": "2015-01-01", "amount": 100}]
    values = [row for year in range(2015, 2026) for row in judged(1, 90, 90, f"{year}-06-01")]
    for on, years in (("2025-07-10", YEARS), ("2025-06-30", YEARS)):
        found = outlooks(context(lines, on, hand_values=values))
        assert by_quarter(found) == {Quarter.BOTH: (0, years, 0), None: (0, years, 0)}
    young = [{"account": 1, "start": "2025-01-01", "amount": 100}]
    assert by_quarter(outlooks(context(young, "2025-07-10", hand_values=values))) == {}


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100), st.sampled_from("gsl")), max_size=12))
@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_shares_are_of_the_same_years_and_sum_to_one(context: Any, accounts: list[tuple[int, int, str]]) -> None:
    lines: list[dict[str, Any]] = [{"account": 99, "start": "2023-01-01", "amount": 1}]
    values = []
    for account, (outcome, experience, way) in enumerate(accounts, 1):
        lines.append({**YEAR, "account": account, "end": "2025-01-31" if way == "l" else None})
        if way == "g":
            lines.append({"account": account, "start": "2025-02-01", "amount": 5})
        values += judged(account, outcome, experience)
    found = outlooks(context(lines, "2025-06-30", hand_values=values))
    for one in found:
        rates = (one.grows, one.stays, one.leaves)
        assert len({rate.whole for rate in rates}) == 1
        assert sum(rate.value for rate in rates if rate.value is not None) == (1 if one.n else 0)
        wanted = [way for out, exp, way in accounts if one.stood in {None, quarter_at(out, exp)}]
        assert [rate.part for rate in rates] == [wanted.count(way) for way in "gsl"]
