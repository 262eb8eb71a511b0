"""Which accounts of the book a figure leaves out, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from csdesk.metrics.context import Context
    from csdesk.metrics.engine.ledger import Ledger
    from csdesk.metrics.measure import Measure
    from csdesk.models.months import Month, Period
    from csdesk.usecases.snapshot import Snapshot


class WhyOut(StrEnum):
    """Why an account is not in a figure, the plainest reasons first."""

    OTHER_GROUP = "other_group"
    DEAL_WITHOUT_RATE = "deal_without_rate"
    NO_ANSWER = "no_answer"
    NOT_ASKED = "not_asked"
    NO_FEEDBACK = "no_feedback"
    NO_RISK = "no_risk"
    NO_TICKET = "no_ticket"
    NOT_NEGATIVE = "not_negative"
    NO_TOUCH = "no_touch"
    OTHER_COHORT = "other_cohort"
    STOOD_ELSEWHERE = "stood_elsewhere"
    OTHER_COHORT_OR_GROUP = "other_cohort_or_group"
    START_UNKNOWN = "start_unknown"
    SHORTER = "shorter"
    NO_SCORE = "no_score"
    NO_CONTRACT = "no_contract"
    NOT_YET = "not_yet"
    LEFT = "left"
    PAUSED = "paused"
    NOTHING = "nothing"
    NO_USER = "no_user"
    NO_ACTIVITY = "no_activity"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Names of accounts that are not in a figure, for one reason."""

    why: WhyOut
    accounts: tuple[str, ...]


def left_out(
    snapshot: Snapshot, measure: Measure, period: Period, as_of: date, shown: Collection[int]
) -> tuple[LeftOut, ...]:
    """The accounts without a share of the figure, by reason; of a group's figure, as the group itself counts. What is
    committed leaves out won deals that no exchange rate is known for, whether their account has a share or not."""
    context = counted_by(snapshot, measure, as_of)
    unrated = _unrated(context, measure, period)
    strangers = _strangers(context, snapshot.names)
    reasons = _reasons(context.ledger, _base(measure, period, context.ledger))
    opening = _opening(context.ledger)
    found: dict[WhyOut, list[str]] = {}
    if unrated:
        found[WhyOut.DEAL_WITHOUT_RATE] = [snapshot.names.get(account, deal) for account, deal in unrated.items()]
    for account, name in snapshot.names.items():
        if account not in shown and account not in unrated:
            why = _of_figure(measure, reasons.get(account, WhyOut.NO_CONTRACT), opening=account in opening)
            found.setdefault(WhyOut.OTHER_GROUP if account in strangers else why, []).append(name)
    return tuple(LeftOut(why, tuple(sorted(found[why]))) for why in WhyOut if why in found)


def _unrated(context: Context, measure: Measure, period: Period) -> Mapping[int, str]:
    """Accounts whose won deals would be in the figure if their currency had an exchange rate, with a deal's name."""
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.metrics.revenue.levels import deals_ahead

    if measure.metric not in {MetricId.CMRR, MetricId.CMRR_WON, MetricId.CMRR_UPGRADES}:
        return {}
    _, deals = deals_ahead(context, period)
    return dict(zip(deals["account"].tolist(), deals["name"].tolist(), strict=True))


def counted_by(snapshot: Snapshot, measure: Measure, as_of: date) -> Context:
    """The group, or the one account, that a figure is of, or the whole book: reasons are of churns, roles of users and
    where one stood of years, not of accounts."""
    from csdesk.metrics.context import OF_ONE, alone
    from csdesk.metrics.retention.leaving import REASON
    from csdesk.metrics.retention.outlook import STOOD
    from csdesk.metrics.users.cohorts import ROLE
    from csdesk.usecases.figures import groups

    book = snapshot.context(as_of)
    if measure.dimension in {None, REASON, ROLE, STOOD}:
        return book
    if measure.dimension and measure.dimension.startswith(OF_ONE):
        return alone(book, int(measure.dimension.removeprefix(OF_ONE)), measure.group or "")
    parts = groups(snapshot, book, measure.dimension or "")
    return next((part for part in parts if part.group == (measure.group or "")), book)


def _strangers(context: Context, accounts: Collection[int]) -> set[int]:
    """The accounts of other groups; by product or plan those whose contracts are all of other ones."""
    from csdesk.metrics.context import OF_LINES

    if context.members is None:
        return set()
    if context.dimension in OF_LINES:
        return set(context.whole.frames.spans["account"]) - set(context.frames.spans["account"])
    return set(accounts) - set(context.members.tolist())


def _base(measure: Measure, period: Period, ledger: Ledger) -> Month:
    """The month on whose end it hangs whether an account is in: rates look at who paid before their period, and a
    cohort is known to the last day."""
    from csdesk.metrics.measure import Unit
    from csdesk.metrics.metric_ids import CohortMetric, MetricId, SurvivalMetric

    if measure.metric in {*CohortMetric, *SurvivalMetric}:
        return ledger.last
    before = measure.unit is Unit.FRACTION or measure.metric in {MetricId.START_MRR, MetricId.START_ACCOUNTS}
    return period.previous.last if before else period.last


def _opening(ledger: Ledger) -> set[int]:
    """Accounts that were paying before the records begin."""
    return set(ledger.accounts[ledger.owner[ledger.entered_lines > 0]].tolist())


def _of_figure(measure: Measure, why: WhyOut, *, opening: bool) -> WhyOut:
    """A figure of answers asks for no contract; who has ever paid is of some cohort, and has lived for some time; who
    pays has no score at worst."""
    from csdesk.metrics.metric_ids import CohortMetric, MetricId, OutlookMetric, SurvivalMetric

    if measure.evidence.of is Kind.ANSWER:
        return WhyOut.NO_ANSWER
    if measure.metric in _OWN_REASONS:
        return _OWN_REASONS[measure.metric]
    ever = why not in {WhyOut.NO_CONTRACT, WhyOut.NOT_YET}
    if measure.metric in set(OutlookMetric):
        return WhyOut.STOOD_ELSEWHERE
    if ever and measure.metric in set(CohortMetric):
        return WhyOut.OTHER_COHORT
    if ever and measure.metric in {*SurvivalMetric, MetricId.MEDIAN_LIFETIME}:
        return WhyOut.START_UNKNOWN if opening else WhyOut.SHORTER
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


_OWN_REASONS: Mapping[str, WhyOut] = {
    "response_rate_nps": WhyOut.NOT_ASKED,
    "response_rate_csat": WhyOut.NOT_ASKED,
    "response_rate_ces": WhyOut.NOT_ASKED,
    "negative_accounts": WhyOut.NOT_NEGATIVE,
    "loop_closed": WhyOut.NO_FEEDBACK,
    "risk_detection": WhyOut.NO_RISK,
    "risk_first_touch": WhyOut.NO_RISK,
    "risks_before_notice": WhyOut.NO_RISK,
    "risks_averted": WhyOut.NO_RISK,
    "risk_mrr_saved": WhyOut.NO_RISK,
    "ticket_first_response": WhyOut.NO_TICKET,
    "ticket_resolution": WhyOut.NO_TICKET,
    "ticket_handling": WhyOut.NO_TICKET,
    "cost_to_serve": WhyOut.NO_TOUCH,
}
"""Why an account is not in a figure that asks for no contract, by metric."""
