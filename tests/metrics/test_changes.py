"""Expansions and contractions by kind of change: derived from the lines, set by hand, and always the whole movement."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.metrics.context import context_of, split
from csdesk.metrics.engine.movements import MOVEMENTS, Movement
from csdesk.metrics.engine.units import CHANGES
from csdesk.metrics.rules import Discounts, Rules, Snapshot
from csdesk.models.kinds import ChangeKind
from csdesk.models.money import MOST_MONEY, TICKS
from csdesk.models.months import Month

APRIL = Month.parse("2024-04")


def line(start: str = "2024-01-01", end: str = "NaT", amount: int = 1000, **more: Any) -> dict[str, Any]:
    return {"account": 1, "start": start, "end": end, "amount": amount, **more}


BEFORE, AFTER = {"end": "2024-03-31"}, {"start": "2024-04-01"}
BESIDE = line(product=2, amount=500)


def told(context: Any, lines: list[dict[str, Any]], rules: str = "house") -> dict[str, int]:
    """What April's movement of the one account is made of, in minor units."""
    parts = context(lines, "2024-05-31", rules).parts.between(APRIL, APRIL)
    return {
        CHANGES[change].value: ticks // TICKS
        for change, ticks in zip(parts.change.tolist(), parts.ticks.tolist(), strict=True)
    }


GROWN = {
    "seats": ([line(seats=10, **BEFORE), line(seats=12, amount=1200, **AFTER)], {"seats": 200}),
    "seats, rounded": ([line(seats=3, **BEFORE), line(seats=4, amount=1334, **AFTER)], {"seats": 334}),
    "seats at a discount": ([line(seats=10, **BEFORE), line(seats=20, amount=1800, **AFTER)], {"seats": 800}),
    "seats and price": ([line(seats=10, **BEFORE), line(seats=12, amount=1500, **AFTER)], {"price": 300, "seats": 200}),
    "price": ([line(seats=10, **BEFORE), line(seats=10, amount=1100, **AFTER)], {"price": 100}),
    "not known": ([line(**BEFORE), line(amount=1100, **AFTER)], {"unknown": 100}),
    "a higher plan": ([line(plan="S", **BEFORE), line(plan="M", amount=1500, **AFTER)], {"upsell": 500}),
    "another product": ([line(), line(product=2, amount=300, **AFTER)], {"cross_sell": 300}),
    "an add-on": ([line(), line(product=2, amount=300, extra=True, **AFTER)], {"add_on": 300}),
    "more seats beside": ([line(seats=10), line(seats=2, amount=200, **AFTER)], {"seats": 200}),
    "products unknown": ([line(product=-1), line(product=-1, amount=300, **AFTER)], {"unknown": 300}),
    "a product replaced": ([line(**BEFORE), BESIDE, line(product=3, amount=1300, **AFTER)], {"upsell": 300}),
    "a discount ends": ([line(discount_end="2024-03-31", gross=1500 * TICKS)], {"discount": 500}),
    "a discount given up": (
        [line(gross=1500 * TICKS, **BEFORE), line(amount=1500, gross=1500 * TICKS, **AFTER)],
        {"discount": 500},
    ),
    "a pause is over": ([line(paused=True, **BEFORE), line(**AFTER), BESIDE], {"pause": 1000}),
}
SHRUNK = {
    "seats": ([line(seats=10, **BEFORE), line(seats=8, amount=800, **AFTER)], {"seats": 200}),
    "fewer seats, dearer": ([line(seats=10, **BEFORE), line(seats=8, amount=900, **AFTER)], {"seats": 100}),
    "more seats, cheaper": ([line(seats=10, **BEFORE), line(seats=12, amount=900, **AFTER)], {"price": 100}),
    "price": ([line(seats=10, **BEFORE), line(seats=10, amount=900, **AFTER)], {"price": 100}),
    "a lower plan": ([line(plan="M", **BEFORE), line(plan="S", amount=600, **AFTER)], {"downgrade": 400}),
    "a discount": (
        [line(gross=1000 * TICKS, **BEFORE), line(amount=800, gross=1000 * TICKS, **AFTER)],
        {"discount": 200},
    ),
    "a product dropped": ([line(**BEFORE), BESIDE], {"dropped": 1000}),
    "a product replaced": ([line(**BEFORE), BESIDE, line(product=3, amount=700, **AFTER)], {"downgrade": 300}),
    "a pause": ([line(**BEFORE), line(paused=True, **AFTER)], {"pause": 1000}),
    "a longer term": (
        [line(term_end="2024-03-31", **BEFORE), line(amount=9600, interval=12, term_end="2025-03-31", **AFTER)],
        {"longer_term": 200},
    ),
    "a longer term with fewer seats": (
        [
            line(term_end="2024-03-31", seats=10, **BEFORE),
            line(amount=9600, interval=12, term_end="2025-03-31", seats=8, **AFTER),
        ],
        {"seats": 200},
    ),
}
BY_HAND = {
    "growth": ([line(seats=10, **BEFORE), line(seats=12, amount=1200, change="upsell", **AFTER)], {"upsell": 200}),
    "growth beside": ([line(), line(product=2, amount=300, change="add_on", **AFTER)], {"add_on": 300}),
    "loss": ([line(seats=10, **BEFORE), line(seats=8, amount=800, change="price", **AFTER)], {"price": 200}),
    "an end": ([line(change="downgrade", **BEFORE), BESIDE], {"downgrade": 1000}),
    "a growth is no loss": ([line(**BEFORE), line(amount=800, change="upsell", **AFTER)], {"unknown": 200}),
    "how a line began is not how it went": ([line(change="seats", **BEFORE), BESIDE], {"dropped": 1000}),
}


@pytest.mark.parametrize(("lines", "parts"), GROWN.values(), ids=GROWN)
def test_why_it_grew(context: Any, lines: list[dict[str, Any]], parts: dict[str, int]) -> None:
    assert told(context, lines) == parts


@pytest.mark.parametrize(("lines", "parts"), SHRUNK.values(), ids=SHRUNK)
def test_why_it_shrank(context: Any, lines: list[dict[str, Any]], parts: dict[str, int]) -> None:
    assert told(context, lines) == parts


@pytest.mark.parametrize(("lines", "parts"), BY_HAND.values(), ids=BY_HAND)
def test_what_a_person_has_set_holds(context: Any, lines: list[dict[str, Any]], parts: dict[str, int]) -> None:
    assert told(context, lines) == parts


def test_what_went_the_other_way_is_set_against_the_largest(context: Any) -> None:
    lines = [line(**BEFORE), line(product=2, amount=300), line(amount=1800, plan="M", **AFTER)]
    lines += [line(product=3, amount=400, **BEFORE), line(product=3, amount=100, seats=1, **AFTER)]
    lines += [line(product=4, amount=100, **AFTER)]
    assert told(context, lines) == {"unknown": 500, "cross_sell": 100}


def test_what_entered_from_before_the_records_is_no_change(context: Any) -> None:
    lines = [line(start="2024-04-01", opening=True), line(start="2024-04-01", product=2, amount=300, opening=True)]
    assert told(context, [*lines, line(start="2024-04-15", product=3, amount=50)]) == {"cross_sell": 50}


days = st.integers(0, 200).map(lambda n: date(2023, 1, 1) + timedelta(n))
contract_lines = st.lists(
    st.fixed_dictionaries(
        {
            "account": st.integers(1, 3),
            "product": st.sampled_from([-1, 1, 1, 2]),
            "start": days,
            "end": st.none() | days,
            "amount": st.sampled_from([0, 100, 250, 700]),
            "gross": st.sampled_from([0, 700]),
            "discount_end": st.none() | days,
            "term_end": st.none() | days,
            "interval": st.sampled_from([1, 12, 7]),
            "seats": st.sampled_from([-1, 0, 3, 10]),
            "plan": st.sampled_from(["", "S", "M"]),
            "paused": st.booleans(),
            "opening": st.booleans(),
            "extra": st.booleans(),
            "change": st.sampled_from(["", *ChangeKind, "no such kind"]),
        }
    ),
    max_size=9,
)
rules = st.builds(
    Rules,
    snapshot=st.sampled_from(Snapshot),
    gap_days=st.sampled_from([0, 20]),
    discounts=st.sampled_from(Discounts),
    paused_is_churn=st.booleans(),
)


@given(lines=contract_lines, rules=rules, as_of=days, scale=st.sampled_from([1, MOST_MONEY // 700]))
def test_the_parts_are_the_movement(
    frames: Any, lines: list[dict[str, Any]], rules: Rules, as_of: date, scale: int
) -> None:
    for row in lines:
        row |= {money: row[money] * scale for money in ("amount", "gross")}
        row |= {name: row[name] or "NaT" for name in ("end", "discount_end", "term_end")}
        row |= {"gross": max(row["gross"], row["amount"]) * TICKS, "logo": row["amount"] > 0}
    whole = context_of(frames(lines), as_of=as_of, rules=rules)
    for book in (whole, *split(whole, "product")):
        moved: dict[tuple[int, int, int], int] = {}
        moves, parts = book.moves, book.parts
        for month, owner, kind, ticks in zip(moves.month, moves.owner, moves.kind, moves.ticks, strict=True):
            if MOVEMENTS[kind] in {Movement.EXPANSION, Movement.CONTRACTION}:
                moved[int(month), int(owner), int(kind)] = int(ticks)
        summed: dict[tuple[int, int, int], int] = {}
        for month, owner, kind, ticks in zip(parts.month, parts.owner, parts.movement, parts.ticks, strict=True):
            key = int(month), int(owner), int(kind)
            summed[key] = summed.get(key, 0) + int(ticks)
        assert summed == moved
        assert (parts.ticks > 0).all()
        assert parts.month.tolist() == sorted(parts.month.tolist())
