"""Health of an account: factors turned into 0-100 by curves, weighted, with coverage said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import repeat
from math import isnan
from typing import TYPE_CHECKING, NamedTuple, overload

import numpy as np

from csdesk.metrics.engine.days import OPEN, Flags, Floats, Ints, as_date, day_number
from csdesk.metrics.health.by_hand import Hand, hands
from csdesk.metrics.health.factors import hand_readings, readings
from csdesk.metrics.health.inputs.ids import OUTCOMES
from csdesk.metrics.health.inputs.reading import UNDATED, Reading, ages_of
from csdesk.metrics.health.model import MissingRule
from csdesk.metrics.health.whom import holders
from csdesk.models.kinds import Band

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from csdesk.metrics.health.model import Factor, Profile
    from csdesk.metrics.shapes import Frames


class FactorState(StrEnum):
    """Whether a factor took part in a score."""

    USED = "used"
    MISSING = "missing"
    STALE = "stale"
    OFF = "off"


WITHOUT_DATA = frozenset({FactorState.MISSING, FactorState.STALE})
"""States of a factor that nothing, or nothing fresh, is known of."""


class FactorScore(NamedTuple):
    """One factor of one account. `share` is its part of the weight that counts, `contribution` the points it adds; the
    contributions sum to the score."""

    # A tuple, for there is one of each factor of every account.

    factor: str
    raw: float | None
    value: float | None
    weight: float
    share: float
    contribution: float
    as_of: date | None
    state: FactorState
    by_hand: bool = False
    """Whether the value was set by a person, not read."""


@dataclass(frozen=True, slots=True)
class AccountHealth:
    """The score of one account with its coverage (share of the weight with fresh data) and its oldest input."""

    account: int
    score: float | None
    band: Band
    coverage: float
    oldest_input_days: int | None
    factors: Sequence[FactorScore]
    profile: str = ""
    """The name of the special profile it is scored by; '' for the one of everybody else."""
    months: int = 0
    """Since service began."""
    hand: Hand | None = None
    """What a person said in the place of the score; that of the factors is then in `computed`."""
    computed: AccountHealth | None = None

    @property
    def by_model(self) -> AccountHealth:
        """As the factors have it, whatever a person said."""
        return self.computed or self

    @property
    def beyond(self) -> float:
        """Points by which a person lifted the score above the computed one, 0 where there is none."""
        model = self.by_model.score
        return 0.0 if self.score is None or model is None else self.score - model

    @property
    def outcome(self) -> float | None:
        """Mean of the factors that tell what the product does for the customer, by their shares; None without any."""
        return self._mean_of(outcome=True)

    @property
    def experience(self) -> float | None:
        """Mean of the factors that tell how it is to be a customer, by their shares; None without any."""
        return self._mean_of(outcome=False)

    def read_by(self, *ids: str) -> Sequence[tuple[float, float, float]]:
        """Raw input, value and weight of those of these factors that weigh anything and have both."""
        if isinstance(self.factors, _Row):
            return self.factors.read_by(ids)
        known = ((one.raw, one.value, one.weight) for one in self.factors if one.factor in ids and one.weight > 0)
        return [(raw, value, weight) for raw, value, weight in known if raw is not None and value is not None]

    def _mean_of(self, *, outcome: bool) -> float | None:
        own = [one for one in self.factors if (one.factor in OUTCOMES) is outcome]
        share = sum(one.share for one in own)
        return sum(one.contribution for one in own) / share if share else None


def curve(points: tuple[tuple[float, float], ...], raw: Floats) -> Floats:
    """Raw inputs as values, on straight lines between the points and level beyond both ends.

    From (7, 0) to (30, 100), 18 is 47.8, 5 is 0 and 40 is 100. NaN stays NaN.
    """
    at, value = zip(*sorted(points), strict=True)
    return np.asarray(np.interp(raw, at, value), dtype=np.float64)


_COUNTS_AS = {MissingRule.LEFT_OUT: np.nan, MissingRule.ZERO: 0.0, MissingRule.NEUTRAL: 50.0}


@dataclass(frozen=True, slots=True)
class _Column:
    """One factor for every account. `counted` is the value that enters the score, NaN where none does; `held` says
    where a person set it."""

    factor: Factor
    raw: Floats
    value: Floats
    counted: Floats
    on: Ints
    fresh: Flags
    held: Flags


def account_healths(frames: Frames, profile: Profile, as_of: date) -> tuple[AccountHealth, ...]:
    """The health of every account at the end of a day, in the order of the accounts frame.

    score = sum(weight x value) / sum(weight of factors that count). A value set by hand holds while it is fresh, else
    the reading does. A factor without fresh data is left out, or counts as 0 or 50 where its profile says so; coverage
    is the share of the weight with fresh data all the same. An account below the least coverage is UNKNOWN. What a
    person said holds in the place of the score while it has not expired; it adds no coverage.
    """
    accounts = frames.accounts["account"].to_numpy(dtype=np.int64)
    today, months = day_number(as_of), ages_of(frames.spans, accounts, day_number(as_of))
    every = profile.every
    wanted, hand = {factor.id for factor in every[0].factors}, hand_readings(frames, accounts, as_of)
    read: dict[tuple[tuple[str, str], ...], Mapping[str, Reading]] = {}
    held, found = holders(frames.accounts, [one.whom for one in profile.special]), np.empty(len(accounts), dtype=object)
    for place, one in enumerate(every):
        at = np.flatnonzero(held == place)
        if not len(at):
            continue
        measures = tuple((factor.id, factor.measure) for factor in one.factors if factor.measure)
        if measures not in read:
            read[measures] = readings(frames, accounts, as_of, wanted, dict(measures))
        book = _Inputs(at, read[measures], hand, months[at], today)
        columns = [_column(factor, book) for factor in one.factors]
        found[at] = [*_scored(accounts[at], columns, one, book, one.name if place else "")]
    said = hands(frames, as_of)
    return tuple(_said(one, said.get(one.account), profile) if said else one for one in found.tolist())


def _said(health: AccountHealth, hand: Hand | None, profile: Profile) -> AccountHealth:
    """With what a person said: below the least coverage that may warn, but never call an account green."""
    if hand is None:
        return health
    own = profile.named(health.profile)
    band = _band(own, hand.score, 1.0)
    if band is Band.GREEN and health.coverage < own.least_coverage:
        band = Band.UNKNOWN
    return replace(health, score=hand.score, band=band, hand=hand, computed=health)


@dataclass(frozen=True, slots=True)
class _Inputs:
    """What is read, and set by hand, of the accounts of one profile: those at some places of all."""

    at: Ints
    read: Mapping[str, Reading]
    hand: Mapping[str, Reading]
    months: Ints
    today: int


def _valued(factor: Factor, raw: Floats, months: Ints) -> Floats:
    """By the curve for the account's age."""
    value = curve(factor.curve, raw)
    for since, points in sorted(factor.ages):
        value = np.where(months >= since, curve(points, raw), value)
    return value


def _column(factor: Factor, book: _Inputs) -> _Column:
    size, today = len(book.at), book.today
    raw, on = np.full(size, np.nan), np.full(size, -OPEN, dtype=np.int64)
    held, read, hand = np.zeros(size, dtype=np.bool_), book.read.get(factor.id), book.hand.get(factor.id)
    if read is not None:
        raw, on = read.raw[book.at], read.on[book.at]
    value = _valued(factor, raw, book.months)
    if hand is not None:
        told, day = hand.raw[book.at], hand.on[book.at]
        held = ~np.isnan(told) & ((today - day <= factor.fresh_days) | np.isnan(raw))
        raw, on = np.where(held, told, raw), np.where(held, day, on)
        value = np.where(held, np.clip(told, 0, 100), value)
    fresh = ~np.isnan(value) & (today - on <= factor.fresh_days)
    counted = np.where(fresh, value, _COUNTS_AS[factor.missing]) if factor.on else np.full(size, np.nan)
    return _Column(factor, raw, value, counted, on, fresh, held)


def _scored(
    accounts: Ints, columns: Sequence[_Column], profile: Profile, book: _Inputs, name: str
) -> Iterator[AccountHealth]:
    weights = np.array([[c.factor.weight if c.factor.on else 0.0] for c in columns]).reshape(-1, 1)
    counted = np.array([c.counted for c in columns]).reshape(len(columns), len(accounts))
    fresh = np.array([c.fresh & c.factor.on for c in columns]).reshape(counted.shape)
    dated = np.array([np.where(c.fresh & c.factor.on & (c.on != UNDATED), c.on, OPEN) for c in columns])
    weight = np.where(np.isnan(counted), 0.0, weights)
    total = weight.sum(axis=0)
    shares = np.where(total > 0, weight / np.where(total > 0, total, 1), 0.0)
    points = shares * np.nan_to_num(counted)
    every = weights.sum()
    coverage = (fresh * weights).sum(axis=0) / every if every else np.zeros(len(accounts))
    oldest = dated.reshape(counted.shape).min(axis=0, initial=OPEN)
    told = (accounts, points.sum(axis=0), total > 0, coverage, oldest, book.months)
    scores = zip(*(column.tolist() for column in told), strict=True)
    table = _Table(columns, shares, points)
    return (
        AccountHealth(
            account,
            score if has else None,
            _band(profile, score, cover) if has else Band.UNKNOWN,
            cover,
            None if old == OPEN else book.today - old,
            _Row(table, at),
            name,
            months,
        )
        for at, (account, score, has, cover, old, months) in enumerate(scores)
    )


def _band(profile: Profile, score: float, coverage: float) -> Band:
    if coverage < profile.least_coverage:
        return Band.UNKNOWN
    score = round(score, 9)
    if score >= profile.green:
        return Band.GREEN
    return Band.YELLOW if score >= profile.yellow else Band.RED


@dataclass(frozen=True, slots=True)
class _Table:
    """Every factor of every account, by factor."""

    columns: Sequence[_Column]
    shares: Floats
    points: Floats

    def read_by(self, ids: Collection[str], at: int) -> list[tuple[float, float, float]]:
        """See `AccountHealth.read_by`, of the account at a place."""
        return [
            (column.raw.item(at), column.value.item(at), column.factor.weight)
            for column in self.columns
            if column.factor.id in ids and column.factor.weight > 0 and not isnan(column.value.item(at))
        ]

    def of(self, at: int) -> tuple[FactorScore, ...]:
        """The factors of the account at a place."""
        shares, points = self.shares[:, at].tolist(), self.points[:, at].tolist()
        return tuple(map(_factor_score, self.columns, repeat(at), shares, points))


class _Row(Sequence[FactorScore]):
    """The factors of one account, made when somebody looks at them: most who ask for scores ask for no more."""

    __slots__ = ("_at", "_made", "_table")

    def __init__(self, table: _Table, at: int) -> None:
        self._table, self._at = table, at
        self._made: tuple[FactorScore, ...] | None = None

    def _factors(self) -> tuple[FactorScore, ...]:
        if self._made is None:
            self._made = self._table.of(self._at)
        return self._made

    def read_by(self, ids: Collection[str]) -> list[tuple[float, float, float]]:
        """See `AccountHealth.read_by`."""
        return self._table.read_by(ids, self._at)

    def __len__(self) -> int:
        return len(self._table.columns)

    @overload
    def __getitem__(self, at: int) -> FactorScore: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[FactorScore]: ...
    def __getitem__(self, at: int | slice) -> FactorScore | Sequence[FactorScore]:
        return self._factors()[at]

    def __iter__(self) -> Iterator[FactorScore]:
        return iter(self._factors())

    def __eq__(self, other: object) -> bool:
        return self._factors() == (other._factors() if isinstance(other, _Row) else other)

    def __hash__(self) -> int:
        return hash(self._factors())

    def __repr__(self) -> str:
        return repr(self._factors())


def _factor_score(column: _Column, at: int, share: float, points: float) -> FactorScore:
    factor, raw, value, on = column.factor, column.raw.item(at), column.value.item(at), column.on.item(at)
    known, fresh = value == value, column.fresh.item(at)  # noqa: PLR0124 - NaN where there is none
    state = FactorState.OFF if not factor.on else _STATES[known + fresh]
    return FactorScore(
        factor.id,
        raw if known else None,
        value if known else None,
        factor.weight,
        share,
        points,
        as_date(on) if known and abs(on) != OPEN else None,
        state,
        column.held.item(at),
    )


_STATES = (FactorState.MISSING, FactorState.STALE, FactorState.USED)
