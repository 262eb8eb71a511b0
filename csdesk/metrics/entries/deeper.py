"""Who grows and by how much, discounts, fit, referrals, and who uses what was sold."""

from csdesk.metrics.entries.entry import DAILY, Better, Entry, Source, logo, money, rate
from csdesk.metrics.measure import Unit
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention import discounts
from csdesk.metrics.revenue import whom
from csdesk.metrics.users.in_use import accounts_in_use

_M, _UP, _DOWN, _NONE = MetricId, Better.UP, Better.DOWN, Better.NONE

DEEPER: tuple[Entry, ...] = (
    rate(_M.EXPANDED_SHARE, _UP, whom.expanded_share),
    rate(_M.SIZE_AFTER_THREE_YEARS, _UP, whom.size_after_three_years, unit=Unit.RATIO),
    Entry(_M.DISCOUNT_MRR, Unit.MONEY, _DOWN, Source.AMOUNTS, discounts.discount_mrr, DAILY),
    Entry(_M.DISCOUNT_RATE, Unit.FRACTION, _DOWN, Source.AMOUNTS, discounts.discount_rate, DAILY),
    Entry(
        _M.FIRST_RENEWAL_DISCOUNT_CUT,
        Unit.PERCENTAGE_POINTS,
        _UP,
        Source.AMOUNTS,
        discounts.first_renewal_discount_cut,
        DAILY,
    ),
    rate(_M.POOR_FIT_CHURN_SHARE, _DOWN, whom.poor_fit_churn_share),
    money(_M.REFERRED_MRR, _UP, whom.referred_mrr),
    rate(_M.REFERRED_SHARE, _NONE, whom.referred_share),
    logo(_M.ACCOUNTS_IN_USE, _UP, accounts_in_use),
)
