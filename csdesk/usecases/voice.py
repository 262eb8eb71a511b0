"""The Voice page: what customers answer, how many of those asked do, who is unhappy, and what was told back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.metrics.metric_ids import AnswerMetric, MetricId
from csdesk.models.kinds import Kind, Survey

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.comparison import Comparison
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.voice.accounts import AccountVoice
    from csdesk.models.months import Period
    from csdesk.usecases.revenue import Tile
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot

PERIODS = 12
"""Periods of the trend, counted back from the one the tiles speak of."""
OF_SURVEY = {Survey.NPS: MetricId.NPS, Survey.CSAT: MetricId.CSAT, Survey.CES: MetricId.CES}
"""The figure that stands for each survey."""
_TILES = (
    MetricId.NPS,
    MetricId.NPS_DECISION_MAKERS,
    MetricId.NPS_WEIGHTED,
    MetricId.RESPONSE_RATE_NPS,
    MetricId.NEGATIVE_ACCOUNTS,
    MetricId.CSAT,
    MetricId.CSAT_TRANSACTIONAL,
    MetricId.CSAT_RELATIONAL,
    MetricId.CSAT_MEAN,
    MetricId.RESPONSE_RATE_CSAT,
    MetricId.CES,
    MetricId.CES_EASY,
    MetricId.RESPONSE_RATE_CES,
    MetricId.LOOP_CLOSED,
)
_USUAL_SPLIT = "tier"
_OF_GROUP = (MetricId.CSAT, MetricId.CES, MetricId.RESPONSE_RATE_NPS)
_HOLDS = (Kind.ANSWER, Kind.INVITATION, Kind.FEEDBACK, Kind.TICKET)


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One group, or one role: its figures in the page's period; `against` is its NPS against all others', None where
    either has no answers or groups share accounts."""

    name: str
    nps: Measure
    csat: Measure
    ces: Measure
    response: Measure | None = None
    against: Comparison | None = None


@dataclass(frozen=True, slots=True)
class VoiceAccount:
    """What one account has answered to a survey over the year up to the page's period: the last score and its day, its
    NPS where that is the survey, the mean, the last against the mean before; decision makers' answers apart."""

    account: int
    name: str
    answers: int
    last: float
    on: date | None
    nps: Fraction | None
    mean: float
    change: float | None
    makers: int
    makers_last: float | None
    makers_mean: float | None
    negative: bool
    makers_negative: bool


@dataclass(frozen=True, slots=True)
class SurveyPart:
    """What is told of one survey: its figure by period, oldest first; how many gave each score; accounts, the unhappy
    ones first."""

    trend: tuple[Measure, ...]
    scores: tuple[tuple[int, Measure], ...]
    accounts: tuple[VoiceAccount, ...]


@dataclass(frozen=True, slots=True)
class Untold:
    """Feedback that is resolved, and of which the customer has not heard. `account` is 0 where none is known."""

    id: int
    account: int
    account_name: str
    title: str
    resolved: date


@dataclass(frozen=True, slots=True)
class VoicePage:
    """Tiles, each survey, groups `by` a dimension (the lowest NPS first), roles of the people who answered, and
    what was not told back. Where the book `holds` nothing of it, the empty state."""

    scope: Scope
    period: Period
    tiles: tuple[Tile, ...]
    surveys: dict[Survey, SurveyPart]
    groups: tuple[VoiceRow, ...]
    by: str
    roles: tuple[VoiceRow, ...]
    untold: tuple[Untold, ...]
    holds: bool


def voice_page(book: Book, scope: Scope) -> VoicePage:
    """The page as of a day: for the quarter where the scope's periods are months, for too few answer in a month."""
    from csdesk.book.read import rows
    from csdesk.usecases.figures import settled, slow
    from csdesk.usecases.revenue import tiles
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    period, by = settled(context, slow(scope.period)), scope.by or _USUAL_SPLIT
    return VoicePage(
        scope=scope,
        period=period,
        tiles=tiles(context, _TILES, period),
        surveys={survey: _survey(snapshot, context, survey, period) for survey in Survey},
        groups=_groups(snapshot, context, period, by),
        by=by,
        roles=_roles(context, period),
        untold=_untold(book, snapshot, scope.as_of),
        holds=any(rows(book, kind) for kind in _HOLDS),
    )


def _survey(snapshot: Snapshot, context: Context, survey: Survey, period: Period) -> SurveyPart:
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.voice.accounts import account_voices

    trend, at = [], period
    for _ in range(PERIODS):
        trend.append(figure(context, OF_SURVEY[survey], at))
        at = at.previous
    while len(trend) > 1 and trend[-1].value is None:
        trend.pop()
    voices = [_account(snapshot, survey, voice) for voice in account_voices(context, survey, period)]
    voices.sort(key=lambda row: (not (row.negative or row.makers_negative), row.mean, row.name))
    return SurveyPart(tuple(reversed(trend)), _scores(context, survey, period), tuple(voices))


def _scores(context: Context, survey: Survey, period: Period) -> tuple[tuple[int, Measure], ...]:
    """How many gave each score of the scale; a broken one counts with the whole one below it."""
    import numpy as np

    from csdesk.metrics.measure import Evidence, Measure, Unit
    from csdesk.metrics.voice.answers import SCALES, answers_in

    answers, (least, most) = answers_in(context, survey, period), SCALES[survey]
    given, ids = np.floor(answers["score"].to_numpy()), answers["answer"].to_numpy()
    found = []
    for score in range(least, most + 1):
        mine = ids[given == score]
        ones = np.ones(len(mine), dtype=np.int64)
        evidence = Evidence(mine, ones, np.zeros(len(mine), dtype=np.int64), Kind.ANSWER)
        n = len(mine)
        found.append((score, Measure(AnswerMetric.WITH_SCORE, period, Unit.COUNT, n, n, n=n, evidence=evidence)))
    return tuple(found)


def _account(snapshot: Snapshot, survey: Survey, voice: AccountVoice) -> VoiceAccount:
    every, makers = voice.everyone, voice.makers
    return VoiceAccount(
        account=voice.account,
        name=snapshot.names.get(voice.account, ""),
        answers=len(every.scores),
        last=every.scores[-1],
        on=None if every.on is None else every.on.astype("datetime64[D]").item(),
        nps=every.nps if survey is Survey.NPS else None,
        mean=every.mean or 0.0,
        change=every.change,
        makers=len(makers.scores),
        makers_last=makers.last,
        makers_mean=makers.mean,
        negative=every.negative,
        makers_negative=makers.negative,
    )


def _groups(snapshot: Snapshot, context: Context, period: Period, by: str) -> tuple[VoiceRow, ...]:
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.context import OF_LINES
    from csdesk.metrics.voice.scores_apart import nps_against_the_rest
    from csdesk.usecases.figures import groups

    whole, found = figure(context, MetricId.NPS, period), []
    for part in groups(snapshot, context, by):
        nps = figure(part, MetricId.NPS, period)
        csat, ces, response = (figure(part, metric, period) for metric in _OF_GROUP)
        against = None if by in OF_LINES else nps_against_the_rest(nps, whole)
        found.append(VoiceRow(part.group or "", nps, csat, ces, response, against))
    return tuple(sorted(found, key=lambda row: (row.nps.value is None, row.nps.value or 0, row.name)))


def _roles(context: Context, period: Period) -> tuple[VoiceRow, ...]:
    """Those who decide first, then everybody else, then each role that people have in the product."""
    from csdesk.metrics.voice.roles import by_role

    return tuple(VoiceRow(*found) for found in by_role(context, period))


def _untold(book: Book, snapshot: Snapshot, as_of: date) -> tuple[Untold, ...]:
    from csdesk.book.read import rows

    found: Any = rows(book, Kind.FEEDBACK)
    waiting = [
        Untold(
            id=row["id"],
            account=row["account_id"] or 0,
            account_name=snapshot.names.get(row["account_id"], ""),
            title=row["title"] or row["text"] or row["topic"] or "",
            resolved=row["resolved_on"],
        )
        for row in found
        if row["resolved_on"] and row["resolved_on"] <= as_of and not (row["told_on"] and row["told_on"] <= as_of)
    ]
    return tuple(sorted(waiting, key=lambda row: (row.resolved, row.id)))
