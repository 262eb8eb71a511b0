"""What the board workbook says beyond its figures: what is committed, how long customers stay, why they leave, what is
done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from typing import Any

    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.models.kinds import Language
    from csdesk.models.months import Period
    from csdesk.reports.lines import (
        ActionLine,
        CommittedLine,
        GroupLine,
        InterviewLine,
        ReasonLine,
        RiskLine,
        SurvivalLine,
        WorthLine,
    )
    from csdesk.usecases.snapshot import Snapshot

_DIMENSIONS = ("tier", "segment", "industry", "size", "region", "channel")
_MOST_DIMENSIONS, _MOST_GROUPS = 3, 20
"""A dimension of more groups tells a board nothing."""
_WORTH_PERIODS = 8


def further(
    book: Book,
    snapshot: Snapshot,
    context: Context,
    period: Period,
    language: Language,
    *,
    words: bool,
) -> dict[str, Any]:
    """What is said beyond figures, movements and accounts, by its field of the content."""
    from csdesk.metrics.catalogue import figure
    from csdesk.models.months import Period
    from csdesk.usecases.revenue import BRIDGE

    as_of, bridge = context.as_of, tuple(figure(context, name, period) for name in BRIDGE)
    since = Period.year_to(period.last).first.first_day
    return {
        "bridge": bridge,
        "committed": tuple(committed(snapshot, bridge)),
        "committed_days": context.rules.cmrr_days,
        "survival": tuple(survival(context)),
        "worth": tuple(worth(context, period)),
        "groups": tuple(groups_of(snapshot, context, period, language)),
        "reasons": tuple(reasons(context, period, language)),
        "interviews": tuple(interviews(book, snapshot.names, since, as_of, language)),
        "risks": tuple(risks(book, as_of, language, words=words)),
        "actions": tuple(actions(snapshot, as_of)),
    }


def committed(snapshot: Snapshot, steps: tuple[Measure, ...]) -> Iterator[CommittedLine]:
    """The accounts behind each step of the bridge, largest first, losses below zero."""
    from csdesk.models.money import from_ticks
    from csdesk.reports.lines import CommittedLine

    losses = {MetricId.CMRR_WITHDRAWALS, MetricId.CMRR_DOWNGRADES}
    for step in steps[1:-1]:
        behind = zip(step.evidence.part.tolist(), step.evidence.ids.tolist(), strict=True)
        for ticks, account in sorted(behind, reverse=True):
            mrr = from_ticks(-ticks if step.metric in losses else ticks)
            yield CommittedLine(snapshot.names.get(account, ""), step.metric, mrr, account)


def survival(context: Context) -> Iterator[SurvivalLine]:
    """The whole book's curve, at the months at which somebody left or was seen last."""
    from csdesk.metrics.retention.lifetimes import lifetimes_of
    from csdesk.metrics.retention.survival import curve_of
    from csdesk.reports.lines import SurvivalLine

    for step in curve_of(lifetimes_of(context.ledger)).steps:
        yield SurvivalLine(step.time, step.at_risk, step.events, step.censored, step.value, step.low, step.high)


def worth(context: Context, period: Period) -> Iterator[WorthLine]:
    """Unit economics by quarter (or year), oldest first: few are won in a month."""
    from csdesk.metrics.catalogue import figure
    from csdesk.reports.lines import WorthLine
    from csdesk.usecases.figures import back_from, settled, slow

    names = (MetricId.NEW_ACCOUNTS, MetricId.CAC, MetricId.LTV, MetricId.LTV_TO_CAC, MetricId.CAC_PAYBACK)
    for one in reversed(back_from(context, settled(context, slow(period)), _WORTH_PERIODS)):
        yield WorthLine(one, *(figure(context, name, one) for name in names))


def groups_of(snapshot: Snapshot, context: Context, period: Period, language: Language) -> Iterator[GroupLine]:
    """MRR and what stayed by the first few dimensions that tell accounts apart, the largest group first."""
    from csdesk.metrics.catalogue import figure
    from csdesk.reports.lines import GroupLine
    from csdesk.usecases.figures import groups
    from csdesk.wording.kinds import group_name
    from csdesk.wording.metrics import dimension_name

    names = (
        MetricId.ACCOUNTS,
        MetricId.MRR,
        MetricId.NET_REVENUE_RETENTION,
        MetricId.GROSS_REVENUE_RETENTION,
        MetricId.LOGO_CHURN,
    )
    told = (by for by in _DIMENSIONS if 1 < context.frames.accounts[by].fillna("").nunique() <= _MOST_GROUPS)
    for by, _ in zip(told, range(_MOST_DIMENSIONS), strict=False):
        called = dimension_name(by, language)
        found = [
            GroupLine(
                called,
                group_name(by, part.group or "", language),
                *(figure(part, name, period) for name in names),
            )
            for part in groups(snapshot, context, by)
        ]
        yield from sorted(found, key=lambda line: (-(line.mrr.value or 0), line.group))


def reasons(context: Context, period: Period, language: Language) -> Iterator[ReasonLine]:
    """Why customers left in the period and in the twelve months to its end, the most frequent reason of these first."""
    from csdesk.models.months import Period
    from csdesk.reports.lines import ReasonLine
    from csdesk.usecases.churn import reasons_of
    from csdesk.wording.kinds import group_name

    for row in reasons_of(context, period, Period.year_to(period.last)):
        name = group_name("reason", row.family, language)
        yield ReasonLine(name, row.accounts, row.mrr, row.year_accounts, row.year_mrr)


def interviews(book: Book, names: Mapping[int, str], first: date, last: date, say: Language) -> Iterator[InterviewLine]:
    """Exit interviews held between two days, the latest first."""
    from csdesk.book.read import rows
    from csdesk.models.kinds import ReasonFamily
    from csdesk.reports.lines import InterviewLine
    from csdesk.wording.movements import REASON_FAMILIES
    from csdesk.wording.speech import look_up

    held: list[dict[str, Any]] = [dict(row) for row in rows(book, Kind.INTERVIEW)]
    told = [row for row in held if row["on_date"] is not None and first <= row["on_date"] <= last]
    for row in sorted(told, key=lambda row: (row["on_date"], row["id"]), reverse=True):
        family = look_up(REASON_FAMILIES, row["reason_family"] or ReasonFamily.UNKNOWN, say)
        yield InterviewLine(
            on=row["on_date"],
            name=names.get(row["account_id"], ""),
            reason=family,
            stated=row["stated_reason"] or "",
            root_cause=row["root_cause"] or "",
            themes=row["themes"] or "",
            account=row["account_id"],
        )


def risks(book: Book, as_of: date, language: Language, *, words: bool) -> Iterator[RiskLine]:
    """Risks that stood on the day: imminent ones first, then by MRR; with `words` as a person has put them."""
    from csdesk.models.signals import RiskLevel
    from csdesk.reports.lines import RiskLine
    from csdesk.usecases.risks import risk_register
    from csdesk.wording.risks import RISK_LEVELS, risk_name
    from csdesk.wording.speech import look_up

    stood = [
        row
        for row in risk_register(book, as_of).rows
        if row.risk.logged_on <= as_of and (row.risk.closed_on is None or row.risk.closed_on > as_of)
    ]
    stood.sort(key=lambda row: (row.risk.level is not RiskLevel.IMMINENT, -row.mrr, row.account_name, row.risk.id))
    for row in stood:
        one = row.risk
        yield RiskLine(
            name=row.account_name,
            risk=risk_name(one.signal, one.title if words else "", language),
            level=look_up(RISK_LEVELS, one.level, language),
            since=one.first_signal_on,
            mrr=row.mrr,
            owner=one.owner,
            plan=one.response,
            account=one.account,
        )


def actions(snapshot: Snapshot, as_of: date) -> Iterator[ActionLine]:
    """Next steps that were open at the end of the day, the earliest due first and those without a day last."""
    from csdesk.reports.lines import ActionLine

    waiting = [task for task in snapshot.tasks if task["done_on"] is None or task["done_on"] > as_of]
    waiting.sort(key=lambda task: (task["due_on"] is None, str(task["due_on"] or ""), task["id"]))
    for task in waiting:
        account = task["account_id"] or 0
        name, owner = snapshot.names.get(account, ""), snapshot.people.get(task["owner_id"], "")
        yield ActionLine(task["due_on"], task["title"], name, owner, account)
