"""One book counted as each vendor counts, by hand; rules put together from vendors, metric by metric."""

from dataclasses import fields
from fractions import Fraction
from typing import Any

import pytest

from csdesk.metrics.catalogue import CATALOGUE, figure
from csdesk.metrics.entries.entry import MONEY
from csdesk.metrics.measure import Measure, Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.rules import Denominator, Discounts, LtvChurn, Rules
from csdesk.metrics.vendors import GOVERNED, LIKE, OWN, Vendor
from csdesk.models.kinds import Language
from csdesk.models.money import monthly_ticks
from csdesk.models.months import Month, Period
from csdesk.wording.vendors import OPTIONS, VALUES, VENDOR_NOTES, VENDORS, option_text

MARCH = Period(Month.parse("2024-03"))
SINCE = {"start": "2023-06-01"}
BOOK = [
    {"account": 1, "amount": 1000, **SINCE},
    {"account": 2, "amount": 500, "end": "2024-03-15", **SINCE},
    {"account": 3, "amount": 300, "end": "2023-12-31", **SINCE},
    {"account": 3, "amount": 300, "start": "2024-03-10"},
    {"account": 4, "amount": 80, "gross": monthly_ticks(100, 1), "discount_end": "2024-06-30", **SINCE},
    {"account": 5, "amount": 200, "gross": monthly_ticks(250, 1), "start": "2024-03-05"},
]
"""March 2024: 1, 2 and 4 pay at its start; 2 leaves, 3 returns, 5 is new, with a discount for good; that of 4 has an
end."""


@pytest.mark.parametrize(
    ("vendor", "mrr", "logo_churn", "net_churn", "ltv"),
    [
        # ARPA 395 / mean of 1/4 (January), 0 and 1/3.
        ("house", 1580, Fraction(1, 3), Fraction(500, 1580), Fraction(395) / Fraction(7, 36)),
        # 300 of a customer who is back make up for losses.
        ("chartmogul", 1580, Fraction(1, 3), Fraction(200, 1580), Fraction(395) / Fraction(7, 36)),
        # The discount with an end leaves MRR at 100; one new customer is in the base; ARPA 400 / 1/3.
        ("stripe", 1600, Fraction(1, 4), Fraction(500, 1600), Fraction(1200)),
        # ARPA 395 / 500 of 1,580.
        ("profitwell", 1580, Fraction(1, 3), Fraction(500, 1580), Fraction(395) / Fraction(500, 1580)),
        # ARPA 395 / 1/3.
        ("baremetrics", 1580, Fraction(1, 3), Fraction(500, 1580), Fraction(1185)),
    ],
)
def test_one_book_as_each_vendor_counts_it(
    context: Any, vendor: str, mrr: int, logo_churn: Fraction, net_churn: Fraction, ltv: Fraction
) -> None:
    of = context(BOOK, "2024-03-31", vendor)
    wanted = (MetricId.MRR, MetricId.LOGO_CHURN, MetricId.NET_MRR_CHURN, MetricId.LTV)
    assert [figure(of, metric, MARCH).value for metric in wanted] == [mrr, logo_churn, net_churn, ltv]


def test_discounts_without_an_end_alone(context: Any) -> None:
    by = {kind: _of(context, f"discounts={kind}", MetricId.MRR).value for kind in Discounts}
    assert by == {"net": 1580, "gross": 1650, "lasting": 1600}
    free = [*BOOK, {"account": 6, "amount": 0, "gross": monthly_ticks(100, 1), "discount_end": "2024-06-30", **SINCE}]
    assert figure(context(free, "2024-03-31", "discounts=lasting"), MetricId.MRR, MARCH).value == 1600


CANCELS = [
    {"account": 1, "amount": 100, **SINCE},
    {"account": 2, "amount": 50, "cancelled": "2024-02-20", "end": "2024-03-31", **SINCE},
    {"account": 3, "amount": 30, "cancelled": "2024-03-10", "term_end": "2024-12-31", **SINCE},
    {"account": 4, "amount": 20, "end": "2024-02-15", "cancelled": "2024-02-29", **SINCE},
]
"""Cancelled for a later day, cancelled without an end of service, and cancelled after it."""


@pytest.mark.parametrize(
    ("rules", "lost"),
    [
        ("house", {"2024-02": (20, [4]), "2024-03": (0, []), "2024-04": (50, [2])}),
        ("churn_date=cancelled", {"2024-02": (70, [2, 4]), "2024-03": (30, [3]), "2024-04": (0, [])}),
    ],
)
def test_a_churn_may_be_dated_on_the_day_of_cancelling(
    context: Any, rules: str, lost: dict[str, tuple[int, list[int]]]
) -> None:
    of = context(CANCELS, "2024-04-30", rules)
    for month, (mrr, accounts) in lost.items():
        churned = figure(of, MetricId.CHURNED_MRR, Period(Month.parse(month)))
        assert (churned.value, churned.evidence.ids.tolist()) == (mrr, accounts), month


def test_a_renewal_that_was_signed_before_keeps_nobody_who_cancelled(context: Any) -> None:
    terms = [
        {"account": 1, "amount": 100, "start": "2023-04-01", "term_end": "2024-03-31", "cancelled": "2024-03-05"},
        {"account": 1, "amount": 100, "start": "2024-04-01", "term_end": "2025-03-31"},
    ]
    by = {rules: context(terms, "2024-04-30", rules) for rules in ("house", "churn_date=cancelled")}
    churned, back = MetricId.CHURNED_MRR, MetricId.REACTIVATION_MRR
    april = Period(Month.parse("2024-04"))
    assert [figure(by["house"], metric, MARCH).value for metric in (churned, back)] == [0, 0]
    assert figure(by["churn_date=cancelled"], churned, MARCH).value == 100
    assert figure(by["churn_date=cancelled"], back, april).value == 100


def _of(context: Any, rules: str, metric: MetricId, lines: list[dict[str, Any]] = BOOK) -> Measure:
    return figure(context(lines, "2024-03-31", rules), metric, MARCH)


def test_logo_churn_of_renewals_due(context: Any) -> None:
    lines = [
        {"account": 1, "amount": 10, "term_end": "2024-03-20", "end": "2024-03-20", **SINCE},
        {"account": 2, "amount": 10, "term_end": "2024-03-31", "auto_renew": True, **SINCE},
        {"account": 3, "amount": 10, "term_end": "2024-12-31", **SINCE},
    ]
    churn = _of(context, "denominator=renewals_due", MetricId.LOGO_CHURN, lines)
    assert (churn.metric, churn.value, churn.base) == ("logo_churn", Fraction(1, 2), Denominator.RENEWALS_DUE)
    kept = _of(context, "denominator=renewals_due", MetricId.LOGO_RETENTION, lines)
    assert (kept.value, kept.base) == (Fraction(1, 2), Denominator.RENEWALS_DUE)
    yearly = _of(context, "denominator=renewals_due", MetricId.ANNUALISED_LOGO_CHURN, lines)
    assert (yearly.value, yearly.base) == (1 - Fraction(2, 3) ** 12, Denominator.START)
    assert _of(context, "denominator=renewals_due", MetricId.LOGO_CHURN).why is Why.NO_DATA


def test_vendors_first_then_options() -> None:
    assert Rules.parse("chartmogul,gap_days=3") == Rules(reactivation_offsets=True, gap_days=3)
    assert Rules.parse("stripe, profitwell") == Rules(ltv_churn=LtvChurn.MRR, ltv_window=1)
    assert (
        Rules.parse("stripe").text
        == "house,churn_date=cancelled,ltv_window=1,denominator=start_and_new,discounts=lasting"
    )
    assert [Rules.parse(vendor).vendor for vendor in Vendor] == list(Vendor)
    assert Rules(snapshot=Rules.parse("snapshot=overlap").snapshot).vendor is None


def test_a_vendor_leaves_what_it_has_no_word_on() -> None:
    own = Rules.parse("end_date=last_day,gap_days=9,gross_margin=4/5,ltv_years=3,cmrr_days=30,discounts=gross")
    like = own.like(Vendor.STRIPE)
    assert like.discounts is Discounts.LASTING
    assert set(like.differing(own)) == {"churn_date", "discounts", "denominator", "ltv_window"}
    assert like.vendor is Vendor.STRIPE


def test_one_metric_alone_like_a_vendor() -> None:
    rules = Rules.parse("house,logo_churn=stripe,net_mrr_churn=chartmogul,ltv=baremetrics")
    assert rules == Rules(denominator=Denominator.START_AND_NEW, reactivation_offsets=True, ltv_window=1)
    assert rules.vendor is None
    assert [rules.vendor_of(metric) for metric in ("logo_churn", "net_mrr_churn", "ltv", "cac")] == [
        Vendor.STRIPE,
        Vendor.CHARTMOGUL,
        Vendor.STRIPE,
        Vendor.HOUSE,
    ]
    assert Rules.parse(rules.text) == rules
    dotted = Rules.parse("logo_retention.denominator=renewals_due,ltv.ltv_window=12")
    assert dotted == Rules(denominator=Denominator.RENEWALS_DUE, ltv_window=12)


@pytest.mark.parametrize(
    "word", ["mrr=stripe", "logo_churn=other", "mrr.discounts=gross", "logo_churn.gap_days=3", "ltv.ltv_window=0"]
)
def test_what_all_figures_rest_on_is_no_metrics_own(word: str) -> None:
    with pytest.raises(ValueError, match=word):
        Rules.parse(word)


def test_what_a_metric_has_to_itself_is_what_the_catalogue_says() -> None:
    free = set(GOVERNED) - set(MONEY)
    for metric, options in OWN.items():
        assert set(options) == set(CATALOGUE[MetricId(metric)].options) & free, metric


def test_identities_hold_however_metrics_are_put_together(context: Any) -> None:
    of = context(BOOK, "2024-03-31", "logo_churn=stripe,net_mrr_churn=chartmogul,ltv=profitwell")
    value = {metric: figure(of, metric, MARCH).value for metric in MetricId if metric in CATALOGUE}
    assert value["logo_churn"] + value["logo_retention"] == 1
    assert value["gross_mrr_churn"] + value["gross_revenue_retention"] == 1
    moved = value["new_mrr"] + value["reactivation_mrr"] + value["expansion_mrr"]
    assert value["start_mrr"] + moved - value["contraction_mrr"] - value["churned_mrr"] == value["mrr"]


@pytest.mark.parametrize("language", list(Language))
def test_every_vendor_option_and_value_has_words(language: Language) -> None:
    assert set(VENDORS) == set(VENDOR_NOTES) == set(Vendor) == set(LIKE)
    assert set(OPTIONS) == {field.name for field in fields(Rules)}
    kinds = [type(getattr(Rules(), name)) for name in OPTIONS]
    assert {str(one) for kind in kinds if hasattr(kind, "__members__") for one in kind} <= set(VALUES)
    assert "ltv_window" not in option_text("ltv_window", "6", language)
