"""The Deeper page: questions that one figure does not answer, over the twelve months that are over."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId
from csdesk.usecases.belonging import Belonging, belonging

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.comparison import Comparison
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.models.months import Period
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class GrownRow:
    """An account's MRR then and now, in minor units; `grown` the sum of its expansions between them, None where that is
    not the question."""

    account: int
    name: str
    then: Fraction
    now: Fraction
    grown: Fraction | None = None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group: its logo churn against all others' (None where either has nobody), and what it pays."""

    name: str
    churn: Measure
    against: Comparison | None
    churned: Measure
    mrr: Measure
    accounts: Measure


@dataclass(frozen=True, slots=True)
class ProductRow:
    """What stayed and grew of one product."""

    name: str
    grr: Measure
    nrr: Measure
    logos: Measure
    growth: Measure
    mrr: Measure


@dataclass(frozen=True, slots=True)
class CutRow:
    """An account's discount rate at signing and after its first renewal."""

    account: int
    name: str
    signed: Fraction
    renewed: Fraction


@dataclass(frozen=True, slots=True)
class ReferrerRow:
    """A customer who brought others: how many of them pay, and what."""

    account: int
    name: str
    brought: int
    mrr: Fraction


@dataclass(frozen=True, slots=True)
class DiscountRow:
    """A contract line at a discount: its price and what is taken off, a month, and the discount's last day; None while
    it lasts."""

    account: int
    name: str
    product: str
    mrr: Fraction
    off: Fraction
    until: date | None


BY_GROUP = (
    MetricId.EXPANDED_SHARE,
    MetricId.NET_REVENUE_RETENTION,
    MetricId.SIZE_AFTER_THREE_YEARS,
    MetricId.LOGO_CHURN,
    MetricId.POOR_FIT_CHURN_SHARE,
    MetricId.FIRST_RENEWAL_DISCOUNT_CUT,
    MetricId.DISCOUNT_RATE,
    MetricId.REFERRED_SHARE,
)
"""What is told of each group of a split, in the order of the page."""


@dataclass(frozen=True, slots=True)
class AnswersRow:
    """The page's figures of one group, as `BY_GROUP` names them."""

    name: str
    figures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class DeeperPage:
    """Each question's figure and its list. `period` is the twelve months they speak of; levels are of its last day. No
    contracts: the empty state."""

    scope: Scope
    period: Period
    expanded: Measure
    expansions: tuple[GrownRow, ...]
    churn: Measure
    industries: tuple[GroupRow, ...]
    nrr: Measure
    products: tuple[ProductRow, ...]
    cut: Measure
    cuts: tuple[CutRow, ...]
    size: Measure
    sizes: tuple[GrownRow, ...]
    poor_fit: Measure
    fits: tuple[GroupRow, ...]
    referred: Measure
    referred_share: Measure
    referrers: tuple[ReferrerRow, ...]
    discount: Measure
    discount_rate: Measure
    discounts: tuple[DiscountRow, ...]
    holds: bool
    groups: tuple[AnswersRow, ...] = ()
    """By the chosen dimension; empty when none is chosen."""
    belonging: Belonging = field(default_factory=Belonging)
    """The groups of the accounts in the lists."""


def deeper_page(book: Book, scope: Scope) -> DeeperPage:
    """The page as of a day: the twelve months up to the last month that is over."""
    from csdesk.metrics.catalogue import figure
    from csdesk.models.months import Month, Period
    from csdesk.usecases.figures import settled, split_of
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context, by = snapshot.context(scope.as_of), split_of(book, scope)
    last = settled(context, Period(Month.of(scope.as_of)))
    year = Period.year_to(last.last)
    of = partial(figure, context, period=year)
    expanded, size = of(MetricId.EXPANDED_SHARE), of(MetricId.SIZE_AFTER_THREE_YEARS)
    return DeeperPage(
        scope=replace(scope, period=last),
        period=year,
        expanded=expanded,
        expansions=tuple(_expansions(snapshot, context, year, expanded)),
        churn=of(MetricId.LOGO_CHURN),
        industries=_groups(snapshot, context, year, "industry"),
        nrr=of(MetricId.NET_REVENUE_RETENTION),
        products=_products(snapshot, context, year),
        cut=of(MetricId.FIRST_RENEWAL_DISCOUNT_CUT),
        cuts=_cuts(snapshot, context, year),
        size=size,
        sizes=tuple(_sizes(snapshot, size)),
        poor_fit=of(MetricId.POOR_FIT_CHURN_SHARE),
        fits=_groups(snapshot, context, year, "fit"),
        referred=of(MetricId.REFERRED_MRR),
        referred_share=of(MetricId.REFERRED_SHARE),
        referrers=_referrers(snapshot, context, of(MetricId.REFERRED_MRR)),
        discount=of(MetricId.DISCOUNT_MRR),
        discount_rate=of(MetricId.DISCOUNT_RATE),
        discounts=_discounts(snapshot, context, year),
        holds=bool(len(context.ledger.accounts)),
        groups=_answers(snapshot, context, year, by) if by else (),
        belonging=belonging(snapshot, context, by),
    )


def _answers(snapshot: Snapshot, context: Context, year: Period, by: str) -> tuple[AnswersRow, ...]:
    from csdesk.metrics.catalogue import figure
    from csdesk.usecases.figures import groups

    return tuple(
        AnswersRow(part.group or "", tuple(figure(part, metric, year) for metric in BY_GROUP))
        for part in groups(snapshot, context, by)
    )


def _expansions(snapshot: Snapshot, context: Context, year: Period, expanded: Measure) -> Iterator[GrownRow]:
    """Accounts of the cohort that expanded, by how much, the largest first."""
    from csdesk.metrics.catalogue import figure
    from csdesk.models.money import from_ticks

    grown = figure(context, MetricId.EXPANSION_MRR, year).evidence
    behind = expanded.evidence
    cohort = set(behind.ids[behind.part > 0].tolist())
    spell = context.spell(year)
    mrr = dict(
        zip(spell.ids.tolist(), zip(spell.before.mrr.tolist(), spell.after.mrr.tolist(), strict=True), strict=True)
    )
    for ticks, account in sorted(zip(grown.part.tolist(), grown.ids.tolist(), strict=True), reverse=True):
        if account in cohort:
            then, now = (from_ticks(amount) for amount in mrr[account])
            yield GrownRow(account, snapshot.names.get(account, ""), then, now, from_ticks(ticks))


def _sizes(snapshot: Snapshot, size: Measure) -> Iterator[GrownRow]:
    """Customers of long standing, those that pay most first."""
    from csdesk.models.money import from_ticks

    behind = size.evidence
    rows = zip(behind.part.tolist(), behind.whole.tolist(), behind.ids.tolist(), strict=True)
    for now, then, account in sorted(rows, reverse=True):
        yield GrownRow(account, snapshot.names.get(account, ""), from_ticks(then), from_ticks(now))


def _groups(snapshot: Snapshot, context: Context, year: Period, by: str) -> tuple[GroupRow, ...]:
    """Groups with anybody in them: those of ten and more by churn, highest first, then those that are too few."""
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.comparison import against_the_rest
    from csdesk.usecases.figures import groups

    whole = figure(context, MetricId.LOGO_CHURN, year)
    found = []
    for part in groups(snapshot, context, by):
        churn = figure(part, MetricId.LOGO_CHURN, year)
        row = GroupRow(
            name=part.group or "",
            churn=churn,
            against=against_the_rest(churn, whole),
            churned=figure(part, MetricId.CHURNED_MRR, year),
            mrr=figure(part, MetricId.MRR, year),
            accounts=figure(part, MetricId.ACCOUNTS, year),
        )
        if churn.n or row.accounts.value:
            found.append(row)
    return tuple(sorted(found, key=lambda row: (not ranked(row.churn), -(row.churn.value or 0), row.name)))


def ranked(measure: Measure) -> bool:
    """Whether a group's rate rests on enough to stand in an order."""
    from csdesk.metrics.measure import TOO_FEW

    return measure.value is not None and (measure.n or 0) >= TOO_FEW


def _products(snapshot: Snapshot, context: Context, year: Period) -> tuple[ProductRow, ...]:
    """Products that anybody paid for, the largest first."""
    from csdesk.metrics.catalogue import figure
    from csdesk.usecases.figures import groups

    rows = [
        ProductRow(
            name=part.group or "",
            grr=figure(part, MetricId.GROSS_REVENUE_RETENTION, year),
            nrr=figure(part, MetricId.NET_REVENUE_RETENTION, year),
            logos=figure(part, MetricId.LOGO_RETENTION, year),
            growth=figure(part, MetricId.MRR_GROWTH, year),
            mrr=figure(part, MetricId.MRR, year),
        )
        for part in groups(snapshot, context, "product")
    ]
    shown = (row for row in rows if row.mrr.value or row.grr.value is not None)
    return tuple(sorted(shown, key=lambda row: (-(row.mrr.value or 0), row.name)))


def _cuts(snapshot: Snapshot, context: Context, year: Period) -> tuple[CutRow, ...]:
    from csdesk.metrics.retention.discounts import first_renewal_cuts

    found = first_renewal_cuts(context, context.ledger.day_of(year))
    rows = (
        CutRow(account, snapshot.names.get(account, ""), signed, signed - cut)
        for account, (signed, cut) in found.items()
    )
    return tuple(sorted(rows, key=lambda row: (row.renewed - row.signed, row.name)))


def _referrers(snapshot: Snapshot, context: Context, referred: Measure) -> tuple[ReferrerRow, ...]:
    from collections import Counter

    from csdesk.metrics.revenue.whom import referrers
    from csdesk.models.money import from_ticks

    by, brought, ticks = referrers(context), Counter[int](), Counter[int]()
    for account, share in zip(referred.evidence.ids.tolist(), referred.evidence.part.tolist(), strict=True):
        brought[by[account]] += 1
        ticks[by[account]] += share
    rows = (
        ReferrerRow(account, snapshot.names.get(account, ""), count, from_ticks(ticks[account]))
        for account, count in brought.items()
    )
    return tuple(sorted(rows, key=lambda row: (-row.mrr, row.name)))


def _discounts(snapshot: Snapshot, context: Context, year: Period) -> tuple[DiscountRow, ...]:
    """Lines at a discount on the period's last day: those that end first on top, open ones last."""
    from datetime import date

    import pandas as pd

    from csdesk.metrics.retention.discounts import discounted
    from csdesk.models.money import from_ticks

    spans = context.frames.spans.iloc[discounted(context, context.ledger.day_of(year))]
    columns = (spans[name].tolist() for name in ("account", "product", "mrr", "gross", "discount_end"))
    rows = (
        DiscountRow(
            account,
            snapshot.names.get(account, ""),
            snapshot.products.get(str(product), ""),
            from_ticks(net),
            from_ticks(gross - net),
            None if pd.isna(until) else until.date(),
        )
        for account, product, net, gross, until in zip(*columns, strict=True)
    )
    return tuple(sorted(rows, key=lambda row: (row.until or date.max, -row.off, row.name)))
