"""Which accounts of the book a figure leaves out, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from csdesk.metrics.ledger import Ledger
    from csdesk.metrics.measure import Measure
    from csdesk.models.months import Month, Period
    from csdesk.usecases.snapshot import Snapshot


class WhyOut(StrEnum):
    """Why an account is not in a figure, the plainest reasons first."""

    NO_ANSWER = "no_answer"
    OTHER_COHORT = "other_cohort"
    NO_SCORE = "no_score"
    NO_CONTRACT = "no_contract"
    NOT_YET = "not_yet"
    LEFT = "left"
    PAUSED = "paused"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Names of accounts that are not in a figure, for one reason."""

    why: WhyOut
    accounts: tuple[str, ...]


def left_out(
    snapshot: Snapshot, measure: Measure, period: Period, as_of: date, shown: Collection[int]
) -> tuple[LeftOut, ...]:
    """The accounts without a share of the figure, by reason."""
    reasons = _reasons(snapshot.ledger(as_of), _base(measure, period))
    found: dict[WhyOut, list[str]] = {}
    for account, name in snapshot.names.items():
        if account not in shown:
            why = reasons.get(account, WhyOut.NO_CONTRACT)
            found.setdefault(_of_figure(measure, why), []).append(name)
    return tuple(LeftOut(why, tuple(sorted(found[why]))) for why in WhyOut if why in found)


def _base(measure: Measure, period: Period) -> Month:
    """The month on whose end it hangs whether an account is in: rates look at who paid before their period."""
    from csdesk.metrics.measure import Unit

    return period.previous.last if measure.unit is Unit.FRACTION else period.last


def _of_figure(measure: Measure, why: WhyOut) -> WhyOut:
    """A figure of answers asks for no contract; who has one is of some cohort; who pays has no score at worst."""
    from csdesk.metrics.metric_ids import CohortMetric, MetricId

    if measure.evidence.of is Kind.ANSWER:
        return WhyOut.NO_ANSWER
    if measure.metric in set(CohortMetric) and why is not WhyOut.NO_CONTRACT:
        return WhyOut.OTHER_COHORT
    return WhyOut.NO_SCORE if why is WhyOut.NOTHING and measure.metric is MetricId.HEALTH_MEAN else why


def _reasons(ledger: Ledger, month: Month) -> Mapping[int, WhyOut]:
    """Why an account has no share of what was paid in a month; NOTHING where it did pay."""
    standing = ledger.standing(month)
    owners, first = ledger.first_paid()
    begun = set(owners[first <= month.ordinal].tolist())

    def reason(place: int) -> WhyOut:
        if standing.mrr[place] or (standing.paying[place] and not standing.paused[place]):
            return WhyOut.NOTHING
        if standing.paused[place]:
            return WhyOut.PAUSED
        return WhyOut.LEFT if place in begun else WhyOut.NOT_YET

    return {account: reason(place) for place, account in enumerate(ledger.accounts.tolist())}
