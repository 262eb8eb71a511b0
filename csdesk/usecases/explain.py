"""'Where does this come from?': a figure opened down to accounts, contract lines, files and rows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind
from csdesk.models.money import from_ticks
from csdesk.usecases.explain_users import ExplainedUser, explained_users, is_of_use, left_out_of_users
from csdesk.usecases.figures import ticks_scale
from csdesk.usecases.left_out import LeftOut, WhyOut, counted_by, left_out
from csdesk.usecases.weighing import Heaviest, heaviest

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.measure import Measure
    from csdesk.models.months import Period
    from csdesk.usecases.definitions import Version
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot

ROWS_WITH_LINES = 500
"""Accounts whose contract lines are opened at once; more are listed without."""


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A contract line behind an account's share: `source` as 'contracts.csv, Sheet1, row 14' or '' if typed in."""

    line: int
    product: str
    mrr: Fraction
    starts_on: date
    ended_on: date | None
    source: str


@dataclass(frozen=True, slots=True)
class ExplainedAccount:
    """An account's share of part and whole, in the measure's units. `account` is 0 for a row without one."""

    account: int
    name: str
    part: Fraction | float
    whole: Fraction | float
    lines: tuple[ExplainedLine, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything the side panel shows of one figure, which tells now how many accounts lack what it rests on; and the
    version of the definitions in force, where the rules were kept as one."""

    measure: Measure
    rows: tuple[ExplainedAccount | ExplainedUser, ...]
    left_out: tuple[LeftOut, ...]
    version: Version | None = None
    heaviest: Heaviest | None = None
    """The account on which most of a share of money hangs."""


def explain(book: Book, measure: Measure, scope: Scope) -> Explanation:
    """The accounts a figure rests on, largest share first, down to their contract lines and the rows those came from;
    and the accounts of the book that it leaves out, with the reason. A figure made of costs opens into these, one of
    users into users."""
    from csdesk.metrics.catalogue import with_lacks
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.usecases.definitions import version_in_force
    from csdesk.usecases.snapshot import snapshot_of

    version = version_in_force(book)
    if measure.evidence.of is Kind.COST:
        return Explanation(measure, _costs(book, measure), (), version)
    snapshot = snapshot_of(book)
    if is_of_use(measure):
        users, others = explained_users(book, snapshot, measure)
        if measure.metric in set(MetricId):
            return Explanation(measure, users, left_out_of_users(snapshot, measure, scope.as_of, users), version)
        why = WhyOut.OTHER_COHORT_OR_GROUP if measure.dimension else WhyOut.OTHER_COHORT
        return Explanation(measure, users, (LeftOut(why, others),) if others else (), version)
    shares = _shares(snapshot, measure)
    ranked = sorted(shares, key=lambda account: (abs(shares[account][0]), abs(shares[account][1])), reverse=True)
    period = measure.period or scope.period
    lines = _lines(book, snapshot, ranked[:ROWS_WITH_LINES], period, ever=_is_of_lifetimes(measure))
    rows = tuple(
        ExplainedAccount(account, snapshot.names.get(account, ""), *shares[account], lines.get(account, ()))
        for account in ranked
    )
    told = with_lacks(counted_by(snapshot, measure, scope.as_of), measure)
    out = left_out(snapshot, measure, period, scope.as_of, shares)
    return Explanation(told, rows, out, version, heaviest(measure, rows))


def _costs(book: Book, measure: Measure) -> tuple[ExplainedAccount, ...]:
    """The costs behind a figure, as rows without an account."""
    from csdesk.usecases.costs import cost_rows

    said = {row.id: " · ".join(filter(None, (row.month, row.channel, row.item, row.source))) for row in cost_rows(book)}
    behind = zip(measure.evidence.ids.tolist(), measure.evidence.part.tolist(), strict=True)
    rows = [ExplainedAccount(0, said.get(cost, ""), amount, 0, ()) for cost, amount in behind]
    return tuple(sorted(rows, key=lambda row: row.part, reverse=True))


def _shares(snapshot: Snapshot, measure: Measure) -> dict[int, tuple[Fraction | float, Fraction | float]]:
    """Part and whole by account, in the measure's units; an account with several answers has their sum."""
    evidence = measure.evidence
    part_scale = ticks_scale(evidence.part, measure.part)
    whole_scale = ticks_scale(evidence.whole, measure.whole)
    accounts = _accounts_of(snapshot, measure)
    sums: dict[int, tuple[Fraction | float, Fraction | float]] = {}
    for account, part, whole in zip(accounts, evidence.part.tolist(), evidence.whole.tolist(), strict=True):
        before = sums.get(account, (0, 0))
        sums[account] = (before[0] + _scaled(part, part_scale), before[1] + _scaled(whole, whole_scale))
    return sums


def _accounts_of(snapshot: Snapshot, measure: Measure) -> list[int]:
    """The account of each row of evidence; 0 where it belongs to none."""
    if measure.evidence.of is Kind.ACCOUNT:
        return [int(account) for account in measure.evidence.ids.tolist()]
    answers = snapshot.frames.answers
    owners = dict(zip(answers["answer"].tolist(), answers["account"].tolist(), strict=True))
    return [max(int(owners.get(row, 0)), 0) for row in measure.evidence.ids.tolist()]


def _scaled(value: float, scale: int) -> Fraction | float:
    return value if scale == 1 else Fraction(int(value), scale)


def _is_of_lifetimes(measure: Measure) -> bool:
    from csdesk.metrics.metric_ids import MetricId, SurvivalMetric

    return measure.metric in {*SurvivalMetric, MetricId.MEDIAN_LIFETIME}


def _lines(
    book: Book, snapshot: Snapshot, accounts: list[int], period: Period, *, ever: bool
) -> dict[int, tuple[ExplainedLine, ...]]:
    """The contract lines in force from the day before the period to its end, or `ever` until then, by account."""
    import numpy as np

    from csdesk.metrics.engine.currencies import at_last_rates
    from csdesk.metrics.engine.days import OPEN, as_date, day_number, day_numbers
    from csdesk.metrics.engine.segments import service_ends
    from csdesk.usecases.contract_rows import sources_of

    spans = at_last_rates(snapshot.frames.spans, snapshot.frames.currencies, period.last)
    ends = service_ends(spans, snapshot.rules)
    before, last = day_number(period.previous.last.last_day), day_number(period.last.last_day)
    shown = np.isin(spans["account"], accounts) & (day_numbers(spans["start"]) <= last) & (ever | (ends >= before))
    mine = spans[shown]
    places = sources_of(book, Kind.CONTRACT, mine["line"].tolist())
    found: dict[int, list[ExplainedLine]] = {}
    columns = (mine["account"], mine["line"], mine["product"], mine["mrr"], mine["start"], ends[shown])
    for account, line, product, ticks, start, end in zip(*columns, strict=True):
        found.setdefault(int(account), []).append(
            ExplainedLine(
                int(line),
                snapshot.products.get(str(product), ""),
                from_ticks(int(ticks)),
                start.date(),
                None if end == OPEN else as_date(int(end)),
                places.get(int(line), ""),
            )
        )
    return {account: tuple(lines) for account, lines in found.items()}
