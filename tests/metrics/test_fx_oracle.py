"""Several currencies against plain Python: movements, FX effects, rates and cohorts of random books, line by line."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from math import floor
from typing import Any

from hypothesis import given, settings

from csdesk.metrics.catalogue import figure
from csdesk.metrics.context import Context, context_of
from csdesk.metrics.engine.movements import MOVEMENTS, Movement
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.cohorts import CohortKind, triangle
from csdesk.metrics.rules import Rules
from csdesk.models.money import TICKS
from csdesk.models.months import Month, Period, PeriodKind, periods_between
from tests.metrics.test_currencies import courses, days, own, priced, rows_of
from tests.metrics.test_oracle import BEGIN, Line, Walk, contract_lines, every_rule
from tests.thorough import examples


class Priced:
    """What accounts are worth by month, at the rates of any month."""

    def __init__(self, walk: Walk, codes: list[str], rates: Mapping[str, Mapping[str, Fraction]]) -> None:
        self.walk, self.codes, self.rates = walk, codes, rates
        self.held = {account: walk.lines_of(account) for account in walk.accounts}
        self.rate = cache(self._rate)

    def _rate(self, code: str, month: int) -> Fraction:
        """The last one known by then, of those known by the as-of month; else the first there is."""
        if not code:
            return Fraction(1)
        known = sorted((Month.parse(text).ordinal, rate) for text, rate in self.rates[code].items())
        now = [pair for pair in known if pair[0] <= self.walk.months[-1]] or known[:1]
        return next((rate for since, rate in reversed(now) if since <= month), now[0][1])

    def worth(self, account: int, at: int, rates_of: int, only: set[int] | None = None) -> int:
        """Ticks of the lines held at a place among the months, at one month's rates, each rounded half up."""
        held, _ = self.held[account][at]
        some = held if only is None else only
        return sum(floor(held[n] * TICKS * self.rate(self.codes[n], rates_of) + Fraction(1, 2)) for n in some)

    def moves(self, account: int) -> tuple[list[tuple[int, Movement, int]], dict[int, int]]:
        """Movements as (month, kind, ticks), and FX by month: what comes is worth what it is in its month, what was
        there is held at the rates of the month before, and what these have made of it is FX."""
        found, effects, mrr, paid, ever, was = [], {}, 0, False, False, False
        for at, month in enumerate(self.walk.months):
            held, came = self.held[account][at]
            pays = any(not self.walk.lines[n].paused for n in held)
            joins = pays and not (paid or came)
            entered = self.worth(account, at, month, came)
            before = mrr + entered
            now = entered + self.worth(account, at, month if joins or not was else month - 1, set(held) - came)
            if joins:
                found.append((month, Movement.REACTIVATION if ever else Movement.NEW, now - before))
            elif (was or came) and not held:
                found.append((month, Movement.CHURN, before))
            elif now != before:
                found.append((month, Movement.EXPANSION if now > before else Movement.CONTRACTION, abs(now - before)))
            mrr = self.worth(account, at, month)
            if mrr != now:
                effects[month] = mrr - now
            was, paid, ever = bool(held), pays, ever or pays
        return found, effects


def made(
    frames: Any, frame: Any, lines: list[Line], codes: list[str], rates: Any, rules: Rules, as_of: date
) -> tuple[Priced, Context]:
    book = context_of(priced(frames, frame, rows_of(lines, codes), rates), as_of=as_of, rules=rules)
    in_codes = [code if line.net or line.gross else "" for line, code in zip(lines, codes, strict=False)]
    return Priced(Walk(lines, rules, as_of), in_codes, rates), book


def known(lines: list[Line]) -> list[Line]:
    """With amounts: what pays, and how much nobody knows, has no currency; nor has what stays free."""
    return [line if line.net is not None else replace(line, net=100, gross=line.gross + 100) for line in lines]


@settings(max_examples=examples(40), deadline=None)
@given(contract_lines(), own, courses, every_rule, days)
def test_movements_and_effects(
    frames: Any, frame: Any, lines: list[Line], codes: list[str], rates: Any, rules: Rules, as_of: date
) -> None:
    priced_by_hand, book = made(frames, frame, known(lines), codes, rates, rules, as_of)
    walk, moves, effects = priced_by_hand.walk, book.moves, book.effects
    position = {account: at for at, account in enumerate(book.ledger.accounts.tolist())}
    for account in walk.accounts:
        wanted, by_rates = priced_by_hand.moves(account)
        if account not in position:
            assert not wanted
            continue
        mine, of = moves.owner == position[account], effects.owner == position[account]
        found = zip(moves.month[mine].tolist(), moves.kind[mine].tolist(), moves.ticks[mine].tolist(), strict=True)
        assert [(month, MOVEMENTS[kind], ticks) for month, kind, ticks in found] == wanted
        assert dict(zip(effects.month[of].tolist(), effects.ticks[of].tolist(), strict=True)) == by_rates
        for at, month in enumerate(walk.months):
            worth = priced_by_hand.worth(account, at, month)
            assert int(book.ledger.standing(Month(month)).mrr[position[account]]) == worth


@settings(max_examples=examples(25), deadline=None)
@given(contract_lines(), own, courses, every_rule, days)
def test_rates_hold_what_is_left_at_the_rates_of_the_start(
    frames: Any, frame: Any, lines: list[Line], codes: list[str], rates: Any, rules: Rules, as_of: date
) -> None:
    by_hand, book = made(frames, frame, known(lines), codes, rates, rules, as_of)
    walk = by_hand.walk
    for kind in PeriodKind:
        for period in periods_between(Month.of(BEGIN), Month.of(as_of), kind, 4):
            if book.unseen(period) or not book.amounts_known or (period.first + -1).ordinal < walk.months[0]:
                continue
            before = walk.months.index((period.first + -1).ordinal)
            after = walk.months.index(min(period.last.ordinal, walk.months[-1]))
            pairs = [
                (by_hand.worth(one, before, walk.months[before]), by_hand.worth(one, after, walk.months[before]))
                for one in walk.accounts
            ]
            base = sum(start for start, _ in pairs)
            kept = sum(min(start, end) for start, end in pairs)
            left = sum(end for start, end in pairs if start)
            gross, net = (
                figure(book, metric, period).value
                for metric in (MetricId.GROSS_REVENUE_RETENTION, MetricId.NET_REVENUE_RETENTION)
            )
            assert (gross, net) == ((Fraction(kept, base), Fraction(left, base)) if base else (None, None)), period


@settings(max_examples=examples(25), deadline=None)
@given(contract_lines(), own, courses, every_rule, days)
def test_cohorts_stay_at_their_first_rates(
    frames: Any, frame: Any, lines: list[Line], codes: list[str], rates: Any, rules: Rules, as_of: date
) -> None:
    by_hand, book = made(frames, frame, known(lines), codes, rates, rules, as_of)
    walk = by_hand.walk
    over = Month.of(as_of) + (0 if as_of == Month.of(as_of).last_day else -1)
    for what in (CohortKind.REVENUE, CohortKind.GROSS):
        wanted: dict[tuple[Period, int], int] = {}
        for account in walk.accounts:
            months = by_hand.held[account]
            first = next((at for at, (held, _) in enumerate(months) if held), None)
            if first is None:
                continue
            start = walk.months[first] + bool(months[first][1])
            base = by_hand.worth(account, first, walk.months[first])
            for at, month in enumerate(walk.months):
                if start <= month <= over.ordinal:
                    left = by_hand.worth(account, at, walk.months[first])
                    key = (Period(Month(start)), month - start)
                    wanted[key] = wanted.get(key, 0) + (min(left, base) if what is CohortKind.GROSS else left)
        found: dict[tuple[Period, int], int] = {}
        for cohort in triangle(book.ledger, what, PeriodKind.MONTH).cohorts:
            for cell in cohort.cells:
                key = (cohort.start, cell.age)
                found[key] = found.get(key, 0) + int(cell.part * TICKS)
        assert found == wanted
