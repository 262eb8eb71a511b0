"""The engine against plain Python that walks every contract line day by day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.catalogue import figure
from csdesk.metrics.engine.movements import MOVEMENTS, Movement
from csdesk.metrics.entries.movement_kinds import CONTRACTIONS, EXPANSIONS, PARTINGS
from csdesk.metrics.entries.renewals import RENEWAL_ENDS
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.cohorts import cohort_cell, triangle
from csdesk.metrics.rules import ChurnDate, Discounts, EndDate, LtvChurn, Rules, Snapshot
from csdesk.metrics.triangles import OF_ACCOUNTS, CohortKind
from csdesk.models.money import MOST_MONEY, TICKS
from csdesk.models.months import Month, Period, PeriodKind, periods_between
from tests.thorough import examples

BEGIN, DAY = date(2023, 1, 1), timedelta(days=1)
FAR = BEGIN + 420 * DAY
"""After every day that is looked at."""


@dataclass(frozen=True)
class Line:
    account: int
    start: date
    end: date | None
    net: int | None
    gross: int
    off: date | None
    paused: bool
    opening: bool
    day_after: bool
    cancelled: date | None = None

    def row(self) -> dict[str, Any]:
        net = self.net or 0
        return {
            "account": self.account,
            "start": self.start,
            "end": self.end or "NaT",
            "discount_end": self.off or "NaT",
            "mrr": net * TICKS,
            "gross": (0 if self.net is None else self.gross) * TICKS,
            "logo": self.net is None or net > 0,
            "paused": self.paused,
            "opening": self.opening,
            "day_after": self.day_after,
            "cancelled": self.cancelled or "NaT",
        }

    def paid(self, day: date, rules: Rules) -> int | None:
        """What counts as MRR on a day; None where the line makes no logo."""
        if not self.start <= day <= (self.end or FAR) or (self.paused and rules.paused_is_churn):
            return None
        if self.paused or self.net is None:
            return 0
        if self.off is not None and day > self.off:
            return self.gross or None
        lasting = rules.discounts is Discounts.LASTING and self.off is not None
        return (self.gross if (lasting or rules.discounts is Discounts.GROSS) and self.net else self.net) or None


days = st.integers(0, 150).map(lambda n: BEGIN + n * DAY)


@st.composite
def contract_lines(draw: Any) -> list[Line]:
    """Up to nine lines; some lists are of amounts whose sums pass 64 bits."""
    found, scale = [], draw(st.sampled_from([1, 1, MOST_MONEY // 750]))
    for _ in range(draw(st.integers(1, 9))):
        start = draw(days)
        end = draw(st.none() | st.integers(0, 90).map(lambda n, start=start: start + n * DAY))
        given_net = draw(st.sampled_from([None, 0, 100, 100, 250, 700]))
        net = None if given_net is None else given_net * scale
        off = draw(st.none() | st.integers(-5, 60).map(lambda n, start=start: start + n * DAY))
        rise = scale * draw(st.sampled_from([0, 0, 50])) if off else 0
        flags = [draw(st.sampled_from([False, False, False, True])) for _ in range(3)]
        found.append(Line(draw(st.integers(1, 3)), start, end, net, (net or 0) + rise, off, *flags))
    return found


every_rule = st.builds(
    Rules,
    snapshot=st.sampled_from(Snapshot),
    end_date=st.sampled_from(EndDate),
    gap_days=st.sampled_from([0, 0, 3, 20]),
    discounts=st.sampled_from(Discounts),
    paused_is_churn=st.booleans(),
)


class Walk:
    """Accounts by month, found by walking the calendar."""

    def __init__(self, lines: list[Line], rules: Rules, as_of: date) -> None:
        self.rules, self.as_of = rules, as_of
        self.lines = self.bridged(self.opened([self.read(line) for line in lines]))
        self.accounts = sorted({line.account for line in lines})
        self.months = [BEGIN.year * 12 + n for n in range(-2, as_of.year * 12 + as_of.month - BEGIN.year * 12)]

    def read(self, line: Line) -> Line:
        end, off = line.end, line.off
        if end and self.rules.end_date is EndDate.LAST_DAY and line.day_after:
            end += DAY
        if end and self.rules.end_date is EndDate.DAY_AFTER and not line.day_after:
            end -= DAY
        if line.cancelled and self.rules.churn_date is ChurnDate.CANCELLED:
            end = min(end or FAR, line.cancelled - DAY)
        if off and self.rules.snapshot is Snapshot.OVERLAP:
            off = Month.of(off).last_day
        if off and off < line.start and line.net is not None:
            return replace(line, end=end, off=None, net=line.gross)
        return replace(line, end=end, off=off)

    def first_day(self, account: int, lines: list[Line]) -> date | None:
        day = BEGIN
        while day < FAR:
            if any(x.paid(day, self.rules) is not None for x in lines if x.account == account):
                return day
            day += DAY
        return None

    def opened(self, lines: list[Line]) -> list[Line]:
        found = []
        first = {account: self.first_day(account, lines) for account in {x.account for x in lines}}
        for line in lines:
            began = line.start == first[line.account] and line.paid(line.start, self.rules) is not None
            opening = line.opening and began
            start = (Month.of(line.start) + -1).first_day if opening else line.start
            found.append(replace(line, start=start, opening=opening))
        return found

    def bridged(self, lines: list[Line]) -> list[Line]:
        found = list(lines)
        for account in {line.account for line in lines}:
            own = [at for at, line in enumerate(lines) if line.account == account]
            last, day = None, BEGIN - 62 * DAY
            while day < FAR:
                if any(lines[at].paid(day, self.rules) is not None for at in own):
                    hole = (day - last).days - 1 if last else 0
                    if 0 < hole <= self.rules.gap_days:
                        for at in own:
                            if lines[at].paid(last, self.rules) is not None:
                                found[at] = replace(found[at], end=day - DAY)
                    last = day
                day += DAY
        return found

    def seen(self, line: Line, month: int) -> int | None:
        """What a line counts for in a month; None where it does not."""
        first, last = Month(month).first_day, min(Month(month).last_day, self.as_of)
        if self.rules.snapshot is Snapshot.MONTH_END:
            return line.paid(last, self.rules)
        if self.rules.snapshot is Snapshot.MONTH_START:
            return line.paid(first, self.rules)
        on = [line.paid(first + n * DAY, self.rules) for n in range((last - first).days + 1)]
        return next((amount for amount in on if amount is not None), None)

    def lines_of(self, account: int) -> list[tuple[dict[int, int], set[int]]]:
        """Month by month: what each line (by its place) counts for where the account is a logo, and which of them were
        there before the records begin and are new to them."""
        found, met, kept = [], set(), False
        for month in self.months:
            amounts = {at: self.seen(line, month) for at, line in enumerate(self.lines) if line.account == account}
            here = {at: amount for at, amount in amounts.items() if amount is not None}
            kept = (kept and bool(here)) or any(not self.lines[at].paused for at in here)
            held = here if kept else {}
            found.append((held, {at for at in held if self.lines[at].opening and at not in met}))
            met |= set(here)
        return found

    def states(self, account: int) -> list[tuple[int, bool, int, bool, bool]]:
        """Month by month: MRR, a logo (which a pause keeps, and does not make), and what of it was there before the
        records begin; paused."""
        return [
            (
                sum(held.values()),
                bool(held),
                sum(held[at] for at in came),
                bool(came),
                any(self.lines[at].paused for at in held),
            )
            for held, came in self.lines_of(account)
        ]

    def pays(self, account: int, month: int) -> bool:
        mine = [line for line in self.lines if line.account == account and not line.paused]
        return any(self.seen(line, month) is not None for line in mine)

    def moves(self, account: int) -> list[tuple[int, Movement, int]]:
        found, mrr, logo, paid, ever = [], 0, False, False, False
        for month, (now, stays, entered, came, _) in zip(self.months, self.states(account), strict=True):
            before, paid, pays = mrr + entered, paid or came, self.pays(account, month)
            if pays and not paid:
                found.append((month, Movement.REACTIVATION if ever else Movement.NEW, now))
            elif (logo or came) and not stays:
                found.append((month, Movement.CHURN, before))
            elif now != before:
                found.append((month, Movement.EXPANSION if now > before else Movement.CONTRACTION, abs(now - before)))
            mrr, logo, paid, ever = now, stays, pays, ever or pays
        return found


def book_of(context: Any, spans: Any, lines: list[Line], rules: Rules, as_of: date) -> Any:
    book = context(spans([line.row() for line in lines]), as_of.isoformat())
    from csdesk.metrics.context import context_of

    return context_of(book.frames, as_of=as_of, rules=rules)


@settings(max_examples=examples(120), deadline=None)
@given(contract_lines(), every_rule, st.integers(20, 300).map(lambda n: BEGIN + n * DAY))
def test_ledger_and_movements(context: Any, spans: Any, lines: list[Line], rules: Rules, as_of: date) -> None:
    check_ledger(context, spans, lines, rules, as_of)


@settings(max_examples=examples(60), deadline=None)
@given(
    contract_lines(),
    st.lists(st.none() | st.integers(-5, 90), min_size=9, max_size=9),
    every_rule,
    st.sampled_from(ChurnDate),
    st.integers(20, 300).map(lambda n: BEGIN + n * DAY),
)
def test_churn_may_be_dated_on_the_day_of_cancelling(
    context: Any, spans: Any, lines: list[Line], after: list[int | None], rules: Rules, dated: ChurnDate, as_of: date
) -> None:
    told = [
        replace(line, cancelled=None if days is None else line.start + days * DAY)
        for line, days in zip(lines, after, strict=False)
    ]
    check_ledger(context, spans, told, replace(rules, churn_date=dated), as_of)


def check_ledger(context: Any, spans: Any, lines: list[Line], rules: Rules, as_of: date) -> None:
    walk, book = Walk(lines, rules, as_of), book_of(context, spans, lines, rules, as_of)
    moves, ledger = book.moves, book.ledger
    position = {account: at for at, account in enumerate(ledger.accounts.tolist())}
    for account in walk.accounts:
        states = walk.states(account)
        if account not in position:
            assert not any(paying for _, paying, *_ in states)
            continue
        at = position[account]
        for month, (mrr, paying, _, _, paused) in zip(walk.months, states, strict=True):
            now = ledger.standing(Month(month))
            assert (int(now.mrr[at]), bool(now.paying[at]), bool(now.paused[at])) == (mrr * TICKS, paying, paused)
        own = moves.owner == at
        found = zip(moves.month[own].tolist(), moves.kind[own].tolist(), moves.ticks[own].tolist(), strict=True)
        assert [(m, MOVEMENTS[k], t // TICKS) for m, k, t in found] == walk.moves(account)


def left_of(what: CohortKind, state: Any, first: Any) -> Any:
    if what is CohortKind.LOGO:
        return state[1]
    return min(state[0], first) if what is CohortKind.GROSS else state[0]


@settings(max_examples=examples(60), deadline=None)
@given(contract_lines(), every_rule, st.integers(40, 300).map(lambda n: BEGIN + n * DAY))
def test_cohorts(context: Any, spans: Any, lines: list[Line], rules: Rules, as_of: date) -> None:
    walk, book = Walk(lines, rules, as_of), book_of(context, spans, lines, rules, as_of)
    over = as_of if (as_of + DAY).day == 1 else Month.of(as_of).first_day - DAY
    for kind in PeriodKind:
        wanted: dict[tuple[Period, bool], list[Any]] = {}
        for account in walk.accounts:
            states = walk.states(account)
            first = next((at for at, (_, paying, *_) in enumerate(states) if paying), None)
            if first is not None:
                came = states[first][3]
                start = Period.holding(Month(walk.months[first] + came), kind, 4)
                wanted.setdefault((start, came), []).append((states, states[first][0]))
        for what in OF_ACCOUNTS:
            found = triangle(book.ledger, what, kind, 4)
            keys = {(c.start, c.opening) for c in found.cohorts}
            assert keys == {key for key in wanted if key[0].last.last_day <= over}
            for cohort in found.cohorts:
                members = wanted[cohort.start, cohort.opening]
                assert cohort.size == len(members)
                period, cells = cohort.start, []
                while period.last.last_day <= over:
                    at = walk.months.index(period.last.ordinal)
                    cells.append(sum(left_of(what, states[at], first) for states, first in members))
                    period = period.next
                assert [cell.part for cell in cohort.cells] == cells
                assert [cell.age for cell in cohort.cells] == list(range(len(cells)))
                base = len(members) if what is CohortKind.LOGO else sum(first for _, first in members)
                assert {cell.whole for cell in cohort.cells} == {base}
                for cell in cohort.cells:
                    one = cohort_cell(book.ledger, what, cohort.start, cell.age, opening=cohort.opening)
                    assert (one.part, one.whole, one.value) == (cell.part, cell.whole, cell.value)
                    scale = 1 if what is CohortKind.LOGO else TICKS
                    assert (one.evidence.part.sum(), one.evidence.whole.sum()) == (cell.part * scale, base * scale)


MONEY = (
    (1, MetricId.START_MRR),
    (1, MetricId.NEW_MRR),
    (1, MetricId.REACTIVATION_MRR),
    (1, MetricId.EXPANSION_MRR),
    (-1, MetricId.CONTRACTION_MRR),
    (-1, MetricId.CHURNED_MRR),
)
NUMBERS = (
    (1, MetricId.START_ACCOUNTS),
    (1, MetricId.NEW_ACCOUNTS),
    (1, MetricId.REACTIVATED_ACCOUNTS),
    (-1, MetricId.CHURNED_ACCOUNTS),
)


SUMS = {
    MetricId.EXPANSION_MRR: EXPANSIONS.values(),
    MetricId.CONTRACTION_MRR: CONTRACTIONS.values(),
    MetricId.CHURNED_MRR: PARTINGS.values(),
    MetricId.RENEWAL_MRR_DUE: RENEWAL_ENDS,
}


def by_account(measure: Any) -> dict[int, int]:
    return dict(zip(measure.evidence.ids.tolist(), measure.evidence.part.tolist(), strict=True))


@settings(max_examples=examples(60), deadline=None)
@given(contract_lines(), every_rule, st.integers(20, 300).map(lambda n: BEGIN + n * DAY))
def test_identities(context: Any, spans: Any, lines: list[Line], rules: Rules, as_of: date) -> None:
    """start + movements = end, per account and in all; rates within their bounds; evidence sums to the figure."""
    book = book_of(context, spans, lines, replace(rules, reactivation_offsets=False), as_of)
    for kind in PeriodKind:
        for period in periods_between(Month.of(BEGIN) + -2, Month.of(as_of) + 2, kind, 4):
            if book.unseen(period) or not book.amounts_known:
                assert figure(book, MetricId.MRR, period).value is None
                continue
            got = {metric: figure(book, metric, period) for metric in MetricId}
            for terms, end in ((MONEY, MetricId.MRR), (NUMBERS, MetricId.ACCOUNTS)):
                each = {} if end is MetricId.MRR else resumed(book, period)
                assert sum(sign * got[metric].value for sign, metric in terms) + sum(each.values()) == got[end].value
                for sign, metric in terms:
                    for account, part in by_account(got[metric]).items():
                        each[account] = each.get(account, 0) + sign * part
                assert {account: left for account, left in each.items() if left} == by_account(got[end])
            check_rates(got)
            check_evidence(got)
            for total, parts in SUMS.items():
                assert sum(got[part].value for part in parts) == got[total].value, total
            bridge = [got[m].value for m in (MetricId.CMRR_WON, MetricId.CMRR_UPGRADES)]
            losses = [got[m].value for m in (MetricId.CMRR_WITHDRAWALS, MetricId.CMRR_DOWNGRADES)]
            now = Fraction(int(book.ledger.segments.mrr_on(book.ledger.day_of(period)).sum()), TICKS)
            assert now + sum(bridge) - sum(losses) == got[MetricId.CMRR].value


def resumed(book: Any, period: Period) -> dict[int, int]:
    """Accounts that pay again after a pause: reactivated, and yet there all along. How often, below 0."""
    found: dict[int, int] = {}
    for month in period.months:
        owners, _ = book.moves.between(month, month).of(Movement.REACTIVATION)
        before = book.ledger.standing(month + -1).paying
        for owner in owners[before[owners]].tolist():
            account = int(book.ledger.accounts[owner])
            found[account] = found.get(account, 0) - 1
    return found


@settings(max_examples=examples(60), deadline=None)
@given(contract_lines(), every_rule, st.integers(20, 300).map(lambda n: BEGIN + n * DAY))
def test_churn_over_one_month_is_what_moved(
    context: Any, spans: Any, lines: list[Line], rules: Rules, as_of: date
) -> None:
    """Pauses included, wherever all amounts are known."""
    known = [replace(line, net=line.gross if line.net is None else line.net) for line in lines]
    for offsets in (False, True):
        book = book_of(context, spans, known, replace(rules, reactivation_offsets=offsets), as_of)
        for period in periods_between(Month.of(BEGIN), Month.of(as_of), PeriodKind.MONTH):
            got = {metric: figure(book, metric, period).value or 0 for _, metric in MONEY}
            start = figure(book, MetricId.GROSS_MRR_CHURN, period).whole
            if not start:
                continue
            lost = got[MetricId.CONTRACTION_MRR] + got[MetricId.CHURNED_MRR]
            won = got[MetricId.EXPANSION_MRR] + (got[MetricId.REACTIVATION_MRR] if offsets else 0)
            assert figure(book, MetricId.GROSS_MRR_CHURN, period).value == lost / start
            assert figure(book, MetricId.NET_MRR_CHURN, period).value == (lost - won) / start


@settings(max_examples=examples(60), deadline=None)
@given(contract_lines(), st.sampled_from([1, 2, 6]), st.integers(2, 6))
def test_no_lifetime_value_knows_what_comes_later(
    context: Any, spans: Any, lines: list[Line], window: int, cut: int
) -> None:
    """A book that ends with a month says of every month up to it what the book with all that came later says. A line
    that was there before its records begin is known by then."""
    last = Month.of(BEGIN) + cut
    known = [
        replace(
            line, net=line.gross if line.net is None else line.net, opening=line.opening and line.start <= last.last_day
        )
        for line in lines
    ]
    earlier = [
        replace(line, end=line.end if line.end and line.end <= last.last_day else None)
        for line in known
        if line.start <= last.last_day
    ]
    for churn in LtvChurn:
        rules = Rules(ltv_window=window, ltv_churn=churn)
        whole = book_of(context, spans, known, rules, FAR)
        alone = book_of(context, spans, earlier, rules, last.last_day)
        for period in periods_between(Month.of(BEGIN), last, PeriodKind.MONTH):
            one, other = (figure(book, MetricId.LTV, period) for book in (whole, alone))
            assert (one.value, one.n, one.over) == (other.value, other.n, other.over)


def check_rates(got: dict[MetricId, Any]) -> None:
    grr, nrr = got[MetricId.GROSS_REVENUE_RETENTION].value, got[MetricId.NET_REVENUE_RETENTION].value
    assert (grr is None) == (nrr is None)
    if grr is not None:
        assert 0 <= grr <= 1
        assert grr <= nrr
        assert got[MetricId.GROSS_MRR_CHURN].value == 1 - grr
        assert got[MetricId.NET_MRR_CHURN].value == 1 - nrr
    churn, kept = got[MetricId.LOGO_CHURN], got[MetricId.LOGO_RETENTION]
    if churn.value is not None:
        assert 0 <= churn.low <= churn.value <= churn.high <= 1
        assert kept.value == 1 - churn.value
        assert (kept.part, kept.low, kept.high) == (churn.whole - churn.part, 1 - churn.high, 1 - churn.low)


def check_evidence(got: dict[MetricId, Any]) -> None:
    for measure in got.values():
        if len(measure.evidence.ids):
            for share, stated in ((measure.evidence.part, measure.part), (measure.evidence.whole, measure.whole)):
                assert share.sum() in {stated or 0, (stated or 0) * TICKS}
            assert len(set(measure.evidence.ids.tolist())) == len(measure.evidence.ids)


@settings(max_examples=examples(60), deadline=None)
@given(contract_lines(), every_rule, st.integers(20, 300).map(lambda n: BEGIN + n * DAY))
def test_groups_share_out_the_total(context: Any, spans: Any, lines: list[Line], rules: Rules, as_of: date) -> None:
    from csdesk.metrics.context import context_of, split

    table = spans([line.row() for line in lines])
    tiers = [{"account": account, "name": f"{account}", "tier": tier} for account, tier in ((1, "high"), (2, "low"))]
    book = context(table, as_of.isoformat(), accounts=tiers)
    book = context_of(book.frames, as_of=as_of, rules=rules)
    groups = split(book, "tier")
    assert {group.group for group in groups} >= {"high", "low"}
    added = (*(m for _, m in MONEY), *(m for _, m in NUMBERS), MetricId.MRR, MetricId.ACCOUNTS, MetricId.CMRR)
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER):
        for period in periods_between(Month.of(BEGIN), Month.of(as_of), kind):
            for metric in added:
                whole = figure(book, metric, period)
                parts = [figure(group, metric, period) for group in groups]
                if whole.value is not None:
                    assert sum(part.value or 0 for part in parts) == whole.value
    for what in OF_ACCOUNTS:
        cells = [cell for c in triangle(book.ledger, what, PeriodKind.MONTH).cohorts for cell in c.cells]
        parts = [c for g in groups for x in triangle(g.ledger, what, PeriodKind.MONTH).cohorts for c in x.cells]
        assert sum(cell.part for cell in parts) == sum(cell.part for cell in cells)
