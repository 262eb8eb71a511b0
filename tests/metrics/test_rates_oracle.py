"""Rates over months, quarters and years against plain Python day by day, and identities of every group."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.catalogue import figure
from csdesk.metrics.context import context_of, split
from csdesk.metrics.engine.movements import LOSSES, MOVEMENTS, Movement
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.cohorts import CohortKind, triangle
from csdesk.metrics.rules import Denominator, Rules
from csdesk.models.months import Month, Period, PeriodKind, periods_between
from tests.metrics.test_oracle import BEGIN, DAY, Line, Walk, book_of, contract_lines, every_rule
from tests.thorough import examples

as_of_days = st.integers(40, 420).map(lambda n: BEGIN + n * DAY)
all_rules = st.builds(
    replace,
    every_rule,
    denominator=st.sampled_from([Denominator.START, Denominator.START_AND_NEW]),
    reactivation_offsets=st.booleans(),
)


class Seen:
    """A period as a walk saw it: MRR and logo of every account just before it and at its end, and what it did."""

    def __init__(self, walk: Walk, period: Period) -> None:
        self.start: dict[int, tuple[int, bool]] = {}
        self.end: dict[int, tuple[int, bool]] = {}
        self.moved: dict[Movement, int] = dict.fromkeys(Movement, 0)
        self.new: set[int] = set()
        self.earlier: set[int] = set()
        before, after = (
            walk.months.index(min(month.ordinal, walk.months[-1])) if month.ordinal >= walk.months[0] else None
            for month in (period.first + -1, period.last)
        )
        for account in walk.accounts:
            states = walk.states(account)
            self.start[account] = states[before][:2] if before is not None else (0, False)
            self.end[account] = states[after][:2] if after is not None else (0, False)
            first = next((month for month, state in zip(walk.months, states, strict=True) if state[1]), None)
            if first is not None and first < period.first.ordinal:
                self.earlier.add(account)
            for month, kind, amount in walk.moves(account):
                if period.first.ordinal <= month <= period.last.ordinal:
                    self.moved[kind] += amount
                    self.new |= {account} if kind is Movement.NEW else set()

    def rates(self, rules: Rules) -> dict[MetricId, tuple[int, int]]:
        """Part and whole of each."""
        base = sum(mrr for mrr, _ in self.start.values())
        pairs = {account: (mrr, self.end[account][0]) for account, (mrr, _) in self.start.items()}
        kept = sum(min(before, after) for before, after in pairs.values())
        left = sum(after for before, after in pairs.values() if before)
        won_back = sum(after for account, (before, after) in pairs.items() if not before and account in self.earlier)
        logos = {account for account, (_, logo) in self.start.items() if logo}
        if rules.denominator is Denominator.START_AND_NEW:
            logos |= self.new
        lost = {account for account in logos if not self.end[account][1]}
        gains = sum(self.moved[kind] for kind in (Movement.NEW, Movement.REACTIVATION, Movement.EXPANSION))
        losses = sum(self.moved[kind] for kind in LOSSES)
        return {
            MetricId.GROSS_REVENUE_RETENTION: (kept, base),
            MetricId.GROSS_MRR_CHURN: (base - kept, base),
            MetricId.NET_REVENUE_RETENTION: (left, base),
            MetricId.NET_MRR_CHURN: (base - left - (won_back if rules.reactivation_offsets else 0), base),
            MetricId.MRR_GROWTH: (sum(after for _, after in pairs.values()) - base, base),
            MetricId.LOGO_CHURN: (len(lost), len(logos)),
            MetricId.LOGO_RETENTION: (len(logos) - len(lost), len(logos)),
            MetricId.QUICK_RATIO: (gains, losses),
            MetricId.GROWTH_FROM_EXISTING: (gains - self.moved[Movement.NEW], gains),
        }


def told(book: Any, kind: PeriodKind) -> Iterator[Period]:
    """The periods of which a book can say something."""
    for period in periods_between(Month.of(BEGIN), Month.of(book.as_of), kind, 4):
        if not book.unseen(period) and book.amounts_known:
            yield period


@settings(max_examples=examples(80), deadline=None)
@given(contract_lines(), all_rules, as_of_days)
def test_rates(context: Any, spans: Any, lines: list[Line], rules: Rules, as_of: date) -> None:
    walk, book = Walk(lines, rules, as_of), book_of(context, spans, lines, rules, as_of)
    for kind in PeriodKind:
        for period in told(book, kind):
            for metric, (part, whole) in Seen(walk, period).rates(rules).items():
                found = figure(book, metric, period)
                assert found.value == (Fraction(part, whole) if whole else None), (metric, period)
                if whole:
                    assert (found.part, found.whole) == (part, whole), (metric, period)


@pytest.mark.parametrize("by", ["tier", "arr", "product", "plan"])
@settings(max_examples=examples(40), deadline=None)
@given(
    lines=contract_lines(), rules=all_rules, as_of=as_of_days, of=st.lists(st.integers(0, 2), min_size=9, max_size=9)
)
def test_every_group_adds_up(
    context: Any, spans: Any, by: str, lines: list[Line], rules: Rules, as_of: date, of: list[int]
) -> None:
    """start + what entered + movements = end, of every account in every month of every group; groups share out the
    accounts, or the lines, and with them MRR."""
    table = spans([line.row() | {"product": at, "plan": "xyz"[at]} for line, at in zip(lines, of, strict=False)])
    tiers = [{"account": account, "name": f"{account}", "tier": "abc"[of[account]]} for account in (1, 2)]
    deals = [
        {"deal": n, "account": n, "product": of[n], "plan": "xyz"[of[n]], "mrr": n, "start": as_of + 9 * n * DAY}
        for n in (1, 2)
    ]
    frames = context(table, as_of.isoformat(), accounts=tiers, deals=deals).frames
    book = context_of(frames, as_of=as_of, rules=rules)
    groups = split(book, by)
    months = [Month(n) for n in range(Month.of(BEGIN).ordinal - 1, Month.of(as_of).ordinal + 1)]
    for group in (book, *groups):
        adds_up(group, months)
    known = all(group.amounts_known for group in groups)
    for period in told(book, PeriodKind.MONTH):
        for metric in (MetricId.MRR, MetricId.START_MRR, *([MetricId.CMRR] if known else [])):
            parts = [figure(group, metric, period).value or 0 for group in groups]
            assert sum(parts) == figure(book, metric, period).value, (metric, period)
    if by in {"tier", "arr"}:
        same_in_all(book, groups, months)


def same_in_all(book: Any, groups: Any, months: list[Month]) -> None:
    """Groups of accounts share out everything."""
    for month in months:
        whole, parts = book.ledger.standing(month), [group.ledger.standing(month) for group in groups]
        for told in (lambda standing: standing.mrr, lambda standing: standing.paying):
            assert sum(int(told(part).sum()) for part in parts) == int(told(whole).sum())
    for kind in MOVEMENTS:
        parts = [ticks for group in groups for ticks in group.moves.of(kind)[1].tolist()]
        assert sorted(parts) == sorted(book.moves.of(kind)[1].tolist())
    for kind in PeriodKind:
        for what in (CohortKind.LOGO, CohortKind.REVENUE):
            assert cells((book,), what, kind) == cells(groups, what, kind)


def cells(groups: Any, what: CohortKind, kind: PeriodKind) -> dict[Any, Any]:
    """Part and whole of each cell, the groups together."""
    found: dict[Any, Any] = {}
    for group in groups:
        for cohort in triangle(group.ledger, what, kind, 4).cohorts:
            for cell in cohort.cells:
                key = (cohort.start, cohort.opening, cell.age)
                part, base = found.get(key, (0, 0))
                found[key] = (part + cell.part, base + cell.whole)
    return found


def adds_up(group: Any, months: list[Month]) -> None:
    ledger, moves = group.ledger, group.moves
    signs = {MOVEMENTS.index(kind): -1 if kind in LOSSES else 1 for kind in MOVEMENTS}
    for month in months[1:]:
        left = ledger.standing(month + -1).mrr.tolist()
        inside = ledger.month == month.ordinal
        for owner, entered in zip(ledger.owner[inside].tolist(), ledger.entered[inside].tolist(), strict=True):
            left[owner] += entered
        now = moves.between(month, month)
        for owner, kind, ticks in zip(now.owner.tolist(), now.kind.tolist(), now.ticks.tolist(), strict=True):
            left[owner] += signs[kind] * ticks
        assert left == ledger.standing(month).mrr.tolist()
