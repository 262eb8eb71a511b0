"""Signals found as of a day, none twice; and whom the rules would have flagged in the past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import as_date
from csdesk.metrics.intervals import wilson
from csdesk.metrics.signals.rules import RULES, Limits, Rule
from csdesk.metrics.signals.scene import Scene
from csdesk.models.months import Month
from csdesk.models.signals import Signal

if TYPE_CHECKING:
    from csdesk.metrics.context import Context
    from csdesk.metrics.signals.scene import Hits
    from csdesk.metrics.users.practices import Plans

_WEEK, _WEEKS_BACK = 7, 8
PREVIEW_MONTHS = 12


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """Whether a rule is looked at, and its limits."""

    on: bool
    limits: Limits


RuleSettings = Mapping[Signal, RuleSetting]
HOUSE_SETTINGS: RuleSettings = {
    signal: RuleSetting(on=True, limits=tuple(limit.house for limit in rule.limits)) for signal, rule in RULES.items()
}


@dataclass(frozen=True, slots=True)
class Found:
    """A signal given by a rule: since which day its condition holds, and the figures that say so (see the rule)."""

    account: int
    signal: Signal
    since: date
    figures: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """What a person has made of a signal: `until` is the last day it was answered on, None while the risk is open."""

    account: int
    signal: Signal
    until: date | None


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule on the last 12 month ends: accounts flagged at any, those of them that left later, and all that left."""

    signal: Signal
    flagged: frozenset[int]
    left: frozenset[int]
    all_left: frozenset[int]

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's interval of the share of those flagged that left."""
        return wilson(len(self.left), len(self.flagged))


@dataclass(frozen=True)
class Signals:
    """The rules on one book."""

    context: Context
    plans: Plans
    _scenes: dict[date, Scene] = field(default_factory=dict)

    def scene(self, day: date) -> Scene:
        """The book as it stood at the end of a day."""
        if day not in self._scenes:
            self._scenes[day] = Scene(self.context, self.plans, day)
        return self._scenes[day]

    def found(
        self, settings: RuleSettings, answered: Iterable[Answered] = (), *, dated: bool = True
    ) -> tuple[Found, ...]:
        """Every signal as of the context's day that is not answered yet, the latest first.

        A risk of the same account and signal keeps a rule quiet while it is open, and afterwards until the rule fires
        for something that began later. Not `dated`, a rule about a stretch of days looks back, which takes long, for
        answered signals alone, and gives the context's day for all others.
        """
        quiet = _latest_answers(answered)
        given = (
            one
            for rule, limits in _in_force(settings)
            for one in self._given(
                rule, limits, None if dated else {at for at, signal in quiet if signal == rule.signal}
            )
        )
        kept = (one for one in given if not _is_answered(one, quiet))
        return tuple(sorted(kept, key=lambda one: (-one.since.toordinal(), one.account, one.signal)))

    def _given(self, rule: Rule, limits: Limits, wanted: set[int] | None) -> Iterator[Found]:
        """What a rule says; `wanted` are the accounts of which it must be known since when, None all."""
        scene, now = self.scene(self.context.as_of), self.context.as_of
        hits = rule.find(scene, limits)
        accounts = scene.accounts[hits.at].tolist()
        looked = set(accounts) if wanted is None else wanted.intersection(accounts)
        begun = self._begun(rule, limits, looked) if rule.rolling else _known(accounts, hits)
        for row, account in enumerate(accounts):
            figures = tuple(float(figure[row]) for figure in hits.figures)
            yield Found(account, rule.signal, begun.get(account, now), figures)

    def _begun(self, rule: Rule, limits: Limits, accounts: set[int]) -> Mapping[int, date]:
        """The first of the weeks before without a break in which a rule about a stretch of days fired; at most eight
        back."""
        begun = dict.fromkeys(accounts, self.context.as_of)
        for weeks in range(1, _WEEKS_BACK + 1):
            day = self.context.as_of - timedelta(days=weeks * _WEEK)
            accounts &= self._fires(rule, limits, day) if accounts else set()
            begun |= dict.fromkeys(accounts, day)
        return begun

    def _fires(self, rule: Rule, limits: Limits, day: date) -> set[int]:
        scene = self.scene(day)
        return set(scene.accounts[rule.find(scene, limits).at].tolist())

    def tried(self, settings: RuleSettings) -> tuple[Tried, ...]:
        """Each rule that is on at the 12 month ends before the context's day, by what the book knows today."""
        last = Month.of(self.context.as_of)
        months = [
            month for back in range(PREVIEW_MONTHS, 0, -1) if (month := last + -back) >= self.context.ledger.first
        ]
        left = self._left(months)
        return tuple(self._tried(rule, limits, months, left) for rule, limits in _in_force(settings))

    def _tried(self, rule: Rule, limits: Limits, months: list[Month], left: Mapping[int, int]) -> Tried:
        first: dict[int, int] = {}
        for month in months:
            for account in self._fires(rule, limits, month.last_day):
                first.setdefault(account, month.ordinal)
        gone = frozenset(account for account, month in first.items() if left.get(account, 0) > month)
        return Tried(rule.signal, frozenset(first), gone, frozenset(left))

    def _left(self, months: list[Month]) -> Mapping[int, int]:
        """The month in which each account left last, of those that left after the first of the months."""
        if not months:
            return {}
        partings = self.context.partings.between(months[0].ordinal + 1, Month.of(self.context.as_of).ordinal)
        accounts = self.context.ledger.accounts[partings.owner]
        order = np.argsort(partings.month, kind="stable")
        return dict(zip(accounts[order].tolist(), partings.month[order].tolist(), strict=True))


def _in_force(settings: RuleSettings) -> Iterator[tuple[Rule, Limits]]:
    for signal, rule in RULES.items():
        setting = settings.get(signal, HOUSE_SETTINGS[signal])
        if setting.on:
            yield rule, setting.limits


def _known(accounts: list[int], hits: Hits) -> Mapping[int, date]:
    return {account: as_date(day) for account, day in zip(accounts, hits.since.tolist(), strict=True)}


def _latest_answers(answered: Iterable[Answered]) -> Mapping[tuple[int, Signal], date]:
    latest: dict[tuple[int, Signal], date] = {}
    for one in answered:
        key = (one.account, one.signal)
        latest[key] = max(latest.get(key, date.min), one.until or date.max)
    return latest


def _is_answered(found: Found, quiet: Mapping[tuple[int, Signal], date]) -> bool:
    return found.since <= quiet.get((found.account, found.signal), date.min)
