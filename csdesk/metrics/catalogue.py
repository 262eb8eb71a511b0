"""Every figure csdesk can give, once: unit, good direction, options, what it is made from, and its function."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from csdesk.metrics import movement_figures, retention, revenue, unit_economics, voice
from csdesk.metrics.context import Context, split
from csdesk.metrics.health_figures import health_mean
from csdesk.metrics.lacks import Lack, days_of
from csdesk.metrics.measure import Measure, Unit, Why, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.movements import Movement
from csdesk.metrics.renewals import renewal_churn
from csdesk.models.months import Period


class Better(StrEnum):
    """Which way is good."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Source(StrEnum):
    """The records a figure rests on. CONTRACTS needs months that the contract lines speak of; AMOUNTS their amounts as
    well; OTHER records are dated by themselves."""

    CONTRACTS = "contracts"
    AMOUNTS = "amounts"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entry:
    """One metric. `options` are the fields of `Rules` that change it; `made_from` are the figures that a figure
    without rows of its own opens into."""

    id: MetricId
    unit: Unit
    better: Better
    source: Source
    function: Callable[[Context, Period], Measure]
    options: tuple[str, ...] = ()
    made_from: tuple[MetricId, ...] = ()

    @property
    def rests_on(self) -> tuple[Lack, ...]:
        """What must be known of an account for the figure to be whole."""
        amounts = (Lack.AMOUNT,) if self.source is Source.AMOUNTS else ()
        return (*amounts, *_RESTS_ON.get(self.id, ()))


_LINES = ("snapshot", "end_date", "gap_days", "paused_is_churn")
_MONEY = (*_LINES, "discounts")
_DAILY = ("end_date", "gap_days", "paused_is_churn")


def _money(identity: MetricId, better: Better, function: Callable[[Context, Period], Measure]) -> Entry:
    return Entry(identity, Unit.MONEY, better, Source.AMOUNTS, function, _MONEY)


def _moved(kind: Movement, money: MetricId, number: MetricId, better: Better) -> tuple[Entry, Entry]:
    ticks = partial(movement_figures.movement_mrr, money, kind)
    times = partial(movement_figures.movement_count, number, kind)
    return _money(money, better, ticks), Entry(number, Unit.COUNT, better, Source.CONTRACTS, times, _LINES)


def _rate(
    identity: MetricId,
    better: Better,
    function: Callable[[Context, Period], Measure],
    *options: str,
    unit: Unit = Unit.FRACTION,
    made_from: tuple[MetricId, ...] = (),
) -> Entry:
    return Entry(identity, unit, better, Source.AMOUNTS, function, (*_MONEY, *options), made_from)


def _logo(identity: MetricId, better: Better, function: Callable[[Context, Period], Measure], *options: str) -> Entry:
    return Entry(identity, Unit.FRACTION, better, Source.CONTRACTS, function, (*_LINES, *options))


def _committed(identity: MetricId, better: Better, function: Callable[[Context, Period], Measure]) -> Entry:
    return Entry(identity, Unit.MONEY, better, Source.AMOUNTS, function, (*_DAILY, "discounts", "cmrr_days"))


def _answered(
    identity: MetricId, unit: Unit, function: Callable[[Context, Period], Measure], better: Better = Better.UP
) -> Entry:
    return Entry(identity, unit, better, Source.OTHER, function)


_UP, _DOWN, _NONE = Better.UP, Better.DOWN, Better.NONE
_M = MetricId
_LTV = ("ltv", "ltv_window", "ltv_churn", "gross_margin", "ltv_purchases", "ltv_frequency", "ltv_years")

_GAINED = (_M.NEW_MRR, _M.REACTIVATION_MRR, _M.EXPANSION_MRR)

_ENTRIES: tuple[Entry, ...] = (
    _money(_M.MRR, _UP, revenue.mrr),
    _money(_M.ARR, _UP, revenue.arr),
    _money(_M.ARPA, _UP, revenue.arpa),
    _money(_M.ARR_PER_ACCOUNT, _UP, unit_economics.arr_per_account),
    Entry(_M.ACCOUNTS, Unit.COUNT, _UP, Source.CONTRACTS, revenue.accounts, _LINES),
    _money(_M.START_MRR, _NONE, movement_figures.start_mrr),
    Entry(_M.START_ACCOUNTS, Unit.COUNT, _NONE, Source.CONTRACTS, movement_figures.start_accounts, _LINES),
    *_moved(Movement.NEW, _M.NEW_MRR, _M.NEW_ACCOUNTS, _UP),
    *_moved(Movement.REACTIVATION, _M.REACTIVATION_MRR, _M.REACTIVATED_ACCOUNTS, _UP),
    *_moved(Movement.EXPANSION, _M.EXPANSION_MRR, _M.EXPANDED_ACCOUNTS, _UP),
    *_moved(Movement.CONTRACTION, _M.CONTRACTION_MRR, _M.CONTRACTED_ACCOUNTS, _DOWN),
    *_moved(Movement.CHURN, _M.CHURNED_MRR, _M.CHURNED_ACCOUNTS, _DOWN),
    _rate(_M.GROSS_MRR_CHURN, _DOWN, retention.gross_mrr_churn),
    _rate(_M.NET_MRR_CHURN, _DOWN, retention.net_mrr_churn, "reactivation_offsets"),
    _rate(_M.GROSS_REVENUE_RETENTION, _UP, retention.gross_revenue_retention),
    _rate(_M.NET_REVENUE_RETENTION, _UP, retention.net_revenue_retention),
    _rate(_M.MRR_GROWTH, _UP, retention.mrr_growth),
    _rate(
        _M.QUICK_RATIO,
        _UP,
        retention.quick_ratio,
        unit=Unit.RATIO,
        made_from=(*_GAINED, _M.CONTRACTION_MRR, _M.CHURNED_MRR),
    ),
    _rate(_M.GROWTH_FROM_EXISTING, _NONE, retention.growth_from_existing, made_from=_GAINED),
    _logo(_M.LOGO_CHURN, _DOWN, retention.logo_churn, "denominator"),
    _logo(_M.LOGO_RETENTION, _UP, retention.logo_retention, "denominator"),
    _logo(_M.ANNUALISED_LOGO_CHURN, _DOWN, retention.annualised_logo_churn, "denominator"),
    Entry(_M.RENEWAL_CHURN, Unit.FRACTION, _DOWN, Source.CONTRACTS, renewal_churn, _DAILY),
    _logo(_M.AVOIDABLE_LOGO_CHURN, _DOWN, retention.avoidable_logo_churn),
    _logo(_M.SILENT_LOGO_CHURN, _DOWN, retention.silent_logo_churn),
    _logo(_M.REGRETTABLE_LOGO_CHURN, _DOWN, retention.regrettable_logo_churn),
    _committed(_M.CMRR, _UP, revenue.cmrr),
    _committed(_M.CMRR_WON, _UP, revenue.cmrr_won),
    _committed(_M.CMRR_UPGRADES, _UP, revenue.cmrr_upgrades),
    _committed(_M.CMRR_WITHDRAWALS, _DOWN, revenue.cmrr_withdrawals),
    _committed(_M.CMRR_DOWNGRADES, _DOWN, revenue.cmrr_downgrades),
    _rate(_M.LTV, _UP, unit_economics.ltv, *_LTV, unit=Unit.MONEY, made_from=(_M.ARPA, _M.LOGO_CHURN)),
    Entry(
        _M.CAC,
        Unit.MONEY,
        _DOWN,
        Source.CONTRACTS,
        unit_economics.cac,
        (*_LINES, "cac_month_before"),
        (_M.NEW_ACCOUNTS,),
    ),
    _rate(
        _M.LTV_TO_CAC,
        _UP,
        unit_economics.ltv_to_cac,
        *_LTV,
        "cac_month_before",
        "ltv_to_cac_holds",
        unit=Unit.RATIO,
        made_from=(_M.LTV, _M.CAC),
    ),
    _rate(
        _M.CAC_PAYBACK,
        _DOWN,
        unit_economics.cac_payback,
        "gross_margin",
        "cac_month_before",
        unit=Unit.MONTHS,
        made_from=(_M.CAC, _M.ARPA),
    ),
    _answered(_M.NPS, Unit.POINTS, voice.nps),
    _answered(_M.CSAT, Unit.FRACTION, voice.csat),
    _answered(_M.CSAT_MEAN, Unit.SCORE, voice.csat_mean),
    _answered(_M.CSAT_TRANSACTIONAL, Unit.FRACTION, voice.csat_transactional),
    _answered(_M.CSAT_RELATIONAL, Unit.FRACTION, voice.csat_relational),
    _answered(_M.CES, Unit.SCORE, voice.ces, _NONE),
    _answered(_M.CES_EASY, Unit.FRACTION, voice.ces_easy),
    Entry(_M.HEALTH_MEAN, Unit.SCORE, _UP, Source.CONTRACTS, health_mean, _LINES),
)

_BEGINS, _ENDS = (Lack.START,), (Lack.REASON,)
_RESTS_ON: Mapping[MetricId, tuple[Lack, ...]] = {
    _M.NEW_MRR: _BEGINS,
    _M.NEW_ACCOUNTS: _BEGINS,
    _M.QUICK_RATIO: _BEGINS,
    _M.GROWTH_FROM_EXISTING: _BEGINS,
    _M.CAC: _BEGINS,
    _M.LTV_TO_CAC: _BEGINS,
    _M.CAC_PAYBACK: _BEGINS,
    _M.AVOIDABLE_LOGO_CHURN: _ENDS,
    _M.SILENT_LOGO_CHURN: _ENDS,
    _M.RENEWAL_CHURN: (Lack.RENEWAL,),
    _M.HEALTH_MEAN: (Lack.CONTACT, Lack.TOUCH),
}
"""What figures rest on beside amounts."""

CATALOGUE: Mapping[MetricId, Entry] = {entry.id: entry for entry in _ENTRIES}
"""Every metric, in the order lists show them."""


def figure(context: Context, metric: MetricId, period: Period) -> Measure:
    """One figure. Where the contract lines do not speak of the period, or hold no amounts, it says so."""
    entry = CATALOGUE[metric]
    measure = _why_not(context, entry, period) or entry.function(context, period)
    return replace(measure, dimension=context.dimension, group=context.group) if context.dimension else measure


def with_lacks(context: Context, measure: Measure) -> Measure:
    """A figure of the catalogue with how many accounts of its context lack what it rests on, in a period that the
    records speak of. Apart from `figure`, for most who ask for one do not ask for this."""
    if measure.period is None or measure.metric not in set(MetricId) or context.unseen(measure.period):
        return measure
    lacks = CATALOGUE[MetricId(measure.metric)].rests_on
    return replace(measure, incomplete=context.lacks.accounts_without(lacks, *days_of(measure.period)))


def _why_not(context: Context, entry: Entry, period: Period) -> Measure | None:
    why = None if entry.source is Source.OTHER else context.unseen(period)
    if not why and entry.source is Source.AMOUNTS and not context.amounts_known:
        why = Why.NO_AMOUNTS
    return missing(entry.id, period, entry.unit, why) if why else None


def figures(
    context: Context, metrics: Iterable[MetricId], periods: Iterable[Period], by: str = ""
) -> tuple[Measure, ...]:
    """Figures by group (when a dimension is named), then metric, then period; ValueError names an unknown dimension."""
    wanted, times = tuple(metrics), tuple(periods)
    groups = split(context, by) if by else (context,)
    return tuple(figure(group, metric, period) for group in groups for metric in wanted for period in times)
