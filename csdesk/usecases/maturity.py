"""How the team works, in its own judgement, and which figures say something to a team that works so."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import StepName
from csdesk.models.levels import Level

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.models.drafts import Changes
    from csdesk.models.months import Period
    from csdesk.usecases.scope import Scope

MATURITY = "maturity"
"""The setting that holds the team's answer."""


class Figure(StrEnum):
    """What a team may look at, named as it is spoken of."""

    MRR = "mrr"
    ACCOUNTS = "accounts"
    REASONS = "reasons"
    LOGO_CHURN = "logo_churn"
    NRR = "nrr"
    TOUCHES = "touches"
    HEALTH_BY_HAND = "health_by_hand"
    RENEWALS = "renewals"
    NPS = "nps"
    HEALTH = "health"
    COHORTS = "cohorts"
    SURVIVAL = "survival"
    WORTH = "worth"
    BACK_TEST = "back_test"
    FORECAST = "forecast"
    WHAT_IF = "what_if"
    PLAYS = "plays"


@dataclass(frozen=True, slots=True)
class Sight:
    """A figure, the level from which it says something, and the page where it stands.

    `measure` is the figure as the book gives it, with what it lacks. `have` of the `least` it needs are in the book:
    churns of a back-test, months of a forecast. Both None where nothing is known of that.
    """

    figure: Figure
    level: Level
    page: str
    measure: Measure | None = None
    have: int | None = None
    least: int | None = None


@dataclass(frozen=True, slots=True)
class MaturityPage:
    """The team's answer, None before there is one; the figures worth looking at `now`, and those that wait."""

    level: Level | None
    now: tuple[Sight, ...] = ()
    waiting: tuple[Sight, ...] = ()


_SIGHTS = (
    (Sight(Figure.MRR, Level.INITIAL, "revenue"), MetricId.MRR),
    (Sight(Figure.ACCOUNTS, Level.INITIAL, "accounts"), MetricId.ACCOUNTS),
    (Sight(Figure.REASONS, Level.INITIAL, "retention"), MetricId.AVOIDABLE_MRR_CHURN),
    (Sight(Figure.LOGO_CHURN, Level.REPEATABLE, "retention"), MetricId.LOGO_CHURN),
    (Sight(Figure.NRR, Level.REPEATABLE, "retention"), MetricId.NET_REVENUE_RETENTION),
    (Sight(Figure.TOUCHES, Level.REPEATABLE, "today"), None),
    (Sight(Figure.HEALTH_BY_HAND, Level.DEFINED, "health"), None),
    (Sight(Figure.RENEWALS, Level.DEFINED, "today"), None),
    (Sight(Figure.NPS, Level.DEFINED, "voice"), MetricId.NPS),
    (Sight(Figure.HEALTH, Level.MANAGED, "health"), MetricId.HEALTH_MEAN),
    (Sight(Figure.COHORTS, Level.MANAGED, "cohorts"), None),
    (Sight(Figure.SURVIVAL, Level.MANAGED, "retention"), MetricId.MEDIAN_LIFETIME),
    (Sight(Figure.WORTH, Level.MANAGED, "growth"), MetricId.LTV_TO_CAC),
    (Sight(Figure.BACK_TEST, Level.MANAGED, "health"), None),
    (Sight(Figure.FORECAST, Level.OPTIMISED, "forecast"), None),
    (Sight(Figure.WHAT_IF, Level.OPTIMISED, "forecast"), None),
    (Sight(Figure.PLAYS, Level.OPTIMISED, "signals"), None),
)
"""Every figure and the metric that tells whether the book has what it needs, the least demanding first."""


def maturity_page(book: Book, scope: Scope) -> MaturityPage:
    """The answer and the figures by it, each as of the scope's day for the last quarter (or the scope's year) that is
    over, as the page Overview has what needs many months."""
    from csdesk.usecases.figures import settled, slow
    from csdesk.usecases.snapshot import snapshot_of

    level = level_of(book)
    if level is None:
        return MaturityPage(None)
    context = snapshot_of(book).context(scope.as_of)
    period = settled(context, slow(scope.period))
    sights = tuple(_seen(context, period, sight, metric) for sight, metric in _SIGHTS)
    return MaturityPage(
        level,
        tuple(sight for sight in sights if sight.level.place <= level.place),
        tuple(sight for sight in sights if sight.level.place > level.place),
    )


def level_of(book: Book) -> Level | None:
    """The team's answer; None before there is one."""
    from csdesk.book.read import settings
    from csdesk.usecases.setting_values import acceptable

    kept = settings(book).get(MATURITY, "")
    return Level(json.loads(kept)) if kept and acceptable(MATURITY, kept) else None


def tell_level(book: Book, level: Level) -> Changes:
    """Keep how the team works from now on."""
    from csdesk.usecases.settings import store

    return store(book, {MATURITY: level.value}, name=StepName.TELL_MATURITY)


def _seen(context: Context, period: Period, sight: Sight, metric: MetricId | None) -> Sight:
    from csdesk.metrics.ahead.history import FEWEST, history_of
    from csdesk.metrics.catalogue import figure, with_lacks
    from csdesk.metrics.retention.back_test import ENOUGH, decisions

    if metric:
        return replace(sight, measure=with_lacks(context, figure(context, metric, period)))
    if sight.figure is Figure.BACK_TEST:
        decided = context.kept("decisions", lambda: decisions(context))
        return replace(sight, have=sum(one.left for one in decided), least=ENOUGH)
    if sight.figure is Figure.FORECAST:
        return replace(sight, have=len(history_of(context)), least=FEWEST)
    return sight
