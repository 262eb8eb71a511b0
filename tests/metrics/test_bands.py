"""Accounts by quarters of what they pay."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from csdesk.metrics.catalogue import figures
from csdesk.metrics.context import split
from csdesk.metrics.engine.bands import bands_of
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.months import Month, Period

DECEMBER = Period(Month.parse("2024-12"))


def test_by_what_they_pay_or_paid_last(context: Any) -> None:
    amounts = {1: 900, 2: 300, 3: 200, 4: 100}
    rows = [{"account": account, "start": "2024-01-01", "amount": amount} for account, amount in amounts.items()]
    rows[0] |= {"end": "2024-05-31"}
    rows[3] |= {"end": "2024-05-31"}
    rows += [
        {"account": 4, "start": "2024-06-01", "amount": 250},
        {"account": 5, "start": "2024-01-01", "amount": 0},
        {"account": 6, "start": "2025-01-01", "amount": 5000},
    ]
    book = context(rows, "2024-12-31")
    assert bands_of(book.ledger) == {1: "top", 2: "middle", 4: "middle", 3: "bottom"}
    found = {part.group: part.members.tolist() for part in split(book, "arr") if part.members is not None}
    assert found == {"bottom": [3], "middle": [2, 4], "top": [1], "": [5, 6]}, "who has not paid yet is in none"
    told = {one.group: one.value for one in figures(book, [MetricId.ARR], [DECEMBER], "arr")}
    assert told == {"bottom": 2400, "middle": 6600, "top": 0, "": 0}


@given(st.lists(st.integers(1, 6), max_size=40))
def test_equal_amounts_are_of_one_band_and_no_band_is_above_a_larger(context: Any, amounts: list[int]) -> None:
    rows = [{"account": at, "start": "2024-01-01", "amount": amount} for at, amount in enumerate(amounts)]
    bands = bands_of(context(rows, "2024-12-31").ledger)
    ranks = [
        ("bottom", "middle", "top").index(bands[at]) for at in sorted(range(len(amounts)), key=amounts.__getitem__)
    ]
    assert ranks == sorted(ranks)
    assert len({(amount, bands[at]) for at, amount in enumerate(amounts)}) == len(set(amounts))
    for band in ("top", "bottom"):
        alike = max((amounts.count(amount) for amount in amounts), default=0)
        assert list(bands.values()).count(band) <= len(amounts) / 4 + alike
