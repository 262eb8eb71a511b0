"""The board workbook: what goes in (a question to the book), and the writing (a job without it)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from csdesk.reports.delivery import ReportRefused
from csdesk.usecases.due import RENEWAL_DAYS
from csdesk.wording.kinds import TIERS
from csdesk.wording.speech import look_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.models.kinds import Language
    from csdesk.models.months import Period
    from csdesk.reports.content import (
        AccountLine,
        BoardContent,
        Definition,
        Figure,
        HealthLine,
        MoveLine,
        MovementLine,
        RateLine,
        RenewalLine,
        SourceLine,
    )
    from csdesk.usecases.accounts import AccountRow
    from csdesk.usecases.revenue import Tile
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot

    Progress = Callable[[int, int], None]

__all__ = ["ReportRefused"]

BOARD_MONTHS = 24
"""Months of movements in the workbook, counted back from the reported period."""


def board_content(book: Book, scope: Scope, language: Language, *, redact: bool = False) -> BoardContent:
    """Everything the board workbook of a period says, in one language; with `redact` nothing that names a customer."""
    from csdesk.reports.redacting import redacted
    from csdesk.usecases.pinning import pinned, with_work

    content = with_work(book, _content(book, scope, language, reasons=not redact))
    return pinned(book, redacted(content) if redact else content)


def _content(book: Book, scope: Scope, language: Language, *, reasons: bool) -> BoardContent:
    from csdesk.metrics.retention.cohorts import triangle
    from csdesk.metrics.triangles import CohortKind
    from csdesk.models.months import PeriodKind
    from csdesk.reports.content import BoardContent
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.board_lines import further
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    as_of = min(scope.as_of, scope.period.last.last_day)  # a period that is over, as of its own last day
    context = snapshot.context(as_of)
    rows, settings = rows_at(snapshot, as_of).rows, snapshot.settings
    cohort_kind = PeriodKind.QUARTER if scope.period.kind is not PeriodKind.MONTH else PeriodKind.MONTH
    logos, revenue = (
        triangle(context.ledger, kind, cohort_kind, settings.fiscal_start)
        for kind in (CohortKind.LOGO, CohortKind.REVENUE)
    )
    headline = tuple(_headline(context, scope.period))
    return BoardContent(
        company=settings.company,
        currency=settings.money,
        language=language,
        period=scope.period,
        as_of=as_of,
        headline=headline,
        movements=tuple(_movements(context, scope.period)),
        moves=tuple(_moves(book, snapshot, context, scope.period, language, reasons=reasons)),
        rates=tuple(_rates(context, scope.period)),
        logos=logos,
        revenue=revenue,
        health=tuple(_health(snapshot, rows, as_of)),
        renewals=tuple(_renewals(rows, as_of)),
        accounts=tuple(_accounts(snapshot, rows, language)),
        sources=tuple(_sources(book, snapshot, as_of)),
        definitions=tuple(_definitions(book, language, settings.rules, headline)),
        factors=_factor_names(snapshot, language),
        renewal_days=RENEWAL_DAYS,
        **further(book, snapshot, context, scope.period, language, words=reasons),
    )


def cover_tiles(book: Book, scope: Scope) -> tuple[Tile, ...]:
    """The figures of a cover, as of the scope's day."""
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.usecases.revenue import tiles
    from csdesk.usecases.snapshot import snapshot_of

    shown = (
        MetricId.MRR,
        MetricId.ACCOUNTS,
        MetricId.NET_REVENUE_RETENTION,
        MetricId.GROSS_REVENUE_RETENTION,
        MetricId.LOGO_CHURN,
    )
    return tiles(snapshot_of(book).context(scope.as_of), shown, scope.period)


def write_board(content: BoardContent, path: Path, progress: Progress, password: str = "") -> None:
    """Write the workbook, to a name that ends in .xlsx; with a password only that opens it. Raises ReportRefused when
    the file cannot be put there; the place is then as it was."""
    from csdesk.reports.board import write_board as write
    from csdesk.reports.delivery import Hindrance

    if path.suffix.casefold() != ".xlsx":
        raise ReportRefused(Hindrance.NO_WORKBOOK, path)
    write(content, path, progress, password)


def _headline(context: Context, period: Period) -> Iterator[Figure]:
    from csdesk.metrics.catalogue import CATALOGUE, figure, with_lacks
    from csdesk.metrics.entries.entry import Better
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.reports.content import Figure
    from csdesk.usecases.figures import part_units

    year_ago = replace(period, first=period.first + -12)
    for name in (
        MetricId.MRR,
        MetricId.ARR,
        MetricId.CMRR,
        MetricId.ACCOUNTS,
        MetricId.ARPA,
        MetricId.NET_REVENUE_RETENTION,
        MetricId.GROSS_REVENUE_RETENTION,
        MetricId.LOGO_CHURN,
        MetricId.QUICK_RATIO,
        MetricId.LTV,
        MetricId.CAC,
        MetricId.LTV_TO_CAC,
        MetricId.CAC_PAYBACK,
        MetricId.RENEWAL_RATE,
        MetricId.MEDIAN_LIFETIME,
        MetricId.NPS,
        MetricId.CSAT,
        MetricId.HEALTH_MEAN,
    ):
        now, better = with_lacks(context, figure(context, name, period)), CATALOGUE[name].better
        rising_is_good = None if better is Better.NONE else better is Better.UP
        before = figure(context, name, period.previous)
        then = figure(context, name, year_ago) if context.ledger.first <= year_ago.first else None
        yield Figure(now, before, *part_units(now), rising_is_good, then)


def _movements(context: Context, period: Period) -> Iterator[MovementLine]:
    from csdesk.models.months import PeriodKind, periods_between
    from csdesk.reports.content import MovementLine
    from csdesk.usecases.revenue import movement_row

    last = min(period.last, context.ledger.last)
    first = max(last + (1 - BOARD_MONTHS), context.ledger.first)
    for month in periods_between(first, last, PeriodKind.MONTH):
        row = movement_row(context, month)
        yield MovementLine(
            row.period,
            row.start,
            row.new,
            row.reactivation,
            row.expansion,
            row.contraction,
            row.churn,
            row.end,
            row.complete,
            row.fx,
        )


def _moves(
    book: Book, snapshot: Snapshot, context: Context, period: Period, language: Language, *, reasons: bool
) -> Iterator[MoveLine]:
    from csdesk.models.months import Period, PeriodKind
    from csdesk.reports.content import MoveLine
    from csdesk.usecases.account_moves import account_moves
    from csdesk.wording.movements import moved_why

    for row in account_moves(book, snapshot, context, period):
        one, month = row.moved, Period(row.moved.month, PeriodKind.MONTH)
        why = moved_why(one.change, row.reason if reasons else "", row.family, language)
        yield MoveLine(month, row.account_name, one.movement, why, row.product, one.signed, one.account)


def _rates(context: Context, period: Period) -> Iterator[RateLine]:
    from csdesk.reports.content import RateLine
    from csdesk.usecases.figures import periods_shown
    from csdesk.usecases.retention import rate_row

    for shown in periods_shown(context, period):
        row = rate_row(context, shown)
        yield RateLine(
            row.period, row.logo_churn, row.gross_mrr_churn, row.net_mrr_churn, row.grr, row.nrr, row.complete
        )


def _health(snapshot: Snapshot, rows: tuple[AccountRow, ...], as_of: date) -> Iterator[HealthLine]:
    from csdesk.reports.content import HealthLine

    scores = snapshot.health(as_of)
    for row in rows:
        if row.paying and row.id in scores:
            yield HealthLine(row.name, row.owner, row.mrr, scores[row.id], row.id)


def _renewals(rows: tuple[AccountRow, ...], as_of: date) -> Iterator[RenewalLine]:
    from csdesk.reports.content import RenewalLine

    due = [row for row in rows if row.paying and row.renewal_on is not None]
    for row in sorted(due, key=lambda row: (row.renewal_on or as_of, row.name)):
        on = row.renewal_on or as_of
        if row.renewal_undecided or (on - as_of).days <= RENEWAL_DAYS:
            yield RenewalLine(row.name, on, row.mrr, row.band, row.owner, row.renewal_undecided, row.id)


def _accounts(snapshot: Snapshot, rows: tuple[AccountRow, ...], language: Language) -> Iterator[AccountLine]:
    from csdesk.reports.content import AccountLine

    spans = snapshot.frames.spans
    first = spans.groupby("account")["start"].min()
    since = dict(zip(first.index.tolist(), first.dt.date.tolist(), strict=True))
    for row in rows:
        yield AccountLine(
            account=row.id,
            name=row.name,
            mrr=row.mrr,
            paying=row.paying,
            band=row.band,
            since=since.get(row.id),
            renewal_on=row.renewal_on,
            owner=row.owner,
            tier=look_up(TIERS, row.tier, language),
            segment=row.segment,
            industry=row.industry,
            region=row.region,
            size=row.size,
            channel=row.channel,
            stage=row.stage,
        )


def _sources(book: Book, snapshot: Snapshot, as_of: date) -> Iterator[SourceLine]:
    from csdesk.book.read import sources
    from csdesk.metrics.engine.currencies import at_last_rates
    from csdesk.metrics.engine.days import OPEN, as_date, day_number, day_numbers
    from csdesk.metrics.engine.segments import service_ends
    from csdesk.models.kinds import Kind
    from csdesk.models.money import from_ticks
    from csdesk.models.months import Month
    from csdesk.reports.content import SourceLine

    frames, today = snapshot.frames, day_number(as_of)
    spans = at_last_rates(frames.spans, frames.currencies, Month.of(as_of))
    ends = service_ends(spans, snapshot.rules)
    shown = ((day_numbers(spans["start"]) <= today) & (ends >= today)) & spans["logo"].to_numpy()
    running = spans[shown]
    places = sources(book, Kind.CONTRACT, running["line"].tolist())
    columns = (running[name] for name in ("line", "account", "product", "mrr", "start"))
    for line, account, product, ticks, start, end in zip(*columns, ends[shown], strict=True):
        place = places.get(int(line))
        yield SourceLine(
            int(account),
            snapshot.products.get(str(product), ""),
            start.date(),
            None if end == OPEN else as_date(int(end)),
            from_ticks(int(ticks)),
            place.file if place else "",
            place.sheet if place else "",
            place.line if place else 0,
        )


_IN_EVERY_PACK = (
    "mrr", "accounts", "start_mrr", "new_mrr", "reactivation_mrr", "expansion_mrr", "contraction_mrr", "churned_mrr",
    "fx_effect", "gross_mrr_churn", "net_mrr_churn", "gross_revenue_retention", "net_revenue_retention", "logo_churn",
    "health_mean",
)  # fmt: skip
"""What the sheets of movements, rates, cohorts and health speak of, beside the headline."""


def _definitions(book: Book, language: Language, rules: str, headline: tuple[Figure, ...]) -> Iterator[Definition]:
    """Of every metric that the workbook uses, what it is made from included, in the order of the catalogue."""
    from csdesk.metrics.catalogue import CATALOGUE
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.metrics.rules import Rules
    from csdesk.reports.content import Definition
    from csdesk.usecases.definitions import version_in_force
    from csdesk.wording.definition_sheet import version_text
    from csdesk.wording.metrics import metric_formula, metric_name, metric_sentence

    by, version = Rules.parse(rules).ltv, version_in_force(book)
    kept = version_text(version.number, version.made_at, language) if version else version_text(0, None, language)
    used = {*_IN_EVERY_PACK, *(figure.now.metric for figure in headline)}
    used |= {part for name in used for part in CATALOGUE[MetricId(name)].made_from}
    for name in (metric for metric in CATALOGUE if metric in used):
        formula = metric_formula(name, language, by=by)
        said = metric_sentence(name, language)
        yield Definition(name, metric_name(name, language), said, formula, f"{rules} · {kept}")


def _factor_names(snapshot: Snapshot, language: Language) -> dict[str, str]:
    from csdesk.wording.factors import factor_name

    return {factor.id: factor_name(factor.id, language) for factor in snapshot.profile.every[0].factors}
