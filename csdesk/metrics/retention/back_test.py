"""Whether the score foretold who left: scores of 90 days before every renewal and churn, against what happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import Flags, Floats, Ints, as_date, day_number, day_numbers, first_days
from csdesk.metrics.intervals import concordance_interval, wilson
from csdesk.metrics.retention.renewals import STATES, Due, RenewalState, states_of
from csdesk.models.kinds import Band
from csdesk.models.months import Month

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from csdesk.metrics.context import Context
    from csdesk.metrics.health.scores import AccountHealth

LEAD_DAYS = 90
"""Between the day of a score and the decision that it is held against, at least."""

MONTHS = 36
"""Months of decisions that are looked at."""

ENOUGH = 20
"""Churns below which a back-test is an impression, no evidence."""

BANDS = (Band.GREEN, Band.YELLOW, Band.RED, Band.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Decision:
    """An account that went on past a term end, or left, on a day; `scored_on` is the day of its score."""

    account: int
    on: date
    left: bool

    @property
    def scored_on(self) -> date:
        """The last month end at least 90 days before: a score for each month serves all decisions."""
        before = self.on - timedelta(days=LEAD_DAYS)
        month = Month.of(before)
        return before if before == month.last_day else (month + -1).last_day


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision with the health of its account at the time."""

    decision: Decision
    health: AccountHealth


@dataclass(frozen=True, slots=True)
class BandRow:
    """Decisions of accounts that stood in a band, and how many of them left; Wilson's interval of the share."""

    band: Band
    n: int
    left: int

    @property
    def interval(self) -> tuple[float, float] | None:
        """Of the share that left."""
        return wilson(self.left, self.n)


@dataclass(frozen=True, slots=True)
class BackTest:
    """Decisions that had a score, by band, lowest score first; `auc` is the chance that of an account that left and one
    that stayed the former had the lower score, None where either is missing. 0.5 is a coin."""

    judged: tuple[Judged, ...]
    by_band: tuple[BandRow, ...]
    auc: float | None
    interval: tuple[float, float] | None

    @property
    def left(self) -> int:
        """Churns among the decisions that had a score and a band."""
        return sum(row.left for row in self.by_band if row.band is not Band.UNKNOWN)

    @property
    def stayed(self) -> int:
        """The others among them."""
        return sum(row.n - row.left for row in self.by_band if row.band is not Band.UNKNOWN)

    @property
    def is_evidence(self) -> bool:
        """Whether there are enough churns to believe it."""
        return self.left >= ENOUGH


def decisions(context: Context) -> tuple[Decision, ...]:
    """Every churn, and every past term end that service went on after, of the last 36 months, by day.

    One of each account and day. Only accounts that were in service on the day of the score are decided on.
    """
    last = Month.of(context.as_of)
    left, stayed = _left(context, last), _stayed(context, last)
    lost = {(one.account, Month.of(one.on)) for one in left}
    found = {*left, *(one for one in stayed if (one.account, Month.of(one.on)) not in lost)}
    kept = (one for one in found if _served(context, one))
    return tuple(sorted(kept, key=lambda one: (one.on, one.account)))


def _left(context: Context, last: Month) -> set[Decision]:
    ledger, partings = context.ledger, context.partings.between((last + (1 - MONTHS)).ordinal, last.ordinal)
    ends, days = day_numbers(context.frames.spans["end"]), first_days(partings.month + 1) - 1
    told = partings.line >= 0
    days[told] = np.minimum(days[told], ends[partings.line[told]])
    return _decisions(ledger.accounts[partings.owner], days, left=True)


def _stayed(context: Context, last: Month) -> set[Decision]:
    ledger = context.ledger
    first = day_number((last + (1 - MONTHS)).first_day)
    due = Due.of(ledger, context.frames.spans, first, day_number(context.as_of))
    renewed = states_of(due, ledger.cutoff) == STATES.index(RenewalState.RENEWED)
    renewed &= due.goes_on
    return _decisions(ledger.accounts[ledger.segments.owner[due.rows[renewed]]], due.term[renewed], left=False)


def _decisions(accounts: Ints, days: Ints, *, left: bool) -> set[Decision]:
    return {Decision(one, as_date(day), left) for one, day in zip(accounts.tolist(), days.tolist(), strict=True)}


def _served(context: Context, decision: Decision) -> bool:
    """Whether the account paid in the month of its score."""
    ledger, month = context.ledger, Month.of(decision.scored_on)
    if month < ledger.first:
        return False
    at = int(np.searchsorted(ledger.accounts, decision.account))
    return bool(context.standing(month).paying[at])


def back_test(decided: Sequence[Decision], healths: Mapping[date, Mapping[int, AccountHealth]]) -> BackTest:
    """The decisions against the scores by day and account; those without a score count in no band."""
    found = [
        Judged(one, health)
        for one in decided
        if (health := healths[one.scored_on].get(one.account)) is not None and health.score is not None
    ]
    found.sort(key=lambda one: (one.health.score or 0.0, one.decision.on, one.decision.account))
    rows = tuple(_band_row(band, found) for band in BANDS)
    known = [one for one in found if one.health.band is not Band.UNKNOWN]
    scores = np.array([one.health.score for one in known], dtype=np.float64)
    left = np.array([one.decision.left for one in known], dtype=np.bool_)
    auc = concordance(scores, left)
    n = int(left.sum())
    interval = None if auc is None else concordance_interval(auc, n, len(known) - n)
    return BackTest(tuple(found), rows, auc, interval)


def _band_row(band: Band, found: Sequence[Judged]) -> BandRow:
    inside = [one.decision.left for one in found if one.health.band is band]
    return BandRow(band, len(inside), sum(inside))


def concordance(scores: Floats, left: Flags) -> float | None:
    """Of all pairs of one that left and one that stayed, the share in which the former scored lower, ties as half: the
    area under the ROC curve (Mann and Whitney's U by pairs). None without a pair.

    Scores 30, 50, 80 of which the first left: 1.0; of which the last left: 0.0.
    """
    gone, stayed = np.sort(scores[left]), np.sort(scores[~left])
    pairs = len(gone) * len(stayed)
    if not pairs:
        return None
    below, up_to = (np.searchsorted(gone, stayed, side=side) for side in ("left", "right"))
    return float((below + up_to).sum() / 2 / pairs)
