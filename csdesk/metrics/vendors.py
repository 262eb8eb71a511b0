"""How four vendors of subscription analytics count, as far as their public help pages say, in options of `Rules`."""

from collections.abc import Mapping
from enum import StrEnum


class Vendor(StrEnum):
    """Whose definitions figures are counted by. Only what the contract lines of a book can show is imitated; what is
    not is said of each in `wording.vendors`.

    HOUSE: the defaults of `Rules`.

    CHARTMOGUL: help articles 'Churn rate formulas' (standard formula: customers churned / customers at the start),
    'MRR Churn Rate' (expansion and reactivation both make up for losses) and 'Customer Lifetime Value' (ARPA / mean
    customer churn of six months), 'Churn recognition' (when the subscription ends; other days can be chosen).

    STRIPE: 'Billing metric definitions' and 'Calculating subscriber churn rate' (lost / those at the start and new
    ones), 'Impact of discounts and coupons on MRR' (a coupon for ever lowers MRR, one with an end leaves it as it is),
    'Impact of Subscription Cancellations on MRR' (MRR goes at the time of cancelling, also where service ends later;
    'Metric configurations' lets both this and discounts be set otherwise), lifetime value by the churn of the period.

    PROFITWELL: 'Churn' (lost when the paid time is over, not when cancelled), 'Calculating metrics' and
    'ProfitWell vs. ...' (MRR until the end of the billing cycle, net of every discount; new and lost in one month is
    neither; on hold is MRR of 0; lifetime value = ARPU / (1 - retention)).

    BAREMETRICS: 'User and Revenue Churn' (cancelled / active at the start), 'Monthly Recurring Revenue' (net of
    coupons), 'Lifetime Value' (ARPU / user churn), changelog 'Net MRR Churn' (churned - expansion / start).
    """

    HOUSE = "house"
    CHARTMOGUL = "chartmogul"
    STRIPE = "stripe"
    PROFITWELL = "profitwell"
    BAREMETRICS = "baremetrics"


GOVERNED = (
    "snapshot",
    "churn_date",
    "discounts",
    "paused_is_churn",
    "denominator",
    "reactivation_offsets",
    "ltv",
    "ltv_churn",
    "ltv_window",
    "cac_month_before",
)
"""The options that a vendor has a word on. The others tell how this book was written (`end_date`, `gap_days`), what a
team knows of itself (margin, years) or how far it looks ahead, and stay as they are."""

LIKE: Mapping[Vendor, Mapping[str, str]] = {
    Vendor.HOUSE: {},
    Vendor.CHARTMOGUL: {"reactivation_offsets": "yes"},
    Vendor.STRIPE: {
        "churn_date": "cancelled",
        "denominator": "start_and_new",
        "discounts": "lasting",
        "ltv_window": "1",
    },
    Vendor.PROFITWELL: {"ltv_churn": "mrr", "ltv_window": "1"},
    Vendor.BAREMETRICS: {"ltv_window": "1"},
}
"""Where each differs from the house."""

_LOGO = ("denominator",)
_LIFETIME = ("ltv", "ltv_churn", "ltv_window")

OWN: Mapping[str, tuple[str, ...]] = {
    "logo_churn": _LOGO,
    "logo_retention": _LOGO,
    "annualised_logo_churn": _LOGO,
    "net_mrr_churn": ("reactivation_offsets",),
    "ltv": _LIFETIME,
    "ltv_to_cac": (*_LIFETIME, "cac_month_before"),
    "cac": ("cac_month_before",),
    "cac_payback": ("cac_month_before",),
}
"""The governed options that a metric has to itself, or shares with those that are made of it: these may be any vendor's
for one metric alone. What MRR, accounts and movements rest on is one set for all, or they would not add up."""
