"""Recurring revenue: levels, movements, and the road to CMRR."""

from functools import partial

from csdesk.metrics.economics import unit_economics
from csdesk.metrics.engine.lacks import Lack
from csdesk.metrics.engine.movements import Movement
from csdesk.metrics.entries.entry import DAILY, Better, Entry, Function, Source, money, number
from csdesk.metrics.measure import Unit
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.revenue import levels, movement_figures

_M, _UP, _DOWN, _NONE = MetricId, Better.UP, Better.DOWN, Better.NONE


def _moved(kind: Movement, mrr: MetricId, accounts: MetricId, better: Better, *needs: Lack) -> tuple[Entry, Entry]:
    ticks = partial(movement_figures.movement_mrr, mrr, kind)
    times = partial(movement_figures.movement_count, accounts, kind)
    return money(mrr, better, ticks, needs), number(accounts, better, times, needs)


def _committed(identity: MetricId, better: Better, function: Function) -> Entry:
    return Entry(identity, Unit.MONEY, better, Source.AMOUNTS, function, (*DAILY, "discounts", "cmrr_days"))


LEVELS: tuple[Entry, ...] = (
    money(_M.MRR, _UP, levels.mrr),
    money(_M.ARR, _UP, levels.arr),
    money(_M.ARPA, _UP, levels.arpa),
    money(_M.ARR_PER_ACCOUNT, _UP, unit_economics.arr_per_account),
    number(_M.ACCOUNTS, _UP, levels.accounts),
)
MOVEMENTS: tuple[Entry, ...] = (
    money(_M.START_MRR, _NONE, movement_figures.start_mrr),
    number(_M.START_ACCOUNTS, _NONE, movement_figures.start_accounts),
    *_moved(Movement.NEW, _M.NEW_MRR, _M.NEW_ACCOUNTS, _UP, Lack.START),
    *_moved(Movement.REACTIVATION, _M.REACTIVATION_MRR, _M.REACTIVATED_ACCOUNTS, _UP),
    *_moved(Movement.EXPANSION, _M.EXPANSION_MRR, _M.EXPANDED_ACCOUNTS, _UP),
    *_moved(Movement.CONTRACTION, _M.CONTRACTION_MRR, _M.CONTRACTED_ACCOUNTS, _DOWN),
    *_moved(Movement.CHURN, _M.CHURNED_MRR, _M.CHURNED_ACCOUNTS, _DOWN),
    money(_M.FX_EFFECT, _NONE, movement_figures.fx_effect),
)
COMMITTED: tuple[Entry, ...] = (
    _committed(_M.CMRR, _UP, levels.cmrr),
    _committed(_M.CMRR_WON, _UP, levels.cmrr_won),
    _committed(_M.CMRR_UPGRADES, _UP, levels.cmrr_upgrades),
    _committed(_M.CMRR_WITHDRAWALS, _DOWN, levels.cmrr_withdrawals),
    _committed(_M.CMRR_DOWNGRADES, _DOWN, levels.cmrr_downgrades),
)
