"""'Where does this come from?': a figure opened down to accounts, contract lines, files and rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind
from csdesk.usecases.explain_health import ExplainedFactor, factors_behind
from csdesk.usecases.explain_lines import ExplainedLine, lines_behind
from csdesk.usecases.explain_parts import parts_behind
from csdesk.usecases.explain_records import ExplainedRecord, records_behind
from csdesk.usecases.explain_users import ExplainedUser, explained_users, is_of_use, left_out_of_users
from csdesk.usecases.figures import ticks_scale
from csdesk.usecases.left_out import LeftOut, WhyOut, counted_by, left_out
from csdesk.usecases.weighing import Heaviest, heaviest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.book.file import Book
    from csdesk.metrics.measure import Measure
    from csdesk.models.targets import Target
    from csdesk.usecases.definitions import Version
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot

Behind: TypeAlias = tuple[ExplainedLine, ...] | tuple[ExplainedRecord, ...] | tuple[ExplainedFactor, ...]
"""What an account's share rests on."""

ROWS_WITH_LINES = 500
"""Accounts whose contract lines are opened at once; more are listed without."""


@dataclass(frozen=True, slots=True)
class ExplainedAccount:
    """An account's share of part and whole, in the measure's units, with its contract lines, or its answers and other
    records where the figure rests on these. `account` is 0 for a row without one."""

    account: int
    name: str
    part: Fraction | float
    whole: Fraction | float
    lines: Behind


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
    parts: tuple[Measure, ...] = ()
    """The figures that it is made from."""
    target: Target | None = None
    """What the figure of the whole book is aimed at in its period."""


def explain(book: Book, measure: Measure, scope: Scope) -> Explanation:
    """Everything behind a figure, and what it is aimed at."""
    from csdesk.usecases.targets import targets_of

    return replace(_explained(book, measure, scope), target=targets_of(book, [measure])[0])


def _explained(book: Book, measure: Measure, scope: Scope) -> Explanation:
    """The accounts a figure rests on, largest share first, down to their contract lines and the rows those came from;
    and the accounts of the book that it leaves out, with the reason. A figure made of costs opens into these, one of
    users into users."""
    from csdesk.metrics.catalogue import with_lacks
    from csdesk.usecases.definitions import version_in_force
    from csdesk.usecases.snapshot import snapshot_of

    version, snapshot = version_in_force(book), snapshot_of(book)
    context = counted_by(snapshot, measure, scope.as_of)
    parts = parts_behind(context, measure)
    if measure.evidence.of is Kind.COST:
        return Explanation(measure, _costs(book, measure), (), version, parts=parts)
    if is_of_use(measure):
        users, others = explained_users(book, snapshot, measure)
        if measure.metric in set(MetricId):
            others_out = left_out_of_users(snapshot, measure, scope.as_of, users)
            return Explanation(measure, users, others_out, version, parts=parts)
        why = WhyOut.OTHER_COHORT_OR_GROUP if measure.dimension else WhyOut.OTHER_COHORT
        return Explanation(measure, users, (LeftOut(why, others),) if others else (), version)
    shares = _shares(snapshot, measure)
    ranked = sorted(shares, key=lambda account: (abs(shares[account][0]), abs(shares[account][1])), reverse=True)
    period = measure.period or scope.period
    opened = ranked[:ROWS_WITH_LINES]
    lines: Mapping[int, Behind] | None
    if measure.metric == MetricId.HEALTH_MEAN:
        lines = factors_behind(snapshot, measure, scope.as_of, opened)
    else:
        lines = records_behind(book, measure, opened)
    if lines is None:
        lines = lines_behind(book, snapshot, context, measure, opened)
    rows = tuple(
        ExplainedAccount(account, snapshot.names.get(account, ""), *shares[account], lines.get(account, ()))
        for account in ranked
    )
    told = with_lacks(context, measure)
    out = left_out(snapshot, measure, period, scope.as_of, shares)
    return Explanation(told, rows, out, version, heaviest(measure, rows), parts)


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
    of_tickets = measure.evidence.of is Kind.TICKET
    frame, key = (snapshot.frames.tickets, "ticket") if of_tickets else (snapshot.frames.answers, "answer")
    owners = dict(zip(frame[key].tolist(), frame["account"].tolist(), strict=True))
    return [max(int(owners.get(row, 0)), 0) for row in measure.evidence.ids.tolist()]


def _scaled(value: float, scale: int) -> Fraction | float:
    return value if scale == 1 else Fraction(int(value), scale)
